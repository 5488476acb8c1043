package quantity

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Phrase is a number phrase of a sentence.
type Phrase struct {
	Quantity nlp.Quantity
	Tokens   nlp.Range // the number with its qualifier
	Number   nlp.Range // the number alone
	Head     int       // token of Number that the phrase hangs from
	Noun     int       // token of what is counted; -1 when there is none
	Unit     Unit
}

// Unit says what kind of number it is.
type Unit string

// The units.
const (
	Count   Unit = "count"
	Money   Unit = "money"
	Percent Unit = "percent"
)

// Of returns the quantity of the noun phrase whose head is token i: of a
// number ("84 were killed"), of a counted noun ("at least 84 people", "dozens of
// people"), with the tokens that state it.
func Of(s *nlp.Sentence, i int) (Phrase, bool) {
	for _, p := range Find(s) {
		if p.Noun == i || p.Number.Contains(i) {
			return p, true
		}
	}
	return Phrase{}, false
}

// Find returns the number phrases of a sentence in order. Tags and tree are
// used where the sentence has them; without, more is taken for a number.
func Find(s *nlp.Sentence) []Phrase {
	p := &parser{s.Tokens}
	var out []Phrase
	for i := 0; i < len(s.Tokens); {
		value, end, vague := p.number(i)
		if end == i || p.label(i, end) {
			i = max(end, i+1)
			continue
		}
		out = append(out, p.phrase(s, i, end, value, vague))
		i = out[len(out)-1].Tokens.End
	}
	return out
}

// phrase builds the phrase of the number from start up to end.
func (p *parser) phrase(s *nlp.Sentence, start, end int, value float64, vague bool) Phrase {
	out := Phrase{Number: nlp.Range{First: start, End: end}, Noun: -1, Unit: Count}
	first := start
	if p.currency(start - 1) {
		out.Unit = Money
		first--
	}
	qualifier, from := p.qualifyBefore(first)
	rangeEnd, low := p.rangeAfter(end, value)
	to := end
	switch {
	case rangeEnd > end:
		qualifier = nlp.AtLeast
		value, to = low, rangeEnd
		if w := p.word(from - 1); from == first && (w == "between" || w == "from") {
			from--
		}
	case qualifier == "":
		qualifier, to = p.qualifyAfter(end)
	}
	switch {
	case qualifier != "":
	case vague:
		qualifier = nlp.About
	default:
		qualifier = nlp.Exactly
	}
	switch p.word(to) {
	case "%", "percent", "per":
		if p.word(to) != "per" || p.word(to+1) == "cent" {
			out.Unit = Percent
		}
	}
	out.Quantity = nlp.Quantity{Value: value, Qualifier: qualifier}
	out.Tokens = nlp.Range{First: from, End: to}
	out.Head, out.Noun = p.attachment(out.Number, rangeEnd)
	return out
}

// rangeAfter reads the second half of "10 to 15", "10-15", "10 and 15" behind
// "between". It returns the end of the range, end itself when there is none,
// and the lower value.
func (p *parser) rangeAfter(end int, value float64) (int, float64) {
	switch p.word(end) {
	case "to", "or":
	case "-", "–":
		if p.tokens[end-1].SpaceAfter {
			return end, value // the score of a match: "1 – 2"
		}
	case "and":
		if !p.reads(end-2, []string{"between"}) {
			return end, value
		}
	default:
		return end, value
	}
	high, n, vague := p.number(end + 1)
	if n == end+1 || vague || high <= value {
		return end, value
	}
	// "10 to 15 million" is ten million to fifteen.
	if m := magnitudes[p.word(n-1)]; m > 0 && high >= m && value < m && high/m > value {
		value *= m
	}
	return n, value
}

// attachment returns the token that the number hangs from and the noun it
// counts, -1 when the tree shows none.
func (p *parser) attachment(number nlp.Range, rangeEnd int) (head, noun int) {
	head, noun = number.End-1, -1
	within := nlp.Range{First: number.First, End: max(number.End, rangeEnd)}
	for i := number.First; i < number.End; i++ {
		if h := p.tokens[i].Head; !within.Contains(h) {
			head = i
		}
	}
	t := p.tokens[head]
	if p.listed(within.End) {
		return head, -1 // the noun behind is counted by the next number
	}
	if t.Relation.Base() == "nummod" && t.Head > head {
		return head, t.Head
	}
	// "As many as 80 people" hangs together by "many".
	if next := within.End; next < len(p.tokens) && number.First >= 3 && p.reads(number.First-3, []string{"as", "many", "as"}) && p.tokens[next].XPOS == "NNS" {
		return head, next
	}
	// "dozens of people", but not "one of the people", who is one only.
	last := strings.TrimSuffix(p.word(within.End-1), "s")
	if magnitudes[last] == 0 && last != "ten" && last != "couple" && last != "pair" {
		return head, -1
	}
	for i := within.End; i < len(p.tokens) && i < within.End+12; i++ {
		c := p.tokens[i]
		if within.Contains(c.Head) && c.Relation.Base() == "nmod" && p.word(within.End) == "of" && c.UPOS != "PRON" {
			return head, i
		}
	}
	return head, noun
}

// listed reports whether punctuation and another number stand at token i, as in
// "kills 10; 80 hurt".
func (p *parser) listed(i int) bool {
	if w := p.word(i); w != ";" && w != "," {
		return false
	}
	_, end, _ := p.number(i + 1)
	return end > i+1
}

// label reports whether the number says when, or names something, rather than
// how many.
func (p *parser) label(start, end int) bool {
	t := p.tokens[start]
	w := p.word(start)
	if end == start+1 && w == "one" && t.UPOS != "" && t.UPOS != "NUM" {
		return true
	}
	single := end == start+1
	if single && (month(p.form(start-1)) || month(p.form(end)) || p.word(end) == "of" && month(p.form(end+1))) {
		return true
	}
	counts := t.Relation.Base() == "nummod" && t.Head > start
	if single && isYear(w) && !p.currency(start-1) {
		if q, _ := p.qualifyBefore(start); q == "" && (!counts || !strings.HasSuffix(p.tokens[t.Head].XPOS, "S")) {
			return true
		}
	}
	// A number right behind the noun it belongs to names it: "Flight 93".
	if h := t.Head; single && !counts && h >= 0 && h == start-1 && !p.currency(h) {
		switch p.tokens[h].UPOS {
		case "NOUN", "PROPN":
			return true
		}
	}
	return false
}

// form returns the form of token i, "" beyond the ends.
func (p *parser) form(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].Form
}

// isYear reports whether the digits would do as a year.
func isYear(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == "" && w >= "1500" && w < "2100"
}

// month reports whether the form is the name of a month, which "may" is not.
func month(form string) bool {
	switch strings.TrimSuffix(form, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}
