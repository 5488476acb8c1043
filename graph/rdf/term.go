package rdf

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// iri reads an IRI in angle brackets.
func (p *parser) iri() (Term, error) {
	if p.peek() != '<' {
		return Term{}, p.failed("an IRI in angle brackets is wanted here")
	}
	var b strings.Builder
	for i := p.pos + 1; i < len(p.s); {
		switch c := p.s[i]; {
		case c == '>':
			p.pos = i + 1
			return Term{Kind: IRI, Value: p.resolve(b.String())}, nil
		case c == '\\':
			p.pos = i
			r, size, err := p.codePoint()
			if err != nil {
				return Term{}, err
			}
			b.WriteRune(r)
			i += size
		case c <= ' ' || strings.IndexByte("<\"{}|^`", c) >= 0:
			p.pos = i
			return Term{}, p.failed("an IRI cannot hold " + strconv.QuoteRune(rune(c)))
		default:
			b.WriteByte(c)
			i++
		}
	}
	return Term{}, p.failed("an IRI is not closed")
}

// resolve makes a relative IRI absolute when there is a base.
func (p *parser) resolve(iri string) string {
	if p.base == nil {
		return iri
	}
	u, err := url.Parse(iri)
	if err != nil || u.IsAbs() {
		return iri
	}
	if iri == "" {
		return p.base.String()
	}
	if strings.HasPrefix(iri, "#") { // keeps the characters as they are
		base, _, _ := strings.Cut(p.base.String(), "#")
		return base + iri
	}
	return p.base.ResolveReference(u).String()
}

// codePoint reads \u with four, or \U with eight, hexadecimal digits at the
// current place.
func (p *parser) codePoint() (r rune, size int, err error) {
	size = 6
	if strings.HasPrefix(p.s[p.pos:], `\U`) {
		size = 10
	} else if !strings.HasPrefix(p.s[p.pos:], `\u`) {
		return 0, 0, p.failed("an escape that is not known")
	}
	if p.pos+size > len(p.s) {
		return 0, 0, p.failed("an escape is cut short")
	}
	n, err := strconv.ParseUint(p.s[p.pos+2:p.pos+size], 16, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, 0, p.failed("an escape stands for no character")
	}
	return rune(n), size, nil
}

// isName reports whether a byte may stand in a name: letters, digits, marks
// and everything beyond ASCII.
func isName(c byte) bool {
	return c >= 0x80 || c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// name reads a name. A full stop at its end ends the statement.
func (p *parser) name() string {
	start := p.pos
	for p.pos < len(p.s) && isName(p.s[p.pos]) {
		p.pos++
	}
	for p.pos > start && p.s[p.pos-1] == '.' {
		p.pos--
	}
	return p.s[start:p.pos]
}

// prefixed reads a name with a prefix.
func (p *parser) prefixed() (Term, error) {
	start := p.pos
	prefix := p.name()
	if p.peek() != ':' {
		p.pos = start
		return Term{}, p.failed("a term is wanted here")
	}
	namespace, ok := p.prefixes[prefix]
	if !ok {
		p.pos = start
		return Term{}, p.failed("the prefix " + strconv.Quote(prefix) + " is not declared")
	}
	p.pos++
	var b strings.Builder
	for p.pos < len(p.s) {
		c := p.s[p.pos]
		switch {
		case c == '\\' && p.pos+1 < len(p.s) && strings.IndexByte(`_~.-!$&'()*+,;=/?#@%`, p.s[p.pos+1]) >= 0:
			b.WriteByte(p.s[p.pos+1])
			p.pos += 2
			continue
		case c == '.':
			// Part of the name only when more of it follows.
			end := p.pos
			for end < len(p.s) && p.s[end] == '.' {
				end++
			}
			if end == len(p.s) || !isName(p.s[end]) && p.s[end] != ':' && p.s[end] != '%' && p.s[end] != '\\' {
				return Term{Kind: IRI, Value: namespace + b.String()}, nil
			}
		case !isName(c) && c != ':' && c != '%':
			return Term{Kind: IRI, Value: namespace + b.String()}, nil
		}
		b.WriteByte(c)
		p.pos++
	}
	return Term{Kind: IRI, Value: namespace + b.String()}, nil
}

// literal reads a quoted text with what stands behind it.
func (p *parser) literal() (Term, error) {
	text, err := p.quoted()
	if err != nil {
		return Term{}, err
	}
	out := Term{Kind: Literal, Value: text}
	switch {
	case p.peek() == '@':
		p.pos++
		start := p.pos
		for p.pos < len(p.s) && (p.s[p.pos] == '-' || isName(p.s[p.pos]) && p.s[p.pos] != '.' && p.s[p.pos] < 0x80) {
			p.pos++
		}
		if out.Lang = strings.ToLower(p.s[start:p.pos]); out.Lang == "" {
			return Term{}, p.failed("a language is wanted behind @")
		}
	case strings.HasPrefix(p.s[p.pos:], "^^"):
		p.pos += 2
		p.space()
		kind, err := p.node(false)
		if err != nil {
			return Term{}, err
		}
		if kind.Kind != IRI {
			return Term{}, p.failed("a type has to be an IRI")
		}
		if out.Datatype = kind.Value; kind.Value == xsdNS+"string" {
			out.Datatype = ""
		}
	}
	return out, nil
}

// quoted reads a text in single or double, simple or threefold quotation marks.
func (p *parser) quoted() (string, error) {
	start, quote := p.pos, p.s[p.pos:p.pos+1]
	mark := quote
	if strings.HasPrefix(p.s[p.pos:], strings.Repeat(quote, 3)) {
		mark = strings.Repeat(quote, 3)
	}
	p.pos += len(mark)
	var b strings.Builder
	for p.pos < len(p.s) {
		rest := p.s[p.pos:]
		switch c := rest[0]; {
		case strings.HasPrefix(rest, mark):
			// A long text may end in quotation marks of its own.
			for len(mark) == 3 && strings.HasPrefix(p.s[p.pos+1:], mark) {
				b.WriteString(quote)
				p.pos++
			}
			p.pos += len(mark)
			return b.String(), nil
		case c == '\\':
			if len(rest) > 1 {
				if i := strings.IndexByte(`tbnrf"'\`, rest[1]); i >= 0 {
					b.WriteByte("\t\b\n\r\f\"'\\"[i])
					p.pos += 2
					continue
				}
			}
			r, size, err := p.codePoint()
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
			p.pos += size
		case len(mark) == 1 && (c == '\n' || c == '\r'):
			return "", p.failed("a text is not closed on its line")
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	p.pos = start
	return "", p.failed("a text is not closed")
}

// number reads an integer, a decimal or a double.
func (p *parser) number() (Term, error) {
	start := p.pos
	digits := func() (n int) {
		for p.peek() >= '0' && p.peek() <= '9' {
			p.pos++
			n++
		}
		return n
	}
	if p.peek() == '+' || p.peek() == '-' {
		p.pos++
	}
	kind, n := "integer", digits()
	if p.peek() == '.' && p.pos+1 < len(p.s) && p.s[p.pos+1] >= '0' && p.s[p.pos+1] <= '9' {
		p.pos++
		n += digits()
		kind = "decimal"
	}
	if n == 0 {
		return Term{}, p.failed("a number without digits")
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.pos++
		if p.peek() == '+' || p.peek() == '-' {
			p.pos++
		}
		if digits() == 0 {
			return Term{}, p.failed("a number without an exponent")
		}
		kind = "double"
	}
	return Term{Kind: Literal, Value: p.s[start:p.pos], Datatype: xsdNS + kind}, nil
}
