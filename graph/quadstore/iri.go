package quadstore

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// unsafeInIRI reports whether r cannot stand in an IRI (RFC 3987, and the
// IRIREF of N-Quads).
func unsafeInIRI(r rune) bool {
	return r <= ' ' || unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>"{}|^`+"`\\", r)
}

// plainIRI reports whether s is made of the letters, digits and marks that ids
// are made of as a rule. It saves looking at every one more closely.
func plainIRI(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '/', c == '_', c == ':':
		default:
			return false
		}
	}
	return true
}

// escape writes what no IRI may hold, and the percent sign, percent-encoded.
func escape(s string) quad.IRI {
	if plainIRI(s) || !strings.ContainsFunc(s, func(r rune) bool { return r == '%' || unsafeInIRI(r) }) {
		return quad.IRI(s)
	}
	var b strings.Builder
	for _, r := range s {
		if r != '%' && !unsafeInIRI(r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return quad.IRI(b.String())
}

func unescape(v quad.Value) (string, bool) {
	iri, ok := v.(quad.IRI)
	if !ok {
		return "", false
	}
	s, err := url.PathUnescape(string(iri))
	return s, err == nil
}

// EntityIRI returns the node of an entity or event.
func EntityIRI(id graph.EntityID) quad.IRI { return escape(string(id)) }

// ClaimIRI returns the node of a claim, which labels its edges.
func ClaimIRI(id graph.ClaimID) quad.IRI { return escape(string(id)) }

// DocumentIRI returns the node of a document.
func DocumentIRI(id graph.DocumentID) quad.IRI { return escape(string(id)) }

// PredicateIRI returns the predicate of the edges that p's claims are.
func PredicateIRI(p nlp.Predicate) quad.IRI { return escape(string(p)) }

// EntityOf returns the entity whose node v is; ok is false when v is none.
func EntityOf(v quad.Value) (id graph.EntityID, ok bool) {
	s, ok := unescape(v)
	if !ok || !strings.HasPrefix(s, "entity/") && !strings.HasPrefix(s, "event/") {
		return "", false
	}
	return graph.EntityID(s), true
}

// ClaimOf returns the claim whose node v is; ok is false when v is none.
func ClaimOf(v quad.Value) (id graph.ClaimID, ok bool) {
	s, ok := unescape(v)
	if !ok || !strings.HasPrefix(s, "claim/") {
		return "", false
	}
	return graph.ClaimID(s), true
}

// DocumentOf returns the document whose node v is; ok is false when v is none.
func DocumentOf(v quad.Value) (id graph.DocumentID, ok bool) {
	s, ok := unescape(v)
	if !ok || !strings.HasPrefix(s, "doc/") {
		return "", false
	}
	return graph.DocumentID(s), true
}

// PredicateOf returns the predicate that v writes.
func PredicateOf(v quad.Value) (p nlp.Predicate, ok bool) {
	s, ok := unescape(v)
	return nlp.Predicate(s), ok
}
