package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// repair returns the sentence with those attachments mended that its own words
// show to be wrong. The rules are few and each needs a sign beside the parse
// itself; the analysis is not touched.
func (d *document) repair(s *nlp.Sentence) *nlp.Sentence {
	m := mender{s: s, d: d}
	m.acronyms()
	m.possessors()
	m.coordination()
	m.beforeRelative()
	m.listedPlaces()
	m.quotedSubjects()
	m.relativeObjects()
	m.strayRelatives()
	m.descriptors()
	m.titlesBeforeNames()
	m.instances()
	return m.s
}

// mender copies the tokens when it first changes one.
type mender struct {
	d      *document
	s      *nlp.Sentence
	copied bool
}

func (m *mender) set(i, head int, rel nlp.Relation) {
	if !m.copied {
		c := *m.s
		c.Tokens = slices.Clone(c.Tokens)
		m.s, m.copied = &c, true
	}
	m.s.Tokens[i].Head, m.s.Tokens[i].Relation = head, rel
}

// acronyms: an auxiliary in capitals that the document uses as a name ("IS")
// is the subject of what it seems to help.
func (m *mender) acronyms() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if len(t.Form) < 2 || t.Form != strings.ToUpper(t.Form) || t.Form == strings.ToLower(t.Form) || !in(t.Relation.Base(), "aux", "cop") {
			continue
		}
		if m.d.aliasChain(t.Form) == nlp.NoChain || m.shouting() {
			continue
		}
		if i+1 < len(m.s.Tokens) && m.s.Tokens[i+1].UPOS == "VERB" {
			m.subjectOf(i, i+1)
			continue
		}
		m.set(i, t.Head, "nsubj")
	}
}

// shouting reports whether most words are in capitals, as in some headlines.
func (m *mender) shouting() bool {
	upper, all := 0, 0
	for i := range m.s.Tokens {
		f := m.s.Tokens[i].Form
		if len(f) < 2 || strings.ToLower(f) == strings.ToUpper(f) {
			continue
		}
		all++
		if f == strings.ToUpper(f) {
			upper++
		}
	}
	return upper*2 > all
}

// possessors: a noun with 's that is called a subject belongs to the noun
// that ends the phrase behind it.
func (m *mender) possessors() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.XPOS != "POS" || t.Head < 0 || t.Head >= i {
			continue
		}
		p := t.Head
		if !in(m.s.Tokens[p].Relation.Base(), "nsubj", "obj", "compound") {
			continue
		}
		end := -1
		for k := i + 1; k < len(m.s.Tokens) && in(nlp.Relation(m.s.Tokens[k].UPOS), "ADJ", "NOUN", "PROPN", "NUM"); k++ {
			if m.s.Tokens[k].UPOS != "ADJ" && m.s.Tokens[k].UPOS != "NUM" {
				end = k
			}
			if m.s.Tokens[k].UPOS == "NOUN" && m.s.Tokens[k].Relation.Base() != "compound" {
				break
			}
		}
		if end >= 0 && end != m.s.Tokens[p].Head && m.s.Tokens[end].Head != p {
			m.set(p, end, "nmod:poss")
		}
	}
}

// coordination: a noun behind "and" goes with the noun before it rather than
// with a name further off ("supported by X, said Y, a lawmaker and commander").
func (m *mender) coordination() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || m.s.Tokens[t.Head].UPOS != "PROPN" {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			c := &m.s.Tokens[k]
			if c.Relation == "cc" && c.Head == i && k-1 > t.Head && m.s.Tokens[k-1].UPOS == "NOUN" && m.s.Tokens[k-1].Relation.Base() == "appos" {
				m.set(i, k-1, "conj")
				break
			}
		}
	}
}

// beforeRelative: what stands before a relative pronoun is no part of the
// relative clause but of the noun that the clause modifies.
func (m *mender) beforeRelative() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if !in(t.Relation.Base(), "obl", "obj") || t.Head < 0 || i > t.Head {
			continue
		}
		v := &m.s.Tokens[t.Head]
		if v.Relation != "acl:relcl" || v.Head < 0 || v.Head >= i {
			continue
		}
		for k := i + 1; k < t.Head; k++ {
			r := &m.s.Tokens[k]
			if r.Head == t.Head && relativePronouns[strings.ToLower(r.Form)] && (r.XPOS == "WDT" || r.XPOS == "WP") {
				m.set(i, v.Head, "nmod")
				break
			}
		}
	}
}

// listedPlaces: "Kerman, Iran" without a conjunction is no coordination.
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

// aliasChain returns the named chain that goes by exactly this form.
func (d *document) aliasChain(form string) nlp.ChainID {
	for i := range d.a.Chains {
		for _, n := range d.a.Chains[i].Names {
			if n == form {
				return nlp.ChainID(i)
			}
		}
		for _, m := range d.a.Chains[i].Mentions {
			if m.Kind == nlp.NameMention && m.Text == form {
				return nlp.ChainID(i)
			}
		}
	}
	return nlp.NoChain
}

// relativeObjects: of two subjects of a relative clause, the pronoun that
// stands first is the object ("a policy which X and Y have criticised").
func (m *mender) relativeObjects() {
	for v := range m.s.Tokens {
		if m.s.Tokens[v].Relation != "acl:relcl" {
			continue
		}
		pronoun := -1
		for i := range v {
			t := &m.s.Tokens[i]
			if t.Head != v || t.Relation.Base() != "nsubj" {
				continue
			}
			if pronoun < 0 && (t.XPOS == "WDT" || t.XPOS == "WP") {
				pronoun = i
			} else if pronoun >= 0 {
				m.set(pronoun, v, "obj")
				break
			}
		}
	}
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

// tells reports whether a noun says what kind of thing a name of the type is.
func tells(lemma string, t nlp.EntityType) bool {
	types := gazetteer.NounTypes(lemma)
	if t == nlp.Person {
		return gazetteer.IsTitle(lemma) || len(types) > 0 && types[0] == nlp.Person
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

// quotedSubjects: the subject behind a verb of saying and a quotation mark is
// that of the quoted clause: saying, "X and Y did it".
func (m *mender) quotedSubjects() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "nsubj" || t.Head < 0 || t.Head >= i || i == 0 || !openingQuote[m.s.Tokens[i-1].Form] {
			continue
		}
		if !verbAttitudes[strings.ToLower(m.s.Tokens[t.Head].Lemma)][speech] {
			continue
		}
		for k := i + 1; k < len(m.s.Tokens); k++ {
			if c := &m.s.Tokens[k]; c.Head == t.Head && c.Relation.Base() == "ccomp" && !m.hasSubject(k) {
				m.set(i, k, "nsubj")
				break
			}
		}
	}
}

var openingQuote = map[string]bool{"\"": true, "“": true, "'": true, "‘": true, "«": true, "„": true}

func (m *mender) hasSubject(v int) bool {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == v && in(m.s.Tokens[i].Relation.Base(), "nsubj", "csubj") {
			return true
		}
	}
	return false
}

// titlesBeforeNames: in "chief of the Y Council X" and "president of Y, X," the
// person's name belongs to the title, not to the body before it.
func (m *mender) titlesBeforeNames() {
	for n := 0; n+1 < len(m.s.Names); n++ {
		a, b := m.s.Names[n], m.s.Names[n+1]
		if b.Type != nlp.Person || a.Type == nlp.Person || b.Tokens.First > a.Tokens.End+1 {
			continue
		}
		comma := b.Tokens.First == a.Tokens.End+1
		if comma && m.s.Tokens[a.Tokens.End].Form != "," {
			continue
		}
		i, j := m.nameHead(a.Tokens), m.nameHead(b.Tokens)
		if i < 0 || j < 0 || comma && m.s.Tokens[j].Head != i {
			continue
		}
		title := m.titleOver(i)
		if title < 0 || m.below(title, j) || m.s.Tokens[j].Head == title {
			continue
		}
		m.set(j, title, "appos")
	}
}

// titleOver climbs from a body's name through prepositional phrases to the
// title noun before it, or returns -1.
func (m *mender) titleOver(i int) int {
	for n := 0; n < maxControl; n++ {
		t := &m.s.Tokens[i]
		if t.Head < 0 || t.Head > i || !in(t.Relation.Base(), "nmod", "appos", "flat") {
			return -1
		}
		i = t.Head
		if h := &m.s.Tokens[i]; h.UPOS == "NOUN" && tells(h.Lemma, nlp.Person) {
			return i
		}
	}
	return -1
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

// strayRelatives: "whom" that hangs on the main verb is the object of the
// relative clause it begins.
func (m *mender) strayRelatives() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "obj" || t.Head <= i || t.XPOS != "WP" && t.XPOS != "WDT" {
			continue
		}
		for r := i + 1; r < t.Head; r++ {
			c := &m.s.Tokens[r]
			if c.Relation == "acl:relcl" && c.Head >= 0 && c.Head < i && m.hasSubject(r) {
				m.set(i, r, "obj")
				break
			}
		}
	}
}

// subjectOf makes token i the subject of verb v, which then is active: what
// was taken for the subject of its passive is the object.
func (m *mender) subjectOf(i, v int) {
	m.set(i, v, "nsubj")
	for k := v + 1; k < len(m.s.Tokens); k++ {
		if t := &m.s.Tokens[k]; t.Head == v && t.Relation == "nsubj:pass" {
			m.set(k, v, "obj")
		}
	}
}
