package tuples

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/linear"
)

// is adds the feature that the property has the value; values that are not
// listed count as one.
func is(l *linear.Features, property, value string, listed []string) {
	if !slices.Contains(listed, value) {
		value = "other"
	}
	l.Add(property+"="+value, 1)
}

// Values that the scorer tells apart.
var (
	relations    = strings.Fields("root conj ccomp xcomp advcl acl parataxis obj iobj obl nmod appos nsubj advmod amod compound csubj dep list")
	parts        = strings.Fields("VERB AUX NOUN PROPN PRON NUM ADJ ADV ADP")
	verbTags     = strings.Fields("VBD VBZ VBP VBN VBG VB JJ NN NNS NNP")
	nounTags     = strings.Fields("NN NNS NNP NNPS PRP PRP$ CD JJ RB DT WP WDT VBG VBN VBD VB EX")
	prepositions = append(strings.Fields(`of in to for on at by with from as into about after before between during under over
		against through since until within among than per without like including`), "", "such as", "because of", "due to", "according to")
	frequent = strings.Fields(`be say have make include become tell add begin take use give know find see call report show do
		get go come want need expect`)
)

// features describe a candidate by itself. Counts of words are in tens, so
// that all values are of one size.
func (s sentence) features(c *candidate) linear.Features {
	l := linear.Features{{Name: linear.Bias, Value: 1}}
	kind := c.kind.String()
	l.Add("kind="+kind, 1)
	l.Add(kind+", chain", float64(c.chained))
	l.Yes(kind+", split", c.split)
	l.Yes(kind+", resolved", c.resolved)
	further := 0
	for _, a := range c.args[2:] {
		further += len(a)
	}
	l.Add(kind+", first words", tens(len(c.args[0]), 12))
	l.Add(kind+", second words", tens(len(c.args[1]), 12))
	l.Add(kind+", further words", tens(further, 12))
	l.Add(kind+", further arguments", float64(len(c.args)-2))
	l.Add("relation words", tens(len(c.relation), 20))
	l.Add("first words", tens(len(c.args[0]), 40))
	l.Add("second words", tens(len(c.args[1]), 40))
	l.Add("sentence words", tens(s.Len(), 80))
	l.Yes("inserted", slices.ContainsFunc(c.relation, func(w word) bool { return w < 0 }))
	s.clauseFeatures(&l, c)
	s.endFeatures(&l, c)
	return l
}

func tens(n, most int) float64 { return float64(min(n, most)) / 10 }

func (s sentence) clauseFeatures(l *linear.Features, c *candidate) {
	t := s.Token(c.clause)
	l.Add("origin="+c.origin.String(), 1)
	is(l, "clause", string(s.base(c.clause)), relations)
	is(l, "clause part of speech", t.UPOS, parts)
	is(l, "clause tag", t.XPOS, verbTags)
	is(l, "clause lemma", strings.ToLower(t.Lemma), frequent)
	l.Add("clause depth", tens(s.depth(c.clause), 10))
	l.Add("clause place", float64(c.clause)/float64(s.Len()))
	l.Yes("passive", s.Child(c.clause, "aux:pass", "nsubj:pass") >= 0)
	l.Yes("expletive", s.Child(c.clause, "expl") >= 0)
	l.Add("auxiliaries", float64(len(s.Children(c.clause, "aux"))))
	l.Add("clause children", tens(len(s.Children(c.clause)), 12))
}

func (s sentence) endFeatures(l *linear.Features, c *candidate) {
	is(l, "subject part of speech", s.Token(c.subject).UPOS, parts)
	is(l, "subject tag", s.Token(c.subject).XPOS, nounTags)
	l.Add("subject distance", tens(min(max(c.subject-c.clause, -20), 20), 20))
	l.Yes("subject name", s.nameType(c.subject) != "")
	l.Yes("subject coordinated", s.Child(c.subject, "conj") >= 0)
	l.Yes("subject begins", c.args[0][0] == 0)
	is(l, "object", string(s.base(c.object)), relations)
	is(l, "object part of speech", s.Token(c.object).UPOS, parts)
	is(l, "object tag", s.Token(c.object).XPOS, nounTags)
	is(l, "object preposition", s.Case(c.object), prepositions)
	l.Add("object distance", tens(min(max(c.object-c.clause, -20), 20), 20))
	l.Yes("object name", s.nameType(c.object) != "")
	l.Yes("object coordinated", s.Child(c.object, "conj") >= 0)
	l.Yes("object clause", s.Child(c.object, "acl", "ccomp", "advcl", "xcomp") >= 0)
	l.Yes("object before", c.object < c.clause)
	l.Add("object children", tens(len(s.Children(c.object)), 12))
	last := c.relation[len(c.relation)-1]
	l.Yes("preposition in relation", last >= 0 && s.is(int(last), "ADP"))
}

// depth is how many heads stand above token i.
func (s sentence) depth(i int) int {
	n := 0
	for h := s.Head(i); h >= 0 && n < s.Len(); h = s.Head(h) {
		n++
	}
	return n
}
