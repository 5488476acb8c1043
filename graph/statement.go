package graph

import (
	"strconv"

	"github.com/kgbuild/kgbuild/nlp"
)

// Statement is what a claim says, apart from who says it and where: two claims
// with the same statement say the same of the same, equally surely.
type Statement struct {
	Subject, Object string // as [End.Key] writes them
	Predicate       nlp.Predicate
	Polarity        nlp.Polarity
	Modality        nlp.Modality
}

// Statement returns what the claim says. The ends of a symmetric predicate are
// put in order, so that it does not matter which of them the document names
// first.
func (c *Claim) Statement(p Predicates) Statement {
	s := Statement{c.Subject.Key(), c.Object.Key(), c.Predicate, c.Polarity, c.Modality}
	if p[c.Predicate].Symmetric && s.Object < s.Subject {
		s.Subject, s.Object = s.Object, s.Subject
	}
	return s
}

// Key returns a text that is the same for equal ends and for no others: an
// entity's id, or a quantity or a text with a mark before it that no id has.
func (e End) Key() string {
	switch {
	case e.Entity != "":
		return string(e.Entity)
	case e.Quantity != nil:
		return "#" + strconv.FormatFloat(e.Quantity.Value, 'g', -1, 64) + " " + string(e.Quantity.Qualifier)
	}
	return `"` + e.Text
}

// Entities returns the ends of the claim that are entities, the subject first.
// What is both is returned once.
func (c *Claim) Entities() []EntityID {
	var out []EntityID
	if c.Subject.Entity != "" {
		out = append(out, c.Subject.Entity)
	}
	if c.Object.Entity != "" && c.Object.Entity != c.Subject.Entity {
		out = append(out, c.Object.Entity)
	}
	return out
}
