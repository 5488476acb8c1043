package coref

import (
	"slices"

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
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if len(d.Coordinates) == 0 || c.Sentence-d.Sentence > 3 || c.Count > 1 && len(d.Coordinates) != c.Count {
			continue
		}
		if members := r.coordinated(j); len(members) > 1 && r.allFit(c, members) {
			r.groups[r.cluster[i]] = members
			return true
		}
	}
	return false
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
