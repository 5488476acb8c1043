package resolve

import (
	"fmt"

	"github.com/xrash/smetrics"

	"github.com/kgbuild/kgbuild/nlp"
)

// Similarities of Winkler's measure: spellings so close that any shared
// neighbour will do, and the least that two romanisations of one name have.
const (
	closeSpelling = 0.93
	leastSpelling = 0.72
)

// candidate is a cluster of person units of one full name.
type candidate struct {
	unit unitID // a member with the best form
	name personName
}

// fullNames returns one candidate for each cluster and distinct full name in
// it, in order of units.
func (r *resolver) fullNames() []candidate {
	type key struct {
		root unitID
		name string
	}
	seen := make(map[key]bool)
	var out []candidate
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || u.generic || !u.named() {
			continue
		}
		p := r.person(u.name)
		k := key{r.find(unitID(i)), p.key()}
		if !p.full() || seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, candidate{unitID(i), p})
	}
	return out
}

// joinSpellings joins names that are romanisations of one name, or the same but
// for middle names and initials, when their context is shared.
func (r *resolver) joinSpellings(full []candidate) {
	blocks := make(map[string][]candidate)
	for _, c := range full {
		for _, key := range c.name.spellingKeys() {
			block := blocks[key]
			for _, other := range block {
				r.considerSpelling(other, c)
			}
			if len(block) < maxBlock {
				blocks[key] = append(block, c)
			}
		}
	}
}

// spellingKeys returns the keys of the blocks in which names are compared. A name
// that begins with an initial is known by the name behind it, too.
func (p personName) spellingKeys() []string {
	keys := []string{"skeleton " + p.skeletonKey(), "surname " + p.surname() + " " + p.tokens[0][:1]}
	if rest := p.withoutInitial(); rest.full() {
		keys = append(keys, "surname "+p.surname()+" "+rest.tokens[0][:1])
	}
	return keys
}

// maxBlock bounds the names that are compared with one another because they
// share a key.
const maxBlock = 64

func (r *resolver) considerSpelling(a, b candidate) {
	if r.find(a.unit) == r.find(b.unit) || a.name.key() == b.name.key() {
		return
	}
	nameA, nameB := r.units[a.unit].name, r.units[b.unit].name
	similarity, rule, how := spelling(a.name, b.name), ruleTransliteration, "are spellings of one name"
	if a.name.fits(b.name) {
		similarity, rule, how = 1, ruleShort, "differ in middle names or initials only"
	}
	if similarity < leastSpelling {
		return
	}
	if why := r.differentPersons(a.unit, b.unit); why != "" {
		r.doubt(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, but %s", quote(nameA), quote(nameB), how, why))
		return
	}
	weight, shared := r.sharedContext(a.unit, b.unit)
	with := r.nameList(shared)
	need := enoughContext
	if similarity >= closeSpelling {
		need = sharedCountry
	}
	if name, ok := r.sharedCompany(a.unit, b.unit); ok && weight < need {
		weight, with = weight+sharedPartner, quote(name)
	}
	if weight < need {
		r.doubt(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, but share no context", quote(nameA), quote(nameB), how))
		return
	}
	r.join(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, and both stand with %s",
		quote(nameA), quote(nameB), how, with))
}

// spelling returns how close two names with as many parts are, part by part:
// the least similarity of two parts, or 0 when the sounds differ.
func spelling(a, b personName) float64 {
	if len(a.tokens) != len(b.tokens) {
		return 0
	}
	least := 1.0
	for i := range a.tokens {
		if skeleton(a.tokens[i]) != skeleton(b.tokens[i]) || initials(a.tokens[i], b.tokens[i]) {
			return 0
		}
		least = min(least, smetrics.JaroWinkler(a.tokens[i], b.tokens[i], 0.7, 4))
	}
	return least
}

// initials reports whether two parts differ and one is no more than a pair of
// initials: "W." and "H.W." tell persons apart, however alike they sound.
func initials(a, b string) bool {
	return a != b && min(len(a), len(b)) <= 2 && !initialOf(a, b) && !initialOf(b, a)
}
