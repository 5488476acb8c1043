"""Offsets of the name head that balance precision and recall.

The corpora disagree on what is a name, and their mix makes the head name too
much. Two numbers, added to the biases of O and of Organization, are chosen on
the development sets; they are part of the exported weights.
"""

import numpy as np
import torch

from . import decode, evaluate, windows
from .labels import NAME_INDEX, NAME_TAGS

OUTSIDE = (0.0, 0.3, 0.6, 0.9)
ORGANIZATION = (0.0, -0.4)


def _scores(predictor, window_list):
    """Returns the log probabilities of the name tags of each window's words."""
    place = {id(w): i for i, w in enumerate(window_list)}
    out = [None] * len(window_list)
    predictor.model.eval()
    for group in windows.batches(window_list, 3000):
        batch = windows.collate(group, predictor.tokeniser)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states = predictor.model.words(batch)
            logits = predictor.model.flat["name"](states).float()
        logits = torch.log_softmax(logits, -1).numpy()
        for row, w in enumerate(group):
            out[place[id(w)]] = logits[row, :sum(e.n for e in w)]
    return out


def offset(outside, organization):
    """Returns the offsets of all tags."""
    out = np.zeros(len(NAME_TAGS), np.float32)
    out[0] = outside
    for tag in ("B-Organization", "I-Organization"):
        out[NAME_INDEX[tag]] = organization
    return out


def names(predictor, uner, gold, typed):
    """Returns the offsets with the best mean F1 on UNER and on the typed sets, and the tried scores."""
    uner_scores, typed_scores = _scores(predictor, uner), _scores(predictor, typed)
    tried = []
    for o in OUTSIDE:
        for g in ORGANIZATION:
            shift = offset(o, g)
            counts = np.zeros(3)
            for s, want in zip(uner_scores, gold):
                tags = [NAME_TAGS[t] for t in decode.names(s + shift)]
                got = {(a, b, evaluate.COARSE[t]) for a, b, t in decode.spans(tags) if t in evaluate.COARSE}
                counts += len(got & want), len(got), len(want)
            right = wrong = wanted = 0
            for w, s in zip(typed, typed_scores):
                tags = [NAME_TAGS[t] for t in decode.names(s + shift)]
                masks = [int(m) for e in w for m in e.names]
                certain = {(a, b): kinds for a, b, kinds in evaluate.gold_spans(masks)}
                wanted += len(certain)
                for a, b, kind in decode.spans(tags):
                    if (a, b) in certain:
                        right += kind in certain[a, b]
                        wrong += kind not in certain[a, b]
                    else:
                        wrong += not all(masks[i] >> NAME_INDEX[tags[i]] & 1 for i in range(a, b))
            f1 = 200 * counts[0] / (counts[1] + counts[2])
            typed_f1 = 200 * right / max(1, right + wrong + wanted)
            tried.append((float(f1 + typed_f1) / 2, float(f1), float(typed_f1), o, g))
    return max(tried), tried
