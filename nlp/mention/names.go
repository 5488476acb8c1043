package mention

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// name is a run of tokens that is a proper name, after repair.
type name struct {
	tokens nlp.Range
	kind   nlp.EntityType // "" when neither the model nor the lists tell
	given  bool           // the model (or the input) says that it is a name
}

// findNames returns the sentence's names: those of the names layer, repaired,
// and runs of proper nouns that it passed over. Demonyms used as adjectives
// and time expressions are no names.
func findNames(t *tree.Tree, inTime []bool) []name {
	s := t.Sentence
	var out []name
	taken := make([]bool, len(s.Tokens))
	add := func(n name) {
		n.tokens = withoutCarrier(s, trim(s, n.tokens))
		if !anyUpper(s, n.tokens) {
			return
		}
		if n.tokens.Len() <= 0 || len(out) > 0 && out[len(out)-1].tokens.End > n.tokens.First {
			return
		}
		for i := n.tokens.First; i < n.tokens.End; i++ {
			taken[i] = true
		}
		out = append(out, n)
	}
	for i := 0; i < len(s.Tokens); i++ {
		if n, ok := nameAt(s, i); ok {
			if cut := pair(s, n.tokens); cut > 0 {
				add(name{tokens: nlp.Range{First: n.tokens.First, End: cut}})
				add(name{tokens: nlp.Range{First: cut + 1, End: n.tokens.End}})
				i = n.tokens.End - 1
				continue
			}
			n.tokens = widen(t, n.tokens)
			for next := n.tokens.End; next < len(s.Tokens); next = n.tokens.End {
				m, ok := nameAt(s, next)
				if !ok || !joins(s, next) {
					break
				}
				n.tokens.End = max(m.tokens.End, n.tokens.End+1)
			}
			n = withoutVerb(s, n)
			n.tokens = trim(s, n.tokens)
			n.tokens = institution(t, withoutTitle(s, n))
			if n.tokens.Len() == 0 {
				continue
			}
			if !commonNoun(s, n.tokens) && !adjectiveOnly(s, n.tokens) && !allInTime(n.tokens, inTime) && !allCalendar(s, n.tokens) && !label(s, n, inTime) {
				add(n)
			}
			i = max(i, n.tokens.End-1)
			continue
		}
		if run := properRun(t, i, inTime); run.Len() > 0 {
			end := run.End
			if rest := withoutTitle(s, name{tokens: run}); rest.Len() > 0 && !onlyRole(s, rest) && !titleParts(s, rest) {
				run = institution(t, rest)
				if n := (name{tokens: run}); !label(s, n, inTime) {
					add(n)
				}
				end = max(end, run.End)
			}
			i = end - 1
		}
	}
	return out
}

// nameAt returns the name of the names layer that begins at token i.
func nameAt(s *nlp.Sentence, i int) (name, bool) {
	for _, n := range s.Names {
		if n.Tokens.First == i && n.Tokens.Len() > 0 && n.Tokens.End <= len(s.Tokens) {
			return name{tokens: n.Tokens, kind: n.Type, given: true}, true
		}
	}
	return name{}, false
}
