"""Analyses of windows by a model."""

from dataclasses import dataclass

import numpy as np
import torch

from . import decode, lexicon, windows
from .labels import NAME_TAGS


@dataclass
class Analysis:
    """The predicted layers of one sentence; heads count from 1 inside the sentence."""

    upos: list
    xpos: list
    feats: list
    lemmas: list
    heads: list
    rels: list
    names: list
    factuality: list
    boundary: list  # logit margin of "a sentence starts here"


class Predictor:
    """Runs a model over windows of encoded sentences."""

    def __init__(self, model, labels, tokeniser, lexicon, fast=True):
        """fast runs the encoder in bfloat16; without it sums are exact as at run time."""
        self.fast = fast
        self.model, self.labels, self.tokeniser, self.lexicon = model, labels, tokeniser, lexicon
        self.rel_root = labels["rel"].index("root")

    def windows(self, window_list, words=3000):
        """Returns one list of Analysis per window, in the order given."""
        self.model.eval()
        place = {id(w): i for i, w in enumerate(window_list)}
        out = [None] * len(window_list)
        for group in windows.batches(window_list, words):
            for w, analysis in zip(group, self._group(group)):
                out[place[id(w)]] = analysis
        return out

    @torch.no_grad()
    def _group(self, group):
        model, labels = self.model, self.labels
        batch = windows.collate(group, self.tokeniser)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.fast):
            states = model.words(batch)
        flat = {n: model.flat[n](states).numpy() for n in model.flat}
        arcs = model.arcs(states, batch).numpy()
        names = torch.log_softmax(torch.from_numpy(flat["name"]), -1).numpy()
        heads = np.zeros(arcs.shape[:2], np.int64)
        results = []
        for r, g in enumerate(group):
            k, row = 0, []
            for e in g:
                columns = np.concatenate([[0], np.arange(k + 1, k + e.n + 1)])
                local = decode.tree(arcs[r, k:k + e.n][:, columns])
                heads[r, k:k + e.n] = [h + k if h else 0 for h in local]
                row.append(local)
                k += e.n
            results.append(row)
        vectors = model.head_vectors(states, torch.from_numpy(heads))
        b, w, d = vectors.shape
        rel = model.relations(states.reshape(-1, d), vectors.reshape(-1, d)).view(b, w, -1).numpy()
        rel[..., self.rel_root] = np.where(heads == 0, 1e9, -1e9)
        best = {n: flat[n].argmax(-1) for n in ("xpos", "upos", "feats")}
        scripts = torch.log_softmax(torch.from_numpy(flat["lemma"]), -1).topk(lexicon.TOP, -1)
        scripts = scripts.values.tolist(), scripts.indices.tolist()
        best["rel"] = rel.argmax(-1)
        out = []
        for r, g in enumerate(group):
            k, row = 0, []
            total = sum(e.n for e in g)
            tags = decode.names(names[r, :total])
            for e, local in zip(g, results[r]):
                part = slice(k, k + e.n)

                def values(name):
                    return [labels[name][i] for i in best[name][r, part]]

                row.append(Analysis(
                    upos=values("upos"), xpos=values("xpos"), feats=values("feats"),
                    lemmas=[self.lexicon.choose(f, x, [(labels["lemma"][c], v) for v, c in zip(sv, sc)])
                            for f, x, sv, sc in zip(e.sentence.words, values("xpos"), scripts[0][r][part], scripts[1][r][part])],
                    heads=local, rels=values("rel"), names=[NAME_TAGS[t] for t in tags[part]],
                    factuality=flat["factuality"][r, part, 0].tolist(),
                    boundary=(flat["boundary"][r, part, 1] - flat["boundary"][r, part, 0]).tolist()))
                k += e.n
            out.append(row)
        return out

