package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/quantity"
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
				q, ok := countOf(t, o)
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
	deadly   = words("kill claim murder massacre slaughter")
	injuring = words("injure wound hurt maim")
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

// countOf returns how many a phrase counts.
func countOf(t *tree.Tree, i int) (nlp.Quantity, bool) {
	p, ok := quantity.Of(t.Sentence, i)
	return p.Quantity, ok && p.Unit == quantity.Count
}
