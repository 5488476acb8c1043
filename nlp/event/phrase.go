package event

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Bounds of the phrases that become names.
const (
	longestComplement = 6  // tokens of what stands behind "of"
	longestPhrase     = 48 // letters
)

// plainPhrase returns what the text calls the event, without what counts it,
// points to it or judges it: "parliamentary election" of "two very different
// parliamentary elections". Among several it is the one that says most. own is
// true when a name in it tells of which event it speaks ("Watergate scandal").
func plainPhrase(trees []*tree.Tree, readings []*Reading) (phrase string, own bool) {
	type tally struct {
		score int
		own   bool
	}
	seen := make(map[string]*tally)
	var order []string
	for _, x := range readings {
		if x.Verbal || x.Name != "" {
			continue
		}
		p, named, score := phraseOf(trees[x.Ref.Sentence], x.Ref.Token)
		if p == "" {
			continue
		}
		if seen[p] == nil {
			seen[p] = &tally{score: 2 * score, own: named}
			order = append(order, p)
		}
		seen[p].score++
	}
	best := -1
	for _, p := range order {
		if s := seen[p].score; s > best {
			phrase, own, best = p, seen[p].own, s
		}
	}
	return phrase, own
}

// phraseOf returns the noun at token i with the words that tell which event of
// its kind it is, whether a name is among them, and how much they say.
func phraseOf(t *tree.Tree, i int) (phrase string, named bool, score int) {
	keep := []int{i}
	for _, k := range t.Children(i) {
		tok := t.Token(k)
		switch {
		case k < i && tree.Matches(tok.Relation, "compound") && !numeral(t, k) && !moments[strings.ToLower(tok.Form)]:
			words := t.Phrase(k, nil)
			keep = append(keep, words...)
			named = named || tok.UPOS == "PROPN"
			score++
		case k < i && tree.Matches(tok.Relation, "nmod:poss") && possessor(t, k):
			keep = append(keep, t.Phrase(k, nil)...)
			named = named || tok.UPOS == "PROPN"
			score++
		case k < i && tree.Matches(tok.Relation, "amod") && classifies(t, k):
			keep = append(keep, t.Phrase(k, nil)...)
			score++
		case k > i && tree.Matches(tok.Relation, "nmod") && t.Case(k) == "of":
			words := t.Phrase(k, nil)
			if len(words) <= longestComplement && words[len(words)-1]-words[0] < len(words) && complement(t, words) {
				keep = append(keep, words...)
				score++
			}
		}
	}
	slices.Sort(keep)
	keep = slices.Compact(keep)
	if strings.EqualFold(t.Token(keep[0]).Form, "the") {
		keep = keep[1:] // "the Pirates' season"
	}
	var b strings.Builder
	for n, k := range keep {
		tok := t.Token(k)
		if n > 0 && tok.Form != "'s" && tok.Form != "’s" && tok.Form != "'" && tok.Form != "’" && !(k > 0 && keep[n-1] == k-1 && !t.Token(k-1).SpaceAfter) {
			b.WriteByte(' ')
		}
		if inName := t.Head(k) >= 0 && t.Token(t.Head(k)).UPOS == "PROPN"; !inName && (tok.UPOS == "NOUN" || tok.UPOS == "ADJ" && !demonym(tok.Form)) {
			b.WriteString(strings.ToLower(tok.Form))
		} else {
			b.WriteString(tok.Form)
		}
	}
	if b.Len() > longestPhrase {
		return "", false, 0
	}
	return strings.TrimLeft(b.String(), "-–—\"“” "), named, score
}

// numeral reports whether a modifier counts or measures: "86 - yard".
func numeral(t *tree.Tree, k int) bool {
	return slices.ContainsFunc(t.Phrase(k, nil), func(n int) bool {
		return t.Token(n).UPOS == "NUM" || strings.ContainsAny(t.Token(n).Form, "0123456789")
	})
}

// possessor reports whether a possessor says to others whose event it is: a name
// or a noun, but no pronoun and nothing that hangs from one ("her daughter's").
func possessor(t *tree.Tree, k int) bool {
	if u := t.Token(k).UPOS; u != "PROPN" && u != "NOUN" || moments[strings.ToLower(t.Token(k).Form)] {
		return false
	}
	return !slices.ContainsFunc(t.Phrase(k, nil), func(n int) bool {
		u := t.Token(n).UPOS
		return u == "PRON" || u == "NUM" || u == "VERB"
	})
}

// complement reports whether words behind "of" say to others what it is of.
func complement(t *tree.Tree, words []int) bool {
	return !slices.ContainsFunc(words, func(k int) bool {
		switch tok := t.Token(k); tok.UPOS {
		case "PRON", "VERB", "AUX", "NUM", "SCONJ":
			return true
		case "DET":
			w := strings.ToLower(tok.Form)
			return w == "this" || w == "that" || w == "these" || w == "those"
		}
		return false
	})
}

// classifies reports whether an adjective says of which kind the event is, rather
// than how it was: "parliamentary", but not "actual" or "uncompromised".
func classifies(t *tree.Tree, k int) bool {
	tok := t.Token(k)
	w := strings.ToLower(tok.Form)
	switch {
	case demonym(tok.Form), classifying[w], strings.HasSuffix(w, "-related"):
		return true
	case judging[w] || tok.UPOS != "ADJ":
		return false
	}
	for _, end := range []string{"al", "ary", "ic", "ian"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func demonym(form string) bool {
	_, ok := gazetteer.CountryByDemonym(form)
	return ok && unicode.IsUpper([]rune(form)[0])
}

var (
	// moments say when, as seen from the day of the article.
	moments = words(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night
		day week weekend month year january february march april may june july august september october november december`)
	classifying = words(`civil mass armed joint double triple hunger televised legislative executive exclusive opening closing inaugural
		annual nuclear judicial amphibious live sexual same-sex first-degree high-profile anti-government`)
	judging = words(`final actual real total normal usual typical special brutal crucial critical fatal initial additional potential
		eventual partial temporary extraordinary necessary primary contrary tragic horrific dramatic historic specific chaotic
		catastrophic iconic static monumental exceptional sensational controversial unusual several local original essential
		substantial emotional vital equal loyal casual integral minimal optimal marginal spectacular fantastic terrific problematic
		realistic optimistic pessimistic enthusiastic energetic systematic drastic heroic epic sporadic surgical personal
		exponential continual gradual residual global overall phenomenal trivial`)
)
