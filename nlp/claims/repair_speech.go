package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	deptree "github.com/kgbuild/kgbuild/nlp/tree"
)

// reportingClauses: a finite clause of saying behind a comma, without a
// conjunction and without words of its own, reports the clause that it stands
// behind or inside ("X attacked Y, the ministry confirmed", "X, the ministry
// confirmed, attacked Y"); it modifies neither the clause nor its subject.
func (m *mender) reportingClauses() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Head < 0 || t.UPOS != "VERB" || !finite[t.XPOS] {
			continue
		}
		as := verbAttitudes[strings.ToLower(t.Lemma)]
		if !as[speech] && !as[thought] || !m.behindComma(v) {
			continue
		}
		if !m.hasSubject(v) {
			m.invertedSpeaker(v)
		}
		if !m.hasSubject(v) || m.has(v, "mark", "advmod", "ccomp", "xcomp", "obj", "cc") {
			continue
		}
		switch g := &m.s.Tokens[t.Head]; {
		case t.Head > v && in(t.Relation.Base(), "reparandum", "dep"):
			m.set(v, t.Head, "parataxis")
		case t.Head > v:
		case in(t.Relation.Base(), "advcl", "conj", "dep"), t.Relation.Base() == "ccomp" && m.firstOf(t.Head, "ccomp") < v:
			m.set(v, t.Head, "parataxis")
		case t.Relation.Base() == "parataxis" && g.Relation.Base() == "nsubj" && g.Head > v:
			m.set(v, g.Head, "parataxis")
		case t.Relation.Base() == "parataxis" && g.Relation.Base() == "ccomp" && g.Head >= 0 && g.Head < t.Head && m.closes(v):
			if as := verbAttitudes[strings.ToLower(m.s.Tokens[g.Head].Lemma)]; as[speech] || as[thought] {
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
	if !second && !in(t.Relation.Base(), "parataxis", "conj", "advcl", "dep") || t.Head > v || m.has(v, "mark", "advmod", "ccomp", "xcomp", "iobj", "cc") {
		return
	}
	for k := v + 1; k < len(m.s.Tokens); k++ {
		if o := &m.s.Tokens[k]; o.Head == v && o.Relation.Base() == "obj" && (m.d.somebody(m.s, k) || second && m.named(k)) {
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

// saidOfThem: "said to have …" behind a comma is said of whom it follows; the verb
// that trees make a second clause of it is the sentence's own: "Ann Cole, said to
// have killed a guard, was arrested".
func (m *mender) saidOfThem() {
	for v := 2; v+2 < len(m.s.Tokens); v++ {
		t := &m.s.Tokens[v]
		if t.XPOS != "VBD" && t.XPOS != "VBN" || m.s.Tokens[v-1].Form != "," || m.s.Tokens[v+1].Form != "to" {
			continue
		}
		if as := verbAttitudes[deptree.VerbLemma(t)]; !as[speech] && !as[thought] {
			continue
		}
		if t.Relation == "acl" && !m.hasSubject(v) && t.XPOS == "VBD" {
			m.set(v, t.Head, "acl")
			m.s.Tokens[v].XPOS = "VBN"
			continue
		}
		if !in(t.Relation.Base(), "root", "parataxis") {
			continue
		}
		who, of, main := m.firstOf(v, "nsubj"), -1, -1
		for k := v + 1; k < len(m.s.Tokens); k++ {
			switch c := &m.s.Tokens[k]; {
			case c.Head != v || !in(c.Relation.Base(), "ccomp", "xcomp", "conj", "parataxis"):
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
		switch as := verbAttitudes[strings.ToLower(t.Lemma)]; {
		case t.Relation.Base() == "conj" && finite[t.XPOS] && as[speech] && m.has(v, "cc") && m.hasSubject(v):
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
	if g < 0 || !finite[m.s.Tokens[g].XPOS] || !verbAttitudes[strings.ToLower(m.s.Tokens[g].Lemma)][speech] {
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

// named reports whether token k is part of the name of something that is no place.
func (m *mender) named(k int) bool {
	return !m.placeName(k) && slices.ContainsFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.Contains(k) })
}

// lostSpeakers: a verb of saying without a subject has for its subject the phrase
// right before it between commas, which trees take for an apposition of a word
// further off, or one that trees give to what it tells: "Six people died, the ministry, MOH, reported", "Speaking in their
// defence, Ann Cole, QC, said that …".
func (m *mender) lostSpeakers() {
	for g := range m.s.Tokens {
		t := &m.s.Tokens[g]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" || !in(t.Relation.Base(), "root", "parataxis") || m.has(g, "nsubj", "csubj", "expl", "aux", "cop") {
			continue
		}
		if as := verbAttitudes[strings.ToLower(t.Lemma)]; !as[speech] && !as[thought] {
			continue
		}
		if k := m.phraseBefore(g); k >= 0 {
			m.set(k, g, "nsubj")
		} else if k := m.doubledSubject(g); k >= 0 {
			m.set(k, g, "nsubj")
		}
	}
}

// doubledSubject returns the subject before verb g that a tree gives to the clause
// that g tells, which has another behind g; -1 if there is none.
func (m *mender) doubledSubject(g int) int {
	for c := g + 1; c < len(m.s.Tokens); c++ {
		if t := &m.s.Tokens[c]; t.Head != g || t.Relation.Base() != "ccomp" {
			continue
		}
		first, behind := m.firstOf(c, "nsubj"), false
		for i := g + 1; i < c; i++ {
			behind = behind || m.s.Tokens[i].Head == c && m.s.Tokens[i].Relation.Base() == "nsubj"
		}
		if first < g && behind {
			return first
		}
	}
	return -1
}

// phraseBefore returns the somebody whose phrase ends right before token g and
// begins behind a comma, when trees take it for an apposition of something else
// before; -1 if there is none.
func (m *mender) phraseBefore(g int) int {
	k := g - 1
	for k >= 0 && m.s.Tokens[k].Form == "," {
		k--
	}
	for n := 0; k >= 0 && n < len(m.s.Tokens); n++ {
		t := &m.s.Tokens[k]
		switch h := t.Head; {
		case h < 0 || h > k || t.UPOS != "NOUN" && t.UPOS != "PROPN":
			return -1
		case t.Relation == "flat", t.Relation.Base() == "compound", m.s.Tokens[h].Relation.Base() == "appos", m.placeName(k) && t.Relation.Base() == "appos":
			k = h
		case m.placeName(k) && t.Relation.Base() == "nmod" && m.caseOf(k) > 0:
			k = m.caseOf(k) - 1 // places do not speak: "police in Palermo, Sicily, said"
		case t.Relation.Base() == "appos" && m.d.somebody(m.s, k) && m.behindComma(k):
			return k
		default:
			return -1
		}
	}
	return -1
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
			return areas.Allows(n.Type)
		}
	}
	return false
}

// somebody reports whether token k names or describes a person, a body or a group.
func (d *document) somebody(s *nlp.Sentence, k int) bool {
	for _, n := range s.Names {
		if n.Tokens.Contains(k) {
			return actors.Allows(n.Type)
		}
	}
	return actors.Allows(gazetteer.NounType(strings.ToLower(s.Tokens[k].Lemma)))
}

// finite are the tags of verbs that can head a clause of their own.
var finite = map[string]bool{"VBD": true, "VBZ": true, "VBP": true}

// has reports whether a token has a dependent with one of the relations.
func (m *mender) has(h int, rels ...nlp.Relation) bool {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == h && in(m.s.Tokens[i].Relation.Base(), rels...) {
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
		toldTo := in(n.Relation.Base(), "obj", "iobj") && addressing[verb] && nounAttitudes[strings.ToLower(n.Lemma)] == neutral
		atTime := n.Relation.Base() == "obl" && verbAttitudes[verb][speech] && timeNouns[strings.ToLower(n.Lemma)]
		inSpeech := n.Relation.Base() == "obl" && m.whereSaid(t.Head) && verbAttitudes[verb][speech] && (reportNouns[strings.ToLower(n.Lemma)] || speechOccasions[strings.ToLower(n.Lemma)])
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

var timeNouns = words("time day week month year morning evening night monday tuesday wednesday thursday friday saturday sunday weekend spring summer autumn winter")

// speechOccasions are where somebody speaks, beside somebody's words.
var speechOccasions = words("conference briefing press television radio twitter facebook meeting call podcast sermon hearing")

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
		if strings.HasSuffix(strings.ToLower(t.Form), "ed") && m.auxiliary(t.Head, "have") && m.joinedBy(v, "and") && verbAttitudes[strings.ToLower(t.Lemma)] == nil {
			continue // "said troops had repelled the raid and killed six" shares the "had"
		}
		if g := &m.s.Tokens[c.Head]; g.XPOS == "VBD" && verbAttitudes[strings.ToLower(g.Lemma)][speech] {
			m.set(v, c.Head, "conj")
		}
	}
}

// speechActs are verbs of what is done by speaking, which things cannot do.
var speechActs = words("call urge accuse demand condemn praise criticise criticize denounce vow deny warn insist appeal threaten thank")

// mute reports whether the subject of verb v is a thing, which does not speak.
func (m *mender) mute(v int) bool {
	for i := range m.s.Tokens {
		if t := &m.s.Tokens[i]; t.Head == v && t.Relation.Base() == "nsubj" {
			return t.UPOS == "NOUN" && !m.d.somebody(m.s, i)
		}
	}
	return false
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
		for g, n := m.s.Tokens[t.Head].Head, 0; g >= 0 && n < maxControl; g, n = m.s.Tokens[g].Head, n+1 {
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
			if c := &m.s.Tokens[k]; c.Head == t.Head && in(c.Relation.Base(), "obl", "obj", "iobj") {
				m.set(k, v, "nsubj")
				break
			}
		}
	}
}

// strayAgents: "by" right behind a participle brings in who did what it tells, not
// another member of a phrase before it: "backed by the union but opposed by banks".
func (m *mender) strayAgents() {
	for k := range m.s.Tokens {
		t := &m.s.Tokens[k]
		if t.Relation.Base() != "conj" || t.Head < 0 {
			continue
		}
		for i := range m.s.Tokens {
			by := &m.s.Tokens[i]
			if by.Head != k || by.Relation.Base() != "case" || strings.ToLower(by.Form) != "by" || i-1 <= t.Head {
				continue
			}
			if v := &m.s.Tokens[i-1]; v.XPOS == "VBN" && v.Head >= 0 && !m.has(i-1, "obl:agent") {
				m.set(k, i-1, "obl:agent")
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
		if g := o.Head; in(o.Relation, "obj", "obl:agent") && g >= 0 && judged[strings.ToLower(m.s.Tokens[g].Lemma)] && m.d.somebody(m.s, t.Head) {
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
