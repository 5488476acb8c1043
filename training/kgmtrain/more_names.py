"""Readers of the other name corpora: Re-DocRED, WNUT17, re3d, MEANTIME."""

import json
import re
from pathlib import Path

from . import labels, names
from .corpora import Sentence, open_text
from .gum_names import TITLES
from .segment import resplit, sentences as split_sentences

# Wikidata properties that tell what their ends are.
_COUNTRY_TAIL = {"P17", "P27", "P495"}
_CITY_TAIL = {"P36"}
_WORK_HEAD = {"P50", "P57", "P58", "P86", "P123", "P161", "P162", "P170", "P175", "P178", "P264", "P272", "P400", "P449",
              "P577", "P144", "P674"}
_EVENT_TAIL = {"P607", "P1344"}


def read_redocred(path, gazetteer):
    """Reads Re-DocRED's development documents; relations narrow the types of places and works."""
    out = []
    basic = names.basic_types(gazetteer)
    with open_text(path) as f:
        documents = json.load(f)
    for number, d in enumerate(documents):
        known = {}
        for r in d["labels"]:
            for end, properties, kind in (("t", _COUNTRY_TAIL, "Country"), ("t", _CITY_TAIL, "City"),
                                          ("h", _WORK_HEAD, "Product"), ("t", _EVENT_TAIL, "Event")):
                if r["r"] in properties:
                    known[r[end]] = kind
        spans = {}
        for v, cluster in enumerate(d["vertexSet"]):
            for m in cluster:
                kind = m["type"]
                if kind in ("TIME", "NUM"):
                    continue
                if known.get(v) in (("Country", "City") if kind == "LOC" else ("Product", "Event") if kind == "MISC" else ()):
                    kind = known[v]
                spans.setdefault(m["sent_id"], {})[tuple(m["pos"])] = kind

        def types(kind, name):
            return ((kind,), False) if kind in labels.NAME_TYPES else basic(kind, name)

        for i, words in enumerate(d["sents"]):
            chosen, used = [], set()
            for (a, b), kind in sorted(spans.get(i, {}).items(), key=lambda x: x[0][0] - x[0][1]):
                if b <= len(words) and not used & set(range(a, b)):
                    used |= set(range(a, b))
                    chosen.append((a, b, kind))
            words = [w if w.strip() else "_" for w in words]
            out.append(names.plain_sentence(words, chosen, types, gazetteer, f"redocred/{number}", "redocred"))
    return out


def read_wnut(path, gazetteer):
    """Reads WNUT17; every post is a document."""
    kinds = {"person": ("Person",), "corporation": ("Organization",), "group": ("Organization", "Group"),
             "product": ("Product",), "creative-work": ("Product", "Event")}

    def types(kind, name):
        return (gazetteer.place_types(name) if kind == "location" else kinds[kind]), False

    out = []
    for n, (_, words, tags) in enumerate(names.read_columns(path, 0, 1, "wnut")):
        out.append(names.plain_sentence(words, names.spans_of(tags), types, gazetteer, f"wnut/{n}", "wnut"))
    return out


_INNER = {"of", "the", "and", "for", "in", "on", "al", "de", "von", "van", "bin", "el", "to"}
_RE3D = {"Person": ("Person",), "Organisation": ("Organization",)}


def _name_core(words, a, b, person):
    """Cuts articles, titles and lower-case edges off a span; None when nothing is left.

    The second value tells whether only articles and titles were cut at the end.
    """
    while a < b and (words[a].lower() in ("the", "a", "an", "this", "our", "their", "his") or not words[a][:1].isalnum()):
        a += 1
    if person:
        titles = [i for i in range(a, b) if words[i].lower().rstrip(".") in TITLES]
        a = titles[-1] + 1 if titles else a
    if any(w in (",", "(", ")", '"') or w.lower() in ("'s", "\u2019s") or w.islower() and w not in _INNER for w in words[a:b]):
        return None
    if a >= b or not words[a][:1].isupper():
        return None
    end = b
    while end > a and not (words[end - 1][:1].isupper() or words[end - 1][:1].isdigit()):
        end -= 1
    return a, end, end == b


def read_re3d(folder, gazetteer):
    """Reads re3d without its non-commercial part.

    Its spans are noun phrases by many hands: a name is kept when it begins and
    ends with a capital; other capitalised words are left untrained.
    """
    out = []
    for source in sorted(p for p in Path(folder).iterdir() if p.is_dir() and p.name != "BBC_Online"):
        entities = {}
        for line in open_text(source / "entities.jsonl"):
            e = json.loads(line)
            if e["confidence"] >= 1 and e["type"] in ("Person", "Organisation", "Location", "Nationality"):
                entities.setdefault(e["documentId"], []).append(e)
        for line in open_text(source / "documents.jsonl"):
            d = json.loads(line)
            first = True
            for paragraph in split_sentences(d["text"]):
                for n, spans in enumerate(paragraph):
                    words = [d["text"][x:y] for x, y in spans]
                    s = Sentence(words=words, document="re3d/" + d["_id"], source="re3d", paragraph_start=n == 0 or first)
                    first = False
                    s.names = _re3d_masks(words, spans, entities.get(d["_id"], ()), gazetteer)
                    out.append(s)
    return out


def _re3d_masks(words, spans, entities, gazetteer):
    masks = [labels.ANY if w[:1].isupper() and not gazetteer.demonym(w) else labels.OUTSIDE for w in words]
    if words[0][:1].isupper() and words[0].lower() in _COMMON:
        masks[0] = labels.OUTSIDE
    for e in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        inside = [i for i, (x, y) in enumerate(spans) if x < e["end"] and y > e["begin"]]
        if not inside or spans[inside[0]][0] != e["begin"] or spans[inside[-1]][1] != e["end"]:
            continue
        core = _name_core(words, inside[0], inside[-1] + 1, e["type"] == "Person")
        if core is None or not core[2] or core[1] - core[0] > 8:
            continue
        a, b, _ = core
        name = names.joined(words[a:b])
        if gazetteer.demonym(name) or e["type"] == "Nationality" or words[a].lower() in _COMMON:
            continue
        if e["type"] == "Location":
            types = gazetteer.place_types(name)
        else:
            types = _RE3D[e["type"]]
            if types == ("Organization",) and gazetteer.place_types(name) == ("Country",):
                types = ("Country",)
            if gazetteer.people(name):
                types = ("Group",)
        if types == ("Person",) and b - a > 4:
            continue
        names.put(masks, a, b, types)
    return masks


_COMMON = set("""i we he she it they you the a an this that these those in on at for with from by as and but or if when while
after before since our his her their its my your there here what who how why where which all some many most one two
is are was were be to of not no so also us me him them now then""".split())


def read_meantime(folder, gazetteer, leave_out=()):
    """Reads MEANTIME's names: mentions of proper nouns; other capitalised words stay untrained.

    leave_out lists corpus keys of articles that must not be trained on.
    """
    folder = Path(folder)
    documents = _meantime_documents(folder / "meantime.conll")
    mentions = {}
    for line in open_text(folder / "entities_mentions.jsonl.gz"):
        m = json.loads(line)
        if m["mention_head_pos"] == "PROPN" and m["tokens_number"]:
            mentions.setdefault((m["conll_doc_key"], m["sent_id"]), []).append(m)
    kinds = {"PER": ("Person",), "ORG": ("Organization",), "PRO": ("Product",)}
    out = []
    for key, sentence_list in documents.items():
        if key in leave_out:
            continue
        for number, words in sorted(sentence_list.items()):
            spans = []
            for m in mentions.get((key, number), ()):
                kind = re.match(r"[A-Z]+", m["mention_type"]).group()
                a, b = min(m["tokens_number"]), max(m["tokens_number"]) + 1
                if b > len(words) or kind not in ("PER", "ORG", "PRO", "LOC"):
                    continue
                core = _name_core(words, a, b, kind == "PER")
                if core and core[2] and core[1] - core[0] <= 6 and ("," not in words[core[0]:core[1]]):
                    spans.append((core[0], core[1], kind))
            spans.sort(key=lambda s: s[0] - s[1])
            chosen, used = [], set()
            for a, b, kind in spans:
                if not used & set(range(a, b)):
                    used |= set(range(a, b))
                    chosen.append((a, b, kind))

            def types(kind, name):
                place = gazetteer.place_types(name)
                if kind == "LOC" or place == ("Country",):
                    return place, False
                return kinds[kind], False

            cut = resplit(words)
            masks = [labels.ANY if p and not gazetteer.demonym(w) else labels.OUTSIDE
                     for w, p in zip(cut, (w[:1].isupper() for w in cut))]
            names.mark(masks, cut, names.project(words, cut, chosen) or [], types, gazetteer)
            out.append(Sentence(words=cut, document="meantime/" + key, source="meantime", names=masks))
    return out


def _meantime_documents(path):
    documents = {}
    for line in open_text(path):
        columns = line.rstrip("\n").split("\t")
        if len(columns) >= 4:
            key, sentence, _, word = columns[:4]
            documents.setdefault(key, {}).setdefault(int(sentence), []).append(word or "_")
    return documents
