"""Name corpora: each one's types mapped to name masks.

A corpus constrains the tags only as far as its guidelines go. LOC leaves the
choice between Country, City, Place and Facility unless the gazetteer knows; a
corpus without products, events and peoples leaves capitalised words outside
its names free to be those. Adjectives of peoples are never names.
"""

from . import labels
from .corpora import Sentence, open_text
from .gazetteer import _plain

OPEN_TYPES = ("Group", "Product", "Event")
MAYBE_OPEN = labels.OUTSIDE | labels.begin(*OPEN_TYPES) | labels.inside(*OPEN_TYPES)


def put(masks, start, end, types, optional=False):
    """Writes a name over words [start, end); an optional one may also be outside."""
    extra = labels.OUTSIDE if optional else 0
    masks[start] = labels.begin(*types) | extra
    for i in range(start + 1, end):
        masks[i] = labels.inside(*types) | extra


def joined(words):
    """The text of a name with spaces between words."""
    return " ".join(words)


def outside_masks(words, proper, gazetteer):
    """Masks of words outside all names: strictly O unless the word may be part of an unmarked type."""
    masks = [MAYBE_OPEN if p and not gazetteer.demonym(w) else labels.OUTSIDE for w, p in zip(words, proper)]
    for i, w in enumerate(words):
        if w[:1].isupper() and gazetteer.people(w):
            masks[i] = labels.begin("Group")
    return masks


def capitalised(words):
    """Which words look like parts of names (not at the start of the sentence, not all capitals text)."""
    upper = sum(w.isupper() for w in words if w.isalpha())
    if upper > 0.6 * max(1, sum(w.isalpha() for w in words)):
        return [False] * len(words)
    return [i > 0 and w[:1].isupper() for i, w in enumerate(words)]


def mark(masks, words, spans, types_of, gazetteer):
    """Writes (start, end, type) spans with the types that types_of(type, name) returns; None leaves O."""
    for start, end, kind in spans:
        if end - start > 1 and words[start] == "the":
            masks[start] = labels.OUTSIDE
            start += 1
        name = joined(words[start:end])
        if gazetteer.people(name):
            put(masks, start, end, ("Group",))
            continue
        if gazetteer.demonym(name) and kind not in ("PER",):
            for i in range(start, end):
                masks[i] = labels.OUTSIDE
            continue
        got = types_of(kind, name)
        if got is None:
            continue
        types, optional = got
        put(masks, start, end, types, optional)


def basic_types(gazetteer):
    """Maps PER, ORG, LOC and MISC."""

    def types(kind, name):
        if kind == "PER":
            return ("Person",), False
        if kind == "ORG":
            return ("Organization",), False
        if kind == "LOC":
            return gazetteer.place_types(name), False
        if gazetteer.people(name):
            return ("Group",), False
        return OPEN_TYPES, True

    return types


def read_columns(path, word, tag, source):
    """Reads word and tag columns; returns (sent_id, words, tags) of every sentence."""
    out, words, tags, sent_id = [], [], [], ""
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                sent_id = line.partition("=")[2].strip()
            elif line.startswith("# "):
                continue
            elif line.strip():
                columns = line.split("\t") if "\t" in line else line.split(" ")
                words.append(columns[word])
                tags.append(columns[tag])
            elif words:
                out.append((sent_id or f"{source}-{len(out)}", words, tags))
                words, tags = [], []
    if words:
        out.append((sent_id or f"{source}-{len(out)}", words, tags))
    return out


def spans_of(tags):
    """Returns (start, end, type) of IOB2 or IO tags."""
    from .decode import spans
    return spans(tags)


def _char_spans(words):
    out, at = [], 0
    for w in words:
        w = "".join(w.split())
        out.append((at, at + len(w)))
        at += len(w)
    return out


def project(words, other, spans):
    """Moves spans over `words` to `other`, the same text cut differently; None when the texts differ."""
    if _plain("".join("".join(words).split())) != _plain("".join("".join(other).split())):
        return None
    if len("".join("".join(words).split())) != len("".join("".join(other).split())):
        return None
    a, b = _char_spans(words), _char_spans(other)
    out = []
    for start, end, kind in spans:
        first, last = a[start][0], a[end - 1][1]
        inside = [i for i, (x, y) in enumerate(b) if x < last and y > first]
        out.append((inside[0], inside[-1] + 1, kind))
    return out


def join_uner(sentences, path, gazetteer):
    """Adds UNER's names to the EWT sentences of the same id; returns how many names."""
    by_id = {s.sent_id: s for s in sentences}
    types, count = basic_types(gazetteer), 0
    for sent_id, words, tags in read_columns(path, 1, 2, "uner"):
        s = by_id.get(sent_id)
        spans = project(words, s.words, spans_of(tags)) if s else None
        if spans is None:
            continue
        proper = [p == "PROPN" for p in s.upos]
        s.names = outside_masks(s.words, proper, gazetteer)
        mark(s.names, s.words, spans, types, gazetteer)
        count += len(spans)
    return count


def read_wikigold(path, gazetteer):
    """Reads wikigold, cut into words as the treebanks are."""
    out, types = [], basic_types(gazetteer)
    document = 0
    for n, (_, words, tags) in enumerate(read_columns(path, 0, 1, "wikigold")):
        if words[0] == "-DOCSTART-":
            document += 1
            continue
        out.append(plain_sentence(words, spans_of(tags), types, gazetteer, f"wikigold/{document}", "wikigold"))
    return out


def plain_sentence(words, spans, types, gazetteer, document, source):
    """Builds a sentence with names only from tokens of another convention."""
    from .segment import resplit
    cut = resplit(words)
    spans = project(words, cut, spans) or []
    masks = outside_masks(cut, capitalised(cut), gazetteer)
    mark(masks, cut, spans, types, gazetteer)
    return Sentence(words=cut, document=document, source=source, names=masks)
