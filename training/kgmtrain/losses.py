"""The training loss: one term a head, summed with fixed weights."""

import torch
import torch.nn.functional as F

from .labels import ANY, NAME_TAGS, UNKNOWN

WEIGHTS = {"xpos": 1.0, "upos": 0.5, "feats": 0.5, "lemma": 0.5, "arc": 1.0, "rel": 1.0,
           "name": 1.0, "boundary": 0.3, "factuality": 0.15}
FEWEST = 300  # words a mean is taken over at least, so that rare labels do not shout


def _mean(values):
    return values.sum() / max(len(values), FEWEST)


def _classes(logits, target):
    keep = target != UNKNOWN
    if not keep.any():
        return None
    return _mean(F.cross_entropy(logits[keep].float(), target[keep], reduction="none"))


def name_loss(logits, masks):
    """Minus the log of the summed probability of the tags a mask allows."""
    keep = masks != ANY
    if not keep.any():
        return None
    allowed = (masks[keep][:, None] >> torch.arange(len(NAME_TAGS))) & 1
    p = torch.log_softmax(logits[keep].float(), -1)
    return _mean(-torch.logsumexp(p.masked_fill(allowed == 0, -1e4), -1))


def total(model, batch):
    """Returns the weighted sum and the terms of a batch."""
    x = model.dropout(model.words(batch))
    real = batch["word_mask"]
    terms = {}
    for name in ("xpos", "upos", "feats", "lemma", "boundary"):
        terms[name] = _classes(model.flat[name](x[real]), batch[name][real])
    terms["name"] = name_loss(model.flat["name"](x[real]), batch["names"][real])
    heads = batch["heads"]
    known = heads != UNKNOWN
    if known.any():
        rows = known.any(1)
        part = {k: batch[k][rows] for k in ("sentence", "word_mask")}
        xr, hr = x[rows], heads[rows]
        scores = model.arcs(xr, part)
        terms["arc"] = _classes(scores[hr != UNKNOWN], hr[hr != UNKNOWN])
        vectors = model.head_vectors(xr, hr.clamp_min(0))
        pick = hr > 0
        terms["rel"] = _classes(model.relations(xr[pick], vectors[pick]), batch["rel"][rows][pick])
    fact = batch["fact"]
    judged = ~torch.isnan(fact)
    if judged.any():
        got = model.flat["factuality"](x[judged])[:, 0].float()
        terms["factuality"] = _mean(F.smooth_l1_loss(got, fact[judged], reduction="none"))
    terms = {k: v for k, v in terms.items() if v is not None}
    return sum(WEIGHTS[k] * v for k, v in terms.items()), {k: float(v.detach()) for k, v in terms.items()}
