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
	if err := checkNode("subject", q.Subject); err != nil {
		return fmt.Errorf("quad %v: %w", q, err)
	}
	if _, ok := q.Predicate.(quad.IRI); !ok {
		return fmt.Errorf("quad %v: the predicate is no IRI", q)
	}
	if err := checkNode("predicate", q.Predicate); err != nil {
		return fmt.Errorf("quad %v: %w", q, err)
	}
	if err := checkNode("object", q.Object); err != nil {
		return fmt.Errorf("quad %v: %w", q, err)
	}
	if q.Label == nil {
		return nil
	}
	if err := checkNode("label", q.Label); err != nil {
		return fmt.Errorf("quad %v: %w", q, err)
	}
	return nil
}

func checkNode(place string, v quad.Value) error {
	switch v := v.(type) {
	case nil:
		return fmt.Errorf("the %s is missing", place)
	case quad.IRI:
		switch {
		case v == "":
			return fmt.Errorf("the %s is empty", place)
		case plainIRI(string(v)):
		case !utf8.ValidString(string(v)):
			return fmt.Errorf("the %s is not valid UTF-8", place)
		case strings.ContainsFunc(string(v), unsafeInIRI):
			return fmt.Errorf("the %s has a character that no IRI may have", place)
		}
	case quad.String:
		switch {
		case v == "":
			return fmt.Errorf("the %s is empty", place)
		case !utf8.ValidString(string(v)):
			return fmt.Errorf("the %s is not valid UTF-8", place)
		}
	case quad.Int, quad.Float, quad.Bool:
	default:
		return fmt.Errorf("the %s is of a type that is not stored, %T", place, v)
	}
	return nil
}
