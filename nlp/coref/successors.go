package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// succeeding are verbs of coming after somebody in an office, engaging those of
// giving one.
var (
	succeeding = words("replace succeed")
	engaging   = words("name appoint nominate choose pick elect hire select promote install sign tap")
)

// successor returns the antecedent of who replaces or succeeds somebody: the one who
// was given the office in the same sentence or the one before, not who gave it. "Cole
// named Ann Berg to lead the bank. She will replace Tom Diaz". It is nil when nobody
// was given one.
func (r *resolver) successor(i int, options []antecedent) *antecedent {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	v := t.Head(c.Head)
	if v < 0 || t.Token(c.Head).Relation != "nsubj" || !succeeding[tree.Lemma(t.Token(v))] {
		return nil
	}
	for s := c.Sentence; s >= max(0, c.Sentence-1); s-- {
		u := r.trees[s]
		for g := range u.Len() {
			if s == c.Sentence && g >= c.Head || u.Token(g).UPOS != "VERB" || !engaging[tree.VerbLemma(u.Token(g))] {
				continue
			}
			whom := u.Child(g, "nsubj:pass")
			if whom < 0 {
				whom = u.Child(g, "obj", "xcomp")
			}
			j, ok := r.at[nlp.TokenRef{Sentence: s, Token: whom}]
			if !ok || whom < 0 {
				continue
			}
			for n := range options {
				if o := &options[n]; o.group == nil && o.cluster == r.cluster[j] && r.facts(o.cluster).kind == nlp.Person {
					return o
				}
			}
		}
	}
	return nil
}
