package coref

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// ages joins somebody told of by their age with the person of that age who is
// named elsewhere: "A 35-year-old man was held … Gary Gomes, 35, was charged".
// It does so when the document tells the age of one unnamed and of one named
// person only.
func (r *resolver) ages() {
	unnamed, named := make(map[int][]int), make(map[int][]int)
	var told []int // the ages of the unnamed in text order, so that the result is the same every time
	for i := range r.c {
		c := &r.c[i]
		if c.Type() != nlp.Person || c.Number == mention.Plural || c.Kind == nlp.PronounMention {
			continue
		}
		age := r.age(c)
		if age == 0 {
			continue
		}
		all, known := unnamed, r.facts(r.cluster[i]).named
		if known {
			all = named
		}
		if slices.ContainsFunc(all[age], func(j int) bool { return r.cluster[j] == r.cluster[i] }) {
			continue
		}
		if all[age] = append(all[age], i); !known {
			told = append(told, age)
		}
	}
	for _, age := range told {
		if u, n := unnamed[age], named[age]; len(u) == 1 && len(n) == 1 && r.samePerson(u[0], n[0]) {
			r.join(u[0], n[0], AgeReason)
		}
	}
}

// byAge joins "the 34-year-old" to the only one before who is told to have that age.
func (r *resolver) byAge(i int) bool {
	c := &r.c[i]
	if !aged(c) || c.Number == mention.Plural || c.Definite != mention.Definite {
		return false
	}
	age, found := r.age(c), -1
	for j := range i {
		if d := &r.c[j]; age == 0 || d.Type() != nlp.Person || d.Number == mention.Plural || d.Kind == nlp.PronounMention || r.age(d) != age {
			continue
		}
		if found >= 0 && r.cluster[found] != r.cluster[j] {
			return false
		}
		found = j
	}
	return found >= 0 && !r.nested(i, found) && r.join(i, found, AgeReason)
}

// aged reports whether an age is all that a mention calls somebody: "the 34-year-old".
func aged(c *mention.Candidate) bool { return strings.HasSuffix(c.Noun, "year-old") }

// samePerson reports whether nothing speaks against taking i and j for one.
func (r *resolver) samePerson(i, j int) bool {
	f, g := r.facts(r.cluster[i]), r.facts(r.cluster[j])
	return r.c[i].Sentence != r.c[j].Sentence && !f.named && compatible(f.types, g.types) && !clash(f.number, g.number) &&
		(f.gender == gazetteer.UnknownGender || g.gender == gazetteer.UnknownGender || f.gender == g.gender)
}

// Ages that news tells of people.
const (
	minAge = 5
	maxAge = 110
)

// age returns the age in years that the words of a mention or those right
// behind it tell ("35-year-old man", "X, 35,", "X, aged 35", "X (35)"), or 0.
func (r *resolver) age(c *mention.Candidate) int {
	tokens := r.a.Sentences[c.Sentence].Tokens
	form := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i].Form
	}
	for i := c.Tokens.First; i <= c.Head; i++ {
		number, rest, _ := strings.Cut(form(i), "-")
		if rest == "" {
			for k := i + 1; k <= i+4 && (k < c.Head || k == c.Head && aged(c)); k++ {
				rest += strings.Trim(form(k), "-‐‑– ")
			}
		}
		if rest = strings.ReplaceAll(rest, "-", ""); strings.HasPrefix(rest, "yearold") {
			return years(number)
		}
	}
	end := c.Tokens.End
	if form(end) != "," && form(end) != "(" {
		return 0
	}
	i := end + 1
	if form(i) == "aged" || form(i) == "age" {
		i++
	}
	switch form(i + 1) {
	case ",", ".", ")", ";", "and", "":
		return years(form(i))
	}
	return 0
}

// years reads an age, or returns 0.
func years(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < minAge || n > maxAge {
		return 0
	}
	return n
}
