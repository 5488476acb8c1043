"""Words to pieces and shapes.

The Go program repeats every rule of this file; README.md states them in full.
"""

import unicodedata

MAX_PIECES = 8
KEEP_FIRST = 6
KEEP_LAST = 2
MAX_CHARS = 100
SHAPES = 14

_REPLACE = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u2026": "...", "\u00a0": " ",
}


def ascii_punctuation(word):
    """Maps curly quotes, dashes and ellipses to their ASCII equivalents."""
    if word.isascii() and "`" not in word:
        return word
    return "".join(_REPLACE.get(c, c) for c in word)


def _is_punctuation(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c)[0] == "P"


def _is_cjk(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2CEAF
            or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


def split_basic(word):
    """Normalises a word and splits it at spaces, punctuation and CJK characters."""
    out, run = [], []

    def flush():
        if run:
            out.append("".join(run))
            run.clear()

    for c in unicodedata.normalize("NFD", ascii_punctuation(word).lower()):
        category = unicodedata.category(c)
        if category == "Mn":
            continue
        if c in " \t\n\r" or category == "Zs":
            flush()
        elif category[0] == "C" or c == "\ufffd":
            continue
        elif _is_punctuation(c) or _is_cjk(c):
            flush()
            out.append(c)
        else:
            run.append(c)
    flush()
    return out


class WordPiece:
    """Greedy longest-match-first tokeniser over a BERT vocabulary."""

    def __init__(self, pieces):
        self.pieces = list(pieces)
        self.ids = {p: i for i, p in enumerate(self.pieces)}
        self.pad = self.ids["[PAD]"]
        self.unk = self.ids["[UNK]"]
        self.cls = self.ids["[CLS]"]
        self.sep = self.ids["[SEP]"]
        self.mask = self.ids["[MASK]"]
        self._cache = {}

    def encode(self, word):
        """Returns the ids of a word's pieces: at least 1, at most MAX_PIECES."""
        got = self._cache.get(word)
        if got is None:
            got = self._cache[word] = self._encode(word)
        return got

    def _encode(self, word):
        ids = []
        for part in split_basic(word):
            ids.extend(self._pieces(part))
        if not ids:
            return [self.unk]
        if len(ids) > MAX_PIECES:
            ids = ids[:KEEP_FIRST] + ids[-KEEP_LAST:]
        return ids

    def _pieces(self, part):
        if len(part) > MAX_CHARS:
            return [self.unk]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    break
                end -= 1
            if end == start:
                return [self.unk]
            start = end
        return ids


def shape(word):
    """Returns the shape class (0..13) of a word; it carries the letter case.

    The vocabulary is uncased, so this is all the encoder knows of capitals.
    """
    digits = letters = upper = lower = other = 0
    others_joining = True
    periods = False
    first_upper = None
    for c in word:
        category = unicodedata.category(c)
        if category[0] == "M":
            continue
        if category == "Nd":
            digits += 1
        elif category[0] == "L":
            letters += 1
            if first_upper is None:
                first_upper = category == "Lu"
            if category == "Lu":
                upper += 1
            elif category == "Ll":
                lower += 1
        elif c == ".":
            periods = True
        else:
            other += 1
            if c not in "-'\u2019\u2010\u2011\u2013":
                others_joining = False
    if digits:
        if letters:
            return 7
        return 8 if other or periods else 6
    if not letters:
        return 9 if other or periods else 0
    if upper + lower == 0:
        return 13
    if other:
        if not others_joining:
            return 13
        if first_upper:
            return 11
        return 12 if upper == 0 else 5
    if upper == letters:
        if periods:
            return 10
        return 4 if upper == 1 else 3
    if lower == letters:
        return 1
    if first_upper and upper == 1 and lower == letters - 1:
        return 2
    return 5 if upper else 13
