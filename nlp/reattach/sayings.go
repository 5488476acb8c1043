package reattach

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// saidOfThem: "said to have …" behind a comma is said of whom it follows; the verb
// that trees make a second clause of it is the sentence's own: "Ann Cole, said to
// have killed a guard, was arrested".
func (m *mender) saidOfThem() {
	for v := 2; v+2 < len(m.s.Tokens); v++ {
		t := &m.s.Tokens[v]
		if t.XPOS != "VBD" && t.XPOS != "VBN" || m.s.Tokens[v-1].Form != "," || m.s.Tokens[v+1].Form != "to" {
			continue
		}
		if as := lexicon.VerbAttitudes[tree.VerbLemma(t)]; !as[lexicon.Speech] && !as[lexicon.Thought] {
			continue
		}
		if t.Relation == "acl" && !m.hasSubject(v) && t.XPOS == "VBD" {
			m.set(v, t.Head, "acl")
			m.s.Tokens[v].XPOS = "VBN"
			continue
		}
		if !tree.Matches(t.Relation, "root", "parataxis") {
			continue
		}
		who, of, main := m.firstOf(v, "nsubj"), -1, -1
		for k := v + 1; k < len(m.s.Tokens); k++ {
			switch c := &m.s.Tokens[k]; {
			case c.Head != v || !tree.Matches(c.Relation, "ccomp", "xcomp", "conj", "parataxis"):
			case m.markedBy(k, "to") && of < 0:
				of = k
			case of >= 0 && !m.hasSubject(k) && main < 0 && !m.has(k, "cc", "mark") && m.behindComma(k):
				main = k
			}
		}
		if who > v || of < 0 || main < 0 {
			continue
		}
		m.set(main, t.Head, t.Relation)
		subject := nlp.Relation("nsubj")
		if m.has(main, "aux:pass") || m.auxiliary(main, "be") && m.s.Tokens[main].XPOS == "VBN" {
			subject = "nsubj:pass"
		}
		m.set(who, main, subject)
		m.set(v, who, "acl")
		m.s.Tokens[v].XPOS = "VBN"
		m.set(of, v, "xcomp")
	}
}

// besideSayings: what stands behind a verb of saying belongs to it rather than to
// the words before it that it tells, when it is another saying with a subject of
// its own ("…, the actor said, but an official said …") or when these words are a
// quotation that has closed ("…," she said after police had come).
func (m *mender) besideSayings() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Head < 0 || t.Head > v {
			continue
		}
		g := m.saidBehind(t.Head)
		if g < 0 || g > v || m.s.Within(g, v) {
			continue
		}
		switch as := lexicon.VerbAttitudes[strings.ToLower(t.Lemma)]; {
		case t.Relation.Base() == "conj" && t.Finite() && as[lexicon.Speech] && m.has(v, "cc") && m.hasSubject(v):
			m.set(v, g, "conj")
		case t.Relation.Base() == "advcl" && m.hasSubject(v) && m.markedBy(v, "after", "before", "when", "while", "as") && m.quoteClosed(t.Head, g) && !m.quoteClosed(g, v):
			m.set(v, g, "advcl")
		}
	}
}

// saidBehind returns the verb of saying behind the clause c that it tells, or -1.
func (m *mender) saidBehind(c int) int {
	g := m.s.Tokens[c].Head
	if m.s.Tokens[c].Relation.Base() != "ccomp" || g < c {
		g = -1
		for i := c + 1; i < len(m.s.Tokens) && g < 0; i++ {
			if t := &m.s.Tokens[i]; t.Head == c && t.Relation.Base() == "parataxis" && m.hasSubject(i) {
				g = i
			}
		}
	}
	if g < 0 || !m.s.Tokens[g].Finite() || !lexicon.VerbAttitudes[strings.ToLower(m.s.Tokens[g].Lemma)][lexicon.Speech] {
		return -1
	}
	return g
}

// quoteClosed reports whether a quotation mark stands between two tokens.
func (m *mender) quoteClosed(from, to int) bool {
	return slices.ContainsFunc(m.s.Tokens[from:to], func(t nlp.Token) bool {
		return strings.ContainsAny(t.Form, "\"”’»") && len([]rune(t.Form)) <= 2 && t.UPOS == "PUNCT"
	})
}

// firstOf returns the first dependent of h with a relation, or the number of tokens.
func (m *mender) firstOf(h int, rel nlp.Relation) int {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == h && m.s.Tokens[i].Relation.Base() == rel {
			return i
		}
	}
	return len(m.s.Tokens)
}

// joinedSayings: a verb in the past without subject or auxiliary, joined to what
// somebody said in another tense, goes on from the saying: "X said Y had been
// suspended but criticised the raid".
func (m *mender) joinedSayings() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.XPOS != "VBD" || t.Relation.Base() != "conj" || t.Head < 0 || t.Head > v || m.hasSubject(v) || m.has(v, "aux", "mark") {
			continue
		}
		c := &m.s.Tokens[t.Head]
		if c.Relation.Base() != "ccomp" || c.Head < 0 || c.Head > t.Head {
			continue
		}
		if act := c.XPOS == "VBD" && speechActs[strings.ToLower(t.Lemma)] && m.mute(t.Head); !act && (c.XPOS == "VBD" || !m.has(t.Head, "aux", "cop")) {
			continue
		}
		if strings.HasSuffix(strings.ToLower(t.Form), "ed") && m.auxiliary(t.Head, "have") && m.joinedBy(v, "and") && lexicon.VerbAttitudes[strings.ToLower(t.Lemma)] == nil {
			continue // "said troops had repelled the raid and killed six" shares the "had"
		}
		if g := &m.s.Tokens[c.Head]; g.XPOS == "VBD" && lexicon.VerbAttitudes[strings.ToLower(g.Lemma)][lexicon.Speech] {
			m.set(v, c.Head, "conj")
		}
	}
}

// finiteConjuncts: a verb in the past without a subject is not joined to a gerund
// or an infinitive but to the verb in the past that these belong to: "accused the
// firm of cheating farmers and urged them to sue".
func (m *mender) finiteConjuncts() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.XPOS != "VBD" || t.Relation.Base() != "conj" || t.Head < 0 || t.Head > v || m.hasSubject(v) || m.has(v, "aux", "mark") {
			continue
		}
		if c := &m.s.Tokens[t.Head]; c.XPOS != "VBG" && c.XPOS != "VB" || m.has(t.Head, "aux") || m.hasSubject(t.Head) {
			continue
		}
		for g, n := m.s.Tokens[t.Head].Head, 0; g >= 0 && n < maxClimb; g, n = m.s.Tokens[g].Head, n+1 {
			if m.s.Tokens[g].XPOS == "VBD" && g < v && m.hasSubject(g) {
				m.set(v, g, "conj")
				break
			}
		}
	}
}

// auxiliary reports whether a verb has an auxiliary of the lemma.
func (m *mender) auxiliary(v int, lemma string) bool {
	for i := range m.s.Tokens {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "aux" && strings.EqualFold(t.Lemma, lemma) {
			return true
		}
	}
	return false
}
