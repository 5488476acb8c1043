"""Loads the same quads into kgbuild's store, pyoxigraph and Jena TDB2, in turns."""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

OXIGRAPH = """
import sys, pyoxigraph
store = pyoxigraph.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS)
store.flush()
"""


def cpu_seconds(command):
    """Runs a command and returns the CPU time of it and its children."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def size(path):
    if path.is_file():
        return path.stat().st_blocks * 512
    return sum(p.stat().st_blocks * 512 for p in path.rglob("*") if p.is_file())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", required=True, help="the program built from graph/quadstore/peers/load")
    parser.add_argument("--jena", help="folder with Jena's libraries; without it, Jena is left out")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        data = folder / "data.nq"
        subprocess.run([args.load, "write", str(args.quads), data], check=True)
        with open(data, "rb") as lines:
            quads = sum(1 for _ in lines)
        stores = {
            "kgbuild": lambda to: [args.load, "load", data, to],
            "pyoxigraph bulk_load": lambda to: [sys.executable, "-c", OXIGRAPH, data, to],
        }
        if args.jena:
            stores["Jena tdb2.tdbloader"] = lambda to: [
                "java", "-cp", f"{args.jena}/*", "tdb2.tdbloader", "--loader=phased", "--loc", to, data]
        times, sizes = {name: [] for name in stores}, {}
        for _ in range(args.rounds):
            for name, command in stores.items():
                to = folder / "store"
                times[name].append(cpu_seconds([str(word) for word in command(to)]))
                sizes[name] = size(to)
                shutil.rmtree(to) if to.is_dir() else to.unlink()

        print(f"{quads} quads, {args.rounds} rounds; CPU microseconds a quad: median (least to most)\n")
        print("| store | CPU µs a quad | bytes on disk a quad | kgbuild's CPU time is … of it |")
        print("| --- | --- | --- | --- |")
        own = statistics.median(times["kgbuild"])
        for name, t in times.items():
            median, least, most = (x / quads * 1e6 for x in (statistics.median(t), min(t), max(t)))
            ratio = "" if name == "kgbuild" else f"{own / statistics.median(t):.2f}"
            print(f"| {name} | {median:.1f} ({least:.1f} to {most:.1f}) | {sizes[name] / quads:.0f} | {ratio} |")


if __name__ == "__main__":
    main()
