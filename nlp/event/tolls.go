package event

import (
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// tolls reads the numbers of dead and injured off the verbs that the event is
// the subject of and off the participles behind it: "killing at least 84".
func tolls(a *nlp.Analysis, trees []*tree.Tree, c *nlp.Chain, readings []*Reading) {
	for _, x := range readings {
		t := trees[x.Ref.Sentence]
		for _, verb := range harmBy(t, x.Ref.Token) {
			lemma := tree.Lemma(t.Token(verb))
			for _, o := range t.Children(verb, "obj", "nsubj:pass") {
				q, ok := quantity(t, o)
				if !ok {
					continue
				}
				switch {
				case deadly[lemma]:
					c.Event.Deaths = addQuantity(c.Event.Deaths, q)
				case injuring[lemma]:
					c.Event.Injuries = addQuantity(c.Event.Injuries, q)
				case lemma == "leave" || lemma == "cause":
					noun := tree.Lemma(t.Token(o))
					for _, k := range t.Children(verb, "xcomp") {
						noun += " " + tree.Lemma(t.Token(k))
					}
					for _, k := range t.Children(o, "amod", "acl") {
						noun += " " + tree.Lemma(t.Token(k))
					}
					switch {
					case strings.Contains(noun, "dead") || strings.Contains(noun, "death") || strings.Contains(noun, "fatality"):
						c.Event.Deaths = addQuantity(c.Event.Deaths, q)
					case strings.Contains(noun, "wound") || strings.Contains(noun, "injur"):
						c.Event.Injuries = addQuantity(c.Event.Injuries, q)
					}
				}
			}
		}
	}
}

var (
	deadly   = set("kill claim murder massacre slaughter")
	injuring = set("injure wound hurt maim")
)

// harmBy returns the verbs that say what the event at i did: its own, those
// conjoined to it, participles behind it or behind its clause, and the passive
// of which it is a circumstance.
func harmBy(t *tree.Tree, i int) []int {
	var out []int
	add := func(v int) {
		if v < 0 {
			return
		}
		out = append(out, v)
		out = append(out, t.Children(v, "conj")...)
	}
	for _, k := range t.Children(i, "acl", "acl:relcl") {
		add(k)
	}
	h := t.Head(i)
	if h < 0 {
		return out
	}
	if tree.Matches(t.Token(i).Relation, "nsubj") {
		add(h)
		for _, k := range t.Children(h, "advcl", "xcomp") {
			add(k)
		}
	}
	if tree.Matches(t.Token(i).Relation, "obl") && (t.Case(i) == "in" || t.Case(i) == "by") {
		add(h)
	}
	return out
}

func addQuantity(list []nlp.Quantity, q nlp.Quantity) []nlp.Quantity {
	for _, known := range list {
		if known == q {
			return list
		}
	}
	return append(list, q)
}

// quantity reads the number that a phrase counts, or is.
func quantity(t *tree.Tree, i int) (nlp.Quantity, bool) {
	n := i
	if t.Token(i).UPOS != "NUM" {
		if n = t.Child(i, "nummod"); n < 0 {
			return nlp.Quantity{}, false
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(t.Token(n).Form, ",", ""), 64)
	if err != nil {
		w, ok := small[strings.ToLower(t.Token(n).Form)]
		if !ok {
			return nlp.Quantity{}, false
		}
		v = w
	}
	q := nlp.Quantity{Value: v, Qualifier: nlp.Exactly}
	var before []string
	for k := max(0, n-2); k < n; k++ {
		before = append(before, strings.ToLower(t.Token(k).Form))
	}
	switch words := " " + strings.Join(before, " "); {
	case strings.HasSuffix(words, " at least"):
		q.Qualifier = nlp.AtLeast
	case strings.HasSuffix(words, " more than"), strings.HasSuffix(words, " over"), strings.HasSuffix(words, " above"):
		q.Qualifier = nlp.MoreThan
	case strings.HasSuffix(words, " nearly"), strings.HasSuffix(words, " almost"):
		q.Qualifier = nlp.Nearly
	case strings.HasSuffix(words, " about"), strings.HasSuffix(words, " around"), strings.HasSuffix(words, " some"), strings.HasSuffix(words, " approximately"):
		q.Qualifier = nlp.About
	case strings.HasSuffix(words, " up to"), strings.HasSuffix(words, " at most"):
		q.Qualifier = nlp.AtMost
	case strings.HasSuffix(words, " less than"), strings.HasSuffix(words, " fewer than"), strings.HasSuffix(words, " under"):
		q.Qualifier = nlp.LessThan
	}
	return q, true
}

var small = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
	"dozens": 24, "dozen": 12, "hundreds": 200, "thousand": 1000,
}
