package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// listedPlaces: "Lyon, France" without a conjunction is no coordination.
func (m *mender) listedPlaces() {
	for n := 0; n+1 < len(m.s.Names); n++ {
		a, b := m.s.Names[n], m.s.Names[n+1]
		if size[b.Type] <= size[a.Type] || a.Tokens.End != b.Tokens.First-1 || m.s.Tokens[a.Tokens.End].Form != "," {
			continue
		}
		for i := b.Tokens.First; i < b.Tokens.End; i++ {
			t := &m.s.Tokens[i]
			if t.Relation.Base() == "conj" && a.Tokens.Contains(t.Head) && !m.hasCC(t.Head) {
				m.set(i, t.Head, "nmod:unmarked")
			}
		}
	}
}

// hasCC reports whether the coordination that begins at h has a conjunction.
func (m *mender) hasCC(h int) bool {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		if c.Relation.Base() == "cc" && (c.Head == h || c.Head >= 0 && c.Head < len(m.s.Tokens) && m.s.Tokens[c.Head].Head == h) {
			return true
		}
	}
	return false
}

// descriptors: a noun directly before a name of the kind that the noun tells
// belongs to the name ("musician X", "publication Y"), whatever the parser
// made of the two.
func (m *mender) descriptors() {
	for _, n := range m.s.Names {
		i, j := n.Tokens.First-1, m.nameHead(n.Tokens)
		if i < 0 || j < 0 || m.s.Tokens[i].UPOS != "NOUN" || m.s.Tokens[i].Head == j || m.s.Tokens[j].Head == i {
			continue
		}
		if !tells(m.s.Tokens[i].Lemma, n.Type) || in(m.s.Tokens[i].Relation.Base(), "compound", "conj") || m.s.Tokens[i].Features.Get("Number") == "Plur" {
			continue
		}
		h, rel := m.s.Tokens[i].Head, m.s.Tokens[i].Relation
		if h >= n.Tokens.First && h < n.Tokens.End {
			continue
		}
		m.set(j, h, rel)
		m.set(i, j, "nmod:desc")
		for k := range m.s.Tokens {
			t := &m.s.Tokens[k]
			if t.Head == i && (k > n.Tokens.First || in(t.Relation.Base(), "case", "cc", "punct", "mark")) && k != i {
				m.set(k, j, t.Relation)
			}
		}
	}
}

// companyNouns say what an organisation makes or does.
var companyNouns = words(`company firm carrier airline maker carmaker automaker manufacturer retailer bank insurer operator
	newspaper magazine broadcaster publisher giant conglomerate startup start-up brewer chain club party university charity
	producer supplier developer drugmaker chipmaker lender utility network station studio label publication agency`)

// tells reports whether a noun says what kind of thing a name of the type is.
func tells(lemma string, t nlp.EntityType) bool {
	types := gazetteer.NounTypes(lemma)
	if t == nlp.Person {
		return gazetteer.IsTitle(lemma) || len(types) > 0 && types[0] == nlp.Person
	}
	if t == nlp.Organization && companyNouns[lemma] {
		return true
	}
	for _, x := range types {
		if x == t && x == nlp.Organization {
			return true
		}
	}
	return false
}

// nameHead returns the token of a name that hangs on something outside it.
func (m *mender) nameHead(r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := m.s.Tokens[i].Head; h < r.First || h >= r.End {
			return i
		}
	}
	return -1
}

// instances: what "including" or "such as" introduces is an instance of the
// plural noun before it, not of the verb.
func (m *mender) instances() {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		f := strings.ToLower(c.Form)
		if c.Relation.Base() != "case" || c.Head <= i || f != "including" && f != "such" {
			continue
		}
		t := &m.s.Tokens[c.Head]
		if !in(t.Relation.Base(), "obl", "nmod") || t.Head < 0 {
			continue
		}
		k := i - 1
		for k >= 0 && m.s.Tokens[k].UPOS == "PUNCT" {
			k--
		}
		for n := 0; k >= 0 && n < maxControl && m.s.Tokens[k].Features.Get("Number") != "Plur" && in(m.s.Tokens[k].Relation.Base(), "nmod", "flat", "compound"); n++ {
			k = m.s.Tokens[k].Head
		}
		if k >= 0 && k < i && m.s.Tokens[k].Features.Get("Number") == "Plur" && t.Head != k {
			m.set(c.Head, k, "nmod")
		}
	}
}

// below reports whether token i is j or below it.
func (m *mender) below(i, j int) bool {
	for n := 0; i >= 0 && n <= len(m.s.Tokens); n++ {
		if i == j {
			return true
		}
		i = m.s.Tokens[i].Head
	}
	return false
}
