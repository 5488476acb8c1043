package carb

import (
	"slices"
	"strings"
)

// Match is how well a predicted tuple fits a gold one.
type Match struct {
	Precision float64 // share of the predicted words that the gold has
	Recall    float64 // share of the gold words that the prediction has
}

// sayings mark the gold relations whose arguments may stand in either order.
var sayings = []string{"said", "told", "added", "adds", "says"}

// Compare matches a predicted tuple with a gold one.
func Compare(gold, predicted Tuple) Match {
	g, p := slots(gold), slots(predicted)
	best := compare(g, p)
	said := slices.ContainsFunc(sayings, func(s string) bool { return strings.Contains(gold.Relation, s) })
	if said && len(p) > 2 {
		swapped := compare(g, [][]string{p[0], p[2], p[1]})
		if swapped.Precision > best.Precision || swapped.Precision == best.Precision && swapped.Recall > best.Recall {
			best = swapped
		}
	}
	return best
}

// slots returns the words of the relation, of the first argument and of all
// others.
func slots(t Tuple) [][]string {
	out := [][]string{strings.Fields(t.Relation)}
	if len(t.Arguments) > 0 {
		out = append(out, strings.Fields(t.Arguments[0]))
	}
	if len(t.Arguments) > 1 {
		out = append(out, strings.Fields(strings.Join(t.Arguments[1:], " ")))
	}
	return out
}

func compare(gold, predicted [][]string) Match {
	common, ofGold, ofPredicted := 0, 0, 0
	for i, words := range gold {
		if i >= len(predicted) {
			return Match{}
		}
		n, left := shared(words, predicted[i])
		if i == 0 {
			if slices.Contains(left, "be") && slices.ContainsFunc(words, isBe) {
				n++
			}
			if n == 0 {
				return Match{}
			}
		}
		common += n
		ofGold += len(words)
		ofPredicted += len(predicted[i])
	}
	return Match{share(common, ofPredicted), share(common, ofGold)}
}

func isBe(w string) bool {
	switch w {
	case "be", "is", "am", "are", "was", "were", "been", "being":
		return true
	}
	return false
}

// shared counts the gold words that the prediction has, each word used once,
// and returns the predicted words that are left.
func shared(gold, predicted []string) (int, []string) {
	left := slices.Clone(predicted)
	n := 0
	for _, w := range gold {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n, left
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
