package reattach

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// reportingClauses: a finite clause of saying behind a comma, without a
// conjunction and without words of its own, reports the clause that it stands
// behind or inside ("X attacked Y, the ministry confirmed", "X, the ministry
// confirmed, attacked Y"); it modifies neither the clause nor its subject.
func (m *mender) reportingClauses() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Head < 0 || t.UPOS != "VERB" || !t.Finite() {
			continue
		}
		as := lexicon.VerbAttitudes[strings.ToLower(t.Lemma)]
		if !as[lexicon.Speech] && !as[lexicon.Thought] || !m.behindComma(v) {
			continue
		}
		if !m.hasSubject(v) {
			m.invertedSpeaker(v)
		}
		if !m.hasSubject(v) || m.has(v, "mark", "advmod", "ccomp", "xcomp", "obj", "cc") {
			continue
		}
		switch g := &m.s.Tokens[t.Head]; {
		case t.Head > v && tree.Matches(t.Relation, "reparandum", "dep"):
			m.set(v, t.Head, "parataxis")
		case t.Head > v:
		case tree.Matches(t.Relation, "advcl", "conj", "dep"), t.Relation.Base() == "ccomp" && m.firstOf(t.Head, "ccomp") < v:
			m.set(v, t.Head, "parataxis")
		case t.Relation.Base() == "parataxis" && g.Relation.Base() == "nsubj" && g.Head > v:
			m.set(v, g.Head, "parataxis")
		case t.Relation.Base() == "parataxis" && g.Relation.Base() == "ccomp" && g.Head >= 0 && g.Head < t.Head && m.closes(v):
			if as := lexicon.VerbAttitudes[strings.ToLower(m.s.Tokens[g.Head].Lemma)]; as[lexicon.Speech] || as[lexicon.Thought] {
				m.set(v, g.Head, "parataxis") // "Police suspect that …, reports the Post": also that they suspect it
			}
		}
	}
}

// invertedSpeaker: behind a comma, somebody right behind a verb of saying with
// no other argument is who speaks: "…, argued her lawyer".
func (m *mender) invertedSpeaker(v int) {
	t := &m.s.Tokens[v]
	second := t.Relation.Base() == "ccomp" && t.Head < v && m.firstOf(t.Head, "ccomp") < v // "Police suspect arson, reports the Post"
	if !second && !tree.Matches(t.Relation, "parataxis", "conj", "advcl", "dep") || t.Head > v || m.has(v, "mark", "advmod", "ccomp", "xcomp", "iobj", "cc") {
		return
	}
	for k := v + 1; k < len(m.s.Tokens); k++ {
		if o := &m.s.Tokens[k]; o.Head == v && o.Relation.Base() == "obj" && (lexicon.Somebody(m.s, k) || second && m.named(k)) {
			m.set(k, v, "nsubj")
			if second {
				m.set(v, t.Head, "parataxis")
			}
			return
		}
	}
}

// closes reports whether the words of v are the last of the sentence.
func (m *mender) closes(v int) bool {
	for i := v + 1; i < len(m.s.Tokens); i++ {
		if m.s.Tokens[i].UPOS != "PUNCT" && !m.s.Within(i, v) {
			return false
		}
	}
	return true
}

// named reports whether token k is part of the name of something that is no place.
func (m *mender) named(k int) bool {
	return !m.placeName(k) && slices.ContainsFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.Contains(k) })
}

// caseOf returns the preposition of a noun, or -1.
func (m *mender) caseOf(k int) int {
	for i := range k {
		if t := &m.s.Tokens[i]; t.Head == k && t.Relation.Base() == "case" {
			return i
		}
	}
	return -1
}

// placeName reports whether token i is part of the name of a place.
func (m *mender) placeName(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type.IsArea()
		}
	}
	return false
}

// has reports whether a token has a dependent with one of the relations.
func (m *mender) has(h int, rels ...nlp.Relation) bool {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == h && tree.Matches(m.s.Tokens[i].Relation, rels...) {
			return true
		}
	}
	return false
}

// behindComma reports whether the words of v begin behind a comma.
func (m *mender) behindComma(v int) bool {
	first := v
	for i := v - 1; i >= 0; i-- {
		if m.s.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if !m.s.Within(i, v) {
			break
		}
		first = i
	}
	return first > 0 && m.s.Tokens[first-1].Form == ","
}

// toldClauses: a clause with "that" and a subject of its own, behind whom somebody
// tells something or behind a time, is what is told: "told the inquiry that …",
// "admitted for the first time that …".
func (m *mender) toldClauses() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Relation.Base() != "acl" || t.Head < 0 || t.Head > v || !m.markedBy(v, "that") || !m.hasSubject(v) {
			continue
		}
		n := &m.s.Tokens[t.Head]
		if n.Head < 0 || m.has(n.Head, "ccomp") {
			continue
		}
		verb := strings.ToLower(m.s.Tokens[n.Head].Lemma)
		toldTo := tree.Matches(n.Relation, "obj", "iobj") && lexicon.Addressing[verb] && lexicon.NounAttitudes[strings.ToLower(n.Lemma)] == lexicon.Neutral
		atTime := n.Relation.Base() == "obl" && lexicon.VerbAttitudes[verb][lexicon.Speech] && timeNouns[strings.ToLower(n.Lemma)]
		inSpeech := n.Relation.Base() == "obl" && m.whereSaid(t.Head) && lexicon.VerbAttitudes[verb][lexicon.Speech] && (lexicon.ReportNouns[strings.ToLower(n.Lemma)] || speechOccasions[strings.ToLower(n.Lemma)])
		if toldTo || atTime || inSpeech {
			m.set(v, n.Head, "ccomp")
		}
	}
}

// whereSaid reports whether the preposition of a noun brings in where or how
// something is said ("in a statement that …"), not what it is about ("comment on
// reports that …", "reply to claims that …").
func (m *mender) whereSaid(n int) bool {
	k := m.caseOf(n)
	if k < 0 {
		return true
	}
	switch strings.ToLower(m.s.Tokens[k].Form) {
	case "about", "to", "of", "for", "against", "with":
		return false
	case "on":
		lemma := strings.ToLower(m.s.Tokens[n].Lemma)
		return speechOccasions[lemma] || lemma == "website" || lemma == "site" || lemma == "blog"
	}
	return true
}

var timeNouns = lexicon.Words("time day week month year morning evening night monday tuesday wednesday thursday friday saturday sunday weekend spring summer autumn winter")

// speechOccasions are where somebody speaks, beside somebody's words.
var speechOccasions = lexicon.Words("conference briefing press television radio twitter facebook meeting call podcast sermon hearing")

// speechActs are verbs of what is done by speaking, which things cannot do.
var speechActs = lexicon.Words("call urge accuse demand condemn praise criticise criticize denounce vow deny warn insist appeal threaten thank")

// mute reports whether the subject of verb v is a thing, which does not speak.
func (m *mender) mute(v int) bool {
	for i := range m.s.Tokens {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "nsubj" {
			return t.UPOS == "NOUN" && !lexicon.Somebody(m.s, i)
		}
	}
	return false
}

// joinedBy reports whether the conjunction of a token is the word.
func (m *mender) joinedBy(v int, word string) bool {
	for i := range m.s.Tokens {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "cc" && strings.EqualFold(t.Form, word) {
			return true
		}
	}
	return false
}

// forSubjects: who stands between "for" and "to" of an infinitive is its subject:
// "called for the minister to resign".
func (m *mender) forSubjects() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Head < 0 || t.Head > v || !m.markedBy(v, "for") || !m.markedBy(v, "to") || m.hasSubject(v) {
			continue
		}
		first, last := -1, -1
		for i := range m.s.Tokens {
			if c := &m.s.Tokens[i]; c.Head == v && c.Relation.Base() == "mark" {
				if strings.EqualFold(c.Form, "for") {
					first = i
				} else {
					last = i
				}
			}
		}
		for k := first + 1; k < last; k++ {
			if c := &m.s.Tokens[k]; c.Head == t.Head && tree.Matches(c.Relation, "obl", "obj", "iobj") {
				m.set(k, v, "nsubj")
				break
			}
		}
	}
}

// judgedDeeds: the gerund behind "of" or "for" that follows somebody who is
// accused, praised or punished tells what that one did, and belongs to the verb:
// "accused police of beating students".
func (m *mender) judgedDeeds() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.XPOS != "VBG" || t.Relation != "acl" || t.Head < 0 || t.Head > v || !m.markedBy(v, "of", "for", "with", "from") {
			continue
		}
		o := &m.s.Tokens[t.Head]
		if g := o.Head; tree.Matches(o.Relation, "obj", "obl:agent") && g >= 0 && lexicon.Judging[strings.ToLower(m.s.Tokens[g].Lemma)] && lexicon.Somebody(m.s, t.Head) {
			m.set(v, g, "advcl")
		}
	}
}

// markedBy reports whether a clause is introduced by one of the words.
func (m *mender) markedBy(v int, words ...string) bool {
	for i := range m.s.Tokens {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "mark" && slices.Contains(words, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}
