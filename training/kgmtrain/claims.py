"""Sentences with their claims: what the reader learns from.

A claim is a pair of words of a sentence and the predicate that holds between
them; word SPEAKER stands for whoever speaks quoted words. See claims/README.md
for the files.
"""

import hashlib
import re
from dataclasses import dataclass, field

from .corpora import Sentence, open_text

PREDICATES = sorted("""
claimed denied blamed accused carried_out attacked targeted killed injured used caused threatened warned condemned criticized
praised called_for hostile allied supports met negotiated agreed sanctioned arrested charged convicted released elected appointed
dismissed resigned leads spokesperson_of member_of works_for founded owns acquired branch_of part_of national_of born_in lives_in
family_of located_in honours controlled overthrew proclaimed invaded withdrew_from""".split())
INDEX = {p: i for i, p in enumerate(PREDICATES)}
NONE = len(PREDICATES)  # the class of pairs without a claim
SYMMETRIC = {"hostile", "allied", "met", "negotiated", "agreed", "family_of"}
SPEAKER = -1
CANDIDATES = {"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM"}  # tags of words that can be an end of a claim
FLAGS = {"not", "maybe"}  # denied; planned, possible or asked for

# What the annotated sentences come from, besides corpora that the language model has too.
SOURCES = [
    ("ECB+ (claims annotated)", "annotation CC BY 3.0; texts are short news items"),
    ("Sentences and articles of kgbuild's own (claims annotated)", "Apache-2.0"),
]


@dataclass
class Claim:
    """An annotated claim; its ends are word numbers from 0, or spans of the text, or SPEAKER.

    Of several predicates any is right. Flags are kept, but not learned.
    """

    subject: object
    predicates: tuple
    object: object
    flags: frozenset = frozenset()


@dataclass
class Own:
    """A sentence of our own; the ends of its claims are spans of its text."""

    text: str
    block: str
    connected: bool
    claims: list = field(default_factory=list)


@dataclass
class Example:
    """An analysed sentence and its claims between words.

    Examples of one block with consecutive numbers may share a window. Connected
    ones are of one article, the others mostly tell of different things.
    """

    sentence: Sentence
    claims: list
    block: str
    number: int
    real: bool
    connected: bool


def digest(text):
    """Returns the twelve hex digits by which real.tsv knows a sentence."""
    return hashlib.sha1(text.encode()).hexdigest()[:12]


def _predicates(text):
    predicates = tuple(text.split("/"))
    unknown = set(predicates) - set(PREDICATES)
    if unknown:
        raise ValueError(f"unknown predicate {', '.join(sorted(unknown))}")
    return predicates


def _flags(words):
    if set(words) - FLAGS:
        raise ValueError(f"unknown flag in {words}")
    return frozenset(words)


def _place(text, end):
    """Returns the span of an end in the text: SPEAKER for @, and the n-th occurrence for "words#n"."""
    if end == "@":
        return SPEAKER
    number = 1
    counted = re.fullmatch(r"(.*?)#(\d)", end)
    if counted:
        end, number = counted[1].strip(), int(counted[2])
    found = [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(end) + r"(?!\w)", text)]
    if len(found) < number:
        raise ValueError(f'"{end}" is not in: {text}')
    return found[number - 1]


def _own_claims(text, line):
    parts = [p.strip() for p in line.split("|")]
    if len(parts) < 3:
        raise ValueError("a claim has a subject, a predicate and an object")
    predicates, flags = _predicates(parts[1]), _flags(parts[3:])
    ends = [[_place(text, e) for e in parts[side].split(" & ")] for side in (0, 2)]
    return [Claim(s, predicates, o, flags) for s in ends[0] for o in ends[1]]


def read_own(path):
    """Reads a file of our own sentences; each block of a file articles-….txt is an article.

    Raises ValueError with file and line for what it cannot read.
    """
    out, block, connected = [], path.stem, path.stem.startswith("articles")
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            try:
                if line.startswith("= "):
                    block = f"{path.stem}/{line[2:]}"
                elif line.startswith("S "):
                    out.append(Own(line[2:].strip(), block, connected))
                elif line:
                    out[-1].claims += _own_claims(out[-1].text, line)
            except (ValueError, IndexError) as e:
                raise ValueError(f"{path}:{number}: {e}") from e
    return out


def read_real(path):
    """Reads real.tsv: (digest, claims, block) of each annotated sentence of the public texts, in order."""
    out, block = [], ""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("# "):
                block = "real/" + line[2:]
                continue
            key, *rest = line.split("\t")
            try:
                found = []
                for subject, predicates, target, *flags in (c.split(" ") for c in rest):
                    found.append(Claim(int(subject), _predicates(predicates), int(target), _flags(flags)))
                out.append((key, found, block))
            except ValueError as e:
                raise ValueError(f"{path}:{number}: {e}") from e
    return out


def word_spans(text, words):
    """Returns where each word stands in the text."""
    out, at = [], 0
    for w in words:
        start = max(text.find(w, at), at)
        at = start + len(w)
        out.append((start, at))
    return out


def head(span, spans, sentence):
    """Returns the number of the head word of a span of the text, None where no word stands.

    It is the first word whose own head is outside, one that can be an end before others.
    """
    if span == SPEAKER:
        return SPEAKER
    inside = [i for i, (start, end) in enumerate(spans) if start < span[1] and end > span[0]]
    tops = [i for i in inside if sentence.heads[i] - 1 not in inside and sentence.upos[i] != "PUNCT"] or inside
    return next((i for i in tops if sentence.upos[i] in CANDIDATES), tops[0] if tops else None)


def own_example(own, sentence, number):
    """Returns the example of a sentence of our own, its claims put on words."""
    spans = word_spans(own.text, sentence.words)
    found = []
    for c in own.claims:
        subject, target = head(c.subject, spans, sentence), head(c.object, spans, sentence)
        if subject is not None and target is not None and subject != target:
            found.append(Claim(subject, c.predicates, target, c.flags))
    return Example(sentence, found, own.block, number, real=False, connected=own.connected)
