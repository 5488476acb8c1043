package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// agrees reports whether cluster k fits pronoun i in number, gender, person
// and type.
func (r *resolver) agrees(i, k int) bool {
	c := &r.c[i]
	f := r.facts(k)
	if r.speaks(i) {
		switch f.kind {
		case nlp.Event, nlp.Concept, nlp.Product, nlp.Facility, nlp.Place:
			return false
		}
	}
	if f.bare && len(f.types) == 0 {
		return false // "this" and "what" are nobody
	}
	// A thing told of in the plural and then in the singular goes by the last.
	if last := &r.c[r.lastBefore(k, i)]; f.kind == nlp.Event && last.Kind != nlp.PronounMention {
		f.number = last.Number
	}
	if f.person < 3 && f.bare || len(r.groups[k]) > 0 && c.Number == mention.Singular {
		return false
	}
	if c.Number == mention.Plural && f.number == mention.Singular && f.kind != nlp.Organization && f.kind != nlp.Group {
		return false
	}
	if c.Number == mention.Singular && f.number == mention.Plural {
		return false
	}
	if c.Number == mention.Plural && len(f.types) == 1 && f.types[0] == nlp.Person && f.number != mention.Plural {
		return false
	}
	if c.Number == mention.Plural && (f.kind == nlp.Country || f.kind == nlp.City || f.kind == nlp.Place) && f.named {
		return false
	}
	if !compatible(c.Types, f.types) {
		return false
	}
	if r.someOf(c) && f.number != mention.Plural && len(r.groups[k]) == 0 {
		return false
	}
	if c.Gender != gazetteer.UnknownGender {
		if f.gender != gazetteer.UnknownGender && f.gender != c.Gender {
			return false
		}
		if f.kind != nlp.Person && f.kind != "" && !f.named {
			return false
		}
	}
	// "it" for a person is wrong even when the type list would allow it.
	if (c.Noun == "it" || c.Noun == "its" || c.Noun == "itself") && (f.kind == nlp.Person || f.gender != gazetteer.UnknownGender) {
		return false
	}
	return true
}

// someOf reports whether a pronoun is what a number or quantity is of: "two of
// them" are some of several.
func (r *resolver) someOf(c *candidate) bool {
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	return h >= 0 && c.Number == mention.Plural && t.Case(c.Head) == "of" && tree.Matches(t.Token(c.Head).Relation, "nmod") &&
		(t.Token(h).UPOS == "NUM" || t.Token(h).UPOS == "DET" || tree.Lemma(t.Token(h)) == "many" || tree.Lemma(t.Token(h)) == "most")
}

// speaks reports whether a candidate is the subject of a verb of speech or
// thought, and so somebody.
func (r *resolver) speaks(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	return h >= 0 && t.Token(c.Head).Relation == "nsubj" && speech[tree.Lemma(t.Token(h))] && tree.Lemma(t.Token(h)) != "suggest" && tree.Lemma(t.Token(h)) != "report"
}

// utters reports whether candidate i does something by words without quoting any:
// "he thanked the prosecutors".
func (r *resolver) utters(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	return h >= 0 && t.Token(c.Head).Relation == "nsubj" && uttering[tree.Lemma(t.Token(h))]
}

var uttering = words(`thank praise urge criticize criticise condemn accuse blame warn deny demand call welcome reject dismiss ask promise
	pledge vow appeal defend describe congratulate denounce apologize apologise refuse`)

// bound reports whether grammar forbids pronoun i to stand for cluster k: a
// pronoun that is not reflexive is neither a fellow argument of its predicate
// nor part of, or above, the phrase it would stand for (principle B and the
// i-within-i filter).
func (r *resolver) bound(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for _, m := range r.members[k] {
		d := &r.c[m]
		if d.Sentence != c.Sentence {
			continue
		}
		if r.speaks(i) && !c.Quoted && d.Quoted && d.Person == 3 && d.Kind == nlp.NameMention {
			return true // "Clive is honest," he added: he is not Clive
		}
		if (d.Kind == nlp.NameMention || d.Kind == nlp.NominalMention && roleOf(t, d.Head) == subjectRole) && !r.speaks(m) && r.reportsBeside(i) && r.inReported(t, d.Head, c.Head) {
			return true // Clive will meet the union, he said: he is not Clive
		}
		if t.Dominates(d.Head, c.Head) && !r.conjoined(d, c) && !r.inClauseBelow(t, d.Head, c.Head) {
			return true
		}
		if d.Relative >= 0 {
			continue
		}
		// "her aunt Ann": she is not her own aunt, whatever the tree says.
		if tree.Matches(t.Token(c.Head).Relation, "nmod:poss") && d.Tokens.First > c.Head && d.Tokens.First <= c.Head+2 && d.Kind == nlp.NameMention {
			return true
		}
		if !tree.Matches(t.Token(c.Head).Relation, "nmod:poss") && r.coargument(t, c.Head, d.Head) {
			return true
		}
	}
	return false
}

// inReported reports whether a word stands in the clause before the verb of
// saying that has i as its subject (principle C holds for what is reported).
func (r *resolver) inReported(t *tree.Tree, word, i int) bool {
	verb := t.Head(i)
	if told := t.Child(verb, "ccomp"); told >= 0 {
		return told < verb && t.Dominates(told, word)
	}
	return tree.Matches(t.Token(verb).Relation, "parataxis") && t.Head(verb) < verb && !t.Dominates(verb, word) && t.Child(verb, "obj", "xcomp") < 0
}

// inClauseBelow reports whether i hangs from the phrase of h through a clause
// of its own: in "the man who lost his hat" the man may be "his".
func (r *resolver) inClauseBelow(t *tree.Tree, h, i int) bool {
	for n := i; n >= 0 && n != h; n = t.Head(n) {
		if tree.Matches(t.Token(n).Relation, "acl", "acl:relcl", "appos", "parataxis", "advcl", "ccomp") {
			return true
		}
	}
	return false
}

// coargument reports whether two tokens are arguments of one predicate, the
// members of a coordination or phrases inside a prepositional phrase included.
func (r *resolver) coargument(t *tree.Tree, i, j int) bool {
	up := func(n int) int {
		for tree.Matches(t.Token(n).Relation, "conj", "appos", "flat", "compound") {
			h := t.Head(n)
			if h < 0 {
				break
			}
			n = h
		}
		return n
	}
	a, b := up(i), up(j)
	if a == b { // "Ann and her": members of one coordination
		return i != j
	}
	ha, hb := t.Head(a), t.Head(b)
	if ha >= 0 && ha == hb && t.Token(ha).UPOS != "NOUN" {
		return tree.Matches(t.Token(a).Relation, "nsubj", "obj", "iobj", "obl") && tree.Matches(t.Token(b).Relation, "nsubj", "obj", "iobj", "obl")
	}
	// A participle has the subject of its main clause: "X hit Y, injuring him".
	if ha >= 0 && hb >= 0 && tree.Matches(t.Token(ha).Relation, "advcl") && t.Head(ha) == hb && t.Child(ha, "nsubj") < 0 &&
		tree.Matches(t.Token(b).Relation, "nsubj") && tree.Matches(t.Token(a).Relation, "obj", "iobj", "obl") {
		return true
	}
	// Joined verbs share their subject: "X thanked Y and described him".
	if ha >= 0 && hb >= 0 && tree.Matches(t.Token(ha).Relation, "conj") && t.Head(ha) == hb && t.Child(ha, "nsubj", "nsubj:pass") < 0 &&
		tree.Matches(t.Token(b).Relation, "nsubj") && tree.Matches(t.Token(a).Relation, "obj", "iobj") {
		return true
	}
	// Control: "X wants to see him": the subject of the verb above is the
	// subject of the infinitive.
	if ha >= 0 && hb >= 0 && tree.Matches(t.Token(ha).Relation, "xcomp") && t.Head(ha) == hb && tree.Matches(t.Token(b).Relation, "nsubj") {
		return t.Child(hb, "obj", "iobj") < 0 && tree.Matches(t.Token(a).Relation, "obj", "iobj")
	}
	return false
}
