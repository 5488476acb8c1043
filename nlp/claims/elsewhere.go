package claims

import "github.com/kgbuild/kgbuild/nlp/gazetteer"

// informing are verbs whose hearer stands beside them, conversing those behind which
// it stands with a preposition, and suing those of going to court against somebody.
var (
	informing  = words("tell inform assure ask email phone brief")
	conversing = words("speak talk say write complain confirm explain admit reveal comment")
	suing      = words("sue prosecute charge indict acquit convict fine try arraign")
)

// lawsuits are nouns of cases, which are heard "against" somebody.
var lawsuits = words("case lawsuit suit trial claim proceeding action complaint appeal ruling verdict judgment judgement charge protest")

// elsewhere reports whether the place behind a body's name is that of the deed: where
// the speaker told a newsroom something, or where a company is sued, says nothing
// about where that body is. Courts and other premises are where they hear somebody.
func (t *tree) elsewhere(i int) bool {
	h := t.head(i)
	if h < 0 || !t.is(i, "PROPN") || t.premises(i) {
		return false
	}
	switch p := t.preposition(i); p {
	case "":
		return in(t.base(i), "obj", "iobj") && (informing[t.lemma(h)] || suing[t.lemma(h)])
	case "to", "with":
		return conversing[t.lemma(h)]
	case "against":
		return lawsuits[t.lemma(h)]
	}
	return false
}

// diedIn reports whether the relative clause of verb v tells of people who died in
// what the noun modifies, and so not in the thing at token g that the event befell:
// "the sinking of the ferry, in which 30 people drowned".
func (t *tree) diedIn(v, g int) bool {
	e := t.head(g)
	if e < 0 || t.base(g) != "nmod" || t.preposition(g) != "of" || !dieVerbs[t.lemma(v)] && !deadWords[t.form(v)] && !(t.passive(v) && (killVerbs[t.lemma(v)] || hurtVerbs[t.lemma(v)])) {
		return false
	}
	_, event := gazetteer.EventType(t.lemma(e))
	return event
}
