package tree

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// irregular are past forms that lemmatisers often get wrong.
var irregular = map[string]string{
	"overthrew": "overthrow", "overthrown": "overthrow", "withdrew": "withdraw", "withdrawn": "withdraw",
	"slew": "slay", "slain": "slay", "shot": "shoot", "struck": "strike", "stricken": "strike", "fought": "fight",
	"led": "lead", "bought": "buy", "won": "win", "met": "meet", "fled": "flee", "swore": "swear", "sworn": "swear",
	"overran": "overrun", "beat": "beat", "beaten": "beat", "forbade": "forbid", "born": "bear", "wed": "wed",
	"founded": "found", "froze": "freeze", "frozen": "freeze", "sought": "seek", "taught": "teach", "bore": "bear",
	"split": "split", "hung": "hang", "sued": "sue", "laid": "lay", "stole": "steal", "stolen": "steal",
	"tore": "tear", "torn": "tear", "sunk": "sink", "shaken": "shake", "flung": "fling", "slid": "slide", "burnt": "burn",
	"forgave": "forgive", "threw": "throw", "thrown": "throw", "rose": "rise",
}

// trueDouble are verbs that end in a double consonant.
var trueDouble = map[string]bool{
	"kill": true, "call": true, "tell": true, "sell": true, "fill": true, "roll": true, "pull": true, "bill": true,
	"poll": true, "spell": true, "smell": true, "fall": true, "enroll": true, "drill": true, "add": true, "err": true,
	"install": true, "shell": true, "recall": true, "chill": true, "thrill": true, "grill": true, "yell": true,
	"stall": true, "swell": true, "dwell": true, "spill": true, "will": true, "butt": true, "purr": true, "putt": true,
	"egg": true,
}

// VerbLemma returns the lemma of a verb in lower case, right for some past
// forms that lemmatisers often get wrong and without the doubled final
// consonant that they leave from "controlled" or "planning".
func VerbLemma(t *nlp.Token) string {
	l, f := Lemma(t), lower(t)
	if base, ok := irregular[f]; ok {
		return base
	}
	n := len(l)
	if n < 4 || l[n-1] != l[n-2] || f == l || !(strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "ing")) {
		return l
	}
	switch l[n-1] {
	case 'l', 't', 'n', 'p', 'r', 'b', 'g', 'd', 'm':
		if !trueDouble[l] {
			return l[:n-1]
		}
	}
	return l
}

// VerbBases lists the lemmas that a regular verb form may be a form of, for
// those who know verbs that the lemmatiser does not.
func VerbBases(t *nlp.Token) []string {
	form := lower(t)
	for _, ending := range []string{"ed", "ing", "es", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		out := []string{stem, stem + "e"}
		if n := len(stem); stem[n-1] == stem[n-2] {
			out = append(out, stem[:n-1])
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok {
			out = append(out, y+"y")
		}
		return out
	}
	return nil
}
