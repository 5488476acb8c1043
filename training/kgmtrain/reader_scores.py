"""Scores of the reader on sentences held out."""

from .claims import PREDICATES, SYMMETRIC
from .pairs import readings

LOW = 0.1  # readings below are not counted
MARKS = (0.5, 0.7, 0.9)  # probabilities for which precision and recall are told


def score(results):
    """Scores (item, probabilities) pairs; all values are percentages but the number of claims.

    A claim is a pair of words; of its predicates any counts as right. P and R with
    a number are precision and recall of the readings of at least that probability.
    """
    rows, claims = [], 0
    for item, probabilities in results:
        right = {item.pairs.ends[n]: set(predicates) for n, predicates in item.right.items()}
        claims += sum(not _turned(ends, predicates, right) for ends, predicates in right.items())
        for i, j, predicate, p in readings(item.pairs, probabilities, LOW):
            rows.append((p, predicate in right.get((i, j), ())))
    rows.sort(reverse=True)
    out = {"claims": claims, "average precision": 0.0, "best F1": 0.0}
    out.update({f"{m} {mark}": 0.0 for mark in MARKS for m in "PR"})
    hits = 0
    for n, (p, hit) in enumerate(rows, 1):
        hits += hit
        precision, recall = 100 * hits / n, 100 * hits / max(1, claims)
        out["average precision"] += hit * precision / max(1, claims)
        out["best F1"] = max(out["best F1"], 200 * hits / (n + claims))
        for mark in MARKS:
            if p >= mark:
                out[f"P {mark}"], out[f"R {mark}"] = precision, recall
    return out


def _turned(ends, predicates, right):
    """Tells whether a pair is the second of the two orders of a symmetric claim."""
    i, j = ends
    return j < i and (j, i) in right and any(PREDICATES[p] in SYMMETRIC for p in predicates)
