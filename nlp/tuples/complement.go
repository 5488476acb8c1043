package tuples

import "slices"

// complement is an argument, adjunct or clause that depends on a predicate.
type complement struct {
	head         int
	tokens       []int
	prepositions []int
	object       bool
	clause       bool
}

// complements returns the complements of a predicate in text order.
func (x *extraction) complements(i int) []complement {
	var out []complement
	group := x.group(i)
	for _, c := range x.Children(i) {
		if slices.Contains(group, c) || x.relativePronoun(c) {
			continue
		}
		if k := x.complement(c); len(k.tokens) > 0 {
			out = append(out, k)
		}
	}
	return out
}

// complement reads one dependent; it has no tokens when it is none.
func (x *extraction) complement(c int) complement {
	k := complement{head: c}
	switch x.base(c) {
	case "obj", "iobj":
		k.object = true
		k.tokens = x.phrase(c, core, nil)
	case "obl":
		k.tokens = x.phrase(c, core, nil)
		k.prepositions = x.prepositions(c)
	case "advmod":
		if x.Token(c).XPOS != "WRB" && !connectives[x.form(c)] {
			k.tokens = x.phrase(c, core, nil)
		}
	case "xcomp", "ccomp", "advcl":
		if !x.relative(c) {
			k.clause = true
			k.tokens = x.phrase(c, whole, nil)
		}
	}
	return k
}

// phrases returns the tokens of those complements that are not clauses.
func phrases(ks []complement) [][]int {
	var out [][]int
	for _, k := range ks {
		if !k.clause {
			out = append(out, k.tokens)
		}
	}
	return out
}

// but returns the complements without the one at n.
func but(ks []complement, n int) []complement {
	return slices.Delete(slices.Clone(ks), n, n+1)
}

// fronted returns the adjuncts before the subject of the first of joined verbs,
// which hold for the others as well.
func (x *extraction) fronted(i int) []complement {
	h := x.Head(i)
	if x.base(i) != "conj" || x.Child(i, "nsubj") >= 0 || !x.is(h, "VERB") {
		return nil
	}
	found := x.Child(h, "nsubj")
	return slices.DeleteFunc(append(x.fronted(h), x.complements(h)...), func(k complement) bool {
		return k.clause || k.object || k.head >= found
	})
}

// connectives are adverbs that join a sentence to others and say nothing in it.
var connectives = words(`however therefore thus moreover furthermore nevertheless nonetheless consequently hence besides
	instead meanwhile indeed additionally accordingly conversely likewise otherwise so though`)
