package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// byCoordination joins "the two men" and "both countries" to the several
// things of that kind named last in one coordination.
func (r *resolver) byCoordination(i int) bool {
	c := &r.c[i]
	if c.Number != mention.Plural || c.Type() == nlp.Concept || len(c.Modifiers) > 1 {
		return false
	}
	if c.Count < 2 && c.Definite != mention.Demonstrative && c.Determiner != "both" {
		return false
	}
	if pair := r.twoOf(i); pair != nil {
		r.groups[r.cluster[i]] = pair
		return true
	}
	if pair := r.twoNear(i); pair != nil && !r.argumentsBeside(i, pair) {
		r.groups[r.cluster[i]] = pair
		return true
	}
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if len(d.Coordinates) == 0 || c.Sentence-d.Sentence > pairsBack(c) || c.Sentence == d.Sentence && r.coargument(r.trees[c.Sentence], d.Head, c.Head) || c.Count > 1 && len(d.Coordinates) != c.Count {
			continue
		}
		if members := r.coordinated(j); len(members) > 1 && r.allFit(c, members) {
			r.groups[r.cluster[i]] = members
			return true
		}
	}
	return false
}

// argumentsBeside reports whether somebody of a pair is another argument of the verb that
// mention i is one of: "A and B urged both sides to talk".
func (r *resolver) argumentsBeside(i int, pair []int) bool {
	return slices.ContainsFunc(pair, func(j int) bool {
		return r.c[j].Sentence == r.c[i].Sentence && r.coargument(r.trees[r.c[i].Sentence], r.c[j].Head, r.c[i].Head)
	})
}

// pairsBack is how many sentences back a coordination may stand that a plural
// takes up: of companies and the like two are what the text is about.
func pairsBack(c *candidate) int {
	if pairs[c.Noun] == nlp.Organization && c.Definite == mention.Definite && c.Count == 2 {
		return sentencesBack
	}
	return 3
}

// twoOf returns the two countries, or the two of another type, that "both
// countries" means where the text has spoken of just two at length.
func (r *resolver) twoOf(i int) []int {
	c := &r.c[i]
	if c.Count != 2 || c.Type() != nlp.Country {
		return nil
	}
	var pair []int
	seen := make(map[int]bool)
	for j := 0; j < i; j++ {
		k := r.cluster[j]
		if seen[k] || r.c[j].Name == "" || r.c[j].Type() != nlp.Country || len(r.members[k]) < 2 {
			continue
		}
		seen[k] = true
		pair = append(pair, j)
	}
	if len(pair) != 2 {
		return nil
	}
	return pair
}

// pairs are nouns of which "the two" are the two that the sentence has just
// named, with the type of those.
var pairs = map[string]nlp.EntityType{
	"company": nlp.Organization, "firm": nlp.Organization, "carmaker": nlp.Organization, "automaker": nlp.Organization,
	"airline": nlp.Organization, "manufacturer": nlp.Organization, "retailer": nlp.Organization, "bank": nlp.Organization,
	"club": nlp.Organization, "team": nlp.Organization, "group": nlp.Organization, "organization": nlp.Organization,
	"organisation": nlp.Organization, "leader": nlp.Person, "president": nlp.Person, "minister": nlp.Person,
	"country": nlp.Country, "nation": nlp.Country, "government": nlp.Country, "state": nlp.Country,
	"neighbour": nlp.Country, "neighbor": nlp.Country,
}

// sides are nouns for two of whatever kind.
var sides = words("side party rival")

// publicBody reports whether a name is that of a body of the state or of a union,
// which is no company, club or group.
func publicBody(name string) bool {
	if full, ok := gazetteer.OrganizationName(name); ok {
		name = full
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return publicWords[w] })
}

var publicWords = words(`union unions workers commission court authority council ministry department parliament congress senate
	agency nations police government`)

// twoNear returns the two that "the two companies" means: the only two of the
// kind named before it in its sentence, or else in the one before.
func (r *resolver) twoNear(i int) []int {
	c := &r.c[i]
	kind, known := pairs[c.Noun]
	if c.Count != 2 || c.Definite == mention.Indefinite || !known && !sides[c.Noun] || r.complement(i) {
		return nil
	}
	for back := 0; back <= 1; back++ {
		var found []int
		seen := make(map[int]bool)
		for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= back; j-- {
			d, k := &r.c[j], r.cluster[j]
			if c.Sentence-d.Sentence != back || d.Kind == nlp.PronounMention || d.Name == "" && !r.facts(k).named || seen[k] || len(r.groups[k]) > 0 {
				continue
			}
			if t := d.Type(); known && t != kind || !known && t != nlp.Organization && t != nlp.Country && t != nlp.Person {
				continue
			}
			if known && (r.foreign(c, k) || kind == nlp.Organization && publicBody(d.Name)) {
				continue
			}
			seen[k] = true
			found = append(found, j)
		}
		if len(found) == 2 {
			slices.Reverse(found)
			if known || r.c[found[0]].Type() == r.c[found[1]].Type() {
				return found
			}
		}
		if len(found) > 0 {
			return nil
		}
	}
	return nil
}

// coordinated returns the candidates of the coordination that j begins.
func (r *resolver) coordinated(j int) []int {
	var out []int
	for _, h := range r.c[j].Coordinates {
		if k, ok := r.at[nlp.TokenRef{Sentence: r.c[j].Sentence, Token: h}]; ok {
			out = append(out, k)
		}
	}
	return out
}

// allFit reports whether a plural noun can stand for each of the members.
func (r *resolver) allFit(c *mention.Candidate, members []int) bool {
	singular := gazetteer.NounTypes(c.Noun)
	for _, m := range members {
		f := r.facts(r.cluster[m])
		if f.kind == "" || len(singular) == 0 || !slices.Contains(singular, f.kind) {
			return false
		}
	}
	return true
}
