package quadstore

import (
	"fmt"
	"math"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"google.golang.org/protobuf/encoding/protowire"
)

// term is a value of a quad without the interface around it, which would be
// allocated for each of the millions that a graph is written as.
type term struct {
	kind termKind
	text string // of an IRI or a text
	bits uint64 // of a number or truth value
}

type termKind uint8

const (
	noTerm termKind = iota
	iriTerm
	textTerm
	intTerm
	floatTerm
	boolTerm
)

func iri(i quad.IRI) term   { return term{kind: iriTerm, text: string(i)} }
func text(s string) term    { return term{kind: textTerm, text: s} }
func integer(n int64) term  { return term{kind: intTerm, bits: uint64(n)} }
func float(f float64) term  { return term{kind: floatTerm, bits: math.Float64bits(f)} }
func (t term) empty() bool  { return t.kind == noTerm || t.kind == textTerm && t.text == "" }
func (t term) own() term    { t.text = strings.Clone(t.text); return t }
func (t term) escape() bool { return strings.ContainsAny(t.text, "\\\"\n\r\t") }

// number returns a whole number as an integer, because that is how Gizmo reads
// the 84 of a query.
func number(f float64) term {
	if f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return integer(int64(f))
	}
	return float(f)
}

// termOf returns the term of a value; ok is false for one of a kind that is not
// stored.
func termOf(v quad.Value) (t term, ok bool) {
	switch v := v.(type) {
	case nil:
		return term{}, true
	case quad.IRI:
		return iri(v), true
	case quad.String:
		return text(string(v)), true
	case quad.Int:
		return integer(int64(v)), true
	case quad.Float:
		return float(float64(v)), true
	case quad.Bool:
		t = term{kind: boolTerm}
		if v {
			t.bits = 1
		}
		return t, true
	}
	return term{}, false
}

// value returns the value that a term is, nil for none.
func (t term) value() quad.Value {
	switch t.kind {
	case iriTerm:
		return quad.IRI(t.text)
	case textTerm:
		return quad.String(t.text)
	case intTerm:
		return quad.Int(t.bits)
	case floatTerm:
		return quad.Float(math.Float64frombits(t.bits))
	case boolTerm:
		return quad.Bool(t.bits != 0)
	}
	return nil
}

// appendString appends what Cayley hashes, the value as N-Quads write it.
func (t term) appendString(b []byte) []byte {
	switch {
	case t.kind == iriTerm:
		return append(append(append(b, '<'), t.text...), '>')
	case t.kind == textTerm && !t.escape():
		return append(append(append(b, '"'), t.text...), '"')
	}
	return append(b, t.value().String()...)
}

// Fields of Cayley's message Value.
const (
	valueString = 2
	valueIRI    = 3
)

// appendValue appends the term as Cayley stores it.
func (t term) appendValue(b []byte) ([]byte, error) {
	switch t.kind {
	case iriTerm:
		return protowire.AppendString(protowire.AppendTag(b, valueIRI, protowire.BytesType), t.text), nil
	case textTerm:
		return protowire.AppendString(protowire.AppendTag(b, valueString, protowire.BytesType), t.text), nil
	}
	content, err := pquads.MarshalValue(t.value())
	return append(b, content...), err
}

// statement is a quad of terms; the label may be none.
type statement struct{ subject, predicate, object, label term }

func (s *statement) quad() quad.Quad {
	return quad.Quad{Subject: s.subject.value(), Predicate: s.predicate.value(), Object: s.object.value(), Label: s.label.value()}
}

// check is [Check] for a statement.
func (s *statement) check() error {
	err := func() error {
		if s.predicate.kind != iriTerm {
			return fmt.Errorf("the predicate is no IRI")
		}
		for _, part := range []struct {
			place string
			term  *term
		}{{"subject", &s.subject}, {"predicate", &s.predicate}, {"object", &s.object}} {
			if err := part.term.check(part.place); err != nil {
				return err
			}
		}
		if s.label.kind == noTerm {
			return nil
		}
		return s.label.check("label")
	}()
	if err != nil {
		return fmt.Errorf("quad %v: %w", s.quad(), err)
	}
	return nil
}
