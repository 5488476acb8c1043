package claims

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// mayStand rules out pairs that no predicate means: a place as the actor of
// what happens in it, a name and a part of itself.
func (d *document) mayStand(ref codebook.Ref, a, b end) bool {
	if a.token == unstated || b.token == unstated || a.Quantity != nil || b.Quantity != nil {
		return true
	}
	x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
	if b.token == recent && !x.Named() {
		return false
	}
	switch ref.Entry.Predicate {
	case "targeted": // accidents and disasters have no target
		if x.Event != nil && !d.violent(a.Chain) && !(ref.Pattern.Class == codebook.Noun && isAny(x.Event.Type, directed)) {
			return false
		}
		if ref.Pattern.SubjectAt.Paths[0].String() == "self" && ref.Pattern.Class == codebook.Verb && len(ref.Pattern.With) == 0 && d.onlyVerb(a.Chain) {
			return false // the verb says it, and nobody speaks of the event
		}
	case "part_of":
		if strings.EqualFold(y.Name, "state") || strings.EqualFold(y.Name, "year") {
			return false // "the state government", "Player of the Year"
		}
		if !y.Named() && !areas[y.Type] && y.Type != nlp.Event && b.token >= 0 && ref.Pattern.ObjectAt.Paths[len(ref.Pattern.ObjectAt.Paths)-1].String() == "compound" {
			return false // "works council" tells no works
		}
	case "killed":
		if ref.Pattern.Class == codebook.Noun && y.Generic && !y.Named() {
			return false // "killings of politicians"
		}
	case "honours":
		if d.violent(a.Chain) {
			return false
		}
	case "leads", "works_for", "member_of", "branch_of", "spokesperson_of":
		if ref.Entry.Predicate == "member_of" && !y.Named() && publics[strings.ToLower(y.Name)] {
			return false // "community members"
		}
		if ref.Entry.Predicate == "leads" && (strings.EqualFold(y.Name, "state") || businesses[strings.ToLower(y.Name)]) {
			return false // "the Head of State", "vice president of sales"
		}
		// Without a name on either side it says what every such noun says.
		if !x.Named() && !y.Named() && (x.Type == nlp.Group || y.Generic || !hasName(y.Name)) {
			return false
		}
	case "lives_in", "born_in", "national_of":
		if !y.Named() || x.Generic && !x.Named() {
			return false // "people from 25 countries"
		}
		if ref.Entry.Predicate == "lives_in" && y.Type == nlp.Country && ref.Pattern.ObjectAt.Paths[0].String() == "compound" {
			return false // "US lawyer X" tells a nationality
		}
	case "allied":
		if ref.Pattern.Class == codebook.Adjective && !x.Named() && x.Type == nlp.Person {
			return false // "a person close to the minister"
		}
	case "sanctioned":
		if !x.Named() && len(ref.Pattern.SubjectAt.Paths) > 1 && ref.Pattern.SubjectAt.Paths[1].String() == "obl:from" {
			return false // "banned from public office"
		}
	case "acquired":
		if legislatures[lastWord(y.Name)] {
			return false // "won a majority in parliament"
		}
	case "supports", "owns":
		if ref.Pattern.Class == codebook.Adjective && !x.Named() && x.Type != nlp.Group {
			return false
		}
		if ref.Entry.Predicate == "owns" && ref.Pattern.Class == codebook.Noun && !y.Named() && !x.Named() {
			return false
		}
	case "located_in":
		if !mayLie(ref, x, y) {
			return false
		}
	}
	return ref.Pattern.Lemmas[0] != codebook.AnyLemma || d.mayStandBare(ref, a, x, y)
}

// mayStandBare is [document.mayStand] for patterns of any word, where only the ends
// tell.
func (d *document) mayStandBare(ref codebook.Ref, a end, x, y *nlp.Chain) bool {
	switch ref.Entry.Predicate {
	case "member_of":
		if !x.Named() || !y.Named() {
			return false // "the owner of X": only the noun tells
		}
		if gazetteer.NounType(strings.ToLower(x.Name)) != "" {
			return false // "Man of the Match"
		}
	case "part_of":
		if !d.body(a) || y.Type == nlp.Country && !stateBody(x) {
			return false // a company of a country is no part of it
		}
	}
	return !strings.EqualFold(x.Name, y.Name) && (!x.Generic || x.Named())
}

// mayLie is [document.mayStand] for what lies in a place.
func mayLie(ref codebook.Ref, x, y *nlp.Chain) bool {
	if areas[x.Type] && areas[y.Type] && size[y.Type] < size[x.Type] {
		return false // no country is in a town
	}
	if x.Type == nlp.City && ref.Pattern.SubjectAt.Paths[0].String() == "compound" && y.Type != nlp.Country {
		return false // "the Athens district of Exarchia"
	}
	if areas[y.Type] && !y.Named() && !hasName(y.Name) {
		return false // "in another country"
	}
	if ref.Pattern.Lemmas[0] == codebook.AnyLemma {
		if x.Type == nlp.Facility && strings.HasPrefix(x.Name, y.Name+" ") && gazetteer.NameType(y.Name) == "" {
			return false // "Belmarsh jail" tells no town
		}
		if own, _, _ := strings.Cut(x.Name, " of "); !x.Named() && !hasName(own) {
			at := ref.Pattern.ObjectAt.Paths[0].String()
			of := strings.Contains(at, "of") || strings.Contains(at, "poss")
			if x.Type == nlp.Place || x.Type == nlp.City || x.Type == nlp.Facility && of {
				return false // "the lobby of the station"
			}
		}
	}
	if x.Type != nlp.Event && !y.Named() && !hasName(y.Name) || y.Type == nlp.Concept {
		return false
	}
	return x.Type != nlp.Product && x.Type != nlp.Group || x.Named() || ref.Pattern.Class != codebook.Noun
}

// directed are the types of events, beside violent ones, of which "against"
// says at whom they are directed.
var directed = []string{"campaign", "protest", "coup", "revolution"}

// body reports whether an end is surely an organisation: it bears a name, or
// its noun can be nothing else first.
func (d *document) body(e end) bool {
	ch := &d.a.Chains[e.Chain]
	if ch.Named() {
		return true
	}
	w := strings.Fields(strings.ToLower(ch.Name))
	for i, x := range w { // the noun stands before what it is of
		if x == "of" || x == "for" {
			w = w[:i]
			break
		}
	}
	return len(w) > 0 && gazetteer.NounType(w[len(w)-1]) == nlp.Organization && !abstractBodies[w[len(w)-1]]
}

// abstractBodies are nouns of bodies that mean something else as often: the
// foundation of a company, the prosecution of a reporter.
var abstractBodies = words(`prosecution foundation leadership establishment presidency opposition brand body community
	chain label bench front movement service mission operation order branch network union alliance majority`)

// legislatures are the last words in the names of bodies in which parties win
// majorities.
var legislatures = words("parliament assembly senate congress bundestag knesset duma diet commons house legislature chamber council")

// publics are what everybody is a member of.
var publics = words("people workforce citizenry electorate community public audience household crowd society population generation race")

// businesses are what a manager of a body is in charge of without leading it,
// and the parts of a parliament whose leaders a title names.
var businesses = words(`sales marketing operations finance engineering development research design communications strategy
	manufacturing production purchasing procurement logistics planning advertising publicity accounting recruitment personnel
	majority minority floor products services innovation technology training safety security compliance`)

// stateBody reports whether a chain can be an institution of a state: the last
// word of its name, before "of", says so.
func stateBody(ch *nlp.Chain) bool {
	w := strings.Fields(strings.ToLower(ch.Name))
	for i, x := range w {
		if x == "of" || x == "for" {
			w = w[:i]
			break
		}
	}
	if len(w) == 0 {
		return false
	}
	last := w[len(w)-1]
	return stateBodies[last] || publicNouns[last] || publicNouns[strings.TrimSuffix(last, "s")]
}

// publicNouns are further nouns of what a state or a people has, beside
// [stateBodies].
var publicNouns = words(`police team party union league club federation squad side opposition coalition military guard guards
	authorities regulator watchdog prosecutors supreme church legion forces troops delegation mission university academy
	embassy consulate museum library intelligence secretariat organization organisation front movement militia coastguard
	house chamber bundestag knesset duma diet lawmakers fleet brigade battalion regiment staff ministries directorate office
	chapter branch arm wing division hospital school college network post mint rail railways`)

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

// countedDeed are predicates of which a bare number of victims says nothing but a toll.
var countedDeed = map[nlp.Predicate]bool{"caused": true}

// hasName reports whether a description has a word in capitals in it.
func hasName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// bearerOnly reports whether a place is the bearer of the pattern's noun.
func bearerOnly(pl codebook.Place) bool {
	return len(pl.Paths) == 1 && len(pl.Paths[0]) == 1 && pl.Paths[0][0] == codebook.Bearer
}

// background are predicates that a noun phrase takes for granted.
var background = map[nlp.Predicate]bool{
	"leads": true, "works_for": true, "member_of": true, "national_of": true, "part_of": true, "spokesperson_of": true,
	"family_of": true, "branch_of": true, "lives_in": true, "owns": true, "founded": true,
}

// presuming are verbs of playing for a side, of which only the deed can be
// wanted or denied.
var presuming = words("put place give fire send head shoot edge hand nudge haul drag lift push steer cap lead trail equalise equalize level")

// structural reports whether the pattern reads a noun phrase that does not
// predicate: what it says of roles and origins is taken for granted, whatever
// happens to the phrase.
func (m *matcher) structural() bool {
	if m.predicate == "member_of" && m.p.Class == codebook.Verb && presuming[m.t.lemma(m.h)] {
		return true // "to give the Colts a lead": for whom somebody plays is no purpose
	}
	h := m.t.titleNoun(m.h)
	return m.p.Class == codebook.Noun && background[m.predicate] && m.t.child(h, "cop") < 0 &&
		m.t.base(h) != "xcomp" && !(m.t.base(h) == "conj" && m.t.child(m.t.first(h), "cop") >= 0)
}
