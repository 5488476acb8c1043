package claims

import (
	"fmt"
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// minConfidence is below which a claim is not worth stating.
const minConfidence = 0.4

// endKey identifies an end within one analysis.
func endKey(e nlp.End) string {
	if e.Quantity != nil {
		return fmt.Sprintf("#%g%s", e.Quantity.Value, e.Quantity.Qualifier)
	}
	if e.Text != "" {
		return "\"" + e.Text
	}
	return fmt.Sprint(e.Chain)
}

// rival predicates are readings of one wording; a pair of ends has one of them.
// The first in the list is the more specific.
var rivals = [][]nlp.Predicate{
	{"claimed", "accused", "carried_out"},
	{"carried_out", "attacked", "targeted", "hostile"},
	{"attacked", "criticized"},
	{"blamed", "accused"},
	{"condemned", "criticized"},
	{"branch_of", "part_of", "located_in"},
	{"branch_of", "member_of"},
	{"agreed", "negotiated", "allied", "met"},
	{"acquired", "owns"},
	{"born_in", "lives_in", "national_of", "located_in"},
	{"leads", "national_of"},
	{"works_for", "lives_in"},
	{"leads", "lives_in"},
	{"resigned", "withdrew_from"},
	{"called_for", "warned"},
	{"overthrew", "dismissed"},
	{"sanctioned", "dismissed"},
	{"targeted", "located_in"},
}

// roleRivals are rivals that one word gives; another word beside it may say
// another role of the same person ("founder and chief executive of X").
var roleRivals = [][]nlp.Predicate{
	{"founded", "leads", "member_of", "works_for"},
	{"leads", "spokesperson_of", "member_of", "works_for"},
}

// specific drops, of rival readings of the same ends, the less specific ones,
// and claims that are too unsure.
func specific(cs []candidate) []candidate {
	best := make(map[string]float64)
	type pair struct{ s, o string }
	type reading struct {
		pair
		trigger int
	}
	has := make(map[pair]map[nlp.Predicate]bool)
	byWord := make(map[reading]map[nlp.Predicate]bool)
	key := func(c *candidate) string {
		return fmt.Sprint(endKey(c.Subject), c.Predicate, endKey(c.Object))
	}
	word := titleWords(cs)
	for i := range cs {
		c := &cs[i]
		if c.Confidence < minConfidence {
			continue
		}
		best[key(c)] = max(best[key(c)], c.Confidence)
		p := pair{endKey(c.Subject), endKey(c.Object)}
		if has[p] == nil {
			has[p] = make(map[nlp.Predicate]bool)
		}
		has[p][c.Predicate] = true
		if c.anyWord {
			continue
		}
		w := reading{p, word(c.trigger)}
		if byWord[w] == nil {
			byWord[w] = make(map[nlp.Predicate]bool)
		}
		byWord[w][c.Predicate] = true
	}
	stated := make(map[string]bool)
	for i := range cs {
		if c := &cs[i]; !c.unstated {
			stated[fmt.Sprint(c.Predicate, endKey(c.Object))] = true
		}
	}
	var out []candidate
	for i := range cs {
		c := &cs[i]
		if c.unstated && stated[fmt.Sprint(c.Predicate, endKey(c.Object))] {
			continue
		}
		if c.Confidence < minConfidence || c.Confidence < best[key(c)]-1e-9 {
			continue
		}
		p := pair{endKey(c.Subject), endKey(c.Object)}
		role := byWord[reading{p, word(c.trigger)}]
		if outranked(rivals, c.Predicate, has[p]) || outranked(roleRivals, c.Predicate, role) || c.anyWord && rivalled(c.Predicate, role) {
			continue
		}
		out = append(out, *c)
	}
	return out
}

// titleWords returns a function that takes the words of one title, which stand
// side by side ("chief executive"), to the last of them.
func titleWords(cs []candidate) func(int) int {
	triggers := make(map[int]bool)
	for i := range cs {
		triggers[cs[i].trigger] = true
	}
	return func(w int) int {
		for triggers[w+1] {
			w++
		}
		return w
	}
}

// rivalled reports whether a word gives another role than p.
func rivalled(p nlp.Predicate, has map[nlp.Predicate]bool) bool {
	for _, group := range roleRivals {
		if slices.ContainsFunc(group, func(r nlp.Predicate) bool { return r != p && has[r] && contains(group, p) }) {
			return true
		}
	}
	return false
}

func outranked(groups [][]nlp.Predicate, p nlp.Predicate, has map[nlp.Predicate]bool) bool {
	for _, group := range groups {
		for _, r := range group {
			if r == p {
				break
			}
			if has[r] && contains(group, p) {
				return true
			}
		}
	}
	return false
}

func contains(ps []nlp.Predicate, p nlp.Predicate) bool {
	for _, x := range ps {
		if x == p {
			return true
		}
	}
	return false
}

// unique drops repeated claims of a sentence.
func unique(cs []candidate) []candidate {
	seen := make(map[string]bool)
	var out []candidate
	for _, c := range cs {
		k := fmt.Sprint(endKey(c.Subject), c.Predicate, endKey(c.Object), c.Polarity, c.Modality, c.Attribution)
		if !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	return out
}

// needed keeps links from a concept to what it is about only where another
// claim has the concept as its end. The link itself is never in doubt.
func needed(cs []candidate) []candidate {
	ends := make(map[string]bool)
	for _, c := range cs {
		if c.Predicate != "concerns" {
			ends[endKey(c.Object)], ends[endKey(c.Subject)] = true, true
		}
	}
	var out []candidate
	for _, c := range cs {
		if c.Predicate == "concerns" {
			if !ends[endKey(c.Subject)] {
				continue
			}
			c.Polarity, c.Modality, c.Attribution = nlp.Positive, nlp.Certain, nil
		}
		out = append(out, c)
	}
	return out
}
