"""Trains the reader of claims on a trained language model: model file in, model file out.

    python train_reader.py --model english.kgm --claims claims --texts DIR --kgbuild BINARY --work DIR --out english.kgm

With --from CHECKPOINT it only writes the model file. See README.md.
"""

import argparse
import datetime
import random
import time
from pathlib import Path

import torch

from kgmtrain import analyses, claims, export, modelcard, predict, reader, reader_scores, reader_windows, reference, text

SETTINGS = {"head_lr": 1e-3, "layer_lr": 1.4e-4, "warm_up_steps": 100, "last_rate": 0.02, "weight_decay": 0.01, "clip": 2.0,
            "batch_windows": 24, "dropout": 0.25, "layer_dropout": 0.1, "int8_epochs": 1, "seed": 1}


def options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--model", required=True, help="model file whose encoder the reader branches off")
    p.add_argument("--claims", help="folder of the annotations", default=Path(__file__).parent / "claims", type=Path)
    p.add_argument("--texts", nargs="+", default=[], help="folders of the texts that real.tsv annotates")
    p.add_argument("--kgbuild", help="program that analyses the texts")
    p.add_argument("--work", required=True, type=Path, help="folder for analyses, the checkpoint and the log")
    p.add_argument("--out", required=True, help="model file to write")
    p.add_argument("--from", dest="checkpoint", help="do not train, write this checkpoint")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--version", default="2", help="version of the model file")
    p.add_argument("--note", default="", help="a sentence on this run for the model card")
    p.add_argument("--threads", type=int, default=2)
    args = p.parse_args()
    if not args.checkpoint and not (args.texts and args.kgbuild):
        p.error("training needs --texts and --kgbuild")
    return args


class Run:
    """A language model and the reader that is trained on it."""

    def __init__(self, args):
        self.args = args
        args.work.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(args.threads)
        torch.manual_seed(SETTINGS["seed"])
        self.rng = random.Random(SETTINGS["seed"])
        self.header, self.model, vocabulary, self.lexicon = export.load(args.model)
        self.model.eval()
        self.tokeniser = text.WordPiece(vocabulary)
        self.counts, self.history = {}, []

    def log(self, message):
        line = time.strftime("%H:%M:%S ") + message
        print(line, flush=True)
        with open(self.args.work / "log.txt", "a", encoding="utf-8") as f:
            f.write(line + "\n")

    def new_reader(self):
        self.reader = reader.Reader.on(self.model.encoder, len(self.relations), SETTINGS["dropout"], SETTINGS["layer_dropout"])

    def load_data(self):
        """Reads and analyses the annotated sentences, and lays out the batches of both parts."""
        start = time.time()
        analyser = analyses.Analyser(self.args.kgbuild, self.args.work / "analyses")
        real, lines = analyses.real_examples(self.args.claims / "real.tsv", self.args.texts, analyser)
        self.log(f"{len(real)} of the {lines} sentences of real.tsv found")
        own = analyses.own_examples(sorted((self.args.claims / "own").glob("*.txt")), analyser)
        examples = real + own
        self.relations = sorted({r.partition(":")[0] for e in examples for r in e.sentence.rels})
        held = set((self.args.claims / "held_out.txt").read_text(encoding="utf-8").split())
        items = reader_windows.items(examples, self.tokeniser, self.header["labels"], self.relations)
        train, test = ([i for i in items if (i.example.block in held) == out] for out in (False, True))
        self.counts = {"real sentences": sum(i.example.real for i in items), "own sentences": sum(not i.example.real for i in items),
                       "claims": sum(len(i.example.claims) for i in items), "sentences held out": len(test)}
        self.log(", ".join(f"{k} {v}" for k, v in self.counts.items()))
        self.log(f"loading took {time.time() - start:.0f} s")
        start = time.time()
        self.train, self.test = (self.batches(part) for part in (train, test))
        self.log(f"the encoder's states took {time.time() - start:.0f} s")

    def batches(self, items):
        """Returns batches of (windows, tensors, pairs, states of the encoder), the same in all epochs."""
        out = []
        for group in reader_windows.batches(reader_windows.cut(items, self.rng), SETTINGS["batch_windows"], self.rng):
            batch, pairs = reader_windows.collate(group, self.tokeniser)
            with torch.autocast("cpu", torch.bfloat16):
                states = reader.states(self.model.encoder, batch).to(torch.bfloat16)
            out.append((group, batch, pairs, states))
        return out

    def train_all(self):
        layers = list(self.reader.layers.parameters())
        inside = {id(p) for p in layers}
        groups = [{"params": [p for p in self.reader.parameters() if id(p) not in inside], "peak": SETTINGS["head_lr"]},
                  {"params": layers, "peak": SETTINGS["layer_lr"]}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=SETTINGS["weight_decay"])
        self.step = 0
        for epoch in range(self.args.epochs):
            start = time.time()
            self.reader.quantise(epoch >= self.args.epochs - SETTINGS["int8_epochs"])
            mean = self.train_epoch()
            scores = self.evaluate()
            self.history.append(dict(scores, loss=mean))
            self.log(f"epoch {epoch + 1} took {time.time() - start:.0f} s, loss {mean:.4f}, "
                     + ", ".join(f"{k} {v:.1f}" for k, v in scores.items()))
            self.save(epoch + 1)

    def train_epoch(self):
        """Trains on all batches once and returns the mean loss."""
        self.reader.train()
        self.rng.shuffle(self.train)
        total = 0.0
        for group, batch, pairs, states in self.train:
            for g in self.optimiser.param_groups:
                g["lr"] = g["peak"] * self.rate()
            with torch.autocast("cpu", torch.bfloat16):
                vectors = self.reader.words(states.float(), batch)
            words = sum(i.encoded.n for w in group for i in w)
            loss = reader.loss(self.reader(vectors, pairs), pairs, words)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.reader.parameters(), SETTINGS["clip"])
            self.optimiser.step()
            self.step += 1
            total += loss.item()
        return total / len(self.train)

    def rate(self):
        """Linear warm-up, times a linear decay."""
        last = SETTINGS["last_rate"]
        decay = last + (1 - last) * (1 - self.step / (self.args.epochs * len(self.train)))
        return min(1, (self.step + 1) / SETTINGS["warm_up_steps"]) * decay

    @torch.no_grad()
    def evaluate(self):
        self.reader.eval()
        results = []
        for group, batch, pairs, states in self.test:
            scores = self.reader(self.reader.words(states.float(), batch), pairs)
            results += reader_windows.split(group, torch.softmax(scores, -1).numpy())
        return reader_scores.score(results)

    def save(self, epoch):
        state = {"state": self.reader.state_dict(), "rels": self.relations, "preds": claims.PREDICATES, "cut": reader.FROM,
                 "epoch": epoch, "counts": self.counts, "history": self.history}
        torch.save(state, self.args.work / "reader.tmp")
        (self.args.work / "reader.tmp").rename(self.args.work / "reader.pt")

    def load(self, path):
        state = torch.load(path, weights_only=False)
        if state["preds"] != claims.PREDICATES or state["cut"] != reader.FROM:
            raise ValueError(f"{path}: a reader of other predicates or of another layer")
        self.relations = state["rels"]
        self.counts, self.history = state["counts"], state["history"]
        self.new_reader()
        self.reader.load_state_dict(state["state"])

    def write(self):
        """Writes the model file, its reference outputs and the reader's section of the model card."""
        known = {d["name"] for d in self.header["data"]}
        sources = [{"name": n, "licence": l} for n, l in claims.SOURCES if n not in known]
        scores = {k: round(v, 2) for k, v in self.history[-1].items()}
        about = {"version": self.args.version, "created": datetime.date.today().isoformat(),
                 "scores": dict(self.header["scores"], reader=scores), "data": self.header["data"] + sources}
        size = export.add_reader(self.args.model, self.args.out, self.reader, self.relations, about)
        header, model, vocabulary, lexicon = export.load(self.args.out)
        predictor = predict.Predictor(model.eval(), header["labels"], text.WordPiece(vocabulary), lexicon)
        reference.write(self.args.work / "reference.json", predictor, export.load_reader(self.args.out, model.encoder))
        card = modelcard.reader_section(self.counts, self.history, SETTINGS, self.args.epochs, self.args.note)
        Path(self.args.out).with_suffix(".reader.md").write_text(card, encoding="utf-8")
        self.log(f"wrote {self.args.out}: {size} bytes")


def main():
    args = options()
    run = Run(args)
    if args.checkpoint:
        run.load(args.checkpoint)
    else:
        run.load_data()
        run.new_reader()
        run.train_all()
    run.write()


if __name__ == "__main__":
    main()
