package dispute

import (
	"iter"

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
	groups := make(map[graph.Statement][]*graph.Claim)
	for _, c := range negative {
		if c.Subject.Entity != "" && c.Object.Entity != "" && asserted(c) && !responsible[c.Predicate] {
			s := apart(c, known)
			groups[s] = append(groups[s], c)
		}
	}
	var out []Contradiction
	for s, against := range groups {
		positive, err := f.stated(s, known)
		if err != nil {
			return nil, err
		}
		var pro, contra []*graph.Claim
		for _, c := range positive {
			for _, n := range against {
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

// apart is what a claim says, apart from whether it says so or not.
func apart(c *graph.Claim, known graph.Predicates) graph.Statement {
	s := c.Statement(known)
	s.Polarity, s.Modality = "", ""
	return s
}

// stated returns the claims that say what s does.
func (f *finder) stated(s graph.Statement, known graph.Predicates) ([]*graph.Claim, error) {
	from := []iter.Seq2[*graph.Claim, error]{f.g.ClaimsFrom(graph.EntityID(s.Subject))}
	if known[s.Predicate].Symmetric {
		from = append(from, f.g.ClaimsTo(graph.EntityID(s.Subject)))
	}
	var out []*graph.Claim
	for _, claims := range from {
		for c, err := range claims {
			if err != nil {
				return nil, err
			}
			if c.Polarity != nlp.Positive || !asserted(c) || apart(c, known) != s {
				continue
			}
			if out, err = f.keep(out, c); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// oneTime reports whether two claims may be about the same time. Only what the
// documents themselves date can be about different times.
func oneTime(a, b *graph.Claim) bool {
	return a.Time.IsZero() || b.Time.IsZero() || dating.Overlap(a.Time, b.Time)
}
