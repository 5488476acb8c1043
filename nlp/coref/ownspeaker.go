package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// spokenFor returns the antecedent of a possessive of whoever speaks behind the
// clause that is said: in "A will not buy B, its spokesman said" the subject of that
// clause is whose spokesman speaks, though others are named nearer. It is nil when
// the subject is nobody who could have one.
func (r *resolver) spokenFor(i int, options []antecedent) *antecedent {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	who := t.Head(c.Head)
	if who < 0 || !tree.Matches(t.Token(c.Head).Relation, "nmod:poss") || gazetteer.NounType(tree.Lemma(t.Token(who))) != nlp.Person {
		return nil
	}
	for tree.Matches(t.Token(who).Relation, "nmod:desc", "compound", "appos") && t.Head(who) >= 0 {
		who = t.Head(who) // "its spokesman Jan Berg"
	}
	verb := t.Head(who)
	if verb < 0 || t.Token(who).Relation != "nsubj" || !speech[tree.Lemma(t.Token(verb))] {
		return nil
	}
	told := t.Child(verb, "ccomp")
	if told < 0 {
		return nil
	}
	subject := t.Child(told, "nsubj", "nsubj:pass")
	if told > verb || subject < 0 || subject > c.Head {
		return nil
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: subject}]
	if !ok {
		return nil
	}
	for n := range options {
		o := &options[n]
		if o.cluster != r.cluster[j] || o.group != nil {
			continue
		}
		switch r.facts(o.cluster).kind {
		case nlp.Organization, nlp.Person, nlp.Country, nlp.Group:
			return o
		}
	}
	return nil
}
