package reattach

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// maxClimb bounds how far a rule looks up the tree.
const maxClimb = 6

// Sentence returns the sentence with those attachments mended that its own words
// show to be wrong; s itself is not touched. isName tells whether the document
// calls something by exactly a form.
func Sentence(s *nlp.Sentence, isName func(form string) bool) *nlp.Sentence {
	m := mender{s: s, isName: isName}
	var before []nlp.Token
	for _, rule := range []func(){
		m.acronyms, m.possessors, m.coordination, m.joinedPredicates,
		m.titledConjuncts, m.beforeRelative, m.listedPlaces, m.nestedPlaces, m.doubledRoles, m.quotedSubjects, m.saidOfThem, m.reportingClauses, m.lostSpeakers, m.toldClauses, m.besideSayings, m.joinedSayings, m.finiteConjuncts, m.forSubjects, m.falseAgents, m.strayAgents, m.throwersBehind, m.judgedDeeds,
		m.relativeObjects, m.possessedSubjects, m.strayRelatives, m.timeRelatives, m.harmRelatives, m.throughAdverbs, m.personalRelatives, m.speakersRelatives, m.besidePersons, m.deniedConjuncts, m.instances, m.parts, m.strayParticiples, m.kinOfVictims, m.shakenTowns,
	} {
		before = append(before[:0], m.s.Tokens...)
		if rule(); m.copied && !m.s.IsTree() {
			copy(m.s.Tokens, before) // the tree was not of the shape that the rule expects
		}
	}
	return m.s
}

// mender copies the tokens when it first changes one.
type mender struct {
	isName func(form string) bool
	s      *nlp.Sentence
	copied bool
}

func (m *mender) set(i, head int, rel nlp.Relation) {
	if !m.copied {
		c := *m.s
		c.Tokens = slices.Clone(c.Tokens)
		m.s, m.copied = &c, true
	}
	m.s.Tokens[i].Head, m.s.Tokens[i].Relation = head, rel
}

// acronyms: an auxiliary in capitals that the document uses as a name
// is the subject of what it seems to help.
func (m *mender) acronyms() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if len(t.Form) < 2 || t.Form != strings.ToUpper(t.Form) || t.Form == strings.ToLower(t.Form) || !tree.Matches(t.Relation, "aux", "cop") {
			continue
		}
		if !m.isName(t.Form) || m.shouting() {
			continue
		}
		if i+1 < len(m.s.Tokens) && m.s.Tokens[i+1].UPOS == "VERB" {
			m.subjectOf(i, i+1)
			continue
		}
		m.set(i, t.Head, "nsubj")
	}
}

// shouting reports whether most words are in capitals, as in some headlines.
func (m *mender) shouting() bool {
	upper, all := 0, 0
	for i := range m.s.Tokens {
		f := m.s.Tokens[i].Form
		if len(f) < 2 || strings.ToLower(f) == strings.ToUpper(f) {
			continue
		}
		all++
		if f == strings.ToUpper(f) {
			upper++
		}
	}
	return upper*2 > all
}

// possessors: a noun with 's that is called a subject belongs to the noun
// that ends the phrase behind it.
func (m *mender) possessors() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.XPOS != "POS" || t.Head < 0 || t.Head >= i {
			continue
		}
		p := t.Head
		if !tree.Matches(m.s.Tokens[p].Relation, "nsubj", "obj", "compound") {
			continue
		}
		end := -1
		for k := i + 1; k < len(m.s.Tokens) && tree.Matches(nlp.Relation(m.s.Tokens[k].UPOS), "ADJ", "NOUN", "PROPN", "NUM"); k++ {
			if m.s.Tokens[k].UPOS != "ADJ" && m.s.Tokens[k].UPOS != "NUM" {
				end = k
			}
			if m.s.Tokens[k].UPOS == "NOUN" && m.s.Tokens[k].Relation.Base() != "compound" {
				break
			}
		}
		if end >= 0 && end != m.s.Tokens[p].Head && m.s.Tokens[end].Head != p {
			m.set(p, end, "nmod:poss")
		}
	}
}

// coordination: a noun behind "and" goes with the noun before it rather than
// with a name further off ("supported by X, said Y, a lawmaker and commander").
func (m *mender) coordination() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || m.s.Tokens[t.Head].UPOS != "PROPN" {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			c := &m.s.Tokens[k]
			if c.Relation == "cc" && c.Head == i && k-1 > t.Head && m.s.Tokens[k-1].UPOS == "NOUN" && m.s.Tokens[k-1].Relation.Base() == "appos" {
				m.set(i, k-1, "conj")
				break
			}
		}
	}
}

// subjectOf makes token i the subject of verb v, which then is active: what
// was taken for the subject of its passive is the object.
func (m *mender) subjectOf(i, v int) {
	m.set(i, v, "nsubj")
	for k := v + 1; k < len(m.s.Tokens); k++ {
		if t := &m.s.Tokens[k]; t.Head == v && t.Relation == "nsubj:pass" {
			m.set(k, v, "obj")
		}
	}
}
