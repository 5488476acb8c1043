package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// identified joins the name of a person with the one who is told to bear it: "the
// gunman, named by police as X", "the victim was identified as X", "police named the
// man as X".
func (r *resolver) identified(i int) {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	if c.Name == "" || c.Type() != nlp.Person || len(c.Coordinates) > 1 || !tree.Matches(t.Token(c.Head).Relation, "obl", "nmod", "xcomp", "obj") {
		return
	}
	v := t.Head(c.Head)
	if tree.Matches(t.Token(c.Head).Relation, "nmod") && v >= 0 {
		v = t.Head(v) // "identified the man as X", with X taken to be of the man
	}
	if v < 0 || !identifying[tree.VerbLemma(t.Token(v))] || t.Child(c.Head, "nsubj", "cop") >= 0 {
		return
	}
	as := t.Case(c.Head) == "as"
	participle := tree.Matches(t.Token(v).Relation, "acl") && t.Token(v).XPOS == "VBN"
	if !as && (!participle || tree.VerbLemma(t.Token(v)) != "name") {
		return // "a man named X" is X, "the minister named X" is not
	}
	for _, k := range t.Children(v, "advmod", "aux") {
		switch tree.Lemma(t.Token(k)) {
		case "not", "never", "wrongly", "mistakenly", "erroneously", "falsely", "initially", "may", "might", "could":
			return
		}
	}
	who := t.Child(v, "nsubj:pass")
	switch {
	case participle:
		who = t.Head(v)
	case who < 0:
		who = t.Child(v, "obj")
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: who}]
	if !ok || who < 0 {
		return
	}
	if d := &r.c[j]; d.Kind == nlp.NominalMention && d.Name == "" && d.Type() == nlp.Person && d.Number != mention.Plural && len(d.Coordinates) <= 1 {
		r.join(max(i, j), min(i, j), IdentifiedReason)
	}
}

// identifying are verbs that tell whose name somebody bears.
var identifying = words("identify name")
