package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// stateTitles are titles that only a state gives, their words joined by "_". Who
// bears one without a word on the state serves the one that the text is about.
var stateTitles = words(`prime_minister premier vice_president deputy_prime_minister attorney_general
	chancellor_of_the_exchequer secretary_of_state secretary_of_defense secretary_of_defence foreign_secretary home_secretary
	defence_secretary defense_secretary health_secretary justice_secretary transport_secretary education_secretary
	environment_secretary interior_secretary commerce_secretary treasury_secretary energy_secretary agriculture_secretary
	labor_secretary housing_secretary culture_secretary business_secretary chief_cabinet_secretary taoiseach tánaiste`)

// regionalMinisters are ministers of a part of a state.
var regionalMinisters = words("chief state provincial regional")

// officeOf are the codes of the states of which the title alone tells.
var officeOf = map[string]string{"secretary_of_state": "US", "chancellor_of_the_exchequer": "GB", "foreign_secretary": "GB", "home_secretary": "GB",
	"secretary_of_defense": "US", "defence_secretary": "GB", "defense_secretary": "US", "interior_secretary": "US", "commerce_secretary": "US",
	"treasury_secretary": "US", "taoiseach": "IE", "tánaiste": "IE"}

// secretaries are states, beside those of [officeOf], whose ministers are called so.
var secretaries = words("PH MX IN PK BD KE")

// heading are the roles by which the gazetteer knows heads of state and government.
var heading = words("president premier chancellor king queen sultan emir minister")

// impliedReliability is the confidence of an office whose state only the text
// as a whole tells.
const impliedReliability = 0.7

// impliedOffices gives the bearers of state offices that no claim ties to a
// state the country that the document is about.
func (d *document) impliedOffices(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person {
			continue
		}
		ti, bare := d.bareTitle(t, n)
		if !bare {
			continue
		}
		if ti.role == "minister" && t.regional(ti) {
			out = append(out, d.regionalOffice(t, n, c, ti, cs)...)
			continue
		}
		if !t.stateOffice(ti) {
			continue
		}
		ofState := d.ofState
		if t.form(ti.First) == "vice" {
			ofState = func(nlp.ChainID) bool { return true } // companies have them as well
		}
		if d.officeIn(c, cs, ofState) != nlp.NoChain {
			continue
		}
		if monarchs[ti.role] && t.base(t.headOf(n.Tokens)) == "conj" {
			continue // "King X of Spain and Queen Y": a consort
		}
		state := d.stateOfOffice(t, ti, t.words(n.Tokens))
		if state == nlp.NoChain {
			state = d.departmentOf(t, ti)
		}
		if state == nlp.NoChain {
			continue
		}
		out = append(out, t.candidate(n.Tokens.First, nlp.ChainEnd(c), "leads", nlp.ChainEnd(state), aFact, impliedReliability, "state office").
			over(t.s.SpanOf(n.Tokens)))
	}
	out = append(out, d.statedOffices(t, cs, out)...)
	return slices.Concat(out, d.statePosts(t, cs, out), d.sentEnvoys(t, cs))
}

// monarchs are titles that consorts bear as well.
var monarchs = words("king queen emperor empress")

// statedOffices is [document.impliedOffices] for offices that stand apart from
// the name: "X served as foreign minister", "Y, a former finance minister,".
func (d *document) statedOffices(t *tree, cs, found []candidate) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		if _, role := t.titleRole(h); role != "minister" && role != "premier" || t.inBody(h) || t.bodyNamed(h) {
			continue
		}
		ti := title{Range: nlp.Range{First: t.titleStart(h), End: h + 1}, noun: h, role: t.lemma(h)}
		if !t.stateOffice(ti) || t.child(h, "nmod:poss") >= 0 {
			continue
		}
		for _, e := range d.bearersWithoutBody(t, h, d.ofState, cs, slices.Concat(found, out)) {
			state := d.stateOfOffice(t, ti, d.a.Chains[e.Chain].Name)
			if state == nlp.NoChain || t.beginsPerson(h+1) {
				continue
			}
			out = append(out, d.impliedOffice(t, h, e, "leads", state, "state office"))
		}
	}
	return out
}

// sentEnvoys gives the ambassadors of whom a text says only where they are sent the
// state that it is about: "X, the ambassador to France, was recalled".
func (d *document) sentEnvoys(t *tree, cs []candidate) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		if t.lemma(h) != "ambassador" || t.plural(h) || t.child(h, "nmod:poss", "compound") >= 0 || slices.ContainsFunc(t.children(h, "amod"), t.demonym) {
			continue
		}
		to := t.oblique(h, "to").tokens
		if len(to) != 1 || len(t.oblique(h, "of").tokens) > 0 {
			continue
		}
		home, known := gazetteer.CountryByName(d.homeCountry())
		if !known {
			continue
		}
		host, state := d.chainAt(t, to[0]), d.knownCountry(home)
		if host == nlp.NoChain || host == state || t.counterpartFrom(home) {
			continue
		}
		for _, e := range d.bearersWithoutBody(t, h, anyBody, cs, out) {
			out = append(out, d.impliedOffice(t, h, e, "works_for", state, "sent envoy"))
		}
	}
	return out
}

// departments are words for what a minister heads.
var departments = words("ministry department office")

// departmentOf returns the only ministry of the document that is called by the
// portfolio of a minister's or secretary's title: the Defence Department of the
// defence secretary, the Ministry of Health of the health minister.
func (d *document) departmentOf(t *tree, ti title) nlp.ChainID {
	if ti.role != "minister" && ti.role != "secretary" || ti.First == ti.noun || ti.noun+1 < ti.End {
		return nlp.NoChain
	}
	portfolio := t.form(ti.noun - 1)
	if len(portfolio) < minPortfolio || portfolio == "prime" {
		return nlp.NoChain
	}
	return d.onlyBody(func(ch *nlp.Chain) bool {
		return ch.Type == nlp.Organization && !hasWord(ch, words("departments ministries")) && slices.ContainsFunc(ch.Mentions, func(m nlp.Mention) bool {
			ws := strings.Fields(strings.ToLower(m.Text))
			return slices.ContainsFunc(ws, func(w string) bool { return departments[w] }) && slices.Contains(ws, portfolio) && !slices.Contains(ws, "and")
		})
	})
}

// minPortfolio keeps words that are no portfolio from naming a ministry.
const minPortfolio = 4

// unrivalled drops the offices that only the text as a whole tells where it says
// elsewhere of which state the bearer is the head: a headline comes before
// "the king of Tonga".
func (d *document) unrivalled(claims []nlp.Claim) []nlp.Claim {
	told := make(map[nlp.ChainID]nlp.ChainID)
	for i := range claims {
		if c := &claims[i]; c.Predicate == "leads" && c.Rule != impliedRule && c.Polarity == nlp.Positive && c.Object.Chain >= 0 && d.a.Chains[c.Object.Chain].Type == nlp.Country {
			told[c.Subject.Chain] = c.Object.Chain
		}
	}
	return slices.DeleteFunc(claims, func(c nlp.Claim) bool {
		state, ok := told[c.Subject.Chain]
		return c.Rule == impliedRule && ok && state != c.Object.Chain
	})
}

// impliedRule is the rule of the claims of [document.impliedOffices].
const impliedRule = "leads/state office"

// stateOffice reports whether a title is one of a state. A minister of whatever,
// and a president written with a capital or one of former times, are of a state
// when nothing else is said of them.
func (t *tree) stateOffice(ti title) bool {
	for first := ti.First; first <= ti.noun; first++ {
		if stateTitles[t.joinedForms(first, ti.End)] {
			return true
		}
	}
	if t.regional(ti) {
		return false
	}
	before := ""
	if ti.noun > ti.First {
		before = t.form(ti.noun - 1)
	}
	switch ti.role {
	case "minister":
		return before != ""
	case "president", "chancellor", "king", "queen", "emir", "sultan":
		return t.tok(ti.noun).Form != strings.ToUpper(t.tok(ti.noun).Form) && (before == "" && t.capitalised(ti.noun) || formerly[before])
	}
	return false
}

// regional reports whether a title says that it is one of a part of a state.
func (t *tree) regional(ti title) bool {
	for k := ti.First; k < ti.noun; k++ {
		if regionalMinisters[t.form(k)] {
			return true
		}
	}
	return false
}

// regionalOffice gives a minister of a part of a state the only known part of a
// state that the document names: "State health minister X".
func (d *document) regionalOffice(t *tree, n nlp.Name, person nlp.ChainID, ti title, cs []candidate) []candidate {
	region := d.onlyBody(func(ch *nlp.Chain) bool {
		_, known := gazetteer.RegionCountry(ch.Name)
		return known && ch.Type == nlp.Place
	})
	if region == nlp.NoChain || d.office(person, cs) != nlp.NoChain {
		return nil
	}
	return []candidate{t.candidate(ti.noun, nlp.ChainEnd(person), "leads", nlp.ChainEnd(region), aFact, impliedReliability, "regional office").
		over(t.s.SpanOf(n.Tokens))}
}

// formerly are words for an office that somebody held once or is to hold.
var formerly = words("former then late ousted deposed elected outgoing incoming incumbent ex current acting interim")

// joinedForms returns the words of a range of tokens, joined by "_".
func (t *tree) joinedForms(first, end int) string {
	var forms []string
	for k := first; k < end; k++ {
		forms = append(forms, t.form(k))
	}
	return strings.Join(forms, "_")
}

// stateOfOffice returns the state in which the bearer of a title serves: the one
// of which the gazetteer knows the name as its head's, the one of which the
// title tells, or the one that the document is about. A premier under a state
// that is a federation heads the region that the document is about.
func (d *document) stateOfOffice(t *tree, ti title, name string) nlp.ChainID {
	if code, ok := gazetteer.HeadOf(name); ok && heading[ti.role] {
		if c, known := gazetteer.CountryByCode(code); known && d.countries()[c.Name] > 0 {
			return d.knownCountry(c)
		}
		return nlp.NoChain
	}
	home := d.homeCountry()
	c, known := gazetteer.CountryByName(home)
	for first := ti.First; first <= ti.noun; first++ {
		if code := officeOf[t.joinedForms(first, ti.End)]; code != "" {
			if state := d.countryOf(code); state != nlp.NoChain || !secretaries[c.Code] {
				return state
			}
		}
	}
	if home == "" || known && t.counterpartFrom(c) {
		if state := d.stateJustTold(t); state != nlp.NoChain {
			return state
		}
		return d.stateOfCapital(t)
	}
	if ti.First < ti.noun && t.form(ti.noun-1) == "first" && !governed[home] {
		return nlp.NoChain
	}
	if ti.role == "premier" && known && federations[c.Code] {
		return d.region(c.Code)
	}
	if !known {
		return d.aliasChain(home)
	}
	return d.knownCountry(c)
}

// stateJustTold returns the state of the office-holder of whom the sentence before
// tells, where an article is about several: "German chancellor X said … . Foreign
// minister Y …". It is none that the sentence itself tells of.
func (d *document) stateJustTold(t *tree) nlp.ChainID {
	state := nlp.NoChain
	for i := len(d.done) - 1; i >= 0 && d.done[i].Sentence >= t.index-1; i-- {
		c := &d.done[i]
		if c.Predicate != "leads" || c.Polarity != nlp.Positive || c.Object.Chain < 0 || d.a.Chains[c.Object.Chain].Type != nlp.Country {
			continue
		}
		if state != nlp.NoChain && state != c.Object.Chain {
			return nlp.NoChain
		}
		state = c.Object.Chain
	}
	if state == nlp.NoChain || d.mentions(t, state) {
		return nlp.NoChain
	}
	return state
}

// stateOfCapital returns the state, if the document names it, whose capital a sentence
// begins with, or NoChain: "In Yerevan, thousands asked the prime minister to go".
func (d *document) stateOfCapital(t *tree) nlp.ChainID {
	if len(t.s.Names) == 0 || t.s.Names[0].Tokens.First != 1 || t.form(0) != "in" {
		return nlp.NoChain
	}
	r := t.s.Names[0].Tokens
	if r.End >= len(t.s.Tokens) || t.form(r.End) != "," {
		return nlp.NoChain
	}
	c, ok := gazetteer.CountryByCapital(t.words(r))
	if !ok {
		return nlp.NoChain
	}
	return d.countryOf(c.Code)
}

// counterpartFrom reports whether a sentence tells of somebody's counterpart or
// colleague in a country, who is therefore not of it: "his Turkish counterpart".
func (t *tree) counterpartFrom(country gazetteer.Country) bool {
	for i := range t.s.Tokens {
		if l := t.lemma(i); l != "counterpart" && l != "colleague" {
			continue
		}
		for _, k := range t.children(i, "amod", "compound", "nmod:poss") {
			if c, ok := t.countryWord(k); ok && c.Code == country.Code {
				return true
			}
		}
	}
	return false
}

// mentions reports whether a sentence has a mention of a chain by name or adjective.
func (d *document) mentions(t *tree, chain nlp.ChainID) bool {
	return slices.ContainsFunc(d.a.Chains[chain].Mentions, func(m nlp.Mention) bool { return m.Sentence == t.index && m.Kind != nlp.PronounMention })
}

// federations are states whose regions have premiers.
var federations = words("CA AU ZA")

// region returns the region of a country that the document names most, or
// NoChain when two are named as often.
func (d *document) region(code string) nlp.ChainID {
	best, most := nlp.NoChain, 0
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if c, ok := gazetteer.RegionCountry(ch.Name); !ok || c != code || !ch.Named() {
			continue
		}
		switch n := len(ch.Mentions); {
		case n > most:
			best, most = ch.ID, n
		case n == most:
			best = nlp.NoChain
		}
	}
	return best
}

// ofState reports whether a body is a state or one of its institutions. Who
// heads a party may be a minister besides.
func (d *document) ofState(body nlp.ChainID) bool {
	if body < 0 {
		return false
	}
	ch := &d.a.Chains[body]
	return ch.Type != nlp.Organization && ch.Type != nlp.Group ||
		slices.ContainsFunc(strings.Fields(strings.ToLower(ch.Name)), func(w string) bool { return stateBodies[w] })
}

// countryOf returns the chain of the country with a code, if the document names it.
func (d *document) countryOf(code string) nlp.ChainID {
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Country {
			continue
		}
		if known, ok := countryOfChain(ch); ok && known.Code == code {
			return ch.ID
		}
	}
	return nlp.NoChain
}

// countryOfChain returns the country that one of a chain's names is known for.
func countryOfChain(ch *nlp.Chain) (gazetteer.Country, bool) {
	for _, n := range append([]string{ch.Name}, ch.Names...) {
		if known, ok := gazetteer.CountryByName(n); ok {
			return known, true
		}
	}
	return gazetteer.Country{}, false
}
