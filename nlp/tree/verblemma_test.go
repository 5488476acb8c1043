package tree

import (
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestVerbLemma(t *testing.T) {
	for _, c := range []struct{ form, lemma, want, why string }{
		{"shook", "shy", "shake", "irregular, guessed from its letters"},
		{"freed", "fre", "free", "a stem that ends in e"},
		{"guaranteed", "guarantee", "guarantee", "a stem that ends in e"},
		{"seeing", "see", "see", "a verb in ee"},
		{"agreeing", "agree", "agree", "a verb in ee"},
		{"fleeing", "flee", "flee", "a verb in ee"},
		{"dyeing", "dye", "dye", "a verb that keeps its e"},
		{"acquitted", "acquity", "acquit", "a lemma that cannot have the form"},
		{"rattled", "ratty", "rattle", "the same, with an e"},
		{"devastated", "devastat", "devastate", "an e dropped"},
		{"tied", "t", "tie", "a short verb in ie"},
		{"razed", "raz", "raze", "one syllable, one consonant"},
		{"visited", "visit", "visit", "several syllables, no e"},
		{"patrolled", "patroll", "patrol", "the doubled consonant kept"},
		{"killed", "kill", "kill", "a verb that ends in two"},
		{"planning", "plann", "plan", "the same before ing"},
		{"focused", "focus", "focus", "an s that has no e behind it"},
		{"damaged", "damag", "damage", "a soft g"},
		{"repeated", "repeat", "repeat", "two vowels before the t"},
		{"said", "say", "say", "irregular, and right"},
		{"need", "need", "need", "no ending"},
		{"voting", "voting", "vote", "the form itself for a lemma"},
		{"repelled", "repelle", "repel", "the doubled consonant and an e"},
		{"moving", "move", "move", "right"},
		{"perished", "perishe", "perish", "an e that no verb has there"},
		{"sparked", "sparke", "spark", "the same"},
		{"ached", "ache", "ache", "an e that one has"},
	} {
		if got := VerbLemma(&nlp.Token{Form: c.form, Lemma: c.lemma, XPOS: xpos(c.form)}); got != c.want {
			t.Errorf("%s: got %q, want %q (%s)", c.form, got, c.want, c.why)
		}
	}
}

func xpos(form string) string {
	if strings.HasSuffix(form, "ing") {
		return "VBG"
	}
	return "VBD"
}
