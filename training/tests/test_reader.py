"""Tests of the reader's data, features, scores and model file. Run: python -m unittest discover tests"""

import random
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from kgmtrain import claims, export, lexicon, model, reader, reader_scores, reader_windows, texts  # noqa: E402
from kgmtrain.claims import INDEX, SPEAKER  # noqa: E402
from kgmtrain.corpora import Sentence  # noqa: E402
from kgmtrain.pairs import Pairs, readings  # noqa: E402

FOLDER = Path(__file__).parent.parent / "claims"
LABELS = {"xpos": ["NN"], "upos": ["NOUN"], "feats": ["_"], "lemma": ["l"], "name": ["O"], "rel": ["root", "dep"]}

# Mayor Adams praised the crew of Rome: mayor <- Adams <- praised -> crew -> Rome
SENTENCE = Sentence(words="Mayor Adams praised the crew of Rome".split(), heads=[2, 3, 0, 5, 3, 7, 5],
                    upos=["NOUN", "PROPN", "VERB", "DET", "NOUN", "ADP", "PROPN"],
                    rels=["compound", "nsubj", "root", "det", "obj", "case", "nmod:of"])
RELATIONS = ["compound", "nsubj", "root", "obj", "nmod"]


class Tokeniser:
    """A piece for each of ten words."""

    pad, cls, sep, mask = 0, 1, 2, 3

    def encode(self, word):
        return [4 + len(word) % 6]


def _pairs(sentence=SENTENCE, ends=()):
    return Pairs(sentence.upos, sentence.heads, sentence.rels, {r: i + 1 for i, r in enumerate(RELATIONS)}, ends)


def _items(*claims_of):
    examples = [claims.Example(SENTENCE, c, "b", n, real=True, connected=True) for n, c in enumerate(claims_of)]
    return reader_windows.items(examples, Tokeniser(), LABELS, RELATIONS)


def _file(text):
    path = Path(tempfile.mkdtemp()) / "theme.txt"
    path.write_text(text, encoding="utf-8")
    return path


class Annotations(unittest.TestCase):
    def test_our_own(self):
        path = _file('= 07\nS Mayor Adams praised the crew of Rome\nAdams | leads/works_for | Rome | maybe\n@ & Adams | praised | crew\n')
        (own,) = claims.read_own(path)
        self.assertEqual(own.block, "theme/07")
        e = claims.own_example(own, SENTENCE, 0)
        self.assertEqual([(c.subject, c.predicates, c.object) for c in e.claims],
                         [(1, ("leads", "works_for"), 6), (SPEAKER, ("praised",), 4), (1, ("praised",), 4)])

    def test_a_second_occurrence(self):
        (own,) = claims.read_own(_file("S Iran warned Iran\nIran | warned | Iran#2\n"))
        self.assertEqual((own.claims[0].subject, own.claims[0].object), ((0, 4), (12, 16)))

    def test_errors_name_the_line(self):
        for bad in ("A | praised", "A | lauded | B", "A | praised | C", "A | praised | B | perhaps"):
            with self.assertRaisesRegex(ValueError, "theme.txt:2: "):
                claims.read_own(_file(f"S A met B\n{bad}\n"))

    def test_the_head_of_a_phrase(self):
        spans = claims.word_spans("Mayor Adams praised the crew of Rome", SENTENCE.words)
        self.assertEqual(claims.head((0, 11), spans, SENTENCE), 1)
        self.assertEqual(claims.head((20, 36), spans, SENTENCE), 4)

    def test_the_files_of_this_repository(self):
        own = [s for path in sorted((FOLDER / "own").glob("*.txt")) for s in claims.read_own(path)]
        real = claims.read_real(FOLDER / "real.tsv")
        blocks = {s.block for s in own} | {block for _, _, block in real}
        held = set((FOLDER / "held_out.txt").read_text(encoding="utf-8").split())
        self.assertTrue(own and real)
        self.assertLessEqual(held, blocks)


class Features(unittest.TestCase):
    def test_candidates(self):
        self.assertEqual(_pairs().candidates, [SPEAKER, 0, 1, 2, 4, 6])
        self.assertEqual(_pairs(ends=[3]).candidates, [SPEAKER, 0, 1, 2, 3, 4, 6])

    def test_meeting_and_path(self):
        p = _pairs()
        for ends, meet, path in (((1, 6), 2, {2, 4}), ((0, 1), 1, set()), ((0, 4), 2, {1, 2}), ((SPEAKER, 4), 2, {2}),
                                 ((SPEAKER, 2), 2, set()), ((6, SPEAKER), 2, {2, 4})):
            n = p.ends.index(ends)
            found = [(w - 1, s) for k, w, s in zip(p.path_pair, p.path_word, p.path_share) if k == n]
            self.assertEqual((p.meet[n] - 1, {w for w, _ in found}), (meet, path), ends)
            self.assertTrue(not path or abs(sum(s for _, s in found) - 1) < 1e-6)

    def test_relations_and_distance(self):
        p = _pairs()
        n = p.ends.index((6, 1))
        self.assertEqual((p.relation1[n], p.relation2[n], p.distance[n]), (5, 2, 15))
        n = p.ends.index((SPEAKER, 6))
        self.assertEqual((p.relation1[n], p.distance[n]), (0, 7))

    def test_windows_keep_word_numbers_apart(self):
        items = _items([], [claims.Claim(1, ("praised",), 4)])
        joined = reader_windows.join([[items[0]], [items[1], items[0]]], 14)
        size = len(items[0].pairs)
        n = items[0].pairs.ends.index((1, 4))
        self.assertEqual([int(joined["subject"][k * size + n]) for k in range(3)], [2, 15 + 2, 15 + 7 + 2])
        self.assertEqual(joined["claimed"].tolist(), [size + n])
        self.assertEqual(joined["right"][0].nonzero().flatten().tolist(), [INDEX["praised"]])
        self.assertEqual(int(joined["empty"].sum()), 3 * size - 1)

    def test_only_neighbours_share_a_window(self):
        items = _items([], [], [])
        items[2].example.number = 7
        cuts = {tuple(len(w) for w in reader_windows.cut(items, random.Random(seed))) for seed in range(20)}
        self.assertEqual(cuts, {(1, 1, 1), (2, 1)})


class Readings(unittest.TestCase):
    def setUp(self):
        self.item = _items([claims.Claim(1, ("met", "agreed"), 6), claims.Claim(1, ("praised",), 4)])[0]
        self.rows = np.zeros((len(self.item.pairs), claims.NONE + 1), np.float32)

    def give(self, i, j, predicate, p):
        self.rows[self.item.pairs.ends.index((i, j)), INDEX[predicate]] = p

    def test_a_symmetric_predicate_is_right_both_ways(self):
        ends = {self.item.pairs.ends[n]: p for n, p in self.item.right.items()}
        both = sorted([INDEX["met"], INDEX["agreed"]])
        self.assertEqual(ends, {(1, 6): both, (6, 1): both, (1, 4): [INDEX["praised"]]})

    def test_it_is_read_once(self):
        self.give(1, 6, "met", 0.5)
        self.give(6, 1, "met", 0.75)
        self.give(4, 6, "met", 0.5)
        self.give(6, 4, "met", 0.5)
        self.give(1, 4, "praised", 0.25)
        found = readings(self.item.pairs, self.rows, 0.2)
        self.assertEqual(found, [(1, 4, INDEX["praised"], 0.25), (4, 6, INDEX["met"], 0.5), (6, 1, INDEX["met"], 0.75)])

    def test_scores(self):
        self.give(6, 1, "agreed", 0.75)
        self.give(0, 1, "leads", 0.625)
        self.give(1, 4, "praised", 0.5)
        s = reader_scores.score([(self.item, self.rows)])
        self.assertEqual((s["claims"], s["P 0.7"], s["R 0.7"], s["R 0.5"]), (2, 100, 50, 100))
        self.assertAlmostEqual(s["average precision"], 100 * (1 + 2 / 3) / 2)
        self.assertAlmostEqual(s["best F1"], 80)


class File(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.manual_seed(1)
        cls.net = model.Model(10, LABELS)
        cls.folder = Path(tempfile.mkdtemp())
        about = {"name": "test", "version": "1", "created": "", "scores": {}, "data": []}
        cls.plain, cls.full = cls.folder / "plain.kgm", cls.folder / "full.kgm"
        export.write(cls.plain, cls.net, [str(i) for i in range(10)], lexicon.Lexicon({}, {"a"}), LABELS, about)
        cls.reader = reader.Reader.on(cls.net.encoder, len(RELATIONS))
        export.add_reader(cls.plain, cls.full, cls.reader, RELATIONS, {"version": "2"})

    def test_rounding(self):
        t = export.stored("x", "i8", np.array([[2, -1, 0.5], [0, 0, 0], [254, 1, 3]], np.float32))
        self.assertEqual(t.numbers.tolist(), [[127, -64, 32], [0, 0, 0], [127, 0, 2]])  # halves to even
        self.assertEqual(t.scale.tolist(), [np.float32(2) / np.float32(127), 0, 2])

    def test_a_reader_leaves_the_rest_as_it_is(self):
        (old, before), (new, after) = export.read_stored(self.plain), export.read_stored(self.full)
        self.assertEqual((old["version"], new["version"]), ("1", "2"))
        for a, b in zip(before, after):
            self.assertEqual((a.name, a.kind, a.numbers.tobytes()), (b.name, b.kind, b.numbers.tobytes()))
            self.assertEqual(None if a.scale is None else a.scale.tobytes(), None if b.scale is None else b.scale.tobytes())
        again = self.folder / "again.kgm"
        export.add_reader(self.full, again, self.reader, RELATIONS, {})
        self.assertEqual(again.read_bytes(), self.full.read_bytes())

    def test_it_reads_as_it_was_written(self):
        loaded = export.load_reader(self.full, self.net.encoder)
        self.reader.eval()
        self.reader.quantise()
        group = [_items([], [])]
        batch, pairs = reader_windows.collate(group, Tokeniser())
        with torch.no_grad():
            states = reader.states(self.net.encoder, batch)
            want, got = (r(r.words(states, batch), pairs) for r in (self.reader, loaded))
        self.assertEqual(got.shape, (2 * len(_pairs()), claims.NONE + 1))
        torch.testing.assert_close(got, want, atol=0.05, rtol=0)

    def test_it_learns(self):
        net = reader.Reader.on(self.net.encoder, len(RELATIONS)).train()
        items = _items([claims.Claim(1, ("praised",), 4), claims.Claim(0, ("leads", "works_for"), 6)])
        batch, pairs = reader_windows.collate([items], Tokeniser())
        states = reader.states(self.net.eval().encoder, batch)
        optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3)
        for _ in range(30):
            loss = reader.loss(net(net.words(states, batch), pairs), pairs, 7)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        net.eval()
        with torch.no_grad():
            rows = torch.softmax(net(net.words(states, batch), pairs), -1).numpy()
        self.assertEqual(reader_scores.score([(items[0], rows)])["R 0.5"], 100)


class Texts(unittest.TestCase):
    def test_joining(self):
        cases = {"`` We ca n't , '' said Mr. Lee ( 40 ) .": '"We can\'t," said Mr. Lee (40).',
                 "It cost $ 5 , Rome 's mayor said :": "It cost $5, Rome's mayor said:"}
        for tokens, want in cases.items():
            self.assertEqual(texts.joined(tokens.split()), want)


if __name__ == "__main__":
    unittest.main()
