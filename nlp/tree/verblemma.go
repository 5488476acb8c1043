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
	"shook": "shake", "underwent": "undergo", "undergone": "undergo", "oversaw": "oversee", "overseen": "oversee",
	"upheld": "uphold", "withheld": "withhold", "undertook": "undertake", "undertaken": "undertake", "overtook": "overtake",
	"overcame": "overcome", "fed": "feed", "bled": "bleed", "bred": "breed", "sped": "speed", "shed": "shed",
	"clad": "clothe", "beset": "beset", "strewn": "strew", "spun": "spin", "swam": "swim", "swum": "swim", "wept": "weep",
	"swept": "sweep", "crept": "creep", "leapt": "leap", "dug": "dig", "stung": "sting", "stuck": "stick", "strung": "string",
	"awoke": "awake", "overheard": "overhear", "foresaw": "foresee", "foreseen": "foresee", "undid": "undo", "undone": "undo",
	"redid": "redo", "rewrote": "rewrite", "rewritten": "rewrite", "co-wrote": "co-write", "rebuilt": "rebuild",
	"resold": "resell", "outsold": "outsell", "outbid": "outbid", "misled": "mislead", "mistook": "mistake",
	"partook": "partake", "retook": "retake", "retaken": "retake", "forsook": "forsake", "forwent": "forgo", "sank": "sink",
	"shrank": "shrink", "shrunk": "shrink", "sprang": "spring", "sprung": "spring", "wove": "weave", "woven": "weave",
	"clung": "cling", "wrung": "wring", "strove": "strive", "trod": "tread", "trodden": "tread", "dealt": "deal",
	"outran": "outrun", "overthrows": "overthrow", "abode": "abide", "bade": "bid", "sawn": "saw", "hewn": "hew",
	"sang": "sing", "sung": "sing", "rang": "ring", "rung": "ring", "drank": "drink", "stank": "stink", "stunk": "stink",
	"swung": "swing", "slung": "sling", "spat": "spit", "lit": "light", "knelt": "kneel", "dwelt": "dwell", "spilt": "spill",
	"spoilt": "spoil", "rode": "ride", "ridden": "ride", "shone": "shine", "wore": "wear", "worn": "wear", "hid": "hide",
	"hidden": "hide", "blew": "blow", "blown": "blow", "flew": "fly", "flown": "fly", "lent": "lend", "bent": "bend",
}

// trueDouble are verbs that end in a double consonant.
var trueDouble = map[string]bool{
	"kill": true, "call": true, "tell": true, "sell": true, "fill": true, "roll": true, "pull": true, "bill": true,
	"poll": true, "spell": true, "smell": true, "fall": true, "enroll": true, "drill": true, "add": true, "err": true,
	"install": true, "shell": true, "recall": true, "chill": true, "thrill": true, "grill": true, "yell": true,
	"stall": true, "swell": true, "dwell": true, "spill": true, "will": true, "butt": true, "purr": true, "putt": true,
	"egg": true, "boycott": true, "stroll": true, "scroll": true, "quell": true, "mill": true, "refill": true,
	"instill": true, "distill": true, "fulfill": true, "mull": true, "cull": true, "dull": true, "lull": true, "null": true,
	"toll": true, "skill": true, "ebb": true, "whirr": true, "trill": true,
}

// VerbLemma returns the lemma of a verb in lower case, also where lemmatisers
// often err: in past forms that are irregular, in the doubled final consonant
// that they leave from "controlled", in the "e" that they drop from
// "devastated", in one that they add, and where what they guess cannot have the
// form at all.
func VerbLemma(t *nlp.Token) string {
	l, f := Lemma(t), lower(t)
	if base, ok := irregular[f]; ok {
		return base
	}
	if f == l && !(t.XPOS == "VBG" && len(f) > 5) {
		return l // "need", "bring"
	}
	for _, ending := range []string{"ed", "ing"} {
		stem, ok := strings.CutSuffix(f, ending)
		if !ok || len(stem) < 2 {
			continue
		}
		if strings.HasSuffix(stem, "e") {
			if ending == "ed" {
				stem += "e" // "freed" is of "free", and so is "freeing"
			}
			return stem
		}
		if l == stem || !inflected(l, f) || l == stem+"e" && (doubled(stem) || neverE(stem)) {
			return restore(stem)
		}
		return l
	}
	return l
}

// neverE reports whether a stem ends in consonants behind which no verb has an
// "e": "perished" and "sparked" are of "perish" and "spark".
func neverE(stem string) bool {
	for _, end := range []string{"sh", "rk", "ck", "nk", "sk", "lk", "mp", "ct", "pt", "rt", "nt", "lt", "ft", "nd", "ld", "rm", "rn", "ow", "ay"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// inflected reports whether a verb can have a form in "ed" or "ing".
func inflected(lemma, form string) bool {
	if lemma == "" {
		return false
	}
	bases := []string{lemma, lemma + lemma[len(lemma)-1:], lemma + "k"}
	if e, ok := strings.CutSuffix(lemma, "e"); ok {
		bases = append(bases, e)
	}
	if y, ok := strings.CutSuffix(lemma, "y"); ok {
		bases = append(bases, y+"i")
	}
	if ie, ok := strings.CutSuffix(lemma, "ie"); ok {
		bases = append(bases, ie+"y")
	}
	for _, b := range bases {
		if b+"ed" == form || b+"ing" == form {
			return true
		}
	}
	return false
}

// restore gives the verb whose regular form has a stem: "devastat" is that of
// "devastate", "acquitt" of "acquit", "barr" of "bar", "tri" of "try".
func restore(stem string) string {
	n := len(stem)
	if y, ok := strings.CutSuffix(stem, "i"); ok {
		if len(y) < 2 {
			return y + "ie"
		}
		return y + "y"
	}
	if doubled(stem) {
		if trueDouble[stem] {
			return stem
		}
		return stem[:n-1]
	}
	if silentE(stem) {
		return stem + "e"
	}
	return stem
}

// doubled reports whether a stem ends in one of the consonants that are doubled
// before an ending.
func doubled(s string) bool {
	n := len(s)
	return n >= 4 && s[n-1] == s[n-2] && strings.IndexByte("ltnprbgdm", s[n-1]) >= 0
}

// silentE reports whether the stem of a regular form is that of a verb in "e".
func silentE(stem string) bool {
	n := len(stem)
	if n < 3 {
		return false
	}
	last, before := stem[n-1], stem[n-2]
	switch last {
	case 'v', 'c', 'u':
		return true
	case 'z':
		return before != 'z'
	case 's':
		return before != 's' && (before != 'u' || strings.HasSuffix(stem, "thus") || strings.HasSuffix(stem, "mus")) && !strings.HasSuffix(stem, "ias")
	case 'l':
		return strings.IndexByte("bcdfgkptsz", before) >= 0
	case 'g':
		return before == 'a' || before == 'r' || before == 'd' || strings.HasSuffix(stem, "leng") || strings.HasSuffix(stem, "hang") && n > 4 || strings.HasSuffix(stem, "rang")
	case 'r':
		return before == 'u' && strings.IndexByte("jstcg", stem[n-3]) >= 0 && stem != "occur"
	}
	if stem == "creat" || strings.HasSuffix(stem, "iat") || strings.HasSuffix(stem, "uat") {
		return true
	}
	if vowel(last) || !vowel(before) || vowel(stem[n-3]) || strings.IndexByte("wxy", last) >= 0 {
		return false
	}
	if before == 'a' && (last == 't' || last == 'd') {
		return stem != "combat" && stem != "format"
	}
	for i := range n - 2 {
		if vowel(stem[i]) {
			return false // of several syllables: "visit", "wander"
		}
	}
	return true
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

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
