package tuples

import (
	"slices"
	"strings"
)

// feature is a property of a candidate: a yes (1), a count or a share.
type feature struct {
	name  string
	value float64
}

// featureList gathers features.
type featureList []feature

func (l *featureList) add(name string, value float64) {
	if value != 0 {
		*l = append(*l, feature{name, value})
	}
}

func (l *featureList) yes(name string, holds bool) {
	if holds {
		l.add(name, 1)
	}
}

// is adds the feature that the property has the value; values that are not
// listed count as one.
func (l *featureList) is(property, value string, listed []string) {
	if !slices.Contains(listed, value) {
		value = "other"
	}
	l.add(property+"="+value, 1)
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
func (s sentence) features(c *candidate) featureList {
	l := featureList{{"bias", 1}}
	kind := c.kind.String()
	l.add("kind="+kind, 1)
	l.add(kind+", chain", float64(c.chained))
	l.yes(kind+", split", c.split)
	l.yes(kind+", resolved", c.resolved)
	further := 0
	for _, a := range c.args[2:] {
		further += len(a)
	}
	l.add(kind+", first words", tens(len(c.args[0]), 12))
	l.add(kind+", second words", tens(len(c.args[1]), 12))
	l.add(kind+", further words", tens(further, 12))
	l.add(kind+", further arguments", float64(len(c.args)-2))
	l.add("relation words", tens(len(c.relation), 20))
	l.add("first words", tens(len(c.args[0]), 40))
	l.add("second words", tens(len(c.args[1]), 40))
	l.add("sentence words", tens(s.Len(), 80))
	l.yes("inserted", slices.ContainsFunc(c.relation, func(w word) bool { return w < 0 }))
	s.clauseFeatures(&l, c)
	s.endFeatures(&l, c)
	return l
}

func tens(n, most int) float64 { return float64(min(n, most)) / 10 }

func (s sentence) clauseFeatures(l *featureList, c *candidate) {
	t := s.Token(c.clause)
	l.add("origin="+c.origin.String(), 1)
	l.is("clause", string(s.base(c.clause)), relations)
	l.is("clause part of speech", t.UPOS, parts)
	l.is("clause tag", t.XPOS, verbTags)
	l.is("clause lemma", strings.ToLower(t.Lemma), frequent)
	l.add("clause depth", tens(s.depth(c.clause), 10))
	l.add("clause place", float64(c.clause)/float64(s.Len()))
	l.yes("passive", s.Child(c.clause, "aux:pass", "nsubj:pass") >= 0)
	l.yes("expletive", s.Child(c.clause, "expl") >= 0)
	l.add("auxiliaries", float64(len(s.Children(c.clause, "aux"))))
	l.add("clause children", tens(len(s.Children(c.clause)), 12))
}

func (s sentence) endFeatures(l *featureList, c *candidate) {
	l.is("subject part of speech", s.Token(c.subject).UPOS, parts)
	l.is("subject tag", s.Token(c.subject).XPOS, nounTags)
	l.add("subject distance", tens(min(max(c.subject-c.clause, -20), 20), 20))
	l.yes("subject name", s.nameType(c.subject) != "")
	l.yes("subject coordinated", s.Child(c.subject, "conj") >= 0)
	l.yes("subject begins", c.args[0][0] == 0)
	l.is("object", string(s.base(c.object)), relations)
	l.is("object part of speech", s.Token(c.object).UPOS, parts)
	l.is("object tag", s.Token(c.object).XPOS, nounTags)
	l.is("object preposition", s.Case(c.object), prepositions)
	l.add("object distance", tens(min(max(c.object-c.clause, -20), 20), 20))
	l.yes("object name", s.nameType(c.object) != "")
	l.yes("object coordinated", s.Child(c.object, "conj") >= 0)
	l.yes("object clause", s.Child(c.object, "acl", "ccomp", "advcl", "xcomp") >= 0)
	l.yes("object before", c.object < c.clause)
	l.add("object children", tens(len(s.Children(c.object)), 12))
	last := c.relation[len(c.relation)-1]
	l.yes("preposition in relation", last >= 0 && s.is(int(last), "ADP"))
}

// depth is how many heads stand above token i.
func (s sentence) depth(i int) int {
	n := 0
	for h := s.Head(i); h >= 0 && n < s.Len(); h = s.Head(h) {
		n++
	}
	return n
}
