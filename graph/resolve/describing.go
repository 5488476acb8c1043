package resolve

import (
	"slices"
	"strings"
)

// namedCluster reports whether a unit is something that documents name, or that
// several speak of.
func (r *resolver) namedCluster(u unitID) bool {
	f := r.factsOf(r.find(u))
	return r.units[u].named() || f.key != "" || len(f.members) > 1
}

// isRole reports whether a word is a rank, an office or a trade.
func isRole(word string) bool { return words("title")[word] || len(roleClasses()[word]) > 0 }

// describing returns the words that say who a person is: trades and ranks, and
// the keys of countries.
func (r *resolver) describing(u unitID) []string {
	var out []string
	members := r.sortedMembers(r.find(u))
	for _, m := range members[:min(len(members), maxMembersRead)] {
		phrases := append(slices.Clone(r.units[m].descs), r.units[m].name)
		for _, f := range r.units[m].nominals {
			phrases = append(phrases, f.text)
		}
		for _, phrase := range phrases {
			for f := range strings.FieldsSeq(phrase) {
				word := strings.ToLower(strings.Trim(f, ",.;’'"))
				if isRole(word) {
					out = addNew(out, word)
				} else if s, ok := r.know.state(trimForm(f), AdjectiveForm, ProperForm); ok {
					out = addNew(out, s.Key)
				}
			}
		}
	}
	return out
}
