package eval

import (
	"fmt"
	"sort"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// coarse maps the labels of corpora and the types of the claim model to the
// four of CoNLL 2003. What is not listed is MISC.
var coarse = map[string]string{
	"per": "PER", "person": "PER",
	"org": "ORG", "organization": "ORG", "corporation": "ORG",
	"loc": "LOC", "location": "LOC", "gpe": "LOC", "country": "LOC", "city": "LOC", "place": "LOC",
	"facility": "LOC", "fac": "LOC",
}

// CoarseLabel returns PER, ORG, LOC or MISC for a label. "Group" is MISC, since
// the claim model means peoples by it; WNUT17's "group", bands and teams, is ORG.
func CoarseLabel(label string) string {
	if label == "group" {
		return "ORG"
	}
	if c, ok := coarse[strings.ToLower(label)]; ok {
		return c
	}
	return "MISC"
}

// Names measures names in given sentences: a name is right when its first and
// last token and its label are. The first metric, "names", is over all labels,
// the others are one for each label, sorted. Where gold has the claim model's
// types, these are compared; else both sides are mapped by [CoarseLabel]. Names
// of the system with a label that gold nowhere has do not count. It is an error
// when sentences or tokens are not as many on both sides.
func Names(gold, system []NameSentence) ([]Metric, error) {
	if len(gold) != len(system) {
		return nil, fmt.Errorf("%d gold sentences, the system has %d", len(gold), len(system))
	}
	label := labelling(gold)
	scores := make(map[string]Score)
	for _, s := range gold {
		for _, n := range s.Names {
			scores[label(n.Label)] = Score{}
		}
	}
	for i := range gold {
		if a, b := len(gold[i].Forms), len(system[i].Forms); a != b {
			return nil, fmt.Errorf("gold sentence at line %d: %d tokens, the system has %d", gold[i].Line, a, b)
		}
		countNames(gold[i].Names, system[i].Names, label, scores)
	}
	return nameMetrics(scores), nil
}

// labelling returns how labels are compared.
func labelling(gold []NameSentence) func(string) string {
	for _, s := range gold {
		for _, n := range s.Names {
			if !nlp.EntityType(n.Label).Valid() {
				return CoarseLabel
			}
		}
	}
	return func(l string) string { return l }
}

func countNames(gold, system []NameSpan, label func(string) string, scores map[string]Score) {
	have := make(map[NameSpan]bool)
	for _, n := range gold {
		n.Label = label(n.Label)
		have[n] = true
		s := scores[n.Label]
		s.Gold++
		scores[n.Label] = s
	}
	for _, n := range system {
		n.Label = label(n.Label)
		s, ok := scores[n.Label]
		if !ok {
			continue
		}
		s.System++
		if have[n] {
			s.Correct++
		}
		scores[n.Label] = s
	}
}

func nameMetrics(scores map[string]Score) []Metric {
	var labels []string
	for l := range scores {
		labels = append(labels, l)
	}
	sort.Strings(labels)
	out := []Metric{{Name: "names"}}
	for _, l := range labels {
		out[0].Score = out[0].Score.Plus(scores[l])
		out = append(out, Metric{l, scores[l]})
	}
	return out
}
