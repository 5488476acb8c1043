"""Analyses of texts by the Go program, and the examples of the reader built on them."""

import hashlib
import re
import subprocess
from pathlib import Path

from . import claims, corpora

RUN_TEXTS = 100  # texts for one run of the program, which reads its model anew each time


class Analyser:
    """Runs `kgbuild annotate` on texts, and keeps what it gave in a folder."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def sentences(self, contents):
        """Yields the analysed sentences of each text."""
        kept = [self.folder / f"{hashlib.sha1(c.encode()).hexdigest()}.conllu" for c in contents]
        missing = list({path: c for path, c in zip(kept, contents) if not path.exists()}.items())
        for k in range(0, len(missing), RUN_TEXTS):
            self._analyse(missing[k:k + RUN_TEXTS])
        for path in kept:
            yield corpora.read_conllu(path, "")

    def _analyse(self, texts):
        """Analyses texts in one run; they come as pairs of the file for the analysis and the content."""
        sources = [path.with_suffix(".txt") for path, _ in texts]
        for source, (_, content) in zip(sources, texts):
            source.write_text(content, encoding="utf-8")
        done = subprocess.run([self.binary, "annotate", "--format", "conllu", "--patterns-only", *map(str, sources)],
                              stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
        documents = _documents(done.stdout)
        for source, (path, _) in zip(sources, texts):
            path.write_text(documents.get(source.name, ""), encoding="utf-8")
            source.unlink()


def _documents(conllu):
    """Returns the documents of CoNLL-U by the file names that they were read from."""
    parts = re.split(r"^# newdoc id = (.*\n)", conllu, flags=re.M)
    return {Path(name.strip()).name: f"# newdoc id = {name}{rest}" for name, rest in zip(parts[1::2], parts[2::2])}


def own_examples(files, analyser):
    """Returns the examples of our own sentences; those that the program cuts in two are left out."""
    blocks = {}
    for path in files:
        for own in claims.read_own(path):
            blocks.setdefault(own.block, []).append(own)
    articles = [_article([own.text for own in block]) for block in blocks.values()]
    analysed = analyser.sentences([content for content, _ in articles])
    out = []
    for block, (_, starts), sentences in zip(blocks.values(), articles, analysed):
        for own, found in zip(block, _by_paragraph(starts, sentences)):
            if len(found) == 1:
                out.append(claims.own_example(own, found[0], len(out)))
    return out


def _article(paragraphs):
    """Returns an article of these paragraphs, and where each starts in it."""
    content, starts = "Title", []
    for p in paragraphs:
        starts.append(len(content) + 2)
        content += "\n\n" + p
    return content + "\n", starts


def _by_paragraph(starts, sentences):
    """Returns the sentences of each paragraph of an analysed article."""
    out = [[] for _ in starts]
    place = {start: i for i, start in enumerate(starts)}
    current = None
    for s in sentences:
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
    files = [f for folder in folders for f in sorted(Path(folder).rglob("*")) if f.suffix in (".conllu", ".txt")]
    analysed = analyser.sentences([f.read_text(encoding="utf-8") for f in files if f.suffix == ".txt"])
    for file in files:
        for s in corpora.read_conllu(file, "") if file.suffix == ".conllu" else next(analysed):
            key = claims.digest(s.text)
            if key in wanted:
                found.setdefault(key, s)
    out = []
    for number, (key, known, block) in enumerate(annotated):
        s = found.get(key)
        if s and all(max(c.subject, c.object) < len(s.words) for c in known):
            out.append(claims.Example(s, known, block, number, real=True, connected=True))
    return out, len(annotated)
