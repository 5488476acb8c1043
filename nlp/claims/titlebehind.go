package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// titleBehind reads the title in the apposition that follows a name, and the
// body that it names: "Ann Lee, 45, a vice president for sales at Boeing".
func (d *document) titleBehind(t *tree, n nlp.Name) (title, nlp.ChainID) {
	start := t.afterAge(n.Tokens.End)
	if start < 0 {
		return title{}, nlp.NoChain
	}
	noun := t.titleIn(start)
	p, role := t.titleRole(noun)
	if p == "" || t.inBody(noun) || t.startsPerson(noun+1) {
		return title{}, nlp.NoChain // of the next in a list: "A, Boeing president B"
	}
	ti := title{Range: nlp.Range{First: max(start, t.titleStart(noun)), End: noun + 1}, noun: noun, role: role, predicate: p}
	if body := d.bodyBehind(t, &ti); body != nlp.NoChain {
		return ti, body
	}
	if ti.First > start {
		return ti, d.titleBody(t, ti.First-1, ti)
	}
	return title{}, nlp.NoChain
}

// afterAge returns where an apposition behind a name that ends before token i
// begins, past the bearer's age, or -1.
func (t *tree) afterAge(i int) int {
	at := func(k int, form string) bool { return k < len(t.s.Tokens) && t.form(k) == form }
	if !at(i, ",") {
		return -1
	}
	if at(i+2, ",") && t.is(i+1, "NUM") {
		i += 2
	}
	if i+2 >= len(t.s.Tokens) || t.is(i+1, "CCONJ") {
		return -1
	}
	return i + 1
}

// maxTitleLength is how many words may stand before the noun of a title.
const maxTitleLength = 9

// titleIn returns the role noun of the noun phrase that begins at token start,
// or -1.
func (t *tree) titleIn(start int) int {
	last := -1
	for k := start; k < len(t.s.Tokens) && k-start <= maxTitleLength; k++ {
		if t.inBody(k) {
			last = k
			continue
		}
		switch {
		case t.is(k, "PUNCT") && t.form(k) != "-", t.is(k, "ADP"), t.is(k, "SCONJ"), t.is(k, "PRON") && t.rel(k) != "nmod:poss", t.is(k, "AUX"):
			return last
		case t.is(k, "VERB") && !titleModifiers[t.form(k)] && (k == start || t.form(k-1) != "-"), t.startsPerson(k):
			return last
		case t.is(k, "CCONJ"):
			if p, _ := t.titleRole(last); k+1 < len(t.s.Tokens) && p != "" && !titleModifiers[t.form(k+1)] && titleRoles[t.form(k+1)] == "" {
				return last
			}
		}
		last = k
	}
	return -1
}

// startsPerson reports whether a person's name begins at token k.
func (t *tree) startsPerson(k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.First == k && n.Type == nlp.Person {
			return true
		}
	}
	return false
}

// heldAt are the prepositions between a title and the body where it is held.
var heldAt = words("of at for with")

// bodyBehind returns the body that follows a title with "of", "at" and the
// like, past a portfolio ("head of sales at"), by which the title grows.
func (d *document) bodyBehind(t *tree, ti *title) nlp.ChainID {
	k := ti.End
	if k < len(t.s.Tokens) && t.form(k) == "to" && servants[ti.role] {
		// "an assistant coach to Ann Lee with the Stags"
		for k++; k < len(t.s.Tokens) && k-ti.End < maxTitleLength && (t.is(k, "PROPN") || t.is(k, "ADJ") || t.is(k, "NOUN") || t.is(k, "DET")); {
			k++
		}
		if k >= len(t.s.Tokens) || t.form(k) != "with" && t.form(k) != "at" {
			return nlp.NoChain
		}
	}
	for k+1 < len(t.s.Tokens) && heldAt[t.form(k)] {
		if !t.portfolioAt(k + 1) {
			return d.firstBody(t, k+1, *ti)
		}
		for k++; k < len(t.s.Tokens) && t.portfolioAt(k); k++ {
			ti.End = k + 1
		}
	}
	return nlp.NoChain
}

// servants are roles that somebody has to a superior, named with "to".
var servants = words("assistant deputy aide adviser advisor coach counsel")

// portfolioAt reports whether a word tells what a title is for, not where.
func (t *tree) portfolioAt(k int) bool {
	if t.inBody(k) || t.startsPerson(k) {
		return false
	}
	return t.is(k, "NOUN") && gazetteer.NounType(t.lemma(k)) != nlp.Organization || t.is(k, "ADJ") || t.is(k, "CCONJ")
}

// maxBodyStart is how many words may stand between a preposition and the name
// of the body that it leads to.
const maxBodyStart = 4

// firstBody returns the body whose name follows token k in the same phrase. A
// name in the genitive gives way to the name of what it owns.
func (d *document) firstBody(t *tree, k int, ti title) nlp.ChainID {
	for end := k + maxBodyStart; k < len(t.s.Tokens) && k <= end; k++ {
		for _, n := range t.s.Names {
			if n.Tokens.First != k || n.Type == nlp.Person {
				continue
			}
			if e := n.Tokens.End; e+1 < len(t.s.Tokens) && t.tok(e).XPOS == "POS" {
				if owned := d.firstBody(t, e+1, ti); owned != nlp.NoChain {
					return owned
				}
			}
			return d.titleName(t, n, ti, true)
		}
		if t.is(k, "PUNCT") || t.is(k, "VERB") || t.is(k, "ADP") || t.is(k, "AUX") || t.is(k, "PRON") || t.startsPerson(k) {
			break
		}
	}
	return nlp.NoChain
}
