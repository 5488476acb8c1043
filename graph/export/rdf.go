package export

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// iri writes an IRI of a vocabulary, which needs no escapes.
func iri(s string) term { return term("<" + s + ">") }

func property(name string) term { return iri(urn + "property/" + name) }

func class(name string) term { return iri(urn + "type/" + escapeID(name)) }

func predicate(p nlp.Predicate) term { return iri(urn + "predicate/" + escapeID(string(p))) }

// resource returns the IRI of a document, an entity or a claim, or nothing for
// an empty id.
func resource(id string) term {
	if id == "" {
		return ""
	}
	return iri(urn + escapeID(id))
}

// escapeID percent-escapes what cannot stand in a URN as itself, byte by byte
// of the UTF-8, so that different ids stay different.
func escapeID(id string) string {
	var b strings.Builder
	for i := 0; i < len(id); i++ {
		c := id[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/:", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// literal writes a string, or nothing for an empty one. Invalid UTF-8 becomes
// U+FFFD.
func literal(s string) term {
	if s == "" {
		return ""
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		default:
			if r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0x2028 || r == 0x2029 {
				fmt.Fprintf(&b, `\u%04X`, r)
				continue
			}
			if r == utf8.RuneError {
				r = '\uFFFD'
			}
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return term(b.String())
}

// typed writes a literal of an XML Schema type.
func typed(s, kind string) term { return literal(s) + "^^" + iri(xsd+kind) }

// date writes a date with the type that says how much of it is known.
func date(d nlp.Date) term {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return typed(d.String(), "gYear")
	case d.Day == 0:
		return typed(d.String(), "gYearMonth")
	}
	return typed(d.String(), "date")
}
