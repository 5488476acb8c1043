package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// beforeRelative: what stands before a relative pronoun is no part of the
// relative clause but of the noun that the clause modifies.
func (m *mender) beforeRelative() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if !tree.Matches(t.Relation, "obl", "obj") || t.Head < 0 || i > t.Head {
			continue
		}
		v := &m.s.Tokens[t.Head]
		if v.Relation != "acl:relcl" || v.Head < 0 || v.Head >= i {
			continue
		}
		for k := i + 1; k < t.Head; k++ {
			r := &m.s.Tokens[k]
			if r.Head == t.Head && lexicon.RelativePronouns[strings.ToLower(r.Form)] && (r.XPOS == "WDT" || r.XPOS == "WP") {
				m.set(i, v.Head, "nmod")
				break
			}
		}
	}
}

// relativeObjects: of two subjects of a relative clause, the pronoun that
// stands first is the object ("a policy which X and Y have criticised").
func (m *mender) relativeObjects() {
	for v := range m.s.Tokens {
		if m.s.Tokens[v].Relation != "acl:relcl" {
			continue
		}
		pronoun := -1
		for i := range v {
			t := &m.s.Tokens[i]
			if t.Head != v || t.Relation.Base() != "nsubj" {
				continue
			}
			if pronoun < 0 && (t.XPOS == "WDT" || t.XPOS == "WP") {
				pronoun = i
			} else if pronoun >= 0 {
				m.set(pronoun, v, "obj")
				break
			}
		}
	}
}

// quotedSubjects: the subject behind a verb of saying and a quotation mark is
// that of the quoted clause: saying, "X and Y did it".
func (m *mender) quotedSubjects() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "nsubj" || t.Head < 0 || t.Head >= i || i == 0 || !openingQuote[m.s.Tokens[i-1].Form] {
			continue
		}
		if !lexicon.VerbAttitudes[strings.ToLower(m.s.Tokens[t.Head].Lemma)][lexicon.Speech] {
			continue
		}
		for k := i + 1; k < len(m.s.Tokens); k++ {
			if c := &m.s.Tokens[k]; c.Head == t.Head && c.Relation.Base() == "ccomp" && !m.hasSubject(k) {
				m.set(i, k, "nsubj")
				break
			}
		}
	}
}

var openingQuote = map[string]bool{"\"": true, "“": true, "'": true, "‘": true, "«": true, "„": true}

func (m *mender) hasSubject(v int) bool {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == v && tree.Matches(m.s.Tokens[i].Relation, "nsubj", "csubj") {
			return true
		}
	}
	return false
}

// possessedSubjects: a clause whose subject is "whose …" modifies a noun,
// though its predicate be a name ("the party, whose leader is X, lost").
func (m *mender) possessedSubjects() {
	for i := range m.s.Tokens {
		w := &m.s.Tokens[i]
		if w.Relation != "nmod:poss" || w.Head <= i || !strings.EqualFold(w.Form, "whose") {
			continue
		}
		n := &m.s.Tokens[w.Head]
		if n.Relation.Base() != "nsubj" || n.Head < w.Head {
			continue
		}
		if g := &m.s.Tokens[n.Head]; g.Relation == "appos" && g.Head < i && m.has(n.Head, "cop") {
			m.set(n.Head, g.Head, "acl:relcl")
		}
	}
}

// strayRelatives: "whom" that hangs on the main verb is the object of the
// relative clause it begins.
func (m *mender) strayRelatives() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "obj" || t.Head <= i || t.XPOS != "WP" && t.XPOS != "WDT" {
			continue
		}
		for r := i + 1; r < t.Head; r++ {
			c := &m.s.Tokens[r]
			if c.Relation == "acl:relcl" && c.Head >= 0 && c.Head < i && m.hasSubject(r) && !m.s.Within(t.Head, r) {
				m.set(i, r, "obj")
				break
			}
		}
	}
}

// personalRelatives: "who" asks for a person. A relative clause with it that
// hangs on an organisation or place inside a person's phrase ("the head of the
// guard, who was killed") belongs to the person.
func (m *mender) personalRelatives() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.Relation != "acl:relcl" || c.Head < 0 || m.personal(c.Head) || !m.asksWho(v) {
			continue
		}
		for g := m.s.Tokens[c.Head].Head; g >= 0; g = m.s.Tokens[g].Head {
			if m.personal(g) {
				m.set(v, g, c.Relation)
				break
			}
			if !tree.Matches(m.s.Tokens[g].Relation, "nmod", "nmod:poss", "compound") {
				break
			}
		}
	}
}

// speakersRelatives: "who" or "whose" right behind a person's name belongs to it, though
// the clause hang on words quoted before: "…," said X, who leads Y.
func (m *mender) speakersRelatives() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.Relation.Base() != "acl" && c.Relation.Base() != "advcl" || !strings.HasSuffix(string(c.Relation), "relcl") {
			continue
		}
		who := m.asksWho(v)
		for _, n := range m.s.Names {
			last := n.Tokens.End
			if n.Type != nlp.Person || last+1 >= v || m.s.Tokens[last].Form != "," || n.Tokens.Contains(c.Head) ||
				(!who || !strings.EqualFold(m.s.Tokens[last+1].Form, "who") || m.s.Tokens[last+1].Head != v) && !m.possessedBy(last+1, v) {
				continue
			}
			if h := c.Head; h >= 0 && h < n.Tokens.First && (!m.personal(h) || m.quotationEnds(h, n.Tokens.First)) {
				m.set(v, m.s.HeadOf(n.Tokens), "acl:relcl")
			}
			break
		}
	}
}

// quotationEnds reports whether quoted words end between two tokens.
func (m *mender) quotationEnds(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if m.s.Tokens[k].XPOS == "''" {
			return true
		}
	}
	return false
}

// possessedBy reports whether token i is "whose" before the subject of clause v.
func (m *mender) possessedBy(i, v int) bool {
	t := &m.s.Tokens[i]
	return strings.EqualFold(t.Form, "whose") && t.Head > i && m.s.Tokens[t.Head].Head == v && m.s.Tokens[t.Head].Relation.Base() == "nsubj"
}

// deniedConjuncts: a finite verb joined to "having done" goes with the verb
// that governs it: who "denied having fired and accused X" accused X.
func (m *mender) deniedConjuncts() {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		if c.Relation.Base() != "conj" || c.Head < 0 || c.Head > i || !c.Finite() {
			continue
		}
		done := &m.s.Tokens[c.Head]
		if !tree.Matches(done.Relation, "xcomp", "ccomp") || done.Head < 0 || m.s.Tokens[done.Head].UPOS != "VERB" || !m.having(c.Head) {
			continue
		}
		m.set(i, done.Head, "conj")
	}
}

// having reports whether a verb has "having" for its auxiliary.
func (m *mender) having(v int) bool {
	for i := range v {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "aux" && strings.EqualFold(t.Form, "having") {
			return true
		}
	}
	return false
}

func (m *mender) asksWho(v int) bool {
	for i := range v {
		if t := &m.s.Tokens[i]; t.Head == v && tree.Matches(t.Relation, "nsubj", "obj") && t.XPOS == "WP" && strings.EqualFold(t.Form, "who") {
			return true
		}
	}
	return false
}

// personal reports whether a noun can be a person or people: by its name's
// type, or by what the noun tells.
func (m *mender) personal(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type == nlp.Person || n.Type == nlp.Group
		}
	}
	for _, typ := range gazetteer.NounTypes(m.s.Tokens[i].Lemma) {
		if typ == nlp.Person || typ == nlp.Group {
			return true
		}
	}
	return gazetteer.IsTitle(m.s.Tokens[i].Lemma)
}

// timeRelatives: what led to something or killed somebody is no month but what
// stands before it ("a recall during the month that led to a halt").
func (m *mender) timeRelatives() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Relation != "acl:relcl" || t.Head < 1 || !timeNouns[strings.ToLower(m.s.Tokens[t.Head].Lemma)] || !effectiveVerbs[strings.ToLower(t.Lemma)] {
			continue
		}
		g := &m.s.Tokens[t.Head]
		if !tree.Matches(g.Relation, "obl", "nmod") || g.Head < 0 {
			continue
		}
		if h := &m.s.Tokens[g.Head]; g.Head < t.Head && h.UPOS == "NOUN" {
			m.set(v, g.Head, "acl:relcl")
			continue
		}
		for k := t.Head - 1; k > g.Head; k-- {
			if c := &m.s.Tokens[k]; c.Head == g.Head && c.UPOS == "NOUN" && tree.Matches(c.Relation, "obl", "obj") {
				m.set(v, k, "acl:relcl")
				break
			}
		}
	}
}

// effectiveVerbs are verbs of what brings something about, which times do not.
var effectiveVerbs = lexicon.Words("lead result kill injure wound cause trigger force prompt damage destroy claim leave")
