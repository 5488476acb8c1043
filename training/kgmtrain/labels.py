"""Label inventories of the heads, taken from the training sentences."""

from collections import Counter

from . import lemma

NAME_TYPES = ("Person", "Organization", "Country", "City", "Place", "Facility", "Group", "Product", "Event")
NAME_TAGS = ("O",) + tuple(f"{p}-{t}" for t in NAME_TYPES for p in "BI")
NAME_INDEX = {t: i for i, t in enumerate(NAME_TAGS)}
UNKNOWN = -100


def bits(*tags):
    """Returns the name mask that allows exactly the given tags."""
    mask = 0
    for tag in tags:
        mask |= 1 << NAME_INDEX[tag]
    return mask


OUTSIDE = bits("O")
ANY = (1 << len(NAME_TAGS)) - 1


def begin(*types):
    """Mask of a first word of a name that may have any of the types."""
    return bits(*(f"B-{t}" for t in types))


def inside(*types):
    """Mask of a further word of a name that may have any of the types."""
    return bits(*(f"I-{t}" for t in types))


def inventory(sentences):
    """Returns the label lists of all heads, most frequent first."""
    counts = {n: Counter() for n in ("xpos", "upos", "feats", "lemma", "rel")}
    for s in sentences:
        if s.heads is None:
            continue
        counts["xpos"].update(s.xpos)
        counts["upos"].update(s.upos)
        counts["feats"].update(s.feats)
        counts["rel"].update(s.rels)
        counts["lemma"].update(lemma.script(w, l) for w, l in zip(s.words, s.lemmas))
    least = {"feats": 3, "lemma": 2}
    labels = {}
    for name, counter in counts.items():
        kept = [(n, l) for l, n in counter.items() if n >= least.get(name, 1)]
        labels[name] = [l for n, l in sorted(kept, key=lambda p: (-p[0], p[1]))]
    labels["name"] = list(NAME_TAGS)
    return labels
