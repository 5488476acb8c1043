package quantity

import (
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// small are the numerals below a hundred.
var small = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fourty": 40, //nolint:misspell // people write it so
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// magnitudes multiply the number before them.
var magnitudes = map[string]float64{
	"dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6,
	"billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
}

// plurals stand for a number of their own when no number is before them.
var plurals = map[string]float64{
	"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3,
	"millions": 2e6, "billions": 2e9, "trillions": 2e12,
}

// parser reads numbers off the tokens of a sentence.
type parser struct {
	tokens []nlp.Token
}

// word returns the lower-case form of token i, "" beyond the ends.
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return strings.ToLower(p.tokens[i].Form)
}

// number reads the number that begins at token i. It returns its value, the
// token after it, and whether it is a plural that only hints at a number; end
// is i when there is no number.
func (p *parser) number(i int) (value float64, end int, vague bool) {
	if v, n := p.plural(i); n > i {
		return v, n, true
	}
	total, end := p.group(i)
	if end == i {
		return 0, i, false
	}
	// "two thousand three hundred and five": groups that fall in size.
	size := total
	for {
		if end == i+1 && isDigits(p.word(i)) {
			break // "in 2014 two died": figures take no words behind them
		}
		next := end
		if p.word(next) == "and" {
			next++
		}
		v, n := p.group(next)
		if n == next || v >= size || size < 100 || isDigits(p.word(next)) || next > end && v >= 100 {
			break
		}
		total, size, end = total+v, v, n
	}
	return total, end, false
}

// plural reads "dozens", "tens of thousands".
func (p *parser) plural(i int) (float64, int) {
	v, ok := plurals[p.word(i)]
	if !ok || i > 0 && isNumeral(p.word(i-1)) {
		return 0, i
	}
	end := i + 1
	for p.word(end) == "of" {
		w := p.word(end + 1)
		m, ok := magnitudes[strings.TrimSuffix(w, "s")]
		if !ok || plurals[w] == 0 {
			break
		}
		v *= m
		end += 2
	}
	return v, end
}

// group reads a numeral with the magnitudes behind it: "1.5 million", "a
// hundred", "twenty-one thousand", "half a million".
func (p *parser) group(i int) (float64, int) {
	v, end := p.base(i)
	if end == i {
		return 0, i
	}
	if p.word(end) == "and" && p.word(end+1) == "a" && p.word(end+2) == "half" {
		v += 0.5
		end += 3
	}
	for {
		w := p.word(end)
		m, ok := magnitudes[w]
		if !ok && p.currency(i-1) && (w == "m" || w == "b") {
			m, ok = map[string]float64{"m": 1e6, "b": 1e9}[w], true
		}
		if !ok {
			return v, end
		}
		v *= m
		end++
	}
}

// base reads what a magnitude may follow.
func (p *parser) base(i int) (float64, int) {
	w := p.word(i)
	if v, ok := parseDigits(w); ok {
		if end := p.thousands(i); end > i+1 {
			v, _ = parseDigits(p.joined(i, end))
			return v, end
		}
		return v, i + 1
	}
	if (w == "a" || w == "an") && magnitudes[p.word(i+1)] != 0 && len(p.word(i+1)) > 2 {
		return 1, i + 1
	}
	if w == "half" && (p.word(i+1) == "a" || p.word(i+1) == "an") && magnitudes[p.word(i+2)] != 0 {
		return 0.5, i + 2
	}
	if (w == "a" || w == "the") && (p.word(i+1) == "couple" || p.word(i+1) == "pair") && p.word(i+2) == "of" {
		return 2, i + 2
	}
	if m, ok := magnitudes[w]; ok && len(w) > 2 && !isNumeral(p.word(i-1)) {
		return m, i + 1 // "hundred people", as headlines write
	}
	tens, ones, _ := strings.Cut(w, "-")
	v, ok := small[tens]
	if !ok {
		return 0, i
	}
	end := i + 1
	if u, found := small[ones]; found && v >= 20 && u > 0 && u < 10 {
		return v + u, end
	}
	if ones != "" {
		return 0, i
	}
	if v >= 20 {
		next := end
		if p.word(next) == "-" {
			next++
		}
		if u, found := small[p.word(next)]; found && u > 0 && u < 10 {
			return v + u, next + 1
		}
	}
	return v, end
}

// thousands returns the token behind the groups of three figures of a number
// that a text writes with spaces, "31, 000", or i+1 when there are none.
func (p *parser) thousands(i int) int {
	end := i + 1
	if len(p.word(i)) > 3 || p.tokens[i].SpaceAfter {
		return end
	}
	for p.word(end) == "," && end+1 < len(p.tokens) && p.tokens[end].SpaceAfter && len(p.word(end+1)) == 3 && isDigits(p.word(end+1)) {
		end += 2
		if p.tokens[end-1].SpaceAfter {
			break
		}
	}
	return end
}

// joined returns the forms of tokens i up to end without spaces.
func (p *parser) joined(i, end int) string {
	var b strings.Builder
	for k := i; k < end; k++ {
		b.WriteString(p.word(k))
	}
	return b.String()
}

func (p *parser) currency(i int) bool {
	switch p.word(i) {
	case "$", "£", "€", "¥", "₹", "us$", "a$", "c$":
		return true
	}
	return false
}

// parseDigits reads "84", "3,000", "1.5".
func parseDigits(w string) (float64, bool) {
	if !isDigits(w) {
		return 0, false
	}
	whole, _, _ := strings.Cut(w, ".")
	for i, part := range strings.Split(whole, ",") {
		if i > 0 && len(part) != 3 || part == "" {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil
}

func isDigits(w string) bool {
	return w != "" && w[0] >= '0' && w[0] <= '9' && strings.Trim(w, "0123456789.,") == "" &&
		strings.Count(w, ".") <= 1
}

func isNumeral(w string) bool {
	_, ok := small[w]
	return ok || isDigits(w) || magnitudes[w] != 0 || w == "a" || w == "several" || w == "few"
}
