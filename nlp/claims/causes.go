package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

var (
	causeTypes  = codebook.Types{nlp.Event: true, nlp.Concept: true}
	effectTypes = codebook.Types{nlp.Event: true, nlp.Concept: true}
)

// causesReliability is the confidence of a cause that a reason beside its
// effect tells.
const causesReliability = 0.75

// causes reads reasons given beside what they brought about, whatever the words
// in between: "fell because of the drought", "losses due to delays", "closed
// as a result of the strike", "blamed the crash on ice", "the cause was ice".
func (d *document) causes(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if t.nominal(k) {
			out = append(out, d.causeAdjoined(t, k)...)
			out = append(out, d.causeNamed(t, k)...)
		}
	}
	for v := range t.s.Tokens {
		if !t.verbal(v) {
			continue
		}
		switch t.lemma(v) {
		case "blame":
			out = append(out, d.causeBlamed(t, v)...)
		case "cite":
			out = append(out, d.causeCited(t, v)...)
		case "attribute", "ascribe":
			effects := d.ends(t, t.object(v), effectTypes)
			out = append(out, d.caused(t, v, t.oblique(v, "to").tokens, effects, d.stanceOfSubject(t, v))...)
		}
	}
	return out
}

// causeAdjoined reads the reason that the noun k gives in an adjunct.
func (d *document) causeAdjoined(t *tree, k int) []candidate {
	cause, g := t.reason(k)
	if g == k {
		return d.caused(t, k, cause, d.ends(t, t.statedOf(k), effectTypes), d.stanceOf(t, k))
	}
	if g >= 0 {
		effects := d.effects(t, g)
		if len(effects) == 0 && t.wholeClause(k, g) {
			effects = d.clauseEffect(t, g, k)
		}
		return d.caused(t, k, cause, effects, d.stanceOf(t, g))
	}
	if g = t.grounds(k); g >= 0 {
		return d.caused(t, k, t.expand(k, g), d.clauseEffect(t, g, k), d.stanceOf(t, g))
	}
	return nil
}

// causeNamed reads what a clause names as the cause, which the noun k stands
// for: "the cause of the delay was ice".
func (d *document) causeNamed(t *tree, k int) []candidate {
	p := t.head(k)
	if !causeNouns[t.lemma(k)] || p < 0 || t.base(k) != "nsubj" || !t.nominal(p) || t.child(p, "cop") < 0 || t.preposition(p) != "" {
		return nil
	}
	var effects []end
	for _, prep := range []string{"of", "for", "behind"} {
		effects = append(effects, d.ends(t, t.oblique(k, prep), effectTypes)...)
	}
	return d.caused(t, k, t.expand(p, k), effects, d.stanceOf(t, p))
}

// causeNouns are nouns for what brought something about.
var causeNouns = words("cause reason trigger culprit")

// causeBlamed reads "blamed the crash on ice" and "blamed ice for the crash".
func (d *document) causeBlamed(t *tree, v int) []candidate {
	var effects []end
	cause := t.oblique(v, "on").tokens
	if len(cause) > 0 {
		effects = d.ends(t, t.object(v), effectTypes)
	} else {
		cause = t.object(v).tokens
		effects = d.blamedFor(t, v, cause)
	}
	var all []int
	for _, c := range cause {
		all = append(all, t.expand(c, v)...)
	}
	return d.caused(t, v, all, effects, d.stanceOfSubject(t, v))
}

// blamedFor returns what somebody blames causes for. Who only says on what does
// so for the clause that "blaming" stands behind, or the misfortune that the text
// told of last ("Critics blame years of budget cuts").
func (d *document) blamedFor(t *tree, v int, causes []int) []end {
	blamed := t.oblique(v, "for").tokens
	for _, k := range causes {
		blamed = append(blamed, t.oblique(k, "for").tokens...)
		for _, x := range t.children(k, "nmod") {
			blamed = append(blamed, t.oblique(x, "for").tokens...)
		}
	}
	if len(blamed) > 0 {
		var effects []end
		for _, k := range blamed {
			if t.nominal(k) {
				effects = append(effects, d.ends(t, direct(k), effectTypes)...)
			}
		}
		return effects
	}
	if g := t.clauseBefore(v); t.tok(v).XPOS == "VBG" && t.base(v) == "advcl" && g >= 0 {
		return d.clauseEffect(t, g, v)
	}
	if c := d.toldBefore(t, nlp.NoChain, false); c != nlp.NoChain && len(t.ownSubject(v)) > 0 {
		return []end{{End: nlp.ChainEnd(c), token: v, entity: nlp.Event, sure: remoteReliability}}
	}
	return nil
}

// causeCited reads "it fell, citing weak demand".
func (d *document) causeCited(t *tree, v int) []candidate {
	g := t.clauseBefore(v)
	if t.tok(v).XPOS != "VBG" || t.base(v) != "advcl" || g < 0 || !t.verbal(g) {
		return nil
	}
	var out []candidate
	s := d.stanceOf(t, g)
	for _, k := range t.object(v).tokens {
		if cited[t.lemma(k)] || t.is(k, "PROPN") {
			continue
		}
		out = append(out, d.caused(t, v, t.expand(k, v), d.clauseEffect(t, d.saidClause(t, g), v), s)...)
	}
	return out
}

// stanceOfSubject returns the stance of a verb whose subject says what it tells.
func (d *document) stanceOfSubject(t *tree, v int) stance {
	s := d.stanceOf(t, v)
	if by := d.ends(t, t.subject(v), actors); len(by) > 0 {
		s.by = append(s.by, by[0].Chain)
	}
	return s
}

// clauseBefore returns the verb of the clause that the participle v stands behind:
// its head's, or of a clause of that which stands between ("fell after it cut its
// forecast, blaming demand").
func (t *tree) clauseBefore(v int) int {
	g := t.head(v)
	if g < 0 {
		return g
	}
	for _, x := range t.children(g, "advcl") {
		if x > g && x < v && t.verbal(x) && t.tok(x).Finite() {
			return x
		}
	}
	return g
}

// cited are nouns of what is cited as a source and not for a reason.
var cited = words(`data figure figures report source document record statement official study survey letter filing law article rule
	research statistic transcript evidence email message memo paper newspaper agency precedent example passage interview`)

// saidClause returns the clause that a verb of saying reports, or the verb.
func (d *document) saidClause(t *tree, g int) int {
	if c := t.child(g, "ccomp"); c >= 0 && lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] && t.verbal(c) {
		return c
	}
	return g
}

// statedOf returns of what a nominal predicate is said: its subject, or that of
// the verb that it completes.
func (t *tree) statedOf(k int) found {
	if own := t.ownSubject(k); len(own) > 0 {
		for _, x := range t.oblique(own[0], "of").tokens {
			if shareOfThing[t.lemma(own[0])] {
				return direct(x) // "part of the delay"
			}
		}
		return direct(own...)
	}
	if h := t.head(k); h >= 0 && t.verbal(h) && in(t.base(k), "xcomp", "obl") {
		return t.surface(h, maxControl)
	}
	return t.predicateSubject(k)
}

// shareOfThing are nouns for a share of what "of" names.
var shareOfThing = words("part much most some half bulk all")

func (d *document) caused(t *tree, at int, causes []int, effects []end, s stance) []candidate {
	if s.polarity == nlp.Negative {
		return nil // "not because of": which of the two is denied?
	}
	var out []candidate
	for _, c := range d.ends(t, found{tokens: causes}, causeTypes) {
		for _, e := range effects {
			if c.Chain == e.Chain || c.token == e.token {
				continue
			}
			out = append(out, t.candidate(at, c.End, "caused", e.End, s, causesReliability*c.sure*e.sure, "reason"))
		}
	}
	return out
}
