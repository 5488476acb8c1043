"""Windows and batches of sentences with claims."""

from dataclasses import dataclass

import numpy as np
import torch

from . import windows
from .claims import NONE, Example
from .pairs import Pairs, targets

WINDOW_WORDS = 110
ALONE = {True: 0.35, False: 0.75}  # how often a sentence does not join the one before it: of one article, of different things
_ENCODER = ("pieces", "shapes", "piece_mask", "piece_word", "piece_count", "word_mask")


@dataclass
class Item:
    """An example ready for the network."""

    example: Example
    encoded: windows.Encoded
    pairs: Pairs
    right: dict  # pair number to the predicates of which any is right


def items(examples, tokeniser, labels, relations):
    """Returns the items of all examples that fit into a window; relations is the reader's list."""
    index = {r: i + 1 for i, r in enumerate(relations)}
    none = {n: {} for n in labels}
    out = []
    for e in examples:
        s = e.sentence
        encoded = windows.Encoded(s, tokeniser, none)
        if encoded.np > windows.MAX_WINDOW_PIECES:
            continue
        ends = {w for c in e.claims for w in (c.subject, c.object)}
        pairs = Pairs(s.upos, s.heads, s.rels, index, ends)
        out.append(Item(e, encoded, pairs, targets(pairs, e.claims)))
    return out


def cut(item_list, rng):
    """Cuts the sentences of each block into windows of one or more neighbours, at random."""
    out = []
    for item in item_list:
        last = out[-1] if out else None
        if last and _neighbours(last[-1].example, item.example) and rng.random() >= ALONE[item.example.connected] \
                and sum(i.encoded.n for i in last) + item.encoded.n <= WINDOW_WORDS \
                and sum(i.encoded.np for i in last) + item.encoded.np <= windows.MAX_WINDOW_PIECES:
            last.append(item)
        else:
            out.append([item])
    return out


def _neighbours(a, b):
    return a.block == b.block and a.number + 1 == b.number


def batches(window_list, size, rng):
    """Groups windows of similar length."""
    order = sorted(window_list, key=lambda w: sum(i.encoded.np for i in w) + rng.uniform(-4, 4))
    return [order[k:k + size] for k in range(0, len(order), size)]


def collate(group, tokeniser):
    """Returns the tensors of a batch that the encoder reads, and those of its pairs."""
    batch = windows.collate([[i.encoded for i in w] for w in group], tokeniser)
    return {k: batch[k] for k in _ENCODER}, join(group, batch["word_mask"].shape[1])


def join(group, width):
    """Joins the pairs of a batch of windows of up to width words.

    Word numbers become rows of the word vectors of all windows one after the
    other, each beginning with the speaker. empty says which pairs hold no claim,
    claimed lists the others, and right tells their predicates.
    """
    parts = {k: [] for k in ("subject", "object", "meet", "path_word", "path_pair", "path_share",
                             "relation1", "relation2", "distance")}
    claimed, right, count = [], [], 0
    for row, window in enumerate(group):
        first, at = row * (width + 1), 0
        for item in window:
            p = item.pairs
            for name in ("subject", "object", "meet", "path_word"):
                words = getattr(p, name)
                parts[name].append(np.where(words == 0, first, first + at + words))
            parts["path_pair"].append(p.path_pair + count)
            for name in ("path_share", "relation1", "relation2", "distance"):
                parts[name].append(getattr(p, name))
            for n, predicates in item.right.items():
                claimed.append(n + count)
                right.append(predicates)
            count += len(p)
            at += item.encoded.n
    out = {k: torch.from_numpy(np.concatenate(v)) for k, v in parts.items()}
    out["claimed"] = torch.tensor(claimed, dtype=torch.long)
    out["right"] = torch.zeros(len(right), NONE + 1, dtype=torch.bool)
    for n, predicates in enumerate(right):
        out["right"][n, predicates] = True
    out["empty"] = torch.ones(count, dtype=torch.bool)
    out["empty"][out["claimed"]] = False
    return out


def split(group, probabilities):
    """Returns (item, its rows of the probabilities) for a batch."""
    out, at = [], 0
    for item in (i for w in group for i in w):
        out.append((item, probabilities[at:at + len(item.pairs)]))
        at += len(item.pairs)
    return out
