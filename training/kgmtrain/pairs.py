"""The pairs of words of a sentence that may hold a claim, as the reader sees them."""

import numpy as np

from .claims import CANDIDATES, INDEX, NONE, PREDICATES, SPEAKER, SYMMETRIC

FAR = 9  # distances from here on are one
DISTANCES = 2 * (FAR + 1)


class Pairs:
    """All ordered pairs of different candidates of one sentence, as arrays.

    In them words count from 1, and 0 is the speaker: subject, object; meet, the
    lowest common ancestor in the tree; relation1, relation2, the relations of
    the ends (numbers from 1 in the reader's list, 0 for none of it); distance.
    The words of the path between the ends come as a list of (pair, word, share)
    in path_pair, path_word, path_share.
    """

    def __init__(self, upos, heads, relations, index, ends=()):
        """heads count from 1, 0 is the root; index numbers relations; ends are candidates whatever their tags."""
        words = {i for i, tag in enumerate(upos) if tag in CANDIDATES} | set(ends) | {SPEAKER}
        self.candidates = sorted(words)
        number = [index.get(r.partition(":")[0], 0) for r in relations]
        chains = _chains(self.candidates, [h - 1 for h in heads])
        root = next((i for i, h in enumerate(heads) if h == 0), 0)
        self.ends = [(i, j) for i in self.candidates for j in self.candidates if i != j]
        meet, path = [], ([], [], [])
        for pair, (i, j) in enumerate(self.ends):
            ancestor, between = _path(chains[i], chains[j], root)
            meet.append(ancestor + 1)
            between -= {i, j, SPEAKER}
            for word in sorted(between):
                for values, value in zip(path, (pair, word + 1, 1 / len(between))):
                    values.append(value)
        i, j = (np.array([p[side] for p in self.ends], np.int64) for side in (0, 1))
        known = np.array(number + [0], np.int64)  # the speaker's -1 takes the last
        self.subject, self.object, self.meet = i + 1, j + 1, np.array(meet, np.int64)
        self.relation1, self.relation2 = known[i], known[j]
        self.distance = np.minimum(FAR, np.abs(i - j)) + np.where(i > j, FAR + 1, 0)
        self.path_pair, self.path_word = (np.array(p, np.int64) for p in path[:2])
        self.path_share = np.array(path[2], np.float32)

    def __len__(self):
        return len(self.ends)


def _chains(candidates, heads):
    """Returns each candidate with its ancestors; the speaker hangs on the root."""
    root = next((i for i, h in enumerate(heads) if h < 0), 0)
    out = {}
    for c in candidates:
        chain = [c]
        if c == SPEAKER:
            chain.append(root)
        else:
            while heads[chain[-1]] >= 0 and len(chain) <= len(heads):
                chain.append(heads[chain[-1]])
        out[c] = chain
    return out


def _path(a, b, root):
    """Returns the lowest common ancestor of two chains and the words from one end to the other."""
    shared = set(b) - {SPEAKER}
    ancestor = next((k for k in a if k in shared), root)
    up, down = (chain[:chain.index(ancestor) + 1] if ancestor in chain else chain for chain in (a, b))
    return ancestor, set(up) | set(down)


def targets(pairs, claims):
    """Returns {pair number: sorted predicate numbers, of which any is right}; symmetric ones hold both ways."""
    right = {}
    for c in claims:
        for p in c.predicates:
            right.setdefault((c.subject, c.object), set()).add(INDEX[p])
            if p in SYMMETRIC:
                right.setdefault((c.object, c.subject), set()).add(INDEX[p])
    return {n: sorted(right[ends]) for n, ends in enumerate(pairs.ends) if ends in right}


def readings(pairs, probabilities, least):
    """Returns the (subject, object, predicate number, probability) of at least that probability, in order.

    probabilities [pairs, predicates and none]. Each pair gives its best predicate;
    a symmetric one is given in its more probable order, or the first of equals.
    """
    best = probabilities[:, :NONE].argmax(1)
    top = probabilities[np.arange(len(best)), best]
    number = {ends: n for n, ends in enumerate(pairs.ends)}
    out = []
    for n, (i, j) in enumerate(pairs.ends):
        if top[n] < least:
            continue
        other = number[j, i]
        if (PREDICATES[best[n]] in SYMMETRIC and best[other] == best[n]
                and (top[other] > top[n] or top[other] == top[n] and j < i)):
            continue
        out.append((i, j, int(best[n]), float(top[n])))
    return out
