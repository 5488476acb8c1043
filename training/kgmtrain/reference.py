"""Recorded outputs of a model file, for testing other implementations."""

import json

import torch

from . import corpora, pairs, predict, reader, reader_windows, windows
from .claims import PREDICATES, SPEAKER, Example

SENTENCES = [
    "The Islamic State claimed responsibility for the bombing in Kerman .",
    "Omar al - Mowahid did n't deny it .",
    "U.S. President Donald Trump 's policies were criticised by Mr. O'Neill on 21 July 2017 .",
    "I",
    "Hello !",
    "\u201c We believe it was carried out by operatives \u201d , said Esmail Kossari \u2014 an Iranian lawmaker \u2026",
    "APPLE SUES SAMSUNG OVER iPHONE PATENTS",
    "nearly 1,500 people , 3.5 % of the total , paid $ 40 billion at 12:30",
    "Jos\u00e9 Mar\u00eda \u00d1and\u00fa visited S\u00e3o Paulo , D\u00fcsseldorf and \u0141\u00f3d\u017a .",
    "\u0631\u0648\u0633\u064a\u0627 \u2642 \U0001f600 \u6771\u4eac co-operation e-mail x2 B2B",
    "She may have been killed , officials said , but the group denied any involvement .",
    "What is the name of the minister who resigned yesterday ?",
    "According to foreign media reports on the 4th ( local time ) , two explosions occurred near the mosque .",
    "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenabzeichen arrived",
    "He went to Paris because he wanted to see the Eiffel Tower , the Louvre and Notre - Dame .",
    "The men 's children were better than ours ; their feet hurt .",
    "Visit http://www.example.com/a_b?c=1 or write to someone@example.org .",
    "Airbus , Boeing and the Federal Aviation Administration disagreed over the A380 's wings .",
    "-",
    "Wo n't they be going to the U.N. General Assembly in New York City next week ?",
]
MULTI = [0, 10, 11]


def write(path, predictor, net=None):
    """Writes words, pieces, some states and logits, and all labels of diverse sentences.

    The last record is one window of three sentences. Sums are in float32 on int8
    numbers. With the reader net, readings and some of its word vectors come along.
    """
    model, tokeniser, labels = predictor.model, predictor.tokeniser, predictor.labels
    model.eval()
    sentences = [corpora.Sentence(words=s.split(" ")) for s in SENTENCES]
    encoded = windows.encode_all(sentences, tokeniser, labels)
    exact = predict.Predictor(model, labels, tokeniser, predictor.lexicon, fast=False)
    records = []
    for window in [[e] for e in encoded] + [[encoded[i] for i in MULTI]]:
        batch = windows.collate([window], tokeniser)
        with torch.no_grad():
            states = model.words(batch)
            flat = {n: model.flat[n](states)[0] for n in model.flat}
            arcs = model.arcs(states, batch)[0]
        n = states.shape[1]
        some = sorted({0, n // 2, n - 1})
        analyses = exact.windows([window])[0]
        records.append({
            "sentences": [e.sentence.words for e in window],
            "pieces": batch["pieces"][0].tolist(),
            "shapes": batch["shapes"][0].tolist(),
            "piece_word": (batch["piece_word"][0]).tolist(),
            "states": {i: states[0, i, :8].tolist() for i in some},
            "logits": {k: {i: v[i, :12].tolist() for i in some} for k, v in flat.items()},
            "arcs": {i: [x if x > -1e8 else None for x in arcs[i].tolist()] for i in some},
            "analyses": [vars(a) for a in analyses],
        })
        if net:
            records[-1].update(_read(predictor, net, window, analyses, some))
    with open(path, "w", encoding="utf-8") as f:
        json.dump(records, f, ensure_ascii=False, indent=1)


@torch.no_grad()
def _read(predictor, net, window, analyses, some):
    """Returns what the reader makes of a window; words are counted in the window."""
    examples = []
    for e, a in zip(window, analyses):
        s = corpora.Sentence(words=e.sentence.words, upos=a.upos, heads=a.heads, rels=a.rels)
        examples.append(Example(s, [], "", len(examples), real=True, connected=True))
    group = [reader_windows.items(examples, predictor.tokeniser, predictor.labels, predictor.labels["reader_rel"])]
    batch, joined = reader_windows.collate(group, predictor.tokeniser)
    vectors = net.words(reader.states(predictor.model.encoder, batch), batch)
    probabilities = torch.softmax(net(vectors, joined), -1).numpy()
    found, first = [], 0
    for item, rows in reader_windows.split(group, probabilities):
        for i, j, predicate, p in pairs.readings(item.pairs, rows, reader.LEAST):
            i, j = (w if w == SPEAKER else first + w for w in (i, j))
            found.append({"subject": i, "object": j, "predicate": PREDICATES[predicate], "probability": p})
        first += item.encoded.n
    found.sort(key=lambda r: (r["subject"], r["object"]))
    return {"reader_states": {w: vectors[0, w + 1, :8].tolist() for w in some}, "readings": found}
