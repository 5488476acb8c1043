package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// antecedent is something that a pronoun may stand for: a cluster, or the
// members of a coordination together.
type antecedent struct {
	cluster  int
	near     int   // its last mention before the pronoun; the first behind it when there is none before
	group    []int // the members of the coordination that begins at near, else nil
	features linear.Features
}

// antecedents lists what pronoun i may stand for by agreement and grammar: what
// is mentioned before it, the nearest first, then names behind it to which its
// clause leads, then coordinations.
func (r *resolver) antecedents(i int) []antecedent {
	c := &r.c[i]
	var out []antecedent
	speaker := r.speakerOf(c)
	seen := make(map[int]bool)
	consider := func(j int) {
		k := r.cluster[j]
		if seen[k] || k == r.cluster[i] || r.c[j].Kind == nlp.VerbMention || r.c[j].Kind == nlp.PronounMention && r.c[j].Relative >= 0 {
			return
		}
		seen[k] = true
		if k != speaker && r.agrees(i, k) && !r.bound(i, k) {
			out = append(out, antecedent{cluster: k, near: j})
		}
	}
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= pronounsBack; j-- {
		consider(j)
	}
	for j := i + 1; j < len(r.c) && r.c[j].Sentence == c.Sentence; j++ {
		if r.c[j].Kind == nlp.NameMention && r.leadsTo(i, j) {
			consider(j)
		}
	}
	if c.Number == mention.Plural {
		for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= groupsBack; j-- {
			if g := r.severalAt(i, j); g != nil {
				out = append(out, antecedent{cluster: r.cluster[j], near: j, group: g})
			}
		}
	}
	return out
}

// leadsTo reports whether pronoun i stands in a clause or phrase before the
// predicate of which j is the subject: "In his speech, the mayor said".
func (r *resolver) leadsTo(i, j int) bool {
	c, d := &r.c[i], &r.c[j]
	t := r.trees[c.Sentence]
	if roleOf(t, d.Head) != subjectRole {
		return false
	}
	main := t.Head(d.Head)
	return main > c.Head && main != t.Head(c.Head) && t.Dominates(main, c.Head)
}

// take joins pronoun i to an antecedent.
func (r *resolver) take(i int, o *antecedent) {
	switch {
	case o.group != nil:
		if j := r.sameGroup(i, o.group); j >= 0 {
			r.join(i, j, PronounReason)
			return
		}
		r.groups[r.cluster[i]] = o.group
	case o.near > i:
		r.join(i, o.near, CataphoraReason)
	default:
		r.join(i, o.near, PronounReason)
	}
}
