package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// effects returns what a word with a reason beside it tells to have come about: a
// noun itself; of a verb the event that it tells of, what happens to something
// in the passive, what changes, what is made or stopped.
func (d *document) effects(t *tree, g int) []end {
	if t.nominal(g) && t.child(g, "cop") < 0 {
		return d.ends(t, direct(g), effectTypes)
	}
	if !t.verbal(g) {
		return d.ends(t, t.predicateSubject(g), codebook.Types{nlp.Event: true})
	}
	if c := d.a.ChainAt(t.ref(g)); c != nlp.NoChain && d.a.Chains[c].Event != nil && d.spokenOf(&d.a.Chains[c]) {
		return d.ends(t, direct(g), effectTypes)
	}
	if o := t.object(g); len(o.tokens) > 0 {
		if stopped[t.lemma(g)] || stoppedBy[t.phrasal(g)] {
			return d.ends(t, o, effectTypes)
		}
		if outcomes[t.lemma(g)] {
			return d.ends(t, o, effectTypes)
		}
		return d.ends(t, o, codebook.Types{nlp.Event: t.passive(g)})
	}
	if changes[t.lemma(g)] {
		return d.ends(t, t.subject(g), effectTypes)
	}
	return d.ends(t, t.subject(g), codebook.Types{nlp.Event: true})
}

// noEffect reports whether an end is nothing that comes about: a number of people,
// people of whom a noun tells that something happened "as a result", a mere
// quality ("made her popular").
func (d *document) noEffect(m *matcher, e end) bool {
	t := m.t
	if e.token < 0 || d.onlyCounted(t, e) || t.is(e.token, "ADJ") {
		return e.token >= 0
	}
	counted := []int{e.token}
	if t.partitive(e.token) >= 0 {
		counted = append(counted, t.children(e.token, "nmod")...) // "tens of thousands of people"
	}
	return m.p.Class == codebook.Noun && slices.ContainsFunc(counted, func(k int) bool { return persons.Allows(gazetteer.NounType(t.lemma(k))) })
}

// stopped are verbs of what keeps a thing from going on.
var stopped = words("cancel suspend delay postpone halt close shut ground recall evacuate divert withdraw discontinue scrap disrupt interrupt")

// stoppedBy are such verbs with their particles.
var stoppedBy = words("call_off put_off shut_down close_down push_back break_off cut_short hold_up scale_back")

// outcomes are verbs whose object is what came about: "posted a loss".
var outcomes = words(`post report record suffer see make face register sustain experience book incur predict forecast expect
	lose cancel suspend delay postpone halt stop close shut reduce cut raise lower increase cause announce
	scrap abandon reject recall write take begin start stage hold call impose lift introduce discontinue disrupt damage
	destroy affect end ground divert shorten limit restrict interrupt hamper withdraw downgrade`)

// changes are verbs that tell of their subject that it came about or changed.
var changes = words(`fall drop decline slump plunge plummet tumble slide shrink rise increase grow climb jump surge soar collapse
	fail close stall stop cease deteriorate worsen improve recover suffer disappear arise emerge occur happen come slow ease
	halve double triple dwindle erode weaken strengthen spread start begin end slip dip sink dive rally rebound edge gain retreat`)

// clauseEffect returns what the clause of a verb tells to have come about, as an
// event that people speak of or as a concept named by the clause's own words,
// without those of the reason at token why.
func (d *document) clauseEffect(t *tree, g, why int) []end {
	for n := 0; n < maxControl && t.verbal(g) && (planning[t.lemma(g)] || t.lemma(g) == "have") && t.child(g, "xcomp") >= 0; n++ {
		g = t.child(g, "xcomp") // "plans to shut its plant", "had to recall"
	}
	if es := d.effects(t, g); len(es) > 0 {
		return es
	}
	if !t.is(g, "VERB") || lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] || len(t.negators(g)) > 0 {
		return nil
	}
	r := t.extent(g, func(k int) bool {
		return t.head(k) == g && (in(t.base(k), "mark", "punct", "conj", "cc", "nsubj", "aux", "cop", "advcl", "ccomp", "parataxis") ||
			in(t.base(k), "obl", "advmod") && (t.within(why, k) || t.extent(k, nil).First != g+1))
	})
	m := d.mention(t, r, g, nlp.VerbMention)
	c := d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: m.Text, Mentions: []nlp.Mention{m}})
	return []end{{End: nlp.ChainEnd(c), token: g, entity: nlp.Concept, sure: 1}}
}

// planning are verbs whose infinitive tells what is to come about.
var planning = words("plan intend decide agree vow pledge prepare want hope begin start continue choose opt expect force need")
