"""Windows: what the encoder reads at once, and batches of them."""

import random

import numpy as np
import torch

from . import lemma
from .labels import ANY, UNKNOWN
from .text import shape

MAX_WINDOW_PIECES = 254
TRAIN_WORDS = 128
CROSS_PARAGRAPH = 0.3


class Encoded:
    """One sentence as arrays: piece ids, shapes and the label numbers of every head."""

    __slots__ = ("pieces", "counts", "shapes", "xpos", "upos", "feats", "lemma", "heads", "rel",
                 "names", "fact", "sentence", "n", "np")

    def __init__(self, s, tokeniser, index):
        pieces = [tokeniser.encode(w) for w in s.words]
        self.sentence, self.n = s, len(s.words)
        self.pieces = np.array([i for p in pieces for i in p], np.int32)
        self.np = len(self.pieces)
        self.counts = np.array([len(p) for p in pieces], np.int16)
        self.shapes = np.array([shape(w) for w in s.words], np.int8)

        def number(name, values):
            if values is None:
                return np.full(self.n, UNKNOWN, np.int16)
            return np.array([index[name].get(v, UNKNOWN) for v in values], np.int16)

        self.xpos, self.upos = number("xpos", s.xpos), number("upos", s.upos)
        self.feats, self.rel = number("feats", s.feats), number("rel", s.rels)
        scripts = None if s.lemmas is None else [lemma.script(w, l) for w, l in zip(s.words, s.lemmas)]
        self.lemma = number("lemma", scripts)
        self.heads = np.full(self.n, UNKNOWN, np.int16) if s.heads is None else np.array(s.heads, np.int16)
        self.names = np.full(self.n, ANY, np.int32) if s.names is None else np.array(s.names, np.int32)
        self.fact = np.full(self.n, np.nan, np.float32)
        for i, v in s.factuality.items():
            self.fact[i] = v


def encode_all(sentences, tokeniser, labels):
    """Encodes sentences; those of more than 254 pieces are left out."""
    index = {n: {l: i for i, l in enumerate(ls)} for n, ls in labels.items()}
    encoded = (Encoded(s, tokeniser, index) for s in sentences if s.words)
    return [e for e in encoded if e.np <= MAX_WINDOW_PIECES]


def single_windows(encoded):
    """One window a sentence."""
    return [[e] for e in encoded]


def paragraph_windows(encoded, words=TRAIN_WORDS):
    """Windows of whole paragraphs, cut at sentence ends when over `words` words."""
    out = []
    for e in encoded:
        s = e.sentence
        last = out[-1] if out else None
        if (last and not s.paragraph_start and last[-1].sentence.document == s.document
                and sum(x.n for x in last) + e.n <= words
                and sum(x.np for x in last) + e.np <= MAX_WINDOW_PIECES):
            last.append(e)
        else:
            out.append([e])
    return out


def random_windows(encoded, rng, share_single=0.5):
    """A random cut of a corpus into windows: about half of the sentences stand alone.

    The others form runs of 2 to 6 consecutive sentences of one document with at
    most TRAIN_WORDS words; most runs stay inside a paragraph.
    """
    out, i = [], 0
    while i < len(encoded):
        window = [encoded[i]]
        i += 1
        # A run of k sentences uses k of them: draw runs more rarely than single sentences.
        if rng.random() > share_single / (share_single + (1 - share_single) / 3.5):
            target = rng.randint(2, 6)
            while len(window) < target and i < len(encoded):
                e = encoded[i]
                s = e.sentence
                if s.document != window[0].sentence.document:
                    break
                if s.paragraph_start and rng.random() > CROSS_PARAGRAPH:
                    break
                if (sum(x.n for x in window) + e.n > TRAIN_WORDS
                        or sum(x.np for x in window) + e.np > MAX_WINDOW_PIECES):
                    break
                window.append(e)
                i += 1
        out.append(window)
    return out


def batches(windows, words=2000, rng=None):
    """Groups windows of similar length into batches of about `words` words (with padding)."""
    noise = (lambda: rng.uniform(-4, 4)) if rng else (lambda: 0)
    order = sorted(windows, key=lambda w: sum(e.np for e in w) + noise())
    groups, group, longest = [], [], 0
    for w in order:
        n = sum(e.np for e in w) + 2
        if group and max(longest, n) * (len(group) + 1) > words * 1.3:
            groups.append(group)
            group, longest = [], 0
        group.append(w)
        longest = max(longest, n)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def _case_noise(shapes, kind):
    """Shapes as if the text were in lower case, capitals or title case."""
    shapes = shapes.copy()
    if kind == "lower":
        shapes[np.isin(shapes, (2, 3, 4, 5, 10))] = 1
        shapes[shapes == 11] = 12
    elif kind == "upper":
        shapes[np.isin(shapes, (1, 2, 5))] = 3
        shapes[shapes == 12] = 11
    else:
        shapes[shapes == 1] = 2
        shapes[shapes == 12] = 11
    return shapes


def collate(group, tokeniser, rng=None, word_dropout=0.0, case_noise=0.0):
    """Builds the tensors of a batch; with rng also the noise of training.

    Noise changes the case of a few windows (their lemmas are then not trained,
    as they depend on the form) and masks a few words.
    """
    b = len(group)
    w = max(sum(e.n for e in g) for g in group)
    n = max(sum(e.np for e in g) for g in group) + 2
    pieces = np.full((b, n), tokeniser.pad, np.int64)
    shapes = np.zeros((b, n), np.int64)
    piece_mask = np.zeros((b, n), bool)
    piece_word = np.full((b, n), w, np.int64)
    piece_count = np.zeros((b, w), np.float32)
    word_mask = np.zeros((b, w), bool)
    sentence = np.full((b, w), -1, np.int64)
    ints = {k: np.full((b, w), UNKNOWN, np.int64) for k in ("xpos", "upos", "feats", "lemma", "heads", "rel", "boundary")}
    names = np.full((b, w), ANY, np.int64)
    fact = np.full((b, w), np.nan, np.float32)
    for r, g in enumerate(group):
        p, k = 1, 0
        pieces[r, 0] = tokeniser.cls
        kind = None
        if rng and rng.random() < case_noise:
            kind = rng.choice(("lower", "lower", "upper", "title", "title"))
        for number, e in enumerate(g):
            word_of_piece = np.repeat(np.arange(e.n), e.counts)
            word_shapes = _case_noise(e.shapes, kind) if kind else e.shapes
            ids = e.pieces
            if rng and word_dropout:
                drop = np.array([rng.random() < word_dropout for _ in range(e.n)])
                if drop.any():
                    ids = np.where(drop[word_of_piece], tokeniser.mask, ids)
            pieces[r, p:p + e.np] = ids
            shapes[r, p:p + e.np] = word_shapes[word_of_piece]
            piece_word[r, p:p + e.np] = word_of_piece + k
            piece_count[r, k:k + e.n] = e.counts
            word_mask[r, k:k + e.n] = True
            sentence[r, k:k + e.n] = number
            for name in ("xpos", "upos", "feats", "rel"):
                ints[name][r, k:k + e.n] = getattr(e, name)
            if not kind:
                ints["lemma"][r, k:k + e.n] = e.lemma
            ints["heads"][r, k:k + e.n] = np.where(e.heads > 0, e.heads + k, e.heads)
            if e.heads[0] != UNKNOWN:
                ints["boundary"][r, k:k + e.n] = 0
                ints["boundary"][r, k] = 1 if k else UNKNOWN
            names[r, k:k + e.n] = e.names
            fact[r, k:k + e.n] = e.fact
            p += e.np
            k += e.n
        pieces[r, p] = tokeniser.sep
        piece_mask[r, :p + 1] = True
    piece_word += np.arange(b)[:, None] * (w + 1)
    out = dict(pieces=pieces, shapes=shapes, piece_mask=piece_mask, piece_word=piece_word,
               piece_count=piece_count, word_mask=word_mask, sentence=sentence, names=names, fact=fact, **ints)
    return {k: torch.from_numpy(v) for k, v in out.items()}
