"""All corpora of a data folder, as sentences."""

from pathlib import Path

from . import augment, corpora, gum_names, more_names, names
from .gazetteer import Gazetteer

SOURCES = [
    ("UD English EWT v2.16 (train)", "CC BY-SA 4.0"),
    ("UD English GUM v11 (train, only genres under open licences)", "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain"),
    ("UNER English EWT (train)", "CC BY-SA 4.0"),
    ("wikigold", "CC BY 4.0"),
    ("Re-DocRED (475 documents)", "MIT"),
    ("WNUT17 (train)", "CC BY 4.0"),
    ("re3d without BBC Online", "public domain, OGL 3.0, CC BY-SA 3.0, CC BY 3.0 AU, EU reuse with acknowledgement"),
    ("MEANTIME (86 articles)", "CC BY 4.0"),
    ("UDS factuality (train)", "CC BY-SA 4.0"),
    ("countries.json (mledoze), to narrow places", "ODbL 1.0"),
]

# Articles of MEANTIME that are kept for measuring claims.
MEANTIME_HELD_OUT = ("corpus_gm/125796", "corpus_apple/287096", "corpus_gm/1007169", "corpus_airbus/87805")
EXCHANGED = 6000  # sentences made by exchanging names
SHORT_NAMES = 900  # treebank sentences with a one-word name exchanged
REDOCRED_HELD_OUT = 25  # documents at the end


class Data:
    """Training sentences by kind, and the development sets.

    trees: sentences with all layers; names: sentences with names alone.
    dev_names: UNER's development sentences with their (start, end, type) spans.
    """

    def __init__(self, folder):
        folder = Path(folder)
        gazetteer = Gazetteer(folder)
        ewt = corpora.read_conllu(folder / "ud-ewt/en_ewt-ud-train.conllu.gz", "ewt")
        gum = corpora.read_conllu(folder / "ud-gum/en_gum-ud-train-open.conllu.gz", "gum")
        self.counts = {"uner": names.join_uner(ewt, folder / "uner-ewt/en_ewt-ud-train.iob2.gz", gazetteer),
                       "gum names": gum_names.add(gum, gazetteer),
                       "factuality": corpora.add_factuality(ewt, folder / "uds-factuality/factuality.jsonl.gz")}
        self.trees = ewt + gum
        self.exchanged_trees = augment.short_names(self.trees, SHORT_NAMES, seed=8)
        redocred = more_names.read_redocred(folder / "re-docred/dev_revised.json.gz", gazetteer)
        held = {f"redocred/{i}" for i in range(500 - REDOCRED_HELD_OUT, 500)}
        parts = [names.read_wikigold(folder / "wikigold/wikigold.conll.txt", gazetteer),
                 [s for s in redocred if s.document not in held],
                 more_names.read_wnut(folder / "wnut17/wnut17train.conll", gazetteer),
                 more_names.read_re3d(folder / "re3d", gazetteer),
                 more_names.read_meantime(folder / "meantime", gazetteer, MEANTIME_HELD_OUT)]
        self.names = [s for part in parts for s in part]
        self.names += augment.exchanged(self.trees + self.names, gazetteer, EXCHANGED, seed=7)
        for s in self.names + self.exchanged_trees:
            self.counts[s.source] = self.counts.get(s.source, 0) + 1
        self.dev = {"ewt": corpora.read_conllu(folder / "ud-ewt/en_ewt-ud-dev.conllu", "ewt"),
                    "gum": corpora.read_conllu(folder / "ud-gum/en_gum-ud-dev-open.conllu", "gum")}
        corpora.add_factuality(self.dev["ewt"], folder / "uds-factuality/factuality.jsonl.gz")
        gum_names.add(self.dev["gum"], gazetteer)
        self.dev_typed = self.dev["gum"] + [s for s in redocred if s.document in held]
        self.dev_names = [(corpora.Sentence(words=w, document="uner", source="uner"), set(names.spans_of(t)))
                          for _, w, t in names.read_columns(folder / "uner-ewt/en_ewt-ud-dev.iob2", 1, 2, "uner")]
