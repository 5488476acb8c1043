"""Writes the texts that claims/real.tsv annotates, from the corpora of a data folder.

    python write_texts.py --data DIR --out DIR

Articles become plain texts; EWT keeps the analyses of its treebank.
"""

import argparse
from pathlib import Path

from kgmtrain import datasets, texts


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", required=True, type=Path, help="data folder")
    p.add_argument("--out", required=True, type=Path, help="folder for the texts")
    args = p.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    parts = [texts.ecbplus(args.data / "ecbplus/ecbplus-train.jsonl.gz"),
             texts.meantime(args.data / "meantime/meantime.conll", datasets.MEANTIME_HELD_OUT),
             texts.re3d(args.data / "re3d"), texts.gum(args.data / "ud-gum/en_gum-ud-train-open.conllu.gz"),
             texts.gum(args.data / "ud-gum/en_gum-ud-dev-open.conllu")]
    for name, content in (document for part in parts for document in part):
        (args.out / (name + ".txt")).write_text(content.strip() + "\n", encoding="utf-8")
    (args.out / "ewt.conllu").write_text(texts.ewt(args.data / "ud-ewt/en_ewt-ud-train.conllu.gz"), encoding="utf-8")


if __name__ == "__main__":
    main()
