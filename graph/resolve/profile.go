package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// profile is what documents say of a person that tells namesakes apart.
type profile struct {
	countries map[string]string // key → name
	roles     map[string]string // class → the word that told it
}

// profile reads the descriptions and relations of a unit's cluster.
func (r *resolver) profile(u unitID) profile {
	p := profile{make(map[string]string), make(map[string]string)}
	members := slices.Clone(r.members(r.find(u)))
	slices.Sort(members)
	for _, m := range members[:min(len(members), maxMembersRead)] {
		unit := &r.units[m]
		for _, d := range unit.descs {
			r.readDescription(d, &p)
		}
		for _, q := range unit.partners {
			if by := r.predicates[q.predicate]; q.object && (by == "national_of" || by == "born_in") {
				if f := r.factsOf(r.find(q.unit)); f.typ == nlp.Country && f.key != "" {
					p.countries[f.key] = r.senseName(r.find(q.unit))
				}
			}
		}
	}
	return p
}

func (r *resolver) readDescription(d string, p *profile) {
	fields := strings.Fields(d)
	for i, f := range fields {
		if s, ok := r.know.state(strings.Trim(f, ",.;"), AdjectiveForm); ok {
			p.countries[s.Key] = s.Name
		}
		word := strings.ToLower(strings.Trim(f, ",.;"))
		for _, class := range roleClasses()[word] {
			// "army officer's wife", "president of the club": only a head noun,
			// or a noun before "of" and the like, is the person's own role.
			if i == len(fields)-1 || phraseEnds[strings.ToLower(fields[i+1])] {
				p.roles[class] = word
			}
		}
	}
}

// differentPersons says what speaks against two units being one person, or "".
// One difference may be a slip or a second trade; nationality and trade both
// different, without a common acquaintance, are two persons.
func (r *resolver) differentPersons(a, b unitID) string {
	p, q := r.profile(a), r.profile(b)
	if len(p.countries) == 0 || len(q.countries) == 0 || len(p.roles) == 0 || len(q.roles) == 0 {
		return ""
	}
	if overlap(p.countries, q.countries) || overlap(p.roles, q.roles) {
		return ""
	}
	if weight, _ := r.sharedContext(a, b); weight >= enoughContext {
		return ""
	}
	return fmt.Sprintf("one is a %s of %s, the other a %s of %s",
		firstValue(p.roles), firstValue(p.countries), firstValue(q.roles), firstValue(q.countries))
}

func overlap(a, b map[string]string) bool {
	for k := range a {
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

func firstValue(m map[string]string) string { return m[sortedKeys(m)[0]] }
