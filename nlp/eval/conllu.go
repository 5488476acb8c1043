package eval

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/conllu"
)

// universalFeatures are the features that Universal Dependencies shares among
// languages; the shared task compares no others.
var universalFeatures = map[string]bool{
	"PronType": true, "NumType": true, "Poss": true, "Reflex": true, "Foreign": true, "Abbr": true,
	"Gender": true, "Animacy": true, "Number": true, "Case": true, "Definite": true, "Degree": true,
	"VerbForm": true, "Mood": true, "Tense": true, "Aspect": true, "Voice": true, "Evident": true,
	"Polarity": true, "Person": true, "Polite": true,
}

// Raw measures a system's analysis of a text from its characters on. Both
// sides must hold the same characters apart from white space, else it is an
// error. The metrics are Tokens, Sentences, Words, UPOS, XPOS, UFeats, Lemmas,
// UAS and LAS, in this order.
func Raw(gold, system []conllu.Sentence) ([]Metric, error) {
	g, s := flatten(gold), flatten(system)
	if err := sameText(g, s); err != nil {
		return nil, err
	}
	out := []Metric{
		{"Tokens", spanScore(g.tokens, s.tokens)},
		{"Sentences", spanScore(g.sentences, s.sentences)},
	}
	return append(out, wordMetrics(g, s, align(g, s))...), nil
}

// Words measures a system's analysis of given words: accuracies of UPOS, XPOS,
// UFeats, Lemmas, UAS and LAS. Sentences and words must be as many on both
// sides, and forms the same, else it is an error.
func Words(gold, system []conllu.Sentence) ([]Metric, error) {
	if len(gold) != len(system) {
		return nil, fmt.Errorf("%d gold sentences, the system has %d", len(gold), len(system))
	}
	for i := range gold {
		if len(gold[i].Words) != len(system[i].Words) {
			return nil, fmt.Errorf("gold sentence at line %d: %d words, the system has %d",
				gold[i].Line, len(gold[i].Words), len(system[i].Words))
		}
		for j := range gold[i].Words {
			if a, b := gold[i].Words[j].Form, system[i].Words[j].Form; a != b {
				return nil, fmt.Errorf("gold sentence at line %d: word %d is %q, the system has %q", gold[i].Line, j+1, a, b)
			}
		}
	}
	g, s := flatten(gold), flatten(system)
	same := make(alignment, len(g.words))
	for i := range same {
		same[i] = i
	}
	return wordMetrics(g, s, same)[1:], nil
}

// spanScore counts the spans that two rising lists share.
func spanScore(gold, system []span) Score {
	score := Score{Gold: len(gold), System: len(system)}
	for g, s := 0, 0; g < len(gold) && s < len(system); {
		switch {
		case gold[g] == system[s]:
			score.Correct++
			g++
			s++
		case gold[g].start < system[s].start,
			gold[g].start == system[s].start && gold[g].end < system[s].end:
			g++
		default:
			s++
		}
	}
	return score
}

func wordMetrics(gold, system *flat, to alignment) []Metric {
	heads := func(g, s int) bool {
		gh, sh := gold.words[g].head, system.words[s].head
		if gh < 0 || sh < 0 {
			return gh < 0 && sh < 0 && gold.words[g].Head == system.words[s].Head
		}
		return to[gh] == sh
	}
	tests := []struct {
		name  string
		equal func(g, s int) bool
	}{
		{"Words", func(g, s int) bool { return true }},
		{"UPOS", func(g, s int) bool { return gold.words[g].UPOS == system.words[s].UPOS }},
		{"XPOS", func(g, s int) bool { return gold.words[g].XPOS == system.words[s].XPOS }},
		{"UFeats", func(g, s int) bool {
			return features(gold.words[g].Features) == features(system.words[s].Features)
		}},
		{"Lemmas", func(g, s int) bool {
			a, b := gold.words[g].Lemma, system.words[s].Lemma
			return a == "" || a == "_" || a == b // the task does not judge lemmas that gold leaves out
		}},
		{"UAS", heads},
		{"LAS", func(g, s int) bool {
			return heads(g, s) && base(gold.words[g].Relation) == base(system.words[s].Relation)
		}},
	}
	out := make([]Metric, len(tests))
	for i, test := range tests {
		score := Score{Gold: len(gold.words), System: len(system.words)}
		for g, s := range to {
			if s >= 0 && test.equal(g, s) {
				score.Correct++
			}
		}
		out[i] = Metric{test.name, score}
	}
	return out
}

func base(relation string) string {
	b, _, _ := strings.Cut(relation, ":")
	return b
}

// features keeps the universal features of a column. Their order is fixed by
// the format, so that equal sets are equal strings.
func features(column string) string {
	var kept []string
	for f := range strings.SplitSeq(column, "|") {
		if name, _, _ := strings.Cut(f, "="); universalFeatures[name] {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "|")
}
