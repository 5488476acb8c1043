"""Analyses of texts by the Go program, and the examples of the reader built on them."""

import hashlib
import subprocess
from pathlib import Path

from . import claims, corpora


class Analyser:
    """Runs `kgbuild annotate` on texts, and keeps what it gave in a folder."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def sentences(self, content):
        """Returns the analysed sentences of a text."""
        kept = self.folder / hashlib.sha1(content.encode()).hexdigest()
        analysis, source = kept.with_suffix(".conllu"), kept.with_suffix(".txt")
        if not analysis.exists():
            source.write_text(content, encoding="utf-8")
            done = subprocess.run([self.binary, "annotate", "--format", "conllu", "--patterns-only", str(source)],
                                  capture_output=True, text=True, encoding="utf-8", check=True)
            analysis.write_text(done.stdout, encoding="utf-8")
            source.unlink()
        return corpora.read_conllu(analysis, "")


def own_examples(files, analyser):
    """Returns the examples of our own sentences; those that the program cuts in two are left out."""
    blocks = {}
    for path in files:
        for own in claims.read_own(path):
            blocks.setdefault(own.block, []).append(own)
    out = []
    for sentences in blocks.values():
        for own, found in zip(sentences, _by_paragraph([s.text for s in sentences], analyser)):
            if len(found) == 1:
                out.append(claims.own_example(own, found[0], len(out)))
    return out


def _by_paragraph(paragraphs, analyser):
    """Analyses paragraphs as one article and returns the sentences of each."""
    content = "Title"
    starts = []
    for p in paragraphs:
        starts.append(len(content) + 2)
        content += "\n\n" + p
    out = [[] for _ in paragraphs]
    place = {start: i for i, start in enumerate(starts)}
    current = None
    for s in analyser.sentences(content + "\n"):
        start = int(s.misc[0].rpartition("TokenRange=")[2].partition(":")[0])
        current = place.get(start, current)
        if current is not None:
            out[current].append(s)
    return out


def real_examples(path, folders, analyser):
    """Returns the examples of real.tsv whose sentences are in the folders, and the number of all its lines.

    Folders are searched for articles (.txt), which are analysed, and treebanks (.conllu).
    """
    annotated = claims.read_real(path)
    wanted, found = {key for key, _, _ in annotated}, {}
    for folder in folders:
        for file in sorted(Path(folder).rglob("*")):
            if file.suffix == ".conllu":
                sentences = corpora.read_conllu(file, "")
            elif file.suffix == ".txt":
                sentences = analyser.sentences(file.read_text(encoding="utf-8"))
            else:
                continue
            for s in sentences:
                key = claims.digest(s.text)
                if key in wanted:
                    found.setdefault(key, s)
    out = []
    for number, (key, known, block) in enumerate(annotated):
        s = found.get(key)
        if s and all(max(c.subject, c.object) < len(s.words) for c in known):
            out.append(claims.Example(s, known, block, number, real=True, connected=True))
    return out, len(annotated)
