package export

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// fold makes one edge of all claims that make the same statement. It reads the
// claims of one entity at a time, so that no more than those are in memory: an
// edge is written at its subject or, when its predicate is symmetric, at the
// end whose id comes first.
func (b *networkBuilder) fold() {
	symmetric := false
	for _, info := range b.options.Predicates {
		symmetric = symmetric || info.Symmetric
	}
	each(b.writer, b.Graph.Entities(), func(e *graph.Entity) {
		statements := make(map[graph.Statement][]*graph.Claim)
		for c, err := range b.ClaimsFrom(e.ID) {
			if err != nil {
				b.writer.fail(err)
				return
			}
			if !b.symmetric(c) || c.Object.Entity >= e.ID {
				b.collect(statements, c)
			}
		}
		if symmetric {
			for c, err := range b.ClaimsTo(e.ID) {
				if err != nil {
					b.writer.fail(err)
					return
				}
				if b.symmetric(c) && c.Subject.Entity > e.ID {
					b.collect(statements, c)
				}
			}
		}
		b.statements(statements)
	})
	// What is said of numbers and texts hangs from no entity.
	b.eachClaim(b.writer, func(c *graph.Claim) {
		if c.Subject.Entity == "" {
			b.claims(string(c.ID), []*graph.Claim{c})
		}
	})
}

func (b *networkBuilder) collect(statements map[graph.Statement][]*graph.Claim, c *graph.Claim) {
	if err := b.check(c); err != nil {
		b.writer.fail(err)
		return
	}
	s := c.Statement(b.options.Predicates)
	statements[s] = append(statements[s], c)
}

// symmetric reports whether a claim holds both ways between entities.
func (b *networkBuilder) symmetric(c *graph.Claim) bool {
	return b.options.Predicates[c.Predicate].Symmetric && c.Subject.Entity != "" && c.Object.Entity != ""
}

// statements writes the edges of one entity.
func (b *networkBuilder) statements(statements map[graph.Statement][]*graph.Claim) {
	order := make([]graph.Statement, 0, len(statements))
	for s := range statements {
		order = append(order, s)
	}
	slices.SortFunc(order, func(x, y graph.Statement) int {
		return cmp.Or(cmp.Compare(x.Subject, y.Subject), cmp.Compare(x.Predicate, y.Predicate), cmp.Compare(x.Object, y.Object),
			cmp.Compare(x.Polarity, y.Polarity), cmp.Compare(x.Modality, y.Modality))
	})
	for _, s := range order {
		claims := statements[s]
		slices.SortFunc(claims, func(x, y *graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
		b.claims("statement/"+graph.HashID(s.Subject, string(s.Predicate), s.Object, string(s.Polarity), string(s.Modality)), claims)
	}
}
