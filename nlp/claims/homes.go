package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// homeReliability is the confidence of "Jonas Weber, 29, of Munich" and
// "were both from Munich".
const homeReliability = 0.8

// homes reads where people are from off "of" and "from" behind their names, also
// where several share a home: "A, 42, and his wife B, 36, from Leeds", "A and B,
// both of Leeds", "A and B were both from Leeds".
func (d *document) homes(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.City && n.Type != nlp.Place && n.Type != nlp.Country {
			continue
		}
		place := d.nameChain(t, n.Tokens)
		if place == nlp.NoChain || !areas[d.a.Chains[place].Type] {
			continue
		}
		p := t.beforeAdjectives(n.Tokens.First)
		if p < 1 || t.form(p) != "of" && t.form(p) != "from" {
			continue
		}
		if n.Tokens.End < len(t.s.Tokens) && t.form(n.Tokens.End) == "to" {
			continue // a way, "from Lyon to Paris"
		}
		s := aFact
		people := d.homeNames(t, p)
		if k := t.headOf(n.Tokens); len(people) == 0 && t.form(p) == "from" && t.child(k, "cop") >= 0 {
			s = d.stanceOf(t, k)
			for _, x := range t.predicateSubject(k).tokens {
				people = append(people, t.expand(x, k)...)
			}
		}
		for _, e := range d.ends(t, direct(people...), persons) {
			if e.Chain == place {
				continue
			}
			predicate := nlp.Predicate("lives_in")
			if n.Type == nlp.Country {
				predicate = "national_of"
			}
			out = append(out, t.candidate(p, e.End, predicate, nlp.ChainEnd(place), s, homeReliability*e.sure, "home"))
		}
	}
	return out
}

// sent are those of whom "from" says whom they act for.
var sent = words("official representative delegate minister diplomat envoy ambassador expert lawmaker negotiator inspector")

// beforeAdjectives returns the token before the name that begins at token i and
// the adjectives before it: "from" in "from nearby Lyon".
func (t *tree) beforeAdjectives(i int) int {
	i--
	for i > 0 && (t.is(i, "ADJ") || directions[t.form(i)]) {
		i--
	}
	return i
}

// homeNames returns the heads of those whom the preposition at token p tells the
// home of, going by the words before it.
func (d *document) homeNames(t *tree, p int) []int {
	i := p - 1
	if t.is(i, "NOUN") && in(t.base(i), "nsubj") && gazetteer.NounType(t.lemma(i)) == nlp.Person && !sent[t.lemma(i)] && t.form(p) == "from" && t.child(i, "nmod") > p {
		return []int{i} // "a man from Lyon was sentenced to …"
	}
	every := false
	if f := t.form(i); f == "both" || f == "all" {
		every = true
		i--
	}
	i, aged, apart := t.beforeAge(i)
	if !apart {
		return nil
	}
	var people []int
	for n := t.nameEnding(i); n != nil && n.Type == nlp.Person; n = t.nameEnding(i) {
		people = append(people, t.headOf(n.Tokens))
		if i = t.joinedBefore(n.Tokens.First); i < 0 {
			break
		}
		var agedToo bool
		i, agedToo, _ = t.beforeAge(i)
		if !every && !(aged && agedToo) {
			break
		}
	}
	return people
}

// beforeAge steps back from token i over a comma, an age and the comma before
// it. It reports whether there was an age, and whether there was a comma.
func (t *tree) beforeAge(i int) (before int, aged, apart bool) {
	if i > 0 && t.form(i) == "," {
		i, apart = i-1, true
	}
	if i > 1 && t.is(i, "NUM") && t.form(i-1) == "," {
		i, aged = i-2, true
	}
	return i, aged, apart
}

// nameEnding returns the name whose last token is i, or nil.
func (t *tree) nameEnding(i int) *nlp.Name {
	for k := range t.s.Names {
		if t.s.Names[k].Tokens.End == i+1 {
			return &t.s.Names[k]
		}
	}
	return nil
}

// joinedBefore steps back from a name that begins at token i over the words of a
// role ("and his wife") to the end of what it is joined to, or returns -1.
func (t *tree) joinedBefore(i int) int {
	for k := i - 1; k > 0 && k > i-6; k-- {
		switch {
		case t.form(k) == "and", t.form(k) == ",":
			if t.form(k-1) == "," && t.form(k) == "and" {
				return k - 1
			}
			if t.form(k) == "," {
				return k
			}
			return k - 1
		case t.is(k, "NOUN"), t.is(k, "ADJ"), t.is(k, "DET"), t.rel(k) == "nmod:poss", t.is(k, "PUNCT"):
		default:
			return -1
		}
	}
	return -1
}
