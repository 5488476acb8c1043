package claims

import "github.com/kgbuild/kgbuild/nlp"

// ownCountry returns the country of the person who is the possessor of "country"
// at token k: that of the office or the origin with which the text presents them.
// "Lithuania's ambassador said his country would help" speaks of Lithuania.
func (d *document) ownCountry(t *tree, k int) nlp.ChainID {
	if !homelands[t.lemma(k)] || t.tok(k).XPOS == "NNS" {
		return nlp.NoChain
	}
	p := t.child(k, "nmod:poss")
	if p < 0 || !t.is(p, "PRON") {
		return nlp.NoChain
	}
	owner := d.chainAt(t, p)
	if owner == nlp.NoChain || d.a.Chains[owner].Type != nlp.Person {
		return nlp.NoChain
	}
	for i := len(d.done) - 1; i >= 0; i-- {
		c := &d.done[i]
		if c.Subject.Chain == owner && ofOneCountry[c.Predicate] && c.Polarity == nlp.Positive && c.Object.Chain >= 0 && d.a.Chains[c.Object.Chain].Type == nlp.Country {
			return c.Object.Chain
		}
	}
	for _, m := range d.a.Chains[owner].Mentions {
		if m.Kind == nlp.PronounMention || m.Sentence > t.index {
			continue
		}
		if c := d.countryPresenting(d.tree(m.Sentence), m.Head); c != nlp.NoChain {
			return c
		}
	}
	return nlp.NoChain
}

// countryPresenting returns the country that modifies a person's noun or the title
// beside their name: "Lithuania's ambassador, X", "the German minister X".
func (d *document) countryPresenting(t *tree, h int) nlp.ChainID {
	nouns := append([]int{h}, t.children(h, "nmod:desc", "appos", "compound")...)
	if g := t.head(h); g >= 0 && t.base(h) == "appos" {
		nouns = append(nouns, g)
	}
	for _, n := range nouns {
		for _, k := range t.children(n, "nmod:poss", "amod", "compound") {
			if country, ok := t.countryWord(k); ok {
				return d.knownCountry(country)
			}
		}
	}
	return nlp.NoChain
}

// homelands are nouns for one's own country.
var homelands = words("country nation homeland")

// ofOneCountry are the predicates that tie a person to one country.
var ofOneCountry = map[nlp.Predicate]bool{"leads": true, "national_of": true, "spokesperson_of": true}
