"""Tests of the parts that the Go program repeats. Run: python -m unittest discover tests"""

import itertools
import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from kgmtrain import decode, labels, lemma, lexicon, segment, text  # noqa: E402
from kgmtrain.corpora import Sentence  # noqa: E402


def _best_tree(scores):
    """The best single-root tree by trying all head choices."""
    n = scores.shape[0]
    best, best_score = None, -np.inf
    for heads in itertools.product(range(n + 1), repeat=n):
        if sum(h == 0 for h in heads) != 1 or any(h == i + 1 for i, h in enumerate(heads)):
            continue
        ok = True
        for i in range(n):
            v, steps = i + 1, 0
            while v and steps <= n:
                v, steps = heads[v - 1], steps + 1
            ok = ok and v == 0
        score = sum(scores[i, h] for i, h in enumerate(heads))
        if ok and score > best_score:
            best, best_score = list(heads), score
    return best


class Tree(unittest.TestCase):
    def test_equals_exhaustive_search(self):
        rng = np.random.default_rng(1)
        for n in (1, 2, 3, 4, 5):
            for _ in range(40):
                scores = rng.normal(size=(n, n + 1)) * 3
                scores[:, 0] += rng.normal() * 2
                self.assertEqual(decode.tree(scores), _best_tree(scores))


class Names(unittest.TestCase):
    def test_inside_needs_its_beginning(self):
        scores = np.full((2, len(labels.NAME_TAGS)), -9.0)
        scores[0, labels.NAME_INDEX["B-City"]] = -1
        scores[0, labels.NAME_INDEX["O"]] = -0.9
        scores[1, labels.NAME_INDEX["I-City"]] = -0.1
        tags = [labels.NAME_TAGS[t] for t in decode.names(scores)]
        self.assertEqual(tags, ["B-City", "I-City"])


class Lemma(unittest.TestCase):
    def test_scripts_give_the_lemma_back(self):
        pairs = [("was", "be"), ("Cities", "city"), ("US", "US"), ("APPLE", "Apple"), ("wo", "will"), ("Iraqis", "Iraqi"),
                 ("the", "the"), ("n't", "not"), ("ran", "run"), ("'s", "be")]
        for form, want in pairs:
            self.assertEqual(lemma.apply(lemma.script(form, want), form), want)

    def test_a_script_that_cuts_too_much(self):
        self.assertEqual(lemma.apply("K4+y", "Abc"), "abc")

    def test_lexicon_before_scripts(self):
        s = Sentence(words=["Saw", "saw", "Saw"], xpos=["VBD", "VBD", "NNP"], lemmas=["see", "see", "Saw"])
        lx = lexicon.Lexicon.parse(*lexicon.Lexicon.build([s]).blob())
        self.assertEqual(lx.choose("SAW", "VBD", [("l", -0.1)]), "see")
        self.assertEqual(lx.choose("saw", "NN", [("l", -0.1), ("K2+ee", -2.0)]), "see")
        self.assertEqual(lx.choose("saw", "NN", [("l", -0.1), ("K2+ee", -4.0)]), "saw")


class Text(unittest.TestCase):
    def test_shapes(self):
        want = {"the": 1, "The": 2, "US": 3, "I": 4, "iPhone": 5, "20": 6, "4th": 7, "1.5": 8, ",": 9, "U.S.": 10, "O'Neill": 11,
                "n't": 12, "a@b": 13, "\u0631\u0648\u0633": 13, "": 0, "Mr.": 2, "A.": 10, "etc.": 1, "\u2014": 9, "Jose\u0301": 2}
        self.assertEqual({w: text.shape(w) for w in want}, want)

    def test_words(self):
        cases = {"Omar al-Ani didn't say (\u201cno\u201d).": "Omar al - Ani did n't say ( \u201c no \u201d ) .",
                 "the U.S. can't, Mr. O'Neill's 1,500 men.": "the U.S. ca n't , Mr. O'Neill 's 1,500 men ."}
        for source, want in cases.items():
            self.assertEqual(" ".join(source[a:b] for a, b in segment.word_spans(source)), want)


if __name__ == "__main__":
    unittest.main()
