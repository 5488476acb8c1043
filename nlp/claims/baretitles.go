package claims

import "github.com/kgbuild/kgbuild/nlp"

// bareTitle returns the title before or behind a name, when it does not say where
// it is held: "Prime Minister Ann Lee", "the prime minister, Ann Lee,".
func (d *document) bareTitle(t *tree, n nlp.Name) (title, bool) {
	if ti, apposed, ok := t.titleBeside(n); ok {
		p := ti.First - 1
		return ti, apposed && p >= 0 && t.form(p) == "the" || !apposed && t.beginsBare(p)
	}
	start := t.afterAge(n.Tokens.End)
	if start < 0 {
		return title{}, false
	}
	noun := t.titleIn(start)
	p, role := t.titleRole(noun)
	if p == "" || t.inBody(noun) || t.startsPerson(noun+1) {
		return title{}, false
	}
	ti := title{Range: nlp.Range{First: max(start, t.titleStart(noun)), End: t.pastOf(noun + 1)}, noun: noun, role: role, predicate: p}
	if e := ti.End; e < len(t.s.Tokens) && (heldAt[t.form(e)] || t.form(e) == "in") {
		return title{}, false
	}
	return ti, ti.First == start || ti.First == start+1 && t.form(start) == "the"
}

// pastOf returns where a title whose noun ends before token i ends, with what it
// goes on to with "of": "Secretary of State".
func (t *tree) pastOf(i int) int {
	if i+1 >= len(t.s.Tokens) || t.form(i) != "of" && t.form(i) != "for" {
		return i
	}
	k := i + 1
	for k < len(t.s.Tokens) && (ofTitles[t.form(k)] || portfolioLinks[t.form(k)]) {
		k++
	}
	if k == i+1 || k < len(t.s.Tokens) && !t.is(k, "PUNCT") {
		return i
	}
	return k
}

// beginsBare reports whether nothing before a title that begins behind token p
// says whose it is.
func (t *tree) beginsBare(p int) bool {
	if p < 0 {
		return true
	}
	switch t.tok(p).UPOS {
	case "PUNCT", "CCONJ", "SCONJ", "VERB", "AUX", "ADP", "ADV":
		return true
	case "DET":
		return t.form(p) == "the" || t.form(p) == "that"
	case "NOUN":
		return t.base(p) != "compound" && t.rel(p) != "nmod:poss" && !t.within(p, p+1) // "told reporters Prime Minister X"
	case "ADJ":
		return !t.capitalised(p) && !t.demonym(p) && !regionalMinisters[t.form(p)]
	case "PRON":
		return t.rel(p) != "nmod:poss"
	}
	return false
}
