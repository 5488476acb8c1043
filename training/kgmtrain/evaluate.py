"""Scores on the development sets."""

import numpy as np

from . import windows
from .labels import NAME_TAGS
from .decode import spans

COARSE = {"Person": "PER", "Organization": "ORG", "Country": "LOC", "City": "LOC", "Place": "LOC", "Facility": "LOC"}


def trees(predictor, window_list):
    """Accuracy of tags, lemmas, features and trees with gold words; boundaries inside windows."""
    right = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las"), 0)
    words = hit = got = want = 0
    for window, result in zip(window_list, predictor.windows(window_list)):
        for k, (e, a) in enumerate(zip(window, result)):
            s = e.sentence
            words += e.n
            for i in range(e.n):
                right["upos"] += a.upos[i] == s.upos[i]
                right["xpos"] += a.xpos[i] == s.xpos[i]
                right["feats"] += a.feats[i] == s.feats[i]
                right["lemma"] += a.lemmas[i] == s.lemmas[i]
                head = a.heads[i] == s.heads[i]
                right["uas"] += head
                right["las"] += head and a.rels[i].split(":")[0] == s.rels[i].split(":")[0]
            guess = [m > 0 for m in a.boundary]
            got += sum(guess[1:]) + (guess[0] if k else 0)
            want += k > 0
            hit += k > 0 and guess[0]
    scores = {k: 100 * v / words for k, v in right.items()}
    if want:
        scores["boundary"] = 200 * hit / max(1, got + want)
    return scores


def factuality(predictor, window_list):
    """Pearson r, mean absolute error and sign accuracy on judged predicates."""
    guess, gold = [], []
    for window, result in zip(window_list, predictor.windows(window_list)):
        for e, a in zip(window, result):
            for i, v in e.sentence.factuality.items():
                guess.append(a.factuality[i])
                gold.append(v)
    x, y = np.array(guess), np.array(gold)
    return {"r": 100 * float(np.corrcoef(x, y)[0, 1]), "mae": float(np.abs(x - y).mean()),
            "sign": 100 * float(((x > 0) == (y > 0)).mean())}


def names(predictor, window_list, gold):
    """Exact span F1 against (words, spans) gold of types PER, ORG, LOC, window by window."""
    counts = {}
    for window, result, want in zip(window_list, predictor.windows(window_list), gold):
        tags = [t for a in result for t in a.names]
        got = {(s, e, COARSE[t]) for s, e, t in spans(tags) if t in COARSE}
        for kind in ("PER", "ORG", "LOC"):
            g = {x for x in got if x[2] == kind}
            w = {x for x in want if x[2] == kind}
            c = counts.setdefault(kind, [0, 0, 0])
            c[0] += len(g & w)
            c[1] += len(g)
            c[2] += len(w)
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    scores = {k: 200 * c[0] / max(1, c[1] + c[2]) for k, c in counts.items()}
    scores["f1"] = 200 * total[0] / max(1, total[1] + total[2])
    scores["precision"] = 100 * total[0] / max(1, total[1])
    scores["recall"] = 100 * total[0] / max(1, total[2])
    return scores


def gold_spans(masks):
    """Returns (start, end, allowed types) of the certain names of a sentence's masks."""
    begins = {t[2:]: 1 << i for i, t in enumerate(NAME_TAGS) if t[0] == "B"}
    any_begin, any_inside = sum(begins.values()), sum(1 << i for i, t in enumerate(NAME_TAGS) if t[0] == "I")
    out, i = [], 0
    while i < len(masks):
        if masks[i] & any_begin and not masks[i] & (1 | any_inside):
            j = i + 1
            while j < len(masks) and masks[j] & any_inside and not masks[j] & (1 | any_begin):
                j += 1
            out.append((i, j, {t for t, b in begins.items() if masks[i] & b}))
            i = j
        else:
            i += 1
    return out


def typed_names(predictor, window_list):
    """Recall per contract type and precision over all, against name masks.

    A predicted name is right when the masks allow all of its tags; names that
    the masks leave open count neither way. A gold name that may have several
    types is found when its span has one of them.
    """
    found, wanted, right, wrong = {}, {}, 0, 0
    number = {t: i for i, t in enumerate(NAME_TAGS)}
    for window, result in zip(window_list, predictor.windows(window_list)):
        for e, a in zip(window, result):
            masks = [int(m) for m in e.names]
            got = spans(a.names)
            gold = gold_spans(masks)
            certain = {(s, t): kinds for s, t, kinds in gold}
            for s, t, kinds in gold:
                key = "/".join(sorted(kinds))
                wanted[key] = wanted.get(key, 0) + 1
                found[key] = found.get(key, 0) + any(g[0] == s and g[1] == t and g[2] in kinds for g in got)
            for s, t, kind in got:
                if (s, t) in certain:
                    right, wrong = (right + 1, wrong) if kind in certain[s, t] else (right, wrong + 1)
                elif not all(masks[i] >> number[tag] & 1 for i, tag in zip(range(s, t), a.names[s:t])):
                    wrong += 1
    scores = {f"recall {k}": 100 * found[k] / n for k, n in sorted(wanted.items()) if n >= 20}
    scores["precision"] = 100 * right / max(1, right + wrong)
    scores["recall"] = 100 * sum(found.values()) / max(1, sum(wanted.values()))
    return scores
