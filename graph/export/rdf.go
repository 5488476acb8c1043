package export

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Resources are absolute IRIs under urn:kgbuild:, made of the ids with
// everything but letters, digits and "-._~/:" percent-escaped.
const urn = "urn:kgbuild:"

// prefixes of the vocabularies and of resources, in the order in which Turtle
// and JSON-LD declare them.
var prefixes = []struct{ name, iri string }{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"schema", "https://schema.org/"},
	{"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
	{"kgp", urn + "property/"},
	{"kgt", urn + "type/"},
	{"doc", urn + "doc/"},
	{"entity", urn + "entity/"},
	{"event", urn + "event/"},
	{"event-type", urn + "event-type/"},
	{"claim", urn + "claim/"},
	{"evidence", urn + "evidence/"},
	{"predicate", urn + "predicate/"},
}

// name is an IRI of a vocabulary in both ways of writing it.
type name struct{ iri, prefixed string }

// vocabulary returns the name that "prefix:local" stands for.
func vocabulary(prefixed string) name {
	prefix, local, _ := strings.Cut(prefixed, ":")
	for _, p := range prefixes {
		if p.name == prefix {
			return name{p.iri + local, prefixed}
		}
	}
	return name{prefixed, prefixed}
}

// term is the object of a statement: exactly one of a resource, by its id, a
// name of a vocabulary, and a literal with an optional type. The zero term
// stands for nothing known, and makes no statement.
type term struct {
	resource string
	name     name
	literal  string
	datatype name
	given    bool
}

func resource[T ~string](id T) term { return term{resource: string(id), given: id != ""} }

func named(n name) term { return term{name: n, given: true} }

func literal[T ~string](s T) term { return term{literal: string(s), given: s != ""} }

func typed(s string, kind name) term { return term{literal: s, datatype: kind, given: true} }

var (
	xsdInteger    = vocabulary("xsd:integer")
	xsdDecimal    = vocabulary("xsd:decimal")
	xsdBoolean    = vocabulary("xsd:boolean")
	xsdDate       = vocabulary("xsd:date")
	xsdGYearMonth = vocabulary("xsd:gYearMonth")
	xsdGYear      = vocabulary("xsd:gYear")
)

// date writes a date with the type that says how much of it is known.
func date(d nlp.Date) term {
	switch {
	case d.Year == 0:
		return term{}
	case d.Month == 0:
		return typed(d.String(), xsdGYear)
	case d.Day == 0:
		return typed(d.String(), xsdGYearMonth)
	}
	return typed(d.String(), xsdDate)
}

func numeric(v float64) term {
	if v == math.Trunc(v) {
		return typed(decimal(v), xsdInteger)
	}
	return typed(decimal(v), xsdDecimal)
}

// endTerm returns a claim's end: a resource, a number or a text.
func endTerm(e graph.End) term {
	switch {
	case e.Entity != "":
		return resource(e.Entity)
	case e.Quantity != nil:
		return numeric(e.Quantity.Value)
	}
	return literal(e.Text)
}

// fact is a statement in the graph of a claim.
type fact struct {
	subject   string
	predicate string
	object    term
}

// statements is a syntax of RDF: it takes what is known of one resource after
// another, and the statements in the graphs of claims. Statements of the same
// property come one after another.
type statements interface {
	begin(id string)
	add(p name, o term) // of the resource that begin named; nothing when o is not given
	end()
	facts(claim string, facts []fact)
}

// escapeID percent-escapes what cannot stand in a URN as itself, byte by byte
// of the UTF-8, so that different ids stay different.
func escapeID(id string) string {
	safe := true
	for i := 0; i < len(id) && safe; i++ {
		safe = idPlain[id[i]]
	}
	if safe {
		return id
	}
	var b strings.Builder
	for i := 0; i < len(id); i++ {
		if c := id[i]; idPlain[c] {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

var idPlain = func() (t [256]bool) {
	for c := range 128 {
		t[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~/:", byte(c)) >= 0
	}
	return t
}()

var rdfPlain = plainBytes(`"\`, 0xC2, 0xE2)

// rdfString writes a quoted string as N-Quads and Turtle have it. Invalid
// UTF-8 becomes U+FFFD.
func (w *writer) rdfString(s string) {
	if !utf8.ValidString(s) {
		s = validUTF8(s)
	}
	w.text(`"`)
	w.escaped(s, rdfPlain, func(s string) (string, int) {
		if short := shortEscape(s[0]); short != "" {
			return short, 1
		}
		r, size := utf8.DecodeRuneInString(s)
		if r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 {
			return fmt.Sprintf(`\u%04X`, r), size
		}
		return s[:size], size
	})
	w.text(`"`)
}
