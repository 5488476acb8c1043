package claims

import "github.com/kgbuild/kgbuild/nlp"

// befell tells, of words for people by what happened to them, the predicate:
// "the dead", "those arrested", "the victims".
var befell = map[string]nlp.Predicate{
	"dead": "killed", "killed": "killed", "fatality": "killed", "slain": "killed", "victim": "killed",
	"injured": "injured", "wounded": "injured", "hurt": "injured",
	"arrested": "arrested", "detained": "arrested", "held": "arrested", "arrestee": "arrested", "detainee": "arrested",
	"charged": "charged", "indicted": "charged", "convicted": "convicted", "accused": "charged", "defendant": "charged",
}

// amongReliability is the confidence of "X was among the dead".
const amongReliability = 0.75

// amongVictims states of persons what befell those whom the text says they are
// among: "among the dead was X", "X was one of those arrested", "the dead include
// X", "the victims were named as X and Y".
func (d *document) amongVictims(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		p := t.befallen(k)
		if p == "" {
			continue
		}
		who, at := t.membersOf(k)
		if len(who.tokens) == 0 {
			continue
		}
		subject := nlp.ChainEnd(d.unstatedActor())
		unstated := true
		if p == "killed" || p == "injured" {
			e := d.victimsOf(t, k)
			if e == nlp.NoChain {
				continue
			}
			subject, unstated = nlp.ChainEnd(e), false
		}
		s := d.stanceOf(t, at)
		if s.polarity == nlp.Negative {
			continue
		}
		for _, x := range d.ends(t, who, persons) {
			c := t.candidate(at, subject, p, x.End, s, amongReliability*x.sure, "among those").over(t.tok(k).Span)
			c.unstated = unstated
			out = append(out, c)
		}
	}
	return out
}

// victimsOf returns the event whose victims token k speaks of: one beside it, or
// the one that the text told of last.
func (d *document) victimsOf(t *tree, k int) nlp.ChainID {
	for _, h := range append(t.children(k, "acl", "amod"), k) { // "those killed in the crash"
		for _, prep := range []string{"in", "of", "from", "by", "during"} {
			for _, x := range t.oblique(h, prep).tokens {
				if c := d.harmfulEvent(t, x); c != nlp.NoChain {
					return c
				}
			}
		}
	}
	return d.toldBefore(t, nlp.NoChain, false)
}

// befallen returns what befell the people that token k stands for as a noun, or "".
func (t *tree) befallen(k int) nlp.Predicate {
	if p := befell[t.lemma(k)]; p != "" && t.is(k, "NOUN") && t.hasDeterminer(k, "the", "those") {
		return p
	}
	p := befell[t.form(k)]
	switch {
	case p == "" && (t.form(k) == "those" || t.lemma(k) == "people" || t.lemma(k) == "person"):
		for _, x := range t.children(k, "acl", "amod") {
			if p := befell[t.form(x)]; p != "" && x > k {
				return p
			}
		}
	case p != "" && (t.is(k, "ADJ") || t.is(k, "VERB") || t.is(k, "NOUN")) && t.hasDeterminer(k, "the", "those"):
		return p
	}
	return ""
}

// membersOf returns who the text says to be of those at token k, and the word
// that says so.
func (t *tree) membersOf(k int) (found, int) {
	p := k
	if h := t.head(k); h >= 0 && (t.form(h) == "one" || t.form(h) == "some") && t.preposition(k) == "of" {
		p = h
	}
	h := t.head(k)
	if among := t.preposition(k) == "among"; p != k && t.child(p, "cop") >= 0 || among && t.child(k, "cop") >= 0 {
		if own := t.ownSubject(p); len(own) > 0 || !among || h < k || !t.is(h, "PROPN") {
			return t.everyone(own), p
		}
		return t.everyone([]int{h}), p // "among the dead was X", with X for the predicate
	}
	if h < 0 {
		return found{}, -1
	}
	if t.preposition(k) == "among" && t.lemma(h) == "be" {
		return t.everyone(t.ownSubject(h)), h
	}
	if t.base(k) == "obj" && (t.lemma(h) == "identify" || t.lemma(h) == "name") {
		f := t.oblique(h, "as") // "police identified the victims as X and Y"
		f.tokens = append(f.tokens, t.oblique(k, "as").tokens...)
		f.tokens = append(f.tokens, t.children(h, "xcomp")...)
		return t.everyone(f.tokens), h
	}
	if t.base(k) != "nsubj" {
		return found{}, -1
	}
	switch l := t.lemma(h); {
	case l == "include" && t.verbal(h):
		return t.everyone(t.object(h).tokens), h
	case (l == "identify" || l == "name") && t.passive(h):
		f := t.oblique(h, "as")
		f.tokens = append(f.tokens, t.children(h, "xcomp")...)
		return t.everyone(f.tokens), h
	}
	return found{}, -1
}

// everyone returns the members of the coordinations that tokens head.
func (t *tree) everyone(tokens []int) found {
	var out found
	for _, k := range tokens {
		out.tokens = append(out.tokens, t.conjuncts(k)...)
	}
	return out
}
