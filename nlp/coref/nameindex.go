package coref

import (
	"slices"
	"strings"
)

// nameIndex finds the names that may be fuller forms of another, so that not
// every pair of a long document's names is compared.
type nameIndex struct {
	byWord     map[string][]int // word → candidates whose names of several words hold it
	byInitials map[string][]int // initials → candidates
}

func indexNames(candidates []candidate) nameIndex {
	x := nameIndex{make(map[string][]int), make(map[string][]int)}
	for i := range candidates {
		name := candidates[i].Name
		words := strings.Fields(foldName(name))
		if len(words) < 2 {
			continue
		}
		seen := make(map[string]bool)
		for _, w := range words {
			if w = wordKey(w); !seen[w] {
				seen[w] = true
				x.byWord[w] = append(x.byWord[w], i)
			}
		}
		for _, s := range initials(name) {
			x.byInitials[s] = append(x.byInitials[s], i)
		}
	}
	return x
}

// wordKey makes the words equal that the rules of short names take for equal.
func wordKey(w string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(w), "al-"), "s")
}

// fuller returns, in order, the candidates whose names may be longer forms of
// c's name: they share its first or last word, or begin with its letters.
func (x nameIndex) fuller(c *candidate) []int {
	words := strings.Fields(foldName(c.Name))
	if len(words) == 0 {
		return nil
	}
	out := slices.Clone(x.byWord[wordKey(words[0])])
	if last := wordKey(words[len(words)-1]); last != wordKey(words[0]) {
		out = append(out, x.byWord[last]...)
	}
	if acronymLike(c.Name) {
		out = append(out, x.byInitials[acronymLetters(c.Name)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
