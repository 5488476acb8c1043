package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// shareReliability is the confidence of owners read from lists of shares.
const shareReliability = 0.8

var (
	ownedTypes = codebook.Types{nlp.Organization: true, nlp.Facility: true, nlp.Product: true}

	ownVerbs = words("own hold control")
	// holdVerbs have a share for their object, beginVerbs one behind "with".
	holdVerbs  = words("own hold keep retain have control take get receive")
	beginVerbs = words("begin start end emerge come finish")
	shareNouns = words("share stake shareholding holding interest rest remainder half third quarter majority minority")
)

// shares reads owners off shares: "is owned 60 percent by A and 40 percent by B"
// tells two, of which parsers hang the second anywhere, and "A holds another
// 20 percent" leaves out of what.
func (d *document) shares(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		switch {
		case t.verbal(v) && ownVerbs[t.lemma(v)] && t.passive(v):
			out = append(out, d.dividedShares(t, v, cs)...)
		case t.verbal(v) && (holdVerbs[t.lemma(v)] || beginVerbs[t.lemma(v)]) && !t.passive(v):
			out = append(out, d.furtherShare(t, v, append(cs, out...))...)
		}
	}
	return out
}

// dividedShares gives what a passive verb of owning is said of each owner that
// stands behind an amount and "by".
func (d *document) dividedShares(t *tree, v int, cs []candidate) []candidate {
	owned := d.ends(t, t.ownedBy(v), ownedTypes)
	if len(owned) != 1 {
		return nil
	}
	var out []candidate
	s := d.stanceOf(t, v)
	for p := v + 1; p+1 < len(t.s.Tokens); p++ {
		if t.form(p) == ";" {
			break
		}
		by := p + 1
		h := t.head(by)
		if !t.percent(p) || t.form(by) != "by" || h <= by || !t.nominal(h) {
			continue
		}
		for _, o := range d.ends(t, direct(h), doers) {
			out = append(out, d.ownership(t, v, o, owned[0], s, "owns", cs)...)
		}
	}
	return out
}

// ownedBy is what a passive verb of owning says the owner of: its subject, or
// that of the percentage which it modifies ("is 35 percent owned by A").
func (t *tree) ownedBy(v int) found {
	if g := t.head(v); g >= 0 && t.base(v) == "acl" && t.percent(g) {
		return direct(t.ownSubject(g)...)
	}
	return t.surface(v, maxControl)
}

// furtherShare gives the owner of a share of what the text told the owners of
// last.
func (d *document) furtherShare(t *tree, v int, cs []candidate) []candidate {
	share := -1
	if holdVerbs[t.lemma(v)] {
		share = t.child(v, "obj")
	} else {
		for _, k := range t.children(v, "obl") {
			if t.preposition(k) == "with" {
				share = k
			}
		}
	}
	if share < 0 || !t.shareAmount(share) {
		return nil
	}
	body := d.shareOf(t, v, share, cs)
	if body == nlp.NoChain {
		return nil
	}
	owner := t.subject(v)
	if len(owner.tokens) > 0 && t.percent(owner.tokens[0]) {
		owner = t.nameBeforeVerb(v)
	}
	p := nlp.Predicate("owns")
	if l := t.lemma(v); l == "take" || l == "get" || l == "receive" {
		p = "acquired"
	}
	var out []candidate
	for _, o := range d.ends(t, owner, doers) {
		out = append(out, d.ownership(t, v, o, end{End: nlp.ChainEnd(body), token: share, sure: remoteReliability}, d.stanceOf(t, v), p, cs)...)
	}
	return out
}

// shareOf is what a share is of: what the text told the owners of last, unless
// the clause says it. Of verbs that have shares for objects the codebook knows.
func (d *document) shareOf(t *tree, v, share int, cs []candidate) nlp.ChainID {
	for _, k := range []int{share, v} {
		for _, prep := range []string{"of", "in"} {
			f := t.oblique(k, prep)
			if len(f.tokens) == 0 {
				continue
			}
			if es := d.ends(t, f, ownedTypes); len(es) == 1 && beginVerbs[t.lemma(v)] {
				return es[0].Chain
			}
			return nlp.NoChain
		}
	}
	return d.ownedBefore(t, v, cs)
}

// ownedBefore is the body that the sentence, or one of the two before, told an
// owner of last.
func (d *document) ownedBefore(t *tree, v int, cs []candidate) nlp.ChainID {
	best, at := nlp.NoChain, nlp.Offset(-1)
	held := func(c *nlp.Claim) bool {
		return (c.Predicate == "owns" || c.Predicate == "acquired") && c.Object.Chain != nlp.NoChain && ownedTypes[d.a.Chains[c.Object.Chain].Type]
	}
	for i := range cs {
		if c := &cs[i].Claim; held(c) && c.Trigger.Start > at && cs[i].trigger < v {
			best, at = c.Object.Chain, c.Trigger.Start
		}
	}
	if best != nlp.NoChain {
		return best
	}
	for i := len(d.done) - 1; i >= 0 && t.index-d.done[i].Sentence <= 2; i-- {
		if held(&d.done[i]) {
			return d.done[i].Object.Chain
		}
	}
	return nlp.NoChain
}

// nameBeforeVerb is the name that stands right before a verb and its auxiliaries.
func (t *tree) nameBeforeVerb(v int) found {
	k := v - 1
	for k >= 0 && t.is(k, "AUX") {
		k--
	}
	if k >= 0 && t.is(k, "PROPN") {
		return direct(k)
	}
	return found{}
}

// percent reports whether token p is the unit of a percentage.
func (t *tree) percent(p int) bool {
	switch t.form(p) {
	case "percent", "%", "pct", "pc":
	case "cent":
		if p == 0 || t.form(p-1) != "per" {
			return false
		}
		p--
	default:
		return false
	}
	return p > 0 && t.is(p-1, "NUM")
}

// shareAmount reports whether a noun is a part of what somebody owns: a
// percentage, or a word for a share with one, or what is left.
func (t *tree) shareAmount(k int) bool {
	if t.percent(k) {
		return true
	}
	switch l := t.lemma(k); {
	case l == "rest" || l == "remainder":
		return true
	case shareNouns[l]:
		for _, c := range t.children(k, "compound", "nummod", "amod", "nmod") {
			if t.percent(c) || t.lemma(c) == "remaining" {
				return true
			}
		}
	}
	return false
}

// ownership is one claim of a share, unless the claims have it.
func (d *document) ownership(t *tree, v int, o, owned end, s stance, p nlp.Predicate, cs []candidate) []candidate {
	if o.Chain == owned.Chain || d.hasClaim(cs, o.Chain, p, owned.Chain) {
		return nil
	}
	return []candidate{t.candidate(v, o.End, p, owned.End, s, shareReliability*o.sure*owned.sure, "share").during(d.timeOf(t, v))}
}
