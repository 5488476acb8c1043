package claims

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
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
	if ref.Entry.Predicate == "leads" && b.token >= 0 && m.t.rel(m.t.first(b.token)) == "nmod:poss" && b.entity == nlp.Country && m.t.ofBodyNoun(m.h) {
		return true // "Tunisia's trade union boss": of the union, in Tunisia
	}
	if (ref.Entry.Predicate == "leads" || ref.Entry.Predicate == "member_of" || ref.Entry.Predicate == "works_for") && b.token >= 0 && m.t.portfolioOf(b.token, m.h) {
		return true // "Heritage Minister Ann Lee": of heritage, and no head of it
	}
	if ref.Entry.Predicate == "works_for" && b.entity == nlp.Country && b.token >= 0 && m.t.preposition(b.token) == "in" && !d.a.Chains[a.Chain].Named() {
		return true // "22,000 employees in Germany" work there, for somebody else
	}
	if in(nlp.Relation(ref.Entry.Predicate), "leads", "works_for", "member_of", "spokesperson_of") && b.token >= 0 && m.t.joinedInto(b.token) {
		return true // "a left-wing senator" is in no wing, a "sergeant-at-arms" at none
	}
	if ref.Entry.Predicate == "family_of" && (m.t.unborn(m.h) || d.surnameOnly(m, b)) {
		return true
	}
	if a.token >= 0 && ref.Entry.Predicate != "leads" && m.t.hyphenated(a.token) && m.t.lemma(a.token) == "general" {
		return true // "the director-general" is no general
	}
	if a.token != m.h {
		return false
	}
	if m.t.bodilyHead(m.h) || ref.Entry.Predicate == "leads" && !d.a.Chains[a.Chain].Named() && d.restsElsewhere(m, b) {
		return true
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
	plural := m.t.plural(m.h)
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

// hyphenated reports whether a common noun is the latter part of a word written
// with a hyphen: "wing" of "left-wing".
func (t *tree) hyphenated(k int) bool {
	return k > 1 && t.is(k, "NOUN") && t.form(k-1) == "-"
}

// joinedInto reports whether token k stands inside a word written with hyphens:
// "left-wing", "sergeant-at-arms".
func (t *tree) joinedInto(k int) bool {
	if t.base(k) == "compound" {
		return t.hyphenated(k) && t.form(k-2) != "ex" && t.form(k-2) != "non"
	}
	return k > 2 && t.form(k-1) == "at" && t.form(k-2) == "-" || k > 2 && t.form(k-1) == "-" && t.form(k-2) == "at"
}

// unborn reports whether a noun of relatives names a child that is expected.
func (t *tree) unborn(k int) bool {
	g := t.head(k)
	return g >= 0 && t.base(k) == "obj" && t.lemma(g) == "expect"
}

// surnameOnly reports whether a name before "family" or "brothers" is that of the
// family alone: nobody else in the text bears it.
func (d *document) surnameOnly(m *matcher, b end) bool {
	if b.token < 0 || b.Chain < 0 || m.t.rel(b.token) != "compound" || m.t.head(b.token) != m.h || !namedTogether[m.t.lemma(m.h)] {
		return false
	}
	return len(d.a.Chains[b.Chain].Mentions) < 2
}

// namedTogether are nouns of relatives who go by one surname.
var namedTogether = words("family brother sister sibling twin dynasty clan cousin")

// bodilyHead reports whether "head" is a part of a body: "shook its head",
// "a price on its head".
func (t *tree) bodilyHead(h int) bool {
	if t.lemma(h) != "head" || t.child(h, "nmod:poss") < 0 {
		return false
	}
	switch p := t.preposition(h); p {
	case "on", "over", "above", "around", "onto", "into":
		return true
	case "":
		g := t.head(h)
		return g >= 0 && t.base(h) == "obj" && headMoves[t.lemma(g)]
	}
	return false
}

// headMoves are verbs of what somebody does with the head.
var headMoves = words("hang shake raise bow nod turn lose rear keep bury scratch shave lift hold poke stick cover duck bang tilt cock")

// restsElsewhere reports whether a place behind "in" or "at" is no body of the ruler
// before it but where something was: "burnt an effigy of the minister in Leeds".
func (d *document) restsElsewhere(m *matcher, b end) bool {
	if b.token < 0 || !areas[b.entity] && b.entity != nlp.Facility || !ofWholeStates[m.t.lemma(m.h)] {
		return false
	}
	p := m.t.preposition(b.token)
	return p == "at" || p == "in" && b.entity != nlp.Country
}

// ofWholeStates are rulers and others whom the whole of a country has.
var ofWholeStates = words("minister president premier pope king queen emir sultan emperor prince chancellor pm monarch dictator rabbi patriarch")

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

// ofBodyNoun reports whether the noun of a body stands before that of an office,
// which is then the body's: "union boss", "airline manager".
func (t *tree) ofBodyNoun(k int) bool {
	for _, x := range t.children(k, "compound") {
		if t.is(x, "NOUN") && gazetteer.NounType(t.lemma(x)) == nlp.Organization && !stateBodies[t.lemma(x)] {
			return true
		}
	}
	return false
}
