"""Lemmas that the treebanks show, looked up before the lemma head is asked.

Keys are a word and its Penn tag: the form as it is for NNP and NNPS, the
lower-cased form for all other tags. A key whose lemmas disagree too often is
left to the head.
"""

from collections import Counter, defaultdict

from . import lemma

AGREE = 0.6  # least share of a key's most frequent lemma
TOP = 6  # scripts of the lemma head that are weighed
KNOWN_BONUS = 3.0  # log probability that a script gains when its lemma is known


def key(form, xpos):
    """Returns the form that entries of this tag are kept under."""
    return form if xpos in ("NNP", "NNPS") else form.lower()


class Lexicon:
    """Entries (form, tag) to lemma, and the set of all lemmas seen."""

    def __init__(self, entries, lemmas):
        self.entries, self.lemmas = entries, lemmas

    @classmethod
    def build(cls, sentences):
        """Collects the lexicon of treebank sentences."""
        counts = defaultdict(Counter)
        for s in sentences:
            for w, x, l in zip(s.words, s.xpos, s.lemmas):
                if x != "GW" and not any(c in w + l for c in "\t\n"):
                    counts[key(w, x), x][l] += 1
        entries = {}
        for k, c in counts.items():
            best, n = min(c.items(), key=lambda i: (-i[1], i[0]))
            if n >= AGREE * sum(c.values()):
                entries[k] = best
        return cls(entries, {l for c in counts.values() for l in c})

    def blob(self):
        """Returns the two texts of the model file: entries and lemmas, sorted by code point."""
        entries = "\n".join(sorted("\t".join((f, x, l)) for (f, x), l in self.entries.items()))
        return entries.encode(), "\n".join(sorted(self.lemmas)).encode()

    @classmethod
    def parse(cls, entries, lemmas):
        """Reads what blob wrote."""
        rows = (line.split("\t") for line in entries.decode().split("\n") if line)
        return cls({(f, x): l for f, x, l in rows}, set(lemmas.decode().split("\n")))

    def choose(self, form, xpos, scripts):
        """Returns the lemma of a word.

        scripts are (script, log probability), best first, of the lemma head:
        they decide when there is no entry, those that give a known lemma favoured.
        """
        found = self.entries.get((key(form, xpos), xpos))
        if found is not None:
            return found
        best, best_score = form, float("-inf")
        for code, score in scripts:
            got = lemma.apply(code, form)
            if got in self.lemmas:
                score += KNOWN_BONUS
            if score > best_score:
                best, best_score = got, score
        return best
