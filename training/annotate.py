"""Analyses plain texts with a model file and writes CoNLL-U.

    python annotate.py --model english.kgm --out DIR TEXT...

For looking at a model's work while it trains: words and sentences come from a
plain splitter, corrected by the model's sentence boundaries.
"""

import argparse
from pathlib import Path

import torch

from kgmtrain import corpora, export, predict, segment, text, windows

JOIN_BELOW = -3.0  # boundary margin under which a split inside a paragraph is undone
SPLIT_ABOVE = 2.0  # margin above which an unsplit place after punctuation is cut


def load(path):
    """Returns a predictor for a model file."""
    header, net, vocabulary, lexicon = export.load(path)
    return predict.Predictor(net, header["labels"], text.WordPiece(vocabulary), lexicon)


def _windows(paragraphs, content, predictor):
    """Encodes paragraphs of sentences of spans; returns windows and their spans."""
    sentences, spans = [], []
    for number, paragraph in enumerate(paragraphs):
        for k, s in enumerate(paragraph):
            sentences.append(corpora.Sentence(words=[content[a:b] for a, b in s], document=str(number),
                                              paragraph_start=k == 0))
            spans.append(s)
    encoded = [windows.Encoded(s, predictor.tokeniser, {n: {} for n in predictor.labels}) for s in sentences]
    by_id = {id(e): s for e, s in zip(encoded, spans)}
    return windows.paragraph_windows([e for e in encoded if e.np <= windows.MAX_WINDOW_PIECES]), by_id


def _corrected(paragraphs, content, predictor):
    """Applies the boundary head to the splitter's sentences."""
    window_list, by_id = _windows(paragraphs, content, predictor)
    out = []
    for window, result in zip(window_list, predictor.windows(window_list)):
        paragraph = []
        for k, (e, a) in enumerate(zip(window, result)):
            spans = by_id[id(e)]
            current = paragraph.pop() if k and a.boundary[0] < JOIN_BELOW else []
            for i, span in enumerate(spans):
                before = content[spans[i - 1][0]:spans[i - 1][1]] if i else ""
                if i and a.boundary[i] > SPLIT_ABOVE and not before[-1:].isalnum() and len(current) > 1:
                    paragraph.append(current)
                    current = []
                current.append(span)
            paragraph.append(current)
        out.append(paragraph)
    return out


def conllu(content, predictor):
    """Returns the CoNLL-U analysis of a text; TokenRange counts code points."""
    paragraphs = _corrected(list(segment.sentences(content)), content, predictor)
    window_list, by_id = _windows(paragraphs, content, predictor)
    lines, number, paragraph = [], 0, None
    for window, result in zip(window_list, predictor.windows(window_list)):
        for e, a in zip(window, result):
            number += 1
            spans = by_id[id(e)]
            if e.sentence.document != paragraph:
                lines.append("# newpar")
                paragraph = e.sentence.document
            lines.append(f"# sent_id = {number}")
            lines.append("# text = " + content[spans[0][0]:spans[-1][1]].replace("\n", " "))
            for i, (start, end) in enumerate(spans):
                misc = [f"NER={a.names[i]}"] if a.names[i] != "O" else []
                if content[end:end + 1] and not content[end].isspace():
                    misc.append("SpaceAfter=No")
                misc.append(f"TokenRange={start}:{end}")
                lines.append("\t".join([str(i + 1), content[start:end], a.lemmas[i], a.upos[i], a.xpos[i], a.feats[i],
                                        str(a.heads[i]), a.rels[i], "_", "|".join(misc)]))
            lines.append("")
    return "\n".join(lines) + "\n"


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True, help="folder for the .conllu files")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("texts", nargs="+")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    predictor = load(args.model)
    for path in map(Path, args.texts):
        result = conllu(path.read_text(encoding="utf-8"), predictor)
        (Path(args.out) / (path.stem + ".conllu")).write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
