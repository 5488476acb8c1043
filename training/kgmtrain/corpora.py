"""Treebank readers: CoNLL-U files to sentences."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """One sentence of any corpus; a layer the corpus lacks is None.

    heads count from 1, 0 is the root. names holds one name mask a word.
    factuality maps word positions (from 0) to values of about -3..3.
    """

    words: list
    text: str = ""
    sent_id: str = ""
    document: str = ""
    paragraph_start: bool = False
    source: str = ""
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None
    rels: list = None
    misc: list = None
    names: list = None
    factuality: dict = field(default_factory=dict)


def open_text(path):
    """Opens a text file, unpacking gzip by its suffix."""
    path = Path(path)
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return open(path, encoding="utf-8")


def read_conllu(path, source):
    """Reads a CoNLL-U file; empty nodes and multi-word ranges are left out."""
    with open_text(path) as lines:
        return parse_conllu(lines, source)


def parse_conllu(lines, source):
    """Reads lines of CoNLL-U as read_conllu does."""
    sentences, rows = [], []
    document, sent_id, text, paragraph = "", "", "", True
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document, paragraph = line.partition("=")[2].strip(), True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line.startswith("#"):
            continue
        elif line:
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif rows:
            sentences.append(_sentence(rows, text, sent_id, document, paragraph, source))
            rows, paragraph = [], False
    if rows:
        sentences.append(_sentence(rows, text, sent_id, document, paragraph, source))
    return sentences


def _sentence(rows, text, sent_id, document, paragraph, source):
    return Sentence(
        words=[r[1] for r in rows], text=text, sent_id=sent_id, document=source + "/" + document,
        paragraph_start=paragraph, source=source,
        lemmas=[r[2] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
        feats=[r[5] for r in rows], heads=[int(r[6]) for r in rows], rels=[r[7] for r in rows],
        misc=[r[9] for r in rows])


def add_factuality(sentences, path):
    """Joins UDS factuality values to EWT sentences by sentence id.

    The values were collected on an older tokenisation. A sentence is left out
    when one of its predicates would fall on a word that cannot be one.
    """
    by_id = {s.sent_id: s for s in sentences}
    joined = 0
    with open_text(path) as lines:
        for line in lines:
            record = json.loads(line)
            sentence = by_id.get(record["sent_id"])
            if sentence is None:
                continue
            values = {}
            for node, attributes in record["nodes"].items():
                values[int(node.rsplit("-", 1)[1]) - 1] = attributes["factuality"]["factual"]["value"]
            if all(i < len(sentence.words) and sentence.upos[i] in _PREDICATE for i in values):
                sentence.factuality = values
                joined += len(values)
    return joined


_PREDICATE = {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "NUM"}
