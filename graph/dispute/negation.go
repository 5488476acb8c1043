package dispute

import (
	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
)

// negations finds what is both stated and negated of the same two entities,
// apart from who carried out what.
func (f *finder) negations(known graph.Predicates) ([]Contradiction, error) {
	negative, err := f.with(quadstore.Polarity, quad.String(nlp.Negative))
	if err != nil {
		return nil, err
	}
	groups := make(map[graph.Statement]*sides)
	subjects := make(map[graph.EntityID]bool) // either end of a symmetric predicate
	for _, c := range negative {
		if c.Subject.Entity == "" || c.Object.Entity == "" || !c.Asserted() || responsible[c.Predicate] {
			continue
		}
		s := apart(c, known)
		if groups[s] == nil {
			groups[s] = &sides{}
		}
		groups[s].against = append(groups[s].against, c)
		subjects[c.Subject.Entity] = true
		if known[c.Predicate].Symmetric {
			subjects[c.Object.Entity] = true
		}
	}
	for id := range subjects {
		if err := f.state(id, groups, known); err != nil {
			return nil, err
		}
	}
	var out []Contradiction
	for s, g := range groups {
		var pro, contra []*graph.Claim
		for _, c := range g.stated {
			for _, n := range g.against {
				if oneTime(c, n) {
					pro, contra = append(pro, c), append(contra, n)
				}
			}
		}
		if len(pro) == 0 {
			continue
		}
		if pro, err = f.sort(pro); err != nil {
			return nil, err
		}
		if contra, err = f.sort(contra); err != nil {
			return nil, err
		}
		out = append(out, Contradiction{
			Kind: Negation, About: graph.EntityID(s.Subject), Predicate: s.Predicate, Object: graph.EntityID(s.Object),
			Sides: []Side{{Polarity: nlp.Positive, Claims: pro}, {Polarity: nlp.Negative, Claims: contra}},
		})
	}
	return out, nil
}

// sides are the claims that negate something, and those that state it.
type sides struct{ against, stated []*graph.Claim }

// apart is what a claim says, apart from whether it says so or not.
func apart(c *graph.Claim, known graph.Predicates) graph.Statement {
	s := c.Statement(known)
	s.Polarity, s.Modality = "", ""
	return s
}

// state adds the claims of a subject that state what is negated.
func (f *finder) state(subject graph.EntityID, groups map[graph.Statement]*sides, known graph.Predicates) error {
	for c, err := range f.g.ClaimsFrom(subject) {
		if err != nil {
			return err
		}
		if c.Polarity != nlp.Positive || !c.Asserted() {
			continue
		}
		g := groups[apart(c, known)]
		if g == nil {
			continue
		}
		if g.stated, err = f.keep(g.stated, c); err != nil {
			return err
		}
	}
	return nil
}

// oneTime reports whether two claims may be about the same time. Only what the
// documents themselves date can be about different times.
func oneTime(a, b *graph.Claim) bool {
	return a.Time.IsZero() || b.Time.IsZero() || dating.Overlap(a.Time, b.Time)
}
