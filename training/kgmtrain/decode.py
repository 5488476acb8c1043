"""From scores to trees and names."""

import numpy as np

from .labels import NAME_TAGS


def tree(scores):
    """Maximum spanning tree with exactly one child of the root.

    scores is [n, n+1]: row the dependent, column the head, column 0 the root.
    Returns n heads (0 the root). Chu-Liu/Edmonds; one root child is enforced
    by a penalty on root arcs that no gain elsewhere can outweigh.
    """
    n = scores.shape[0]
    s = np.full((n + 1, n + 1), -np.inf)
    s[1:] = np.where(scores < -1e8, -1e8, scores).astype(np.float64)
    s[np.arange(n + 1), np.arange(n + 1)] = -np.inf
    best = np.argmax(s[1:], 1)
    if (best == 0).sum() == 1 and not _cycle(np.concatenate([[0], best])):
        return best.tolist()
    finite = s[np.isfinite(s) & (s > -1e7)]
    s[1:, 0] -= (finite.max() - finite.min() + 1.0) * (n + 1)
    return _edmonds(s)[1:].tolist()


def _cycle(heads):
    """Returns the nodes of one cycle, or an empty list."""
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, v = [], start
        while v and not state[v]:
            state[v] = 1
            path.append(v)
            v = heads[v]
        if v and v in path:
            return path[path.index(v):]
        for p in path:
            state[p] = 2
    return []


def _edmonds(s):
    """s [m,m]: score of head column for dependent row, node 0 the root; returns heads."""
    m = s.shape[0]
    heads = np.zeros(m, int)
    heads[1:] = np.argmax(s[1:], 1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(m, bool)
    inside[cycle] = True
    rest = [v for v in range(m) if not inside[v]]
    k = len(rest)
    gain = s[cycle] - s[cycle, heads[cycle]][:, None]
    enter = np.argmax(gain[:, rest], 0)
    leave = np.argmax(s[np.ix_(rest, cycle)], 1)
    t = np.full((k + 1, k + 1), -np.inf)
    t[:k, :k] = s[np.ix_(rest, rest)]
    t[k, :k] = gain[enter, rest]
    t[:k, k] = s[rest, np.array(cycle)[leave]]
    t[0] = -np.inf
    sub = _edmonds(t)
    out = heads.copy()
    for i, v in enumerate(rest):
        if v:
            out[v] = cycle[leave[i]] if sub[i] == k else rest[sub[i]]
    into = sub[k]
    out[cycle[enter[into]]] = rest[into]
    return out


def _transitions():
    n = len(NAME_TAGS)
    legal = np.zeros((n, n))
    for i, a in enumerate(NAME_TAGS):
        for j, b in enumerate(NAME_TAGS):
            if b.startswith("I-") and a[2:] != b[2:]:
                legal[i, j] = -1e9
    return legal


_LEGAL = _transitions()


def names(scores):
    """Best legal BIO sequence (Viterbi) of [n, tags] log probabilities; returns tag numbers."""
    n = len(scores)
    best = scores[0] + _LEGAL[0]
    back = np.zeros((n, scores.shape[1]), int)
    for i in range(1, n):
        total = best[:, None] + _LEGAL
        back[i] = total.argmax(0)
        best = total.max(0) + scores[i]
    tags = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def spans(tags):
    """Returns (start, end, type) of the names of a BIO sequence; a stray I opens a name."""
    out, start, kind = [], 0, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if kind and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            out.append((start, i, kind))
            kind = None
        if tag != "O" and kind is None:
            start, kind = i, tag[2:]
    return out
