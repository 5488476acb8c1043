package quantity

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// before lists the words that qualify a number they stand before, longest
// first where one ends in another.
var before = compile(`
	at least: at least | no fewer than | no less than | not less than | not fewer than | a minimum of | minimum of
	at most: at most | up to | no more than | not more than | a maximum of | as many as | as much as | maximum of
	more than: more than | well over | over | above | exceeding | greater than | in excess of | upwards of | upward of | higher than | beyond
	nearly: nearly | almost | close to | just under | approaching | just short of | getting on for
	less than: less than | fewer than | under | below | lower than
	about: about | around | approximately | roughly | some | circa | c. | ca. | ~ | ≈ | an estimated | estimated | in the region of | somewhere around | more or less
	exactly: exactly | precisely | a total of | just | only
`)

// after lists the words that qualify a number they stand behind.
var after = compile(`
	at least: or more | or above | + | plus | - plus | at least | at the least
	at most: or less | or fewer | at most | at the most
	about: or so | - odd | or thereabouts | approximately
`)

// wording is a run of words with what it says of a number.
type wording struct {
	words     []string
	qualifier nlp.Qualifier
}

func compile(table string) []wording {
	var out []wording
	for line := range strings.SplitSeq(strings.TrimSpace(table), "\n") {
		name, list, _ := strings.Cut(strings.TrimSpace(line), ":")
		for phrase := range strings.SplitSeq(list, "|") {
			out = append(out, wording{strings.Fields(phrase), nlp.Qualifier(name)})
		}
	}
	return out
}

// qualifyBefore returns the qualifier that ends right before token i, and where
// its words begin. The longest wording wins: "no more than" over "more than".
func (p *parser) qualifyBefore(i int) (nlp.Qualifier, int) {
	best, start := nlp.Qualifier(""), i
	for _, w := range before {
		from := i - len(w.words)
		if from < start && p.reads(from, w.words) && !p.misread(from, w.words) {
			best, start = w.qualifier, from
		}
	}
	return best, start
}

// qualifyAfter returns the qualifier that begins at token i, and where it ends.
func (p *parser) qualifyAfter(i int) (nlp.Qualifier, int) {
	for _, w := range after {
		if p.reads(i, w.words) {
			return w.qualifier, i + len(w.words)
		}
	}
	return "", i
}

func (p *parser) reads(i int, words []string) bool {
	for j, w := range words {
		if p.word(i+j) != w {
			return false
		}
	}
	return true
}

// misread reports whether a preposition before a number belongs to the verb or
// to a place and says nothing of the number: "presided over two meetings".
func (p *parser) misread(i int, words []string) bool {
	if len(words) > 1 || i < 1 {
		return false
	}
	t := p.tokens[i]
	switch words[0] {
	case "over", "above", "below", "under", "beyond", "around", "about":
		if t.UPOS == "" {
			return false
		}
		verb := p.tokens[i-1].UPOS == "VERB"
		return t.Relation == "compound:prt" || t.UPOS == "ADP" && verb && stative[strings.ToLower(p.tokens[i-1].Lemma)]
	}
	return false
}

// stative are verbs whose object the prepositions "over", "about" bring in.
var stative = map[string]bool{
	"preside": true, "rule": true, "argue": true, "fight": true, "talk": true, "speak": true, "ask": true,
	"know": true, "think": true, "worry": true, "fly": true, "charge": true, "sue": true, "resign": true,
	"tell": true, "hear": true, "learn": true, "write": true, "complain": true, "clash": true,
}
