package claims

// rivalReliability is the confidence of a rival whose other side only the clause
// tells.
const rivalReliability = 0.7

var (
	rivalNouns = words("rival competitor archrival arch-rival")

	// matchVerbs are what sides do to rivals in a match, which is no hostility.
	matchVerbs = words("beat defeat face host visit play draw lose thrash meet edge hold hammer rout down overcome")
)

// rivals gives the rivals that a name is said to be: of the one named before it
// ("Airbus rival Boeing", "its rival Boeing"), or, without a word of whose, of the
// clause's subject ("sells more than rivals X and Y", "competes with rivals like
// X") or the name that they are joined to ("X and rival Y").
func (d *document) rivals(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if !rivalNouns[t.lemma(k)] {
			continue
		}
		named := t.calledSo(k)
		if len(named) == 0 {
			continue
		}
		owner, v := t.rivalOf(k), -1
		if len(owner.tokens) == 0 {
			owner, v = t.clauseOwner(named[0])
		}
		if v >= 0 && matchVerbs[t.lemma(v)] {
			continue
		}
		for _, a := range d.ends(t, owner, organizations) {
			for _, b := range d.ends(t, direct(named...), organizations) {
				x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
				if a.Chain == b.Chain || !x.Named() || !y.Named() || stateBody(x) || stateBody(y) {
					continue
				}
				out = append(out, t.candidate(k, a.End, "hostile", b.End, aFact, rivalReliability*a.sure*b.sure, "rival"))
			}
		}
	}
	return out
}

// rivalOf returns whose rival the phrase of a noun says somebody to be.
func (t *tree) rivalOf(k int) found {
	if k > 0 && t.is(k-1, "PROPN") {
		return direct(k - 1)
	}
	for _, x := range []int{k, t.head(k)} {
		if x < 0 || x != k && !in(t.base(k), "compound", "amod", "nmod") {
			continue
		}
		for _, c := range t.kids[x] {
			switch p := t.preposition(c); {
			case t.rel(c) == "nmod:poss" && c < k, x == k && t.base(c) == "nmod" && (p == "of" || p == "to"):
				return direct(c)
			}
		}
	}
	return found{}
}

// calledSo returns the names that a noun is said of by standing before them, by
// apposition, or before "like" and "such as".
func (t *tree) calledSo(k int) []int {
	if h := t.head(k); h > k && in(t.base(k), "compound", "amod", "nmod") && t.is(h, "PROPN") {
		return t.makers(k, h)
	}
	for _, x := range t.children(k, "appos", "flat", "nmod") {
		if p := t.preposition(x); x > k && t.is(x, "PROPN") && (t.base(x) != "nmod" || p == "like" || p == "such_as" || p == "including") {
			return t.makers(k, x)
		}
	}
	return nil
}

// makers returns the names that begin at token x, of which the noun at token k is
// said, for a product its possessor: "rivals like Microsoft's Xbox". A noun in the
// singular is said of one.
func (t *tree) makers(k, x int) []int {
	names := t.expand(x, -1)
	if !t.plural(k) {
		names = names[:1]
	}
	for i, n := range names {
		if p := t.child(n, "nmod:poss"); p >= 0 && t.is(p, "PROPN") {
			names[i] = p
		}
	}
	return names
}

// clauseOwner returns whom the clause around a name tells about: the name that it
// is joined to by "and", or else the subject of the verb that governs it, with
// the verb, or -1.
func (t *tree) clauseOwner(k int) (found, int) {
	if u := t.head(k); t.base(k) == "conj" && u >= 0 && t.is(u, "PROPN") {
		return direct(u), -1
	}
	for n := 0; k >= 0 && n < maxControl; n++ {
		h := t.head(k)
		if h < 0 || in(t.base(k), "nsubj", "acl", "advcl", "ccomp", "parataxis") {
			return found{}, -1
		}
		if t.verbal(h) {
			return t.possessorsOf(t.surface(h, maxControl)), h
		}
		k = h
	}
	return found{}, -1
}

// possessorsOf adds to tokens whose they are: "its market share" is the company's.
func (t *tree) possessorsOf(f found) found {
	for _, k := range f.tokens {
		f.tokens = append(f.tokens, t.children(k, "nmod:poss")...)
	}
	return f
}
