package syntax

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
)

// The model reads a stretch at a time and so may name the same words in one
// place and not in another, or give them another type. Within a document a
// name keeps its sense (Gale, Church and Yarowsky 1992, "One Sense Per
// Discourse"), so the places are brought to agree.

// enough is the weight of evidence, in probabilities summed over a document,
// from which on a name is also seen where the model passed it over.
const enough = 0.6

// longest is how many words a repeated name may have.
const longest = 6

// votes is how sure the model is, over a document, of each type of a name.
type votes map[nlp.EntityType]float32

// winner returns the type with the most weight; of equals, the one that the
// claim model lists first.
func (v votes) winner() (best nlp.EntityType, weight float32) {
	for _, t := range nlp.EntityTypes {
		if v[t] > weight {
			best, weight = t, v[t]
		}
	}
	return best, weight
}

// agree gives every occurrence of the same words in a document's names the
// type that has the most weight, and names further occurrences of them.
func agree(sentences []nlp.Sentence) {
	weights := make(map[string]votes)
	for i := range sentences {
		s := &sentences[i]
		for _, n := range s.Names {
			words := wording(s, n.Tokens)
			if weights[words] == nil {
				weights[words] = make(votes)
			}
			weights[words][n.Type] += n.Score
		}
	}
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			s.Names[j].Type, _ = weights[wording(s, s.Names[j].Tokens)].winner()
		}
		addRepeats(s, weights)
	}
}

// addRepeats names the runs of words that are names elsewhere, the longest
// first, where no name stands yet.
func addRepeats(s *nlp.Sentence, weights map[string]votes) {
	var out []nlp.Name
	next := 0 // the first name that begins at or after the word in hand
	for i := 0; i < len(s.Tokens); {
		if next < len(s.Names) && s.Names[next].Tokens.First <= i {
			out = append(out, s.Names[next])
			i = max(i+1, s.Names[next].Tokens.End)
			next++
			continue
		}
		limit := len(s.Tokens)
		if next < len(s.Names) {
			limit = s.Names[next].Tokens.First
		}
		if n, found := repeatAt(s, i, limit, weights); found {
			out = append(out, n)
			i = n.Tokens.End
			continue
		}
		i++
	}
	s.Names = out
}

func repeatAt(s *nlp.Sentence, first, limit int, weights map[string]votes) (nlp.Name, bool) {
	for end := min(limit, first+longest); end > first; end-- {
		r := nlp.Range{First: first, End: end}
		words := wording(s, r)
		t, weight := weights[words].winner()
		if weight < enough || !properLooking(s, r, words) {
			continue
		}
		return nlp.Name{Tokens: r, Type: t, Score: min(weight, 1) / 2}, true
	}
	return nlp.Name{}, false
}

// properLooking reports whether words that are a name elsewhere can be one
// here: something in them is in capitals, and a word alone is tagged as a
// proper noun.
func properLooking(s *nlp.Sentence, r nlp.Range, words string) bool {
	if !strings.ContainsFunc(words, unicode.IsUpper) {
		return false
	}
	return r.Len() > 1 || s.Tokens[r.First].UPOS == "PROPN"
}

// wording returns the forms of the words, as they are written.
func wording(s *nlp.Sentence, r nlp.Range) string {
	forms := make([]string, 0, r.Len())
	for i := r.First; i < r.End; i++ {
		forms = append(forms, s.Tokens[i].Form)
	}
	return strings.Join(forms, " ")
}
