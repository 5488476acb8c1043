"""All corpora of a data folder, as sentences."""

from pathlib import Path

from . import corpora, names, windows
from .gazetteer import Gazetteer

SOURCES = [
    ("UD English EWT v2.16 (train)", "CC BY-SA 4.0"),
    ("UD English GUM v11 (train, genres under open licences)", "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain"),
    ("UNER English EWT (train)", "CC BY-SA 4.0"),
    ("wikigold", "CC BY 4.0"),
    ("UDS factuality (train)", "CC BY-SA 4.0"),
    ("countries.json (mledoze)", "ODbL 1.0"),
]


class Data:
    """Training sentences by kind, and the development sets."""

    def __init__(self, folder):
        folder = Path(folder)
        gazetteer = Gazetteer(folder)
        ewt = corpora.read_conllu(folder / "ud-ewt/en_ewt-ud-train.conllu.gz", "ewt")
        gum = corpora.read_conllu(folder / "ud-gum/en_gum-ud-train-open.conllu.gz", "gum")
        self.counts = {"uner": names.join_uner(ewt, folder / "uner-ewt/en_ewt-ud-train.iob2.gz", gazetteer)}
        self.counts["factuality"] = corpora.add_factuality(ewt, folder / "uds-factuality/factuality.jsonl.gz")
        self.trees = ewt + gum
        self.names = names.read_wikigold(folder / "wikigold/wikigold.conll.txt", gazetteer)
        self.dev = {"ewt": corpora.read_conllu(folder / "ud-ewt/en_ewt-ud-dev.conllu", "ewt"),
                    "gum": corpora.read_conllu(folder / "ud-gum/en_gum-ud-dev-open.conllu", "gum")}
        corpora.add_factuality(self.dev["ewt"], folder / "uds-factuality/factuality.jsonl.gz")
        self.dev_names = [(corpora.Sentence(words=w, document="uner", source="uner"), set(names.spans_of(t)))
                          for _, w, t in names.read_columns(folder / "uner-ewt/en_ewt-ud-dev.iob2", 1, 2, "uner")]
