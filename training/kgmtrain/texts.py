"""Plain texts of the corpora whose sentences are annotated with claims."""

import json
import re
from pathlib import Path

from .corpora import open_text

_BRACKETS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_CLINGING = re.compile(r"[.,;:!?%)\]]|'s|'re|'ve|'ll|'d|'m|n't|'|…")
_GUM_GENRES = ("news", "interview", "speech", "court", "bio")
_EWT_GENRES = ("weblog", "newsgroup")


def joined(tokens):
    """Puts tokens together with the spaces of print; straight quotes open and close in turn."""
    out, quoted = "", False
    for token in tokens:
        token = _BRACKETS.get(token, token)
        if token == '"':
            if not quoted and out and not out.endswith((" ", "(")):
                out += " "
            quoted = not quoted
        elif out and not out.endswith(("(", "$", "[")) and not (quoted and out.endswith('"')) and not _CLINGING.fullmatch(token):
            out += " "
        out += token
    return out


def ecbplus(path):
    """Yields (name, text) of the documents of ECB+, a paragraph a sentence."""
    with open_text(path) as lines:
        for document in map(json.loads, lines):
            sentences = {}
            for number, token in document["tokens"]:
                sentences.setdefault(number, []).append(token)
            yield "ecb_" + document["doc"], "\n\n".join(joined(sentences[n]) for n in sorted(sentences))


def meantime(path, leave_out=()):
    """Yields (name, text) of the articles of MEANTIME but those of the keys in leave_out, a paragraph a sentence."""
    documents = {}
    with open_text(path) as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) > 3:
                documents.setdefault(columns[0], {}).setdefault(int(columns[1]), []).append(columns[3])
    for key, sentences in sorted(documents.items()):
        if key not in leave_out:
            name = "mt_" + key.removeprefix("corpus_").replace("/", "_")
            yield name, "\n\n".join(joined(sentences[n]) for n in sorted(sentences))


def re3d(folder):
    """Yields (name, text) of the documents of re3d without its non-commercial part."""
    for path in sorted(Path(folder).glob("*/documents.jsonl")):
        if path.parent.name == "BBC_Online":
            continue
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            document = json.loads(line)
            yield "re3d_" + document["_id"], document["title"] + "\n\n" + document["text"]


def gum(path):
    """Yields (name, text) of GUM's documents that are near to news."""
    name, paragraphs, new = "", [], True
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if paragraphs:
                    yield name, "\n\n".join(" ".join(p) for p in paragraphs)
                name, paragraphs, new = line.partition("=")[2].strip().lower(), [], True
            elif not any(genre in name for genre in _GUM_GENRES):
                continue
            elif line.startswith("# newpar"):
                new = True
            elif line.startswith("# text ="):
                if new:
                    paragraphs.append([])
                paragraphs[-1].append(line.partition("=")[2].strip())
                new = False
    if paragraphs:
        yield name, "\n\n".join(" ".join(p) for p in paragraphs)


def ewt(path):
    """Returns the sentences of EWT's weblogs and newsgroups in CoNLL-U."""
    with open_text(path) as f:
        sentences = f.read().strip().split("\n\n")
    return "\n\n".join(s for s in sentences if re.search(r"^# sent_id = (%s)" % "|".join(_EWT_GENRES), s, re.MULTILINE)) + "\n\n"
