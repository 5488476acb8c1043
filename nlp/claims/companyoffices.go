package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// companyOffices gives those who bear an office of a company, without a word of
// which, the company that the text is about: "Chief executive X resigned".
func (d *document) companyOffices(t *tree, cs []candidate) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		if !t.companyTitle(h) || t.bodyNamed(h) {
			continue
		}
		company := d.companyLed(h, cs)
		if company == nlp.NoChain {
			company = d.companyOfBoard(t, h)
		}
		if company == nlp.NoChain {
			company = d.companyLeft(t, h, cs)
		}
		if company == nlp.NoChain {
			company = d.companyInFocus(t, h)
		}
		if company == nlp.NoChain {
			continue
		}
		admitted := anyBody
		if t.formerBehind(h) {
			admitted = func(b nlp.ChainID) bool { return b == company }
		}
		for _, e := range d.bearersWithoutBody(t, h, admitted, cs, out) {
			out = append(out, d.impliedOffice(t, h, e, "leads", company, "company office"))
		}
	}
	return out
}

// formerBehind reports whether the name behind the title at token h is followed by
// what its bearer was once: "Chairman X, a former boss of Ford".
func (t *tree) formerBehind(h int) bool {
	for _, n := range t.s.Names {
		if n.Type != nlp.Person || n.Tokens.First != h+1 {
			continue
		}
		for k := n.Tokens.End + 1; k < len(t.s.Tokens) && k <= n.Tokens.End+2; k++ {
			if formerly[t.form(k)] || t.form(k) == "once" || t.form(k) == "formerly" || t.form(k) == "previously" {
				return t.form(n.Tokens.End) == ","
			}
		}
	}
	return false
}

// companyLed returns the company that the claims of the sentence say somebody
// named before token h to head, the last one, or NoChain: "Acme chief executive X
// will stay, while chairman Y is to go".
func (d *document) companyLed(h int, cs []candidate) nlp.ChainID {
	at, company := -1, nlp.NoChain
	for i := range cs {
		if c := &cs[i]; c.Predicate == "leads" && c.trigger < h && c.trigger > at && c.Object.Chain >= 0 && d.company(&d.a.Chains[c.Object.Chain]) {
			at, company = c.trigger, c.Object.Chain
		}
	}
	return company
}

// companyLeft returns the body that a claim of the sentence says the bearer of the
// office at token h leaves, or NoChain: "Chief executive X will leave Acme".
func (d *document) companyLeft(t *tree, h int, cs []candidate) nlp.ChainID {
	for _, e := range d.ends(t, t.bearer(h), people) {
		for i := range cs {
			if c := &cs[i]; c.Predicate == "resigned" && c.Subject.Chain == e.Chain && c.Polarity == nlp.Positive && d.isA(c.Object.Chain, nlp.Organization) {
				return c.Object.Chain
			}
		}
	}
	return nlp.NoChain
}

// companyOfBoard returns the body whose board does something to the one who bears
// the office at token h, or NoChain: "Acme's board fired chief executive X".
func (d *document) companyOfBoard(t *tree, h int) nlp.ChainID {
	for k := range h {
		if t.lemma(k) != "board" || t.base(k) != "nsubj" || !t.within(h, t.head(k)) {
			continue
		}
		for _, o := range t.children(k, "nmod:poss", "nmod", "compound") {
			if c := d.chainAt(t, o); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Organization && d.a.Chains[c].Named() && (t.base(o) != "nmod" || t.rel(o) == "nmod:poss" || t.preposition(o) == "of") {
				return c
			}
		}
	}
	return nlp.NoChain
}

// bearersWithoutBody returns the named persons who bear the office named at token
// h and of whom no claim, neither of cs nor of out, tells that they hold one in a
// body that is admitted.
func (d *document) bearersWithoutBody(t *tree, h int, admitted func(nlp.ChainID) bool, cs, out []candidate) []end {
	var free []end
	for _, e := range d.ends(t, t.bearer(h), codebook.Types{nlp.Person: true}) {
		if d.a.Chains[e.Chain].Named() && d.officeIn(e.Chain, cs, admitted) == nlp.NoChain && d.officeIn(e.Chain, out, admitted) == nlp.NoChain {
			free = append(free, e)
		}
	}
	return free
}

// impliedOffice is the claim that the bearer of the office named at token h holds
// it in a body that only the text around tells.
func (d *document) impliedOffice(t *tree, h int, bearer end, p nlp.Predicate, body nlp.ChainID, rule string) candidate {
	s := d.stanceOf(t, h)
	if in(t.base(h), "appos", "compound") || t.rel(h) == "nmod:desc" {
		s = aFact
	}
	return t.candidate(h, bearer.End, p, nlp.ChainEnd(body), s, impliedReliability*bearer.sure, rule)
}

// companyTitle reports whether token h is the noun of an office that companies have.
func (t *tree) companyTitle(h int) bool {
	if !t.nominal(h) || t.tok(h).Features.Get("Number") == "Plur" {
		return false
	}
	before := func(words ...string) bool {
		for _, w := range words {
			if h > 0 && t.form(h-1) == w {
				return true
			}
		}
		return false
	}
	switch t.lemma(h) {
	case "ceo", "cfo", "coo", "chairman", "chairwoman", "chairperson":
		return true
	case "executive":
		return before("chief")
	case "officer":
		return before("executive", "financial", "operating") && h > 1 && t.form(h-2) == "chief"
	case "director":
		return before("managing", "finance", "executive")
	case "chief":
		return before("finance")
	}
	return false
}

// bodyNamed reports whether a title has a word beside it that says where it is held.
func (t *tree) bodyNamed(h int) bool {
	for _, x := range t.titled(h) {
		for _, k := range t.kids[x] {
			switch {
			case t.rel(k) == "nmod:poss":
				return true
			case t.base(k) == "compound" && k < h && !(k == h-1 && in(t.base(k), "compound") && t.is(k, "NOUN")):
				return true
			case t.base(k) == "nmod" && (k > h || x == h):
				switch t.preposition(k) {
				case "of", "at", "for", "with", "in":
					return true
				}
			case t.base(k) == "amod" && t.demonym(k):
				return true
			}
		}
	}
	return t.base(h) == "compound" && !t.titleLink(h, t.head(h))
}

// mainCompanyShare is how many times more often than any other company the one
// that the text is about is mentioned.
const mainCompanyShare = 1.5

// companyInFocus returns the company that a title without a body at token h
// belongs to: the one that the text speaks of far more than of others, or else
// the subject of the clause or of the sentence before. It returns NoChain when
// none stands out.
func (d *document) companyInFocus(t *tree, h int) nlp.ChainID {
	best, second, at := 0, 0, nlp.NoChain
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if !d.company(ch) {
			continue
		}
		if n := len(ch.Mentions); n > best {
			best, second, at = n, best, ch.ID
		} else if n > second {
			second = n
		}
	}
	if at != nlp.NoChain && best > 2 && float64(best) >= mainCompanyShare*float64(second) {
		return at
	}
	for i := t.index; i >= 0 && i >= t.index-1; i-- {
		u := d.tree(i)
		for k := range u.s.Tokens {
			if i == t.index && k >= h || !in(u.base(k), "nsubj") {
				continue
			}
			if c := d.chainAt(u, k); c != nlp.NoChain && d.company(&d.a.Chains[c]) {
				return c
			}
		}
	}
	return nlp.NoChain
}

// company reports whether the document tells that a chain is a company: by its
// name or by what it calls it.
func (d *document) company(ch *nlp.Chain) bool {
	if ch.Type != nlp.Organization || !ch.Named() || stateBody(ch) {
		return false
	}
	for _, n := range ch.Names {
		if l := strings.ToLower(n); strings.HasPrefix(l, "central bank") || strings.HasPrefix(l, "reserve bank") || strings.HasPrefix(l, "bank of ") {
			return false
		}
	}
	for _, n := range append(ch.Descriptions, ch.Names...) {
		w := strings.Fields(n)
		if last := w[len(w)-1]; gazetteer.IsLegalForm(last) || gazetteer.IsCompanyWord(strings.ToLower(last)) || gazetteer.IsCompanyNoun(strings.ToLower(last)) {
			return true
		}
	}
	return false
}
