package claims

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// empty reports whether a claim would only repeat the words of its end: that
// "members of X" are members of X.
func (d *document) empty(m *matcher, ref codebook.Ref, a, b end) bool {
	if m.p.Class != codebook.Noun || a.Chain < 0 {
		return false
	}
	if b.token == m.h && bearerOnly(m.p.ObjectAt) {
		return true // "X's hometown" says where, not that it is there
	}
	if ref.Entry.Predicate == "owns" && b.token == m.h && a.token >= 0 && m.t.rel(a.token) == "compound" && !d.ownerBefore(m, a) {
		return true
	}
	if ref.Entry.Predicate == "leads" && b.token == m.h && b.Chain >= 0 && !d.a.Chains[b.Chain].Named() {
		return true // "Nowak's government" says nothing of a government
	}
	if (ref.Entry.Predicate == "leads" || ref.Entry.Predicate == "member_of" || ref.Entry.Predicate == "works_for") && b.token >= 0 && m.t.portfolioOf(b.token, m.h) {
		return true // "Heritage Minister Ann Lee": of heritage, and no head of it
	}
	if ref.Entry.Predicate == "works_for" && b.entity == nlp.Country && b.token >= 0 && m.t.preposition(b.token) == "in" && !d.a.Chains[a.Chain].Named() {
		return true // "22,000 employees in Germany" work there, for somebody else
	}
	if a.token != m.h {
		return false
	}
	if t := m.t; t.base(m.h) == "nmod" && t.rel(m.h) == "nmod:poss" && ref.Entry.Predicate == "leads" {
		switch t.lemma(t.head(m.h)) {
		case "office", "department", "station", "bureau", "deputy", "detective", "officer", "sergeant", "captain", "lieutenant":
			return true // "the Leeds sheriff's office"
		}
	}
	if t := m.t; ref.Entry.Predicate == "leads" && t.preposition(m.h) == "for" && t.head(m.h) >= 0 && candidacies[t.lemma(t.head(m.h))] {
		return true // "run for mayor of Leeds"
	}
	if ref.Entry.Predicate == "caused" && a.token == m.h {
		return true // "the cause of the fire" names no cause
	}
	for _, n := range m.t.s.Names { // "Ministry of Defence"
		if ref.Entry.Predicate == "part_of" && !areas[b.entity] && n.Tokens.Contains(a.token) && n.Tokens.Contains(b.token) {
			return true
		}
	}
	ch := &d.a.Chains[a.Chain]
	if ref.Entry.Predicate == "part_of" && m.p.Lemmas[0] == codebook.AnyLemma && !areas[b.entity] && b.token >= 0 && m.t.preposition(b.token) == "of" && ch.Named() && !stateBody(ch) && !(b.Chain >= 0 && stateBody(&d.a.Chains[b.Chain])) {
		return true // "A Ring of Endless Light": the title of a work
	}
	if ref.Entry.Predicate == "member_of" && starNouns[m.t.lemma(m.h)] && (b.entity == nlp.City || b.entity == nlp.Place) && !ch.Named() {
		return true // "an Oslo stage star", "the Rio councilwoman's driver"
	}
	plural := m.t.tok(m.h).Features.Get("Number") == "Plur" || m.t.tok(m.h).XPOS == "NNS"
	switch ref.Entry.Predicate {
	case "member_of":
		return plural && !ch.Named() && !(b.entity == nlp.Organization && m.t.preposition(b.token) == "from" && d.sentBy(m.t, b))
	case "supports", "criticized", "hostile", "allied":
		return plural && !ch.Named()
	case "part_of":
		return plural && m.t.is(m.h, "NOUN") && m.t.lemma(m.h) != "police"
	case "works_for":
		return plural && !ch.Named() && b.entity != nlp.Country && !d.sentBy(m.t, b) && !(staff[m.t.lemma(m.h)] && d.a.Chains[b.Chain].Named() && m.t.rel(b.token) == "compound")
	}
	return false
}

// staff are nouns of employees that a reader takes note of: "Siemens engineers",
// unlike police officers.
var staff = words("employee engineer staffer executive programmer retiree")

// starNouns are nouns of players that mean other people as often.
var starNouns = words("star driver guard rider runner end centre center ace player swimmer boxer singer")

// ownerBefore reports whether the name before premises is their owner's ("a
// Shell refinery"): a body's that is no part of a longer name ("the Doors
// Factory") and not that of the town where they stand ("the Windsor plant").
func (d *document) ownerBefore(m *matcher, owner end) bool {
	c := &d.a.Chains[owner.Chain]
	if m.t.is(m.h, "PROPN") || c.Type != nlp.Organization || !c.Named() {
		return false
	}
	for i := range d.a.Chains {
		if o := &d.a.Chains[i]; areas[o.Type] && slices.ContainsFunc(o.Names, func(n string) bool { return slices.Contains(c.Names, n) }) {
			return false
		}
	}
	return true
}

// sentBy reports whether a named body stands behind the preposition that says
// where people work: "analysts at Siemens", "officials from the UN".
func (d *document) sentBy(t *tree, body end) bool {
	if body.Chain < 0 || body.token < 0 || !d.a.Chains[body.Chain].Named() {
		return false
	}
	switch t.preposition(body.token) {
	case "at", "from", "with":
		return true
	}
	return false
}

// portfolioOf reports whether token k only says what the minister at token h is
// one of. Some portfolios are bodies as well.
func (t *tree) portfolioOf(k, h int) bool {
	switch t.form(k) {
	case "treasury", "cabinet", "interior":
		return false
	}
	if k > h && (t.lemma(h) == "minister" || t.lemma(h) == "secretary" || t.lemma(h) == "commissioner") {
		// "Minister of Health", "Secretary of State": the same behind the title.
		return ofTitles[t.form(k)] && (t.preposition(k) == "of" || t.preposition(k) == "for")
	}
	return t.lemma(h) == "minister" && k < h && titleModifiers[t.form(k)] && in(t.base(k), "compound", "amod")
}

// candidacies are words behind which "for" names an office that somebody only
// wants.
var candidacies = words("run stand campaign compete bid candidate race vie candidacy nomination nominate contender apply")

// bearerOnly reports whether a place is the bearer of the pattern's noun.
func bearerOnly(pl codebook.Place) bool {
	return len(pl.Paths) == 1 && len(pl.Paths[0]) == 1 && pl.Paths[0][0] == codebook.Bearer
}

// hasName reports whether a description has a word in capitals in it.
func hasName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			return true
		}
	}
	return false
}
