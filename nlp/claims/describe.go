package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// noEnd are words that never say who or what an end is.
var noEnd = words(`it this that these those there he she they we i you who what which something someone anything anyone nothing
	nobody everything everyone one another other others such same way thing lot bit kind sort time year day week month hour
	minute moment today yesterday tomorrow percent per-cent dollar euro pound cent`)

// describe makes a chain for a description that has none. A clause that
// stands as an object (what somebody demands) becomes a concept named by its words.
func (d *document) describe(t *tree, k int, types codebook.Types) nlp.ChainID {
	tok := t.tok(k)
	if c := d.impliedPlace(t, k, types); c != nlp.NoChain {
		return c
	}
	if t.peopleBefore(k) && types.Allows(nlp.Group) {
		return coref.ImpliedPeople(d.a, t.s, t.ref(k))
	}
	if c := d.someOfThose(t, k, types); c != nlp.NoChain {
		return c
	}
	switch tok.UPOS {
	case "NOUN", "PROPN":
	case "VERB", "ADJ":
		return d.clauseConcept(t, k, types)
	case "NUM":
		of := t.child(k, "nmod")
		if of < 0 {
			return d.countedAgain(t, k, types)
		}
		if t.someOfThem(k) && types.Allows(nlp.Group) {
			m := d.mention(t, t.phraseRange(k), k, nlp.NominalMention)
			return d.a.AddChain(nlp.Chain{Type: nlp.Group, Name: m.Text, Descriptions: []string{m.Text}, Mentions: []nlp.Mention{m}})
		}
	default:
		return nlp.NoChain
	}
	if d.partOfName(t, k) || noEnd[t.lemma(k)] || isTime(d.a, t, k) || t.base(k) == "flat" || titleAdjective[t.lemma(k)] {
		return nlp.NoChain
	}
	typ, ok := d.describedType(t, k, types)
	if !ok {
		return nlp.NoChain
	}
	if c := d.knownBody(t, k, typ); c != nlp.NoChain {
		return c
	}
	r := t.phraseRange(k)
	m := d.mention(t, r, k, nlp.NominalMention)
	ch := nlp.Chain{Type: typ, Name: t.bareName(d.a, r, k), Mentions: []nlp.Mention{m}}
	if tok.UPOS == "PROPN" {
		ch.Mentions[0].Kind = nlp.NameMention
		ch.Names = []string{ch.Name}
	} else {
		ch.Descriptions = []string{ch.Name}
		ch.Generic = tok.Features.Get("Number") == "Plur" && r.Len() == 1
	}
	if typ == nlp.Event {
		kind, known := gazetteer.EventType(t.lemma(k), t.modifierForms(k)...)
		if !known {
			kind = t.lemma(k)
		}
		ch.Event = &nlp.EventFacts{Type: kind, PartOf: nlp.NoChain}
	}
	return d.a.AddChain(ch)
}

// peopleBefore reports whether a word is the adjective of a people or faith that
// is joined to a participle: "Kurdish-held".
func (t *tree) peopleBefore(k int) bool {
	if k+2 >= len(t.s.Tokens) || !t.joined(k, k+2) || t.tok(k+2).XPOS != "VBN" {
		return false
	}
	_, country := t.countryWord(k)
	_, people := gazetteer.PeopleName(t.tok(k).Form)
	return people && !country
}

// knownBody returns the organisation or building told of before that a bare
// noun in a compound stands for: the "navy" of "a navy spokesman" is the
// Indian Navy.
func (d *document) knownBody(t *tree, k int, typ nlp.EntityType) nlp.ChainID {
	if typ != nlp.Organization && typ != nlp.Facility || !t.is(k, "NOUN") || t.base(k) != "compound" || t.child(k, "compound", "amod") >= 0 {
		return nlp.NoChain
	}
	best, at := nlp.NoChain, nlp.TokenRef{Sentence: -1}
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Organization && ch.Type != nlp.Facility || len(ch.Members) > 0 {
			continue
		}
		for _, m := range ch.Mentions {
			if m.Kind == nlp.PronounMention || m.Sentence > t.index || m.Sentence == t.index && m.Head >= k || m.Sentence < at.Sentence {
				continue
			}
			words := strings.Fields(strings.ToLower(m.Text))
			if n := len(words); n > 0 && words[n-1] == t.form(k) && !(n > 1 && t.form(k) == "union" && stateUnions[words[n-2]]) {
				best, at = ch.ID, nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
			}
		}
	}
	if best != nlp.NoChain {
		m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NominalMention)
		m.Because = "same noun"
		d.a.AddMention(best, m)
	}
	return best
}

// stateUnions are words in the names of unions of states, of which no small "union"
// before another noun tells: "a union official" is of workers.
var stateUnions = words("european african soviet eurasian")

// partOfName reports whether k is inside a name without heading it.
func (d *document) partOfName(t *tree, k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Tokens.Contains(t.head(k)) {
			return true
		}
	}
	return false
}

// nameNoun returns the last word of the name that holds k, in lower case.
func (t *tree) nameNoun(k int) string {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return t.lemma(n.Tokens.End - 1)
		}
	}
	return t.lemma(t.head(k))
}

// stateBodies are nouns of institutions that are their country's when its name
// stands in theirs ("US State Department").
var stateBodies = words(`department ministry army navy military police government parliament embassy court force
	guard senate congress treasury agency command commission council corps marines board office authority federation association
	administration institute committee assembly tribunal service bureau secretariat prosecution judiciary cabinet foundation`)

// namesOther reports whether k is part of a longer name ("American Airlines").
func (d *document) namesOther(t *tree, k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Tokens.Len() > 1 && n.Type != nlp.Country {
			return true
		}
	}
	return false
}

// describedType is what a noun stands for: a name's type, what the noun lists
// say, preferring what the place admits.
func (d *document) describedType(t *tree, k int, types codebook.Types) (nlp.EntityType, bool) {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return n.Type, types.Allows(n.Type)
		}
	}
	var candidates []nlp.EntityType
	if k > 0 && t.head(k-1) == k {
		candidates = gazetteer.NounTypes(t.form(k-1) + " " + t.lemma(k)) // "coast guard"
	}
	if len(candidates) == 0 {
		candidates = gazetteer.NounTypes(t.lemma(k))
	}
	if len(candidates) == 0 {
		candidates = gazetteer.NounTypes(t.form(k))
	}
	if len(candidates) == 0 {
		candidates = []nlp.EntityType{nlp.Concept}
	}
	for _, c := range candidates {
		if c == nlp.Person && t.tok(k).Features.Get("Number") == "Plur" {
			c = nlp.Group
		}
		if types.Allows(c) {
			return c, true
		}
	}
	return "", false
}

// clauseConcept makes a concept of a clause that stands as an object or, as a
// gerund, as a subject.
func (d *document) clauseConcept(t *tree, k int, types codebook.Types) nlp.ChainID {
	if t.head(k) < 0 || !types.Allows(nlp.Concept) || !in(t.base(k), "xcomp", "ccomp", "csubj", "advcl", "acl") ||
		t.base(k) == "csubj" && (t.tok(k).XPOS != "VBG" || t.ownObject(k) >= 0 && t.is(t.ownObject(k), "PRON")) {
		return nlp.NoChain
	}
	return d.addClauseConcept(t, k)
}

// addClauseConcept makes a concept of what a clause tells, without its subject.
func (d *document) addClauseConcept(t *tree, k int) nlp.ChainID {
	r := t.extent(k, func(c int) bool {
		return t.head(c) == k && in(t.base(c), "mark", "punct", "conj", "cc", "nsubj", "aux", "cop", "advmod")
	})
	m := d.mention(t, r, k, nlp.VerbMention)
	return d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: m.Text, Mentions: []nlp.Mention{m}})
}

// unstatedActor is the one chain of the document for actors it leaves out.
func (d *document) unstatedActor() nlp.ChainID {
	if d.unstated == nlp.NoChain {
		d.unstated = d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: "unstated actor", Unknown: true})
	}
	return d.unstated
}
