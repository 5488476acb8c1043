package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// groupsBack is how many sentences back a coordination may stand that a pronoun
// takes up.
const groupsBack = 2

// severalAt returns the members of the coordination that begins at j when
// pronoun i, in the plural, may stand for them together; else nil.
func (r *resolver) severalAt(i, j int) []int {
	if len(r.c[j].Coordinates) == 0 || r.bound(i, r.cluster[j]) {
		return nil
	}
	members := r.coordinated(j)
	if len(members) < 2 || len(members) < len(r.c[j].Coordinates) {
		return nil
	}
	for _, m := range members {
		f := r.facts(r.cluster[m])
		switch f.kind {
		case nlp.Person, nlp.Organization, nlp.Country, nlp.Group:
		default:
			return nil
		}
		if f.number == mention.Plural {
			return nil
		}
	}
	return members
}

// sameGroup returns an earlier candidate that stands for the same members, or -1.
func (r *resolver) sameGroup(i int, members []int) int {
	for j := i - 1; j >= 0; j-- {
		g, ok := r.groups[r.cluster[j]]
		if !ok || len(g) != len(members) {
			continue
		}
		same := true
		for k := range g {
			same = same && r.cluster[g[k]] == r.cluster[members[k]]
		}
		if same {
			return j
		}
	}
	return -1
}
