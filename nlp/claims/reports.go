package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// inquiries are events that find out what is so, as reports tell it.
var inquiries = words("inquiry enquiry inquest investigation probe autopsy postmortem post-mortem examination inspection census screening test assessment evaluation research")

// report reports whether token k names somebody's words.
func (t *tree) report(k int) bool { return lexicon.ReportNouns[t.lemma(k)] && !t.is(k, "PROPN") }

// author returns whose words a report is, with the tree that the token stands
// in: as said beside this mention of it, or beside another. The token is -1
// when the document does not say.
func (d *document) author(t *tree, k int) (*tree, int) {
	if o := t.authorHere(k); o >= 0 {
		return t, o
	}
	for _, in := range t.children(k, "nmod") { // "a report in the Morning Star"
		if p := t.preposition(in); (p == "in" || p == "on") && t.is(in, "PROPN") {
			if c := d.chainAt(t, in); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Organization {
				return t, in
			}
		}
	}
	c := d.chainAt(t, k)
	if c == nlp.NoChain || t.lemma(k) == "source" { // sources are many, and people
		return t, -1
	}
	for _, m := range d.a.Chains[c].Mentions {
		if mt := d.tree(m.Sentence); mt.report(m.Head) {
			if o := mt.authorHere(m.Head); o >= 0 {
				return mt, o
			}
		}
	}
	return t, -1
}

// authorHere returns the owner of a report, who publishes it, or who says
// something in it; -1 if there is none.
func (t *tree) authorHere(k int) int {
	if o := t.owner(k); o >= 0 {
		return o
	}
	for _, on := range t.children(k, "nmod") { // "a statement on the club's website"
		if p := t.preposition(on); (p == "on" || p == "in" || p == "at") && t.report(on) {
			if o := t.child(on, "nmod:poss"); o >= 0 {
				return o
			}
		}
	}
	v := t.head(k)
	if v < 0 || !t.verbal(v) {
		return -1
	}
	switch {
	case t.rel(k) == "obj" && publishing[t.lemma(v)]:
	case t.base(k) == "obl" && t.preposition(k) == "in" && lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech]:
	default:
		return -1
	}
	if f := t.subject(v); len(f.tokens) > 0 && f.tokens[0] != k {
		return f.tokens[0]
	}
	return -1
}

var publishing = words("publish release issue file write post submit present send publicize publicise circulate leak")
