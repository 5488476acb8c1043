"""A plain tokeniser and sentence splitter in the manner of the English treebanks.

It serves corpora that come as raw text or with other tokens. The Go program
has its own.
"""

import re

_ABBREVIATIONS = set("""mr mrs ms dr prof st gen lt col maj capt sgt cpl spc rep sen gov pres rev hon jr sr inc ltd co corp
vs etc no jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.g i.e a.m p.m
d.c ph.d fig al approx dept est min max op vol pp""".split())

_WORD = re.compile(r"""
    (?:https?://|www\.)[^\s<>"']+[^\s<>"'.,;:!?)]       # addresses
  | [\w.+-]+@[\w-]+\.[\w.-]*\w
  | (?:[A-Za-z]\.){2,}                                  # U.S.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z])     # 1,500 3.5 12:30 4th
  | \w+(?:\.\w+)+(?=\W|$)
  | [^\W_]+
  | \.{2,} | -{2,} | .
""", re.X | re.S)

_CLITIC = re.compile(r"(?i)^(.+?)(n['\u2019]t|['\u2019](?:s|m|re|ve|ll|d))$")
_NOT = re.compile(r"(?i)^(.+)n$")


def word_spans(text):
    """Returns (start, end) of the words of a text, in code points."""
    spans = []
    for m in _WORD.finditer(text):
        if m.group().isspace():
            continue
        spans.append((m.start(), m.end()))
    return _periods(text, _clitics(text, spans))


def _clitics(text, spans):
    """Joins apostrophes to the clitic after them and cuts n't off its verb."""
    out, i = [], 0
    while i < len(spans):
        s, e = spans[i]
        if text[s:e] in "'\u2019" and i + 1 < len(spans) and out and out[-1][1] == s and spans[i + 1][0] == e:
            nxt = text[e:spans[i + 1][1]].lower()
            before = text[out[-1][0]:out[-1][1]]
            if nxt == "t" and before[-1:].lower() == "n":
                ps, pe = out.pop()
                if pe - ps > 1:
                    out.append((ps, pe - 1))
                out.append((pe - 1, spans[i + 1][1]))
                i += 2
                continue
            if nxt in ("s", "m", "re", "ve", "ll", "d"):
                out.append((s, spans[i + 1][1]))
                i += 2
                continue
            if before.isalpha() and len(before) <= 2 and text[e:e + 1].isupper():
                ps, _ = out.pop()
                out.append((ps, spans[i + 1][1]))
                i += 2
                continue
        if text[s:e].lower() == "cannot":
            out += [(s, s + 3), (s + 3, e)]
        else:
            out.append((s, e))
        i += 1
    return out


def _periods(text, spans):
    """Joins the period of an abbreviation or initial to it."""
    out = []
    for s, e in spans:
        if text[s:e] == "." and out and out[-1][1] == s:
            before = text[out[-1][0]:out[-1][1]]
            more = text[e:].lstrip(" ")
            if before.lower() in _ABBREVIATIONS and before[:1].isalpha() and (before[0].isupper() or before.lower() in ("vs", "etc", "al")) \
                    or (len(before) == 1 and before.isupper() and before != "I" and more[:1].isupper()):
                out[-1] = (out[-1][0], e)
                continue
        out.append((s, e))
    return out


def resplit(words):
    """Cuts every token of another convention as the treebanks would."""
    out = []
    for w in words:
        if len(w) > 1 and ("-" in w or "'" in w or "\u2019" in w or "/" in w):
            cut = [w[a:b] for a, b in word_spans(w)]
            out += cut if "".join(cut) == "".join(w.split()) else [w]
        else:
            out.append(w)
    return out


def sentences(text):
    """Yields paragraphs of a text: lists of sentences, each a list of word spans."""
    for m in re.finditer(r"[^\n]+", text):
        spans = [(a + m.start(), b + m.start()) for a, b in word_spans(m.group())]
        if not spans:
            continue
        paragraph, current, i = [], [], 0
        while i < len(spans):
            current.append(spans[i])
            word = text[spans[i][0]:spans[i][1]]
            ends = word in (".", "!", "?", "...", "\u2026") or re.fullmatch(r"\.{2,}", word)
            if ends:
                while i + 1 < len(spans) and text[spans[i + 1][0]:spans[i + 1][1]] in "\"'\u201d\u2019)]!?." and spans[i + 1][0] == spans[i][1]:
                    i += 1
                    current.append(spans[i])
                after = text[spans[i + 1][0]:spans[i + 1][1]] if i + 1 < len(spans) else ""
                if after and (after[0].isupper() or after[0].isdigit() or after[0] in "\"\u201c'\u2018([-"):
                    paragraph.append(current)
                    current = []
            i += 1
        if current:
            paragraph.append(current)
        yield paragraph
