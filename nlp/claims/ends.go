package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// end is an end of a claim with how sure it is who or what that is.
type end struct {
	nlp.End
	token  int
	entity nlp.EntityType
	sure   float64 // of the name's type or of the path that led here, 0 to 1
}

// ends turns the tokens of a place into ends of the admitted types.
func (d *document) ends(t *tree, f found, types codebook.Types) []end {
	var out []end
	for _, k := range d.namedTokens(t, f.tokens) {
		if k == unstated {
			out = append(out, end{End: nlp.ChainEnd(d.unstatedActor()), token: unstated, entity: nlp.Concept, sure: 1})
			continue
		}
		if k == recent {
			if c := d.recentDeed(t); c != nlp.NoChain {
				out = append(out, end{End: nlp.ChainEnd(c), token: recent, entity: nlp.Event, sure: remoteReliability})
			}
			continue
		}
		if k < 0 {
			continue // a speaker has ends of its own
		}
		k = t.bearerOf(k)
		if c := d.pronounDeed(t, k, types); c != nlp.NoChain {
			out = append(out, end{End: nlp.ChainEnd(c), token: k, entity: nlp.Event, sure: remoteReliability})
			continue
		}
		if c := d.partyEnd(t, k, types); c != nlp.NoChain {
			out = append(out, end{End: nlp.ChainEnd(c), token: k, entity: nlp.Organization, sure: 1})
			continue
		}
		for _, e := range d.members(t, d.standsFor(t, k, types), types, f.agent) {
			if f.remote {
				e.sure *= remoteReliability
			}
			out = append(out, e)
		}
	}
	return out
}

// bearerOf returns the person whose name stands right behind that of the country
// or body at token k and the title, whether it hangs on k or beside it; k itself
// where there is none: "US President Ann Cole" is Ann Cole.
func (t *tree) bearerOf(k int) int {
	if !t.is(k, "PROPN") {
		return k
	}
	c := k + 1
	for c < len(t.s.Tokens) && t.head(c) == k && t.rel(c) == "flat" && !t.beginsPerson(c) {
		c++
	}
	if c < len(t.s.Tokens) && t.beginsPerson(c) && (t.head(c) == k && t.rel(c) == "flat" || c > k+1 && t.head(c) == t.head(k) && t.rel(c) == t.rel(k)) {
		return c
	}
	return k
}

// beginsPerson reports whether a person's name begins at token i.
func (t *tree) beginsPerson(i int) bool {
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.First == i {
			return true
		}
	}
	return false
}

// namedTokens puts the names in the place of the descriptions that a copula
// equates with them: "The candidates elected were A and B".
func (d *document) namedTokens(t *tree, tokens []int) []int {
	var out []int
	for _, k := range tokens {
		if names := t.equals(k); len(names) > 0 {
			if c := d.chainAt(t, k); c == nlp.NoChain || !d.a.Chains[c].Named() {
				out = append(out, names...)
				continue
			}
		}
		out = append(out, k)
	}
	return out
}

// equals returns the names, if any, with which a copula equates a description in
// the plural.
func (t *tree) equals(k int) []int {
	if k < 0 || t.base(k) != "nsubj" || t.head(k) < k || !t.is(k, "NOUN") && t.form(k) != "those" {
		return nil
	}
	g := t.head(k)
	if !t.is(g, "PROPN") || t.child(g, "cop") < 0 || t.child(g, "case", "aux") >= 0 || len(t.negators(g)) > 0 {
		return nil
	}
	if t.form(k) != "those" && !t.plural(k) {
		return nil
	}
	return t.expand(g, k)
}

// remoteReliability is how much less an end counts that control, coordination
// or an antecedent led to instead of a direct dependent.
const remoteReliability = 0.93

// pronounDeed returns the deed told of last for a pronoun that must stand for
// an event and was taken for something else: "it was carried out".
func (d *document) pronounDeed(t *tree, k int, types codebook.Types) nlp.ChainID {
	if !t.is(k, "PRON") || !types.Allows(nlp.Event) || types.Allows(nlp.Person) {
		return nlp.NoChain
	}
	if f := t.form(k); f != "it" && f != "this" && f != "that" {
		return nlp.NoChain
	}
	c := d.a.ChainAt(t.ref(k))
	if types.Allows(nlp.Concept) {
		// "It was triggered by heavy rain": what the text told of before.
		if (c == nlp.NoChain || placeTypes[d.a.Chains[c].Type]) && t.form(k) == "it" && !types.Allows(nlp.Organization) && !types.Allows(nlp.Product) {
			return d.toldBefore(t, nlp.NoChain, false)
		}
		return nlp.NoChain
	}
	if c != nlp.NoChain && (d.a.Chains[c].Type == nlp.Event || d.a.Chains[c].Unknown && d.a.Chains[c].Type == nlp.Organization) {
		return nlp.NoChain // what "has 1,500 fighters" is no deed
	}
	return d.recentDeed(t)
}

// fits reports whether some token may be an end of the admitted types, without
// making a chain for it.
func (d *document) fits(t *tree, f found, types codebook.Types) bool {
	for _, k := range f.tokens {
		if k < 0 || d.fitsAlone(t, k, types) || slices.ContainsFunc(t.equals(k), func(x int) bool { return d.fitsAlone(t, x, types) }) {
			return true
		}
		if g := t.head(k); g >= 0 && t.base(k) == "appos" && d.fitsAlone(t, g, types) {
			return true
		}
		if x := t.child(k, "appos"); x >= 0 && t.is(x, "PROPN") && d.fitsAlone(t, x, types) {
			return true
		}
	}
	return false
}

func (d *document) fitsAlone(t *tree, k int, types codebook.Types) bool {
	if len(types) == 0 || d.pronounDeed(t, k, types) != nlp.NoChain {
		return true
	}
	if types.Allows(nlp.Group) && (t.countsLike(k) >= 0 || t.someOfThem(k)) {
		return true
	}
	if typ, whole := d.ofThose(t, k); whole != nlp.NoChain && types.Allows(typ) {
		return true
	}
	if t.partyWord(k) != "" && types.Allows(nlp.Organization) && !types.Allows(nlp.Person) {
		return true
	}
	if t.report(k) && types.Allows(nlp.Person) && in(t.base(k), "nsubj", "obl") {
		if at, o := d.author(t, k); o >= 0 {
			return d.fitsAlone(at, o, types)
		}
	}
	if c := d.chainAt(t, k); c != nlp.NoChain {
		ch := &d.a.Chains[c]
		if len(ch.Members) > 0 || !ch.Unknown && admits(types, t, k, ch) {
			return true
		}
		if !t.is(k, "VERB") {
			return false
		}
	}
	if t.is(k, "VERB") && types.Allows(nlp.Concept) {
		return true
	}
	if _, ok := d.describedType(t, k, types); ok && t.nominal(k) && !d.partOfName(t, k) {
		return true
	}
	if _, ok := t.countryWord(k); ok && types.Allows(nlp.Country) {
		return true
	}
	if t.peopleBefore(k) && types.Allows(nlp.Group) {
		return true
	}
	if _, ok := coref.ImpliedRegion(t.s, k); ok && t.base(k) == "amod" && types.Allows(nlp.Place) {
		return true
	}
	return t.report(k) && types.Allows(nlp.Person)
}

// admits reports whether a chain may be an end. A proper noun of which nobody
// knows what it is may be an organisation or a product.
func admits(types codebook.Types, t *tree, k int, ch *nlp.Chain) bool {
	if types.Allows(ch.Type) || types.Allows(nlp.Country) && actsForCountry(t, k, ch) {
		return true
	}
	if ch.Type == nlp.Organization && types.Allows(nlp.Facility) && t.premises(k) {
		return true
	}
	return ch.Type == nlp.Concept && t.is(k, "PROPN") && !types.Allows(nlp.Person) && !gazetteer.IsTitle(t.lemma(k)) && (types.Allows(nlp.Organization) || types.Allows(nlp.Product))
}

// whereabouts are prepositions behind which a capital is a town.
var whereabouts = words("in at near around outside from via towards")

// actsForCountry reports whether a capital stands for its country's
// government: anywhere but where something is or goes.
func actsForCountry(t *tree, k int, ch *nlp.Chain) bool {
	if ch.Type != nlp.City || !ch.Named() || !t.is(k, "PROPN") || !in(t.base(t.first(k)), "nsubj", "obj", "iobj", "obl", "nmod") {
		return false
	}
	if _, capital := gazetteer.CountryByMetonym(ch.Name); !capital {
		return false
	}
	if g := t.head(t.first(k)); t.rel(t.first(k)) == "nmod:poss" && g >= 0 && townsOwn[t.lemma(g)] {
		return false // "Vienna's councillor" is the town's
	}
	p := t.preposition(t.first(k))
	return !whereabouts[p] && (p != "to" || t.base(t.first(k)) != "obl") && t.rel(k) != "nmod:unmarked"
}

// townsOwn are nouns for what a capital has as a town.
var townsOwn = words(`mayor mayoress alderman councillor councilor council resident inhabitant archbishop bishop rabbi neighbourhood
	neighborhood district suburb outskirt street airport station subway metro university museum zoo opera hospital`)

// premises reports whether a body is, by its noun, also the building where it
// is: fires are in schools and bombs in banks.
func (t *tree) premises(k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return housed[t.form(n.Tokens.End-1)] || t.form(n.Tokens.End-1) == "court"
		}
	}
	return housed[t.lemma(k)]
}

var housed = words(`school college university church synagogue monastery bank embassy consulate station clinic library theatre
	theater restaurant factory mill ministry parliament pharmacy supermarket nursery kindergarten academy branch`)

// members resolves a token to its end, or to one end for each member of a
// chain that stands for several.
func (d *document) members(t *tree, k int, types codebook.Types, agent bool) []end {
	if c := d.chainAt(t, k); c != nlp.NoChain && len(d.a.Chains[c].Members) > 0 {
		var out []end
		for _, m := range d.a.Chains[c].Members {
			ch := &d.a.Chains[m]
			if !ch.Unknown && types.Allows(ch.Type) {
				out = append(out, end{End: nlp.ChainEnd(m), token: k, entity: ch.Type, sure: remoteReliability})
			}
		}
		return out
	}
	if agent && t.report(k) && types.Allows(nlp.Person) {
		// "the group's statement criticised": whose words they are criticises.
		if at, o := d.author(t, k); o >= 0 {
			t, k = at, o
		}
	}
	if g := t.head(k); g >= 0 && t.base(k) == "appos" && !d.fitsAlone(t, k, types) {
		k = g // an apposition stands for what it is put beside
	}
	if x := t.child(k, "appos"); x >= 0 && t.is(x, "PROPN") && !d.fitsAlone(t, k, types) && d.fitsAlone(t, x, types) {
		k = x // "the publisher X": the name says of which kind the noun is
	}
	if e, ok := d.end(t, k, types); ok {
		return []end{e}
	}
	return nil
}

// end resolves a token to the chain it stands for, making one for a
// description that no chain covers. It reports false for what is not known,
// and for what may not stand at this place.
func (d *document) end(t *tree, k int, types codebook.Types) (end, bool) {
	c := d.chainAt(t, k)
	if own := d.ownCountry(t, k); own != nlp.NoChain {
		c = own
	}
	if c == nlp.NoChain || t.is(k, "VERB") && !types.Allows(d.a.Chains[c].Type) {
		c = d.describe(t, k, types)
	}
	if c != nlp.NoChain && types.Allows(nlp.Concept) && t.is(k, "VERB") && in(t.base(k), "ccomp", "xcomp") {
		if ch := &d.a.Chains[c]; ch.Event != nil && !d.spokenOf(ch) {
			c = d.clauseConcept(t, k, types) // nobody speaks of the event: what is said to happen is the end
		}
	}
	if c == nlp.NoChain {
		return end{}, false
	}
	ch := &d.a.Chains[c]
	if ch.Unknown || !admits(types, t, k, ch) || t.asksWhich(k) || t.is(k, "VERB") && ch.Event != nil && !d.spokenOf(ch) {
		return end{}, false
	}
	e := end{End: nlp.ChainEnd(c), token: k, entity: ch.Type, sure: d.nameScore(t, k)}
	if ch.Generic && !ch.Named() {
		e.sure *= genericReliability
	}
	return e, true
}

// asksWhich reports whether a noun phrase is an interrogative: "did not say
// which branch carried it out" names nobody.
func (t *tree) asksWhich(k int) bool {
	if !t.nominal(k) || t.is(k, "PROPN") {
		return false
	}
	for _, x := range t.children(k, "det", "nmod:poss") {
		if f := t.form(x); f == "which" || f == "what" || f == "whose" && t.antecedent(x) == x && t.head(k) > k {
			return true
		}
	}
	return false
}

// genericReliability is how much less a description counts that names a kind
// rather than somebody.
const genericReliability = 0.85

// nameScore is the model's probability of the name at k, 1 for what is no name.
func (d *document) nameScore(t *tree, k int) float64 {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Score > 0 {
			return 0.5 + 0.5*float64(n.Score)
		}
	}
	return 1
}
