package event

import (
	"math"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// differentMagnitude is how far apart the magnitudes of an earthquake that one
// article gives by two sources hardly are.
const differentMagnitude = 0.45

// magnitudeWords stand beside the number that is an earthquake's magnitude.
var magnitudeWords = words("magnitude strength richter degree degrees measuring measured")

// magnitude returns the magnitude that the phrase of an earthquake, or the clause
// of which it is the subject, gives; 0 when it gives none.
func (r *reader) magnitude(kind string, ref nlp.TokenRef) float64 {
	if !gazetteer.EventIsA(kind, "earthquake") {
		return 0
	}
	t := r.trees[ref.Sentence]
	verb := -1
	if tree.Matches(t.Token(ref.Token).Relation, "nsubj") {
		verb = t.Head(ref.Token)
	}
	for i := range t.Len() {
		form, joined, _ := strings.Cut(strings.ToLower(t.Token(i).Form), "-")
		m, err := strconv.ParseFloat(form, 64)
		if err != nil || m < 1 || m >= 10 || !strings.Contains(form, ".") || !t.Dominates(ref.Token, i) && !besideVerb(t, i, verb) {
			continue
		}
		if magnitudeWords[joined] {
			return m
		}
		for k := max(0, i-3); k < min(t.Len(), i+4); k++ {
			if magnitudeWords[strings.ToLower(t.Token(k).Form)] {
				return m
			}
		}
	}
	return 0
}

// besideVerb reports whether a number hangs from a verb, itself or by its noun:
// "hit with a magnitude of 6.1".
func besideVerb(t *tree.Tree, i, verb int) bool {
	h := t.Head(i)
	return verb >= 0 && h >= 0 && (h == verb || t.Head(h) == verb)
}

// otherMagnitude reports whether two readings give magnitudes so different that
// they tell of two earthquakes.
func otherMagnitude(x, y *Reading) bool {
	return x.Magnitude > 0 && y.Magnitude > 0 && math.Abs(x.Magnitude-y.Magnitude) > differentMagnitude
}
