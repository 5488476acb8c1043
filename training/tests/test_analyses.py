"""Tests of the analyses by the Go program and of the examples built on them. Run: python -m unittest discover tests"""

import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent))

from kgmtrain import analyses, claims  # noqa: E402

# Stands in for kgbuild: notes its texts, and cuts them at line ends and full stops.
PROGRAM = f"""#!{sys.executable}
import pathlib, re, sys
texts = [pathlib.Path(a) for a in sys.argv if a.endswith(".txt")]
with open(sys.argv[0] + ".runs", "a") as f:
    print(len(texts), file=f)
for path in texts:
    head = f"# newdoc id = {{path}}\\n"
    for s in re.finditer(r"[^\\s.][^.\\n]*[.]?", path.read_text(encoding="utf-8")):
        print(f"{{head}}# text = {{s[0]}}")
        for n, w in enumerate(re.finditer(r"\\S+", s[0])):
            place = f"TokenRange={{s.start() + w.start()}}:{{s.start() + w.end()}}"
            print(n + 1, w[0], "_", "NOUN", "NN", "_", min(n, 1), "dep", "_", place, sep="\\t")
        print()
        head = ""
"""


class Analyses(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.program = self.write("kgbuild", PROGRAM)
        self.program.chmod(0o755)
        self.kept = self.folder / "kept"
        self.analyser = analyses.Analyser(self.program, self.kept)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def texts(self, *contents):
        return [[s.text for s in sentences] for sentences in self.analyser.sentences(contents)]

    def runs(self):
        """Returns how many texts each run of the program got."""
        return [int(n) for n in Path(f"{self.program}.runs").read_text().split()]

    def test_many_texts_in_one_run(self):
        self.assertEqual(self.texts("Ann met Bo. Bo left.", "Cy won.", "Ann met Bo. Bo left."),
                         [["Ann met Bo.", "Bo left."], ["Cy won."], ["Ann met Bo.", "Bo left."]])
        self.assertEqual(self.runs(), [2])

    def test_only_new_texts_are_analysed(self):
        self.texts("Cy won.", "Bo left.")
        self.assertEqual(self.texts("Bo left.", "Di ran.", "Cy won."), [["Bo left."], ["Di ran."], ["Cy won."]])
        self.assertEqual(self.runs(), [2, 1])

    def test_each_text_is_kept_as_if_it_was_alone(self):
        contents = ["Cy won.\nDi ran.", "Bo left.", " "]
        self.texts(*contents)
        together = {f.name: f.read_text().splitlines()[1:] for f in self.kept.iterdir()}
        self.kept = self.folder / "alone"
        self.analyser = analyses.Analyser(self.program, self.kept)
        for c in contents:
            self.texts(c)
        self.assertEqual({f.name: f.read_text().splitlines()[1:] for f in self.kept.iterdir()}, together)
        self.assertEqual(self.runs(), [3, 1, 1, 1])

    def test_a_run_has_its_limit(self):
        with mock.patch.object(analyses, "RUN_TEXTS", 2):
            self.assertEqual(self.texts("A.", "B.", "C.", "D.", "E."), [["A."], ["B."], ["C."], ["D."], ["E."]])
        self.assertEqual(self.runs(), [2, 2, 1])

    def test_our_own_sentences(self):
        files = [self.write("a.txt", "= 1\nS Ann praised Bo.\nAnn | praised | Bo\nS Cut. In two.\nS Bo left.\n= 2\nS Cy won.\n"),
                 self.write("b.txt", "S Di met Ed.\nDi | met | Ed\n")]
        found = analyses.own_examples(files, self.analyser)
        self.assertEqual([(e.sentence.text, e.block, e.number, [(c.subject, c.object) for c in e.claims]) for e in found],
                         [("Ann praised Bo.", "a/1", 0, [(0, 2)]), ("Bo left.", "a/1", 1, []), ("Cy won.", "a/2", 2, []),
                          ("Di met Ed.", "b", 3, [(0, 2)])])
        self.assertEqual(self.runs(), [3])

    def test_real_sentences(self):
        self.write("texts/b.txt", "Di ran. Bo left.")
        self.write("texts/a.conllu", "# text = Cy won\n1\tCy\tCy\tNOUN\tNN\t_\t0\troot\t_\t_\n\n")
        self.write("texts/c.txt", "Ann met Bo.")
        self.write("texts/d.md", "Ed sat.")
        lines = [("Ann met Bo.", "0 met 2"), ("Cy won", ""), ("Bo left.", "0 met 7"), ("Di ran.", ""), ("Ed sat.", "")]
        real = self.write("real.tsv", "# 1\n" + "".join("\t".join(filter(None, [claims.digest(t), c])) + "\n" for t, c in lines))
        found, number = analyses.real_examples(real, [self.folder / "texts"], self.analyser)
        self.assertEqual([(e.sentence.text, e.number) for e in found], [("Ann met Bo.", 0), ("Cy won", 1), ("Di ran.", 3)])
        self.assertEqual(number, 5)
        self.assertEqual(self.runs(), [2])


if __name__ == "__main__":
    unittest.main()
