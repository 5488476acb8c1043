package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// verbAttitude is what verb g does to clause c below it. Verbs with several
// readings are told apart by the form of the clause: an infinitive is wished,
// planned or tried, a finite clause said or thought.
func (t *tree) verbAttitude(g, c int) lexicon.Attitude {
	as := lexicon.VerbAttitudes[t.lemma(g)]
	if len(as) == 0 {
		return lexicon.Neutral
	}
	nonfinite := t.base(c) == "xcomp" || t.infinitive(c)
	if t.lemma(g) == "call" && nonfinite && !t.verbal(c) {
		return lexicon.Speech // "called her a friend" says what she is
	}
	order := []lexicon.Attitude{lexicon.Refusal, lexicon.Speech, lexicon.Thought, lexicon.Doubt, lexicon.Wish, lexicon.Plan, lexicon.Seeming, lexicon.Attempt, lexicon.Realising}
	if nonfinite {
		order = []lexicon.Attitude{lexicon.Refusal, lexicon.Wish, lexicon.Plan, lexicon.Attempt, lexicon.Seeming, lexicon.Realising, lexicon.Thought, lexicon.Speech, lexicon.Doubt}
	}
	for _, a := range order {
		if as[a] {
			if a == lexicon.Refusal && t.lemma(g) == "rule" && t.child(g, "compound:prt") < 0 {
				continue
			}
			return a
		}
	}
	return lexicon.Neutral
}

// Words that weaken the clause or the noun they modify.
var (
	hedgeAdverbs = words(`possibly probably likely perhaps maybe allegedly reportedly apparently purportedly supposedly
		presumably seemingly potentially conceivably arguably`)
	hedgeAdjectives = words(`alleged suspected possible potential apparent purported supposed presumed likely rumored rumoured
		reported hypothetical would-be`)
	futureAdjectives = words(`planned upcoming future proposed impending forthcoming intended`)
	denyingBoth      = words(`not n't never n’t`)
	negators         = words(`not n't never neither nor hardly scarcely n’t no`)
)

// modals are the auxiliaries that change a clause's modality.
var modals = map[string]nlp.Modality{
	"may": nlp.Possible, "might": nlp.Possible, "could": nlp.Possible, "can": nlp.Possible,
	"should": nlp.Desired, "must": nlp.Desired, "ought": nlp.Desired, "shall": nlp.Future,
	"to":   nlp.Future, // of a headline: "X to buy Y"
	"will": nlp.Future, "'ll": nlp.Future, "’ll": nlp.Future, "wo": nlp.Future,
	"would": nlp.Possible, "'d": nlp.Possible,
}
