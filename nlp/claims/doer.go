package claims

// strikeNouns tell of deeds whose first modifier is who did them ("US strike"),
// where for other events it is where they happened ("Nairobi bombing").
var strikeNouns = words(`strike airstrike raid offensive operation invasion action campaign intervention
	sanction embargo airstrikes visit aid support decision ban retaliation bombardment`)

// patientNouns are deeds whose possessor is whom they are done to.
var patientNouns = words(`killing murder assassination death execution arrest kidnapping abduction slaying trial
	shooting stabbing beating lynching conviction release detention imprisonment dismissal beheading rescue injury funeral`)

// militaryModifiers make an attack the deed of a state or an armed force.
var militaryModifiers = words("drone missile military air rocket artillery naval ground")

// labourModifiers make a strike one of workers, or of one who eats nothing.
var labourModifiers = words(`rail railway bus train tram metro tube subway transit transport postal dock port ferry airline hunger general
	teacher nurse doctor miner pilot worker student lorry truck trucker civil public labour labor wildcat school hospital`)

// works are nouns of what artists and writers make, behind which "by" says who made it.
var works = words(`painting portrait drawing etching engraving sculpture statue bust mural fresco installation photograph photo picture
	book novel poem play song opera symphony album film movie documentary article essay letter manuscript work masterpiece canvas`)

// workBefore reports whether a work of art stands between a deed and the "by"
// of token k, which then is its maker: "the theft of a painting by Munch".
func (t *tree) workBefore(deed, k int) bool {
	for _, o := range t.children(deed, "nmod") {
		if deed < o && o < k && t.preposition(o) == "of" && works[t.lemma(o)] {
			return true
		}
	}
	return false
}

// doer returns who did what an event noun tells of: its possessor, the noun
// behind "by", or the country or organisation that modifies it.
func (t *tree) doer(n int) found {
	if k := t.child(n, "nmod:poss"); k >= 0 && (!patientNouns[t.lemma(n)] && !patientNouns[t.form(n)] || len(t.oblique(n, "of").tokens) > 0) {
		return direct(t.antecedent(k))
	}
	for _, k := range t.children(n, "nmod", "obl", "obl:agent") {
		if t.preposition(k) == "by" && !t.workBefore(n, k) {
			return direct(k)
		}
	}
	military := strikeNouns[t.lemma(n)]
	for _, k := range t.children(n, "compound", "amod") {
		if labourModifiers[t.lemma(k)] {
			return found{} // "a Belgian rail strike"
		}
		military = military || militaryModifiers[t.lemma(k)]
	}
	if !military {
		return found{}
	}
	var out found
	for _, k := range t.children(n, "compound", "amod") {
		if t.actorModifier(k) {
			out.tokens = append(out.tokens, k)
		}
		for _, x := range t.children(k, "compound", "amod") {
			if t.actorModifier(x) {
				out.tokens = append(out.tokens, x)
			}
		}
	}
	return out
}

// actorModifier reports whether a modifier can be an actor: a name or a demonym.
func (t *tree) actorModifier(k int) bool {
	return t.demonym(k) || t.is(k, "PROPN")
}
