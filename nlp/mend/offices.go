package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// titleNames: a title is no name where an article or a person's name beside it
// shows what it is, and an abbreviation of one ("MP") never is.
func (m *mender) titleNames() {
	m.s.Names = slices.DeleteFunc(m.s.Names, func(n nlp.Name) bool {
		i := n.Tokens.First
		if m.titlePart(n.Tokens) {
			return true
		}
		if n.Tokens.Len() != 1 || !gazetteer.IsTitle(strings.ToLower(m.tok(i).Form)) {
			return false
		}
		f := m.tok(i).Form
		return len(f) > 1 && f == strings.ToUpper(f) || i > 0 && strings.EqualFold(m.tok(i-1).Form, "the") || m.startsPerson(i+1)
	})
}

// titlePart reports whether a range is the front of a title whose noun stands
// behind it: "Shadow Home" of "Shadow Home Secretary".
func (m *mender) titlePart(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if !gazetteer.IsTitlePart(strings.ToLower(m.tok(i).Form)) {
			return false
		}
	}
	end := r.End
	for end < len(m.s.Tokens) && gazetteer.IsTitlePart(strings.ToLower(m.tok(end).Form)) {
		end++
	}
	return end < len(m.s.Tokens) && gazetteer.IsTitle(strings.ToLower(m.tok(end).Form))
}

// titleNouns: a bare title in capitals behind "the" is a noun ("the Speaker").
func (m *mender) titleNouns() {
	for i := 1; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if t.UPOS != "PROPN" || m.named(i) || !gazetteer.IsTitle(strings.ToLower(t.Form)) || !in(t.Relation, "nsubj", "obj", "iobj", "obl", "nmod") {
			continue
		}
		if i+1 < len(m.s.Tokens) && m.capital(i+1) || !strings.EqualFold(m.tok(i-1).Form, "the") || m.has(i, "nmod", "appos", "flat", "conj") {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "NOUN", "NN", strings.ToLower(t.Form)
	}
}

// startsPerson reports whether a person's name begins at token i.
func (m *mender) startsPerson(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.First == i && n.Type == nlp.Person {
			return true
		}
	}
	return false
}

// seated are titles before which a name says for where somebody sits or rules.
var seated = words(`mp mla msp mep senator governor mayor lawmaker councillor councilor congressman congresswoman assemblyman
	assemblywoman legislator mps mayor-elect governor-elect`)

// seats: a name before the title of a representative who is named behind it is
// that of a place, not of another person ("Suna East MP Ann Lee").
func (m *mender) seats() {
	for k := range m.s.Names {
		n := &m.s.Names[k]
		i := n.Tokens.End
		if n.Type != nlp.Person || i+1 >= len(m.s.Tokens) || !seated[strings.ToLower(m.tok(i).Form)] || !m.startsPerson(i+1) {
			continue
		}
		n.Type = nlp.Place
		h := m.s.HeadOf(n.Tokens)
		if m.tok(h).Head != i {
			m.set(h, i, "compound")
		}
	}
}

// betweenPairs: what "and" joins to a noun behind "between A" is the other of
// the two ("talks between A and B").
func (m *mender) betweenPairs() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "conj" || t.Head < 0 || t.Head > i {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			a := m.tok(k)
			if a.Head == t.Head && in(a.Relation, "nmod") && m.hasCase(k, "between") && !m.has(k, "conj") && m.joinedBy(i, "and") {
				m.set(i, k, "conj")
				break
			}
		}
	}
}

// joinedBy reports whether a conjunct has the conjunction.
func (m *mender) joinedBy(i int, form string) bool {
	for k := range i {
		if c := m.tok(k); c.Head == i && c.Relation.Base() == "cc" && strings.EqualFold(c.Form, form) {
			return true
		}
	}
	return false
}

// choosers are verbs of choosing a person.
var choosers = words("name appoint nominate choose pick select designate elect")

// chosen: a person's name that is taken for what the object of a verb of
// choosing or calling becomes is that object when there is no other ("named a
// civilian, Ann Lee, as premier", "called Ann Lee a friend").
func (m *mender) chosen() {
	for i, n := range m.s.Names {
		h := m.s.HeadOf(n.Tokens)
		if n.Type == nlp.Organization && m.takenOn(n, h) {
			m.s.Names[i].Type = nlp.Person
			continue
		}
		m.chosenTo(n, h)
		t := m.tok(h)
		if n.Type != nlp.Person || t.Relation != "xcomp" || t.Head < 0 || t.Head > h || m.has(t.Head, "obj", "iobj", "nsubj:pass") {
			continue
		}
		if v := m.tok(t.Head).Lemma; choosers[v] || callers[v] && m.complementBehind(t.Head, h) {
			m.set(h, t.Head, "obj")
		}
	}
}

// takenOn reports whether a name that begins with a given name is that of who is
// taken on for an office that only persons hold: "hired Allan Obi as chief executive".
func (m *mender) takenOn(n nlp.Name, h int) bool {
	v := m.tok(h).Head
	if _, given := gazetteer.GivenName(m.tok(n.Tokens.First).Form); !given || n.Tokens.Len() != 2 || v < 0 || v >= h || m.tok(h).Relation != "obj" {
		return false
	}
	if l := m.tok(v).Lemma; !choosers[l] && l != "hire" && l != "promote" && l != "sack" {
		return false
	}
	for k := n.Tokens.End; k < len(m.s.Tokens); k++ {
		if t := m.tok(k); t.Head == v && (t.Relation == "xcomp" || m.hasCase(k, "as")) && m.roleNoun(k) && !firmsToo[tree.Lemma(t)] {
			return true
		}
	}
	return false
}

// firmsToo are roles that firms are taken on for as well.
var firmsToo = words("adviser advisor administrator manager auditor agent contractor consultant partner sponsor supplier lawyer broker underwriter operator receiver liquidator trustee winner bidder provider builder developer maker")

// chosenTo: a person's name between a verb of choosing and the office is who is
// chosen, and no part of the office: "named Ann Lee chairman".
func (m *mender) chosenTo(n nlp.Name, h int) {
	v, office := n.Tokens.First-1, m.tok(h).Head
	if n.Type != nlp.Person || v < 0 || m.tok(v).UPOS != "VERB" || !choosers[m.tok(v).Lemma] || office < n.Tokens.End || !m.roleNoun(office) ||
		!in(m.tok(h).Relation, "compound", "nmod:desc", "nmod") || m.tok(office).Head != v || !in(m.tok(office).Relation, "xcomp", "obj") {
		return
	}
	if office+1 < len(m.s.Tokens) && m.tok(office+1).UPOS == "PROPN" {
		return // "named the Berg adviser Ann Lee"
	}
	m.set(office, v, "xcomp")
	m.set(h, v, "obj")
	if m.has(v, "aux") {
		return
	}
	for k := range v {
		if s := m.tok(k); s.Head == v && s.Relation == "nsubj:pass" { // who has an object is no subject of a passive
			m.set(k, v, "nsubj")
			m.tok(v).XPOS, m.tok(v).Features = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
		}
	}
}

// succeedingAs: the office in which one succeeds another hangs on the verb, for it is
// the successor's as well: "Ann Lee succeeds Jan Berg as chairman".
func (m *mender) succeedingAs() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "nmod" || t.Head < 0 || t.Head > i || !m.hasCase(i, "as") || !m.roleNoun(i) {
			continue
		}
		if o := m.tok(t.Head); o.Relation.Base() == "obj" && o.Head >= 0 && successors[m.tok(o.Head).Lemma] {
			m.set(i, o.Head, "obl")
		}
	}
}

// successors are verbs of coming into the office of another.
var successors = words("succeed replace follow")

// complementBehind reports whether a verb has a complement behind token i.
func (m *mender) complementBehind(v, i int) bool {
	for k := i + 1; k < len(m.s.Tokens); k++ {
		if t := m.tok(k); t.Head == v && t.Relation == "xcomp" {
			return true
		}
	}
	return false
}

// strandedSubjects: a subject before a verb that has none, hung on the
// complement behind it, is the verb's ("X was elected president").
func (m *mender) strandedSubjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "nsubj" || t.Head <= i {
			continue
		}
		x := m.tok(t.Head)
		if x.Relation != "xcomp" || x.Head < i || x.Head > t.Head || m.tok(x.Head).UPOS != "VERB" || m.has(x.Head, "nsubj", "csubj") {
			continue
		}
		m.set(i, x.Head, m.subjectRelation(x.Head))
	}
}
