package quadstore

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// Check returns an error when Cayley could not store q, or when it could not
// be written as N-Quads afterwards. Every quad is checked before a batch is
// written: a batch that fails half-way leaves ids in Cayley's cache that are
// then given to other values, and later batches are stored wrong.
func Check(q quad.Quad) error {
	_, err := statementOf(q)
	return err
}

// statementOf returns the statement that a quad is, or what [Check] says.
func statementOf(q quad.Quad) (s statement, err error) {
	for _, part := range []struct {
		place string
		value quad.Value
		term  *term
	}{{"subject", q.Subject, &s.subject}, {"predicate", q.Predicate, &s.predicate}, {"object", q.Object, &s.object}, {"label", q.Label, &s.label}} {
		var stored bool
		if *part.term, stored = termOf(part.value); !stored {
			return s, fmt.Errorf("quad %v: the %s is of a type that is not stored, %T", q, part.place, part.value)
		}
	}
	return s, s.check()
}

// check returns an error when a term cannot stand in a place of a quad.
func (t *term) check(place string) error {
	switch t.kind {
	case noTerm:
		return fmt.Errorf("the %s is missing", place)
	case iriTerm:
		switch {
		case t.text == "":
			return fmt.Errorf("the %s is empty", place)
		case plainIRI(t.text):
		case !utf8.ValidString(t.text):
			return fmt.Errorf("the %s is not valid UTF-8", place)
		case strings.ContainsFunc(t.text, unsafeInIRI):
			return fmt.Errorf("the %s has a character that no IRI may have", place)
		}
	case textTerm:
		switch {
		case t.text == "":
			return fmt.Errorf("the %s is empty", place)
		case !utf8.ValidString(t.text):
			return fmt.Errorf("the %s is not valid UTF-8", place)
		}
	}
	return nil
}
