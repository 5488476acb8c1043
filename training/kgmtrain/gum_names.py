"""Names among GUM's mentions.

GUM marks every noun phrase. A mention is a name when its head is a proper noun
or it has a Wikipedia link and capitals; the name is the part of the mention
that matches the link's title or else the proper nouns around the head.
"""

import re
from urllib.parse import unquote

from . import labels, names

_BRACKET = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([^()]*)(\))?|(\d+)(?:\[\d+/\d+\])?\)")
TITLES = set("""mr mrs ms miss dr prof professor president vice prime minister sir lord lady king queen prince princess pope bishop
archbishop cardinal father brother sister saint senator sen governor gov representative rep congressman congresswoman
general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral commander chief
justice judge secretary ambassador chancellor mayor sheikh shaikh sheik ayatollah imam mullah rabbi reverend rev
hon honorable speaker chairman director coach officer detective uncle aunt madam master emperor sultan emir czar tsar
foreign defense defence interior finance deputy former lawmaker spokesman spokeswoman spokesperson attorney host ceo cfo
coo cto premier presiding special advisor adviser executive vp""".split())
_LINKING = {"of", "the", "for", "'s", "-", "&", "de", "la", "von", "van", "al", "el", "bin", "du", "da", "."}


def mentions(sentence, open_mentions):
    """Returns (start, end, etype, minspan, link) of mentions; open ones are carried over sentences."""
    out = []
    for i, misc in enumerate(sentence.misc):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        if not m:
            continue
        for b in _BRACKET.finditer(m.group(1)):
            group, fields, closed, closing = b.groups()
            if group:
                parts = fields.split("-")
                salience = 1 if len(parts) > 2 and re.fullmatch(r"[sn_]+l?", parts[2]) else 0
                minspan = parts[3 + salience] if len(parts) > 3 + salience else "1"
                head = [int(x) for x in minspan.split(",") if x.isdigit()] or [1]
                link = unquote("-".join(parts[5 + salience:])).replace("_", " ")
                if closed:
                    out.append((i, i + 1, parts[0], head, link))
                else:
                    open_mentions.setdefault(group, []).append((i, parts[0], head, link))
            elif open_mentions.get(closing):
                start, etype, head, link = open_mentions[closing].pop()
                out.append((start, i + 1, etype, head, link))
    open_mentions.clear()
    return out


def _linked(words, link):
    """Returns the part of the words that equals the link's title, or None."""
    plain = re.sub(r"\s*\(.*?\)|,.*", "", link)
    want = re.sub(r"\W+", "", plain.lower())
    if not want:
        return None
    for length in range(1, len(words) + 1):
        for a in range(len(words) - length + 1):
            if re.sub(r"\W+", "", "".join(words[a:a + length]).lower()) == want:
                return a, a + length
    return None


def name_span(s, start, end, head, link, etype):
    """Returns the (start, end) of the name inside a mention, or None."""
    words = s.words[start:end]
    proper = [p == "PROPN" or x.startswith("NNP") for p, x in zip(s.upos[start:end], s.xpos[start:end])]
    found = _linked(words, link) if link else None
    if found:
        a, b = found
    else:
        top = [i for i in range(start, end) if not start <= s.heads[i] - 1 < end]
        if not top or not proper[top[0] - start] or s.xpos[top[0]] == "ADD":
            return None
        a = top[0] - start
        b = a + 1
        while a > 0 and (proper[a - 1] or a > 1 and words[a - 1] == "-" and proper[a - 2]
                         or words[a - 1][:1].isupper() and s.upos[start + a - 1] in ("ADJ", "NOUN") and a > 1):
            a -= 1
        while b < len(words):
            if proper[b] and words[b][:1].isalnum():
                b += 1
            elif words[b].lower() in _LINKING and any(proper[b + 1:b + 3]) and _bound(s, start + b, start + a, start + b):
                b += 1
            else:
                break
        while b > a and not proper[b - 1]:
            b -= 1
    while a < b and words[a].lower() in ("the", "a", "an", "-", '"', "'"):
        a += 1
    if etype == "person":
        while b - a > 1 and words[a].lower().rstrip(".") in TITLES:
            a += 1
    if a >= b or not any(proper[a:b]) or not words[a][:1].isalnum() or words[a].islower() and not proper[a]:
        return None
    return start + a, start + b


def _bound(s, i, a, b):
    """Tells whether the linking word i belongs to a phrase whose head is a proper noun hanging on [a, b)."""
    h = s.heads[i] - 1
    if s.words[i] in ("-", "'s", "."):
        return True
    while h >= 0 and h > i and s.upos[h] == "PROPN":
        up = s.heads[h] - 1
        if a <= up < b:
            return s.rels[h].split(":")[0] in ("nmod", "flat", "compound", "conj") and s.words[i].lower() != "and"
        h = up
    return False


def types_of(etype, name, gazetteer):
    """Maps a GUM entity type; returns (types, optional) or None."""
    if gazetteer.people(name):
        return ("Group",), False
    if etype == "person":
        return ("Person",), False
    if etype == "organization":
        place = gazetteer.place_types(name)
        return (("Country",), False) if place == ("Country",) else (("Organization",), False)
    if etype == "place":
        return gazetteer.place_types(name), False
    if etype == "event":
        return ("Event",), False
    if etype == "object":
        return ("Product",), True
    if etype == "abstract":
        return ("Product", "Event", "Organization"), True
    return None


def add(sentences, gazetteer):
    """Gives every GUM sentence its name masks; returns how many names."""
    count, open_mentions, document = 0, {}, None
    for s in sentences:
        if s.document != document:
            open_mentions, document = {}, s.document
        s.names = [labels.OUTSIDE] * len(s.words)
        for i, w in enumerate(s.words):
            if w[:1].isupper() and gazetteer.people(w):
                s.names[i] = labels.begin("Group")
        taken = [False] * len(s.words)
        for start, end, etype, head, link in sorted(mentions(s, open_mentions), key=lambda m: m[0] - m[1]):
            span = name_span(s, start, end, head, link, etype)
            if span is None or any(taken[span[0]:span[1]]):
                continue
            name = names.joined(s.words[span[0]:span[1]])
            if gazetteer.demonym(name) and etype not in ("person", "place"):
                continue
            got = types_of(etype, name, gazetteer)
            if got is None:
                continue
            names.put(s.names, span[0], span[1], *got)
            taken[span[0]:span[1]] = [True] * (span[1] - span[0])
            count += not got[1]
    return count
