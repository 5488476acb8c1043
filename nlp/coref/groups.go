package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// coordination returns the coordination that a plural pronoun takes up, with
// its salience.
func (r *resolver) coordination(i int) ([]int, float64) {
	c := &r.c[i]
	if c.Number != mention.Plural {
		return nil, 0
	}
	var best []int
	weight := 0.0
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= 2; j-- {
		if len(r.c[j].Coordinates) == 0 || r.bound(i, r.cluster[j]) {
			continue
		}
		members := r.coordinated(j)
		if len(members) < 2 || len(members) < len(r.c[j].Coordinates) {
			continue
		}
		persons, named := true, true
		for _, m := range members {
			f := r.facts(r.cluster[m])
			persons = persons && (f.kind == nlp.Person || f.kind == nlp.Organization || f.kind == nlp.Country || f.kind == nlp.Group)
			named = named && f.number != mention.Plural
		}
		if !persons || !named {
			continue
		}
		if w := r.salience(r.cluster[j], i); w > weight {
			best, weight = members, w+1
		}
	}
	return best, weight
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
