package rdf

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	rdfNS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xsdNS = "http://www.w3.org/2001/XMLSchema#"
)

// maxDepth is how deep lists and property lists may be nested.
const maxDepth = 64

// Parse calls f for every statement of a file in order, until f returns an
// error, which is returned. Otherwise the error is a [*SyntaxError].
func Parse(text string, f func(Statement) error) error {
	p := &parser{s: strings.TrimPrefix(text, "\ufeff"), prefixes: make(map[string]string), labels: make(map[string]string), emit: f}
	if !utf8.ValidString(p.s) {
		for p.pos = 0; p.pos < len(p.s); {
			r, size := utf8.DecodeRuneInString(p.s[p.pos:])
			if r == utf8.RuneError && size == 1 {
				return p.failed("the text is not valid UTF-8")
			}
			p.pos += size
		}
	}
	for {
		p.space()
		if p.pos == len(p.s) {
			return nil
		}
		if err := p.statement(); err != nil {
			return err
		}
	}
}

type parser struct {
	s        string
	pos      int
	base     *url.URL
	prefixes map[string]string
	labels   map[string]string // blank nodes by their label in the file
	blanks   int
	depth    int
	counted  int // up to where lines have been counted
	lines    int
	emit     func(Statement) error
	pending  []Statement // of the statement at hand, until its graph is known
}

// failed returns an error at the current place.
func (p *parser) failed(reason string) error {
	before := p.s[:min(p.pos, len(p.s))]
	last := strings.LastIndexByte(before, '\n')
	return &SyntaxError{Line: p.line(), Column: utf8.RuneCountInString(before[last+1:]) + 1, Reason: reason}
}

// line returns the number of the line at the current place. It counts on from
// where it was asked before.
func (p *parser) line() int {
	at := min(p.pos, len(p.s))
	if at < p.counted {
		p.counted, p.lines = 0, 0
	}
	p.lines += strings.Count(p.s[p.counted:at], "\n")
	p.counted = at
	return p.lines + 1
}

// space passes over white space and comments.
func (p *parser) space() {
	for p.pos < len(p.s) {
		switch p.s[p.pos] {
		case ' ', '\t', '\r', '\n':
			p.pos++
		case '#':
			end := strings.IndexByte(p.s[p.pos:], '\n')
			if end < 0 {
				p.pos = len(p.s)
				return
			}
			p.pos += end
		default:
			return
		}
	}
}

func (p *parser) peek() byte {
	if p.pos < len(p.s) {
		return p.s[p.pos]
	}
	return 0
}

// take passes over a sign, after space, when it is there.
func (p *parser) take(sign byte) bool {
	p.space()
	if p.peek() != sign || p.pos == len(p.s) {
		return false
	}
	p.pos++
	return true
}

func (p *parser) want(sign byte) error {
	if !p.take(sign) {
		return p.failed("a " + strconv.Quote(string(sign)) + " is wanted here")
	}
	return nil
}

// keyword passes over a word, whatever its case, when nothing of a name follows.
func (p *parser) keyword(word string) bool {
	end := p.pos + len(word)
	if end > len(p.s) || !strings.EqualFold(p.s[p.pos:end], word) || end < len(p.s) && (isName(p.s[end]) || p.s[end] == ':') {
		return false
	}
	p.pos = end
	return true
}

func (p *parser) statement() error {
	switch {
	case p.keyword("@prefix"):
		return p.prefix(true)
	case p.keyword("prefix"):
		return p.prefix(false)
	case p.keyword("@base"):
		return p.baseIRI(true)
	case p.keyword("base"):
		return p.baseIRI(false)
	}
	p.pending = p.pending[:0]
	var subject Term
	var err error
	if p.peek() == '[' {
		if subject, err = p.properties(); err != nil {
			return err
		}
		if p.space(); p.peek() == '.' { // nothing but the property list
			return p.end()
		}
	} else if subject, err = p.node(false); err != nil {
		return err
	}
	if subject.Kind == Literal {
		return p.failed("a literal cannot be the subject")
	}
	if err := p.predicates(subject); err != nil {
		return err
	}
	return p.end()
}

// end reads the graph of an N-Quad, if there is one, and the full stop.
func (p *parser) end() error {
	var graph Term
	if p.space(); p.peek() == '<' || p.peek() == '_' {
		var err error
		if graph, err = p.node(false); err != nil {
			return err
		}
	}
	if err := p.want('.'); err != nil {
		return err
	}
	for _, s := range p.pending {
		s.Graph = graph
		if err := p.emit(s); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) prefix(stop bool) error {
	p.space()
	start := p.pos
	for p.pos < len(p.s) && p.s[p.pos] != ':' && isName(p.s[p.pos]) {
		p.pos++
	}
	name := p.s[start:p.pos]
	if err := p.want(':'); err != nil {
		return err
	}
	p.space()
	iri, err := p.iri()
	if err != nil {
		return err
	}
	p.prefixes[name] = iri.Value
	if stop {
		return p.want('.')
	}
	return nil
}

func (p *parser) baseIRI(stop bool) error {
	p.space()
	iri, err := p.iri()
	if err != nil {
		return err
	}
	if p.base, err = url.Parse(iri.Value); err != nil {
		return p.failed("the base cannot be read as an IRI")
	}
	if stop {
		return p.want('.')
	}
	return nil
}

// predicates reads a list of predicates with their objects.
func (p *parser) predicates(subject Term) error {
	for {
		p.space()
		var predicate Term
		var err error
		if p.keyword("a") {
			predicate = Term{Kind: IRI, Value: rdfNS + "type"}
		} else if predicate, err = p.node(false); err != nil {
			return err
		}
		if predicate.Kind != IRI {
			return p.failed("a predicate has to be an IRI")
		}
		for {
			p.space()
			line := p.line()
			object, err := p.object()
			if err != nil {
				return err
			}
			p.pending = append(p.pending, Statement{Subject: subject, Predicate: predicate, Object: object, Line: line})
			if !p.take(',') {
				break
			}
		}
		if !p.take(';') {
			return nil
		}
		for p.take(';') {
			continue
		}
		if p.space(); p.peek() == '.' || p.peek() == ']' {
			return nil
		}
	}
}

func (p *parser) object() (Term, error) {
	switch c := p.peek(); {
	case c == '[':
		return p.properties()
	case c == '"' || c == '\'':
		return p.literal()
	case c == '+' || c == '-' || c >= '0' && c <= '9' || c == '.' && p.pos+1 < len(p.s) && p.s[p.pos+1] >= '0' && p.s[p.pos+1] <= '9':
		return p.number()
	case p.keyword("true"):
		return Term{Kind: Literal, Value: "true", Datatype: xsdNS + "boolean"}, nil
	case p.keyword("false"):
		return Term{Kind: Literal, Value: "false", Datatype: xsdNS + "boolean"}, nil
	}
	return p.node(true)
}

// deeper counts how deep lists are nested.
func (p *parser) deeper() error {
	if p.depth++; p.depth > maxDepth {
		return p.failed("lists are nested too deep")
	}
	return nil
}

// properties reads a blank node with its properties in brackets.
func (p *parser) properties() (Term, error) {
	if err := p.deeper(); err != nil {
		return Term{}, err
	}
	defer func() { p.depth-- }()
	p.pos++
	node := p.blank()
	if p.take(']') {
		return node, nil
	}
	if err := p.predicates(node); err != nil {
		return Term{}, err
	}
	return node, p.want(']')
}

func (p *parser) blank() Term {
	p.blanks++
	return Term{Kind: Blank, Value: "b" + strconv.Itoa(p.blanks)}
}

// node reads an IRI, a blank node or a list.
func (p *parser) node(list bool) (Term, error) {
	switch c := p.peek(); {
	case c == '<':
		return p.iri()
	case c == '_' && strings.HasPrefix(p.s[p.pos:], "_:"):
		p.pos += 2
		label := p.name()
		if label == "" {
			return Term{}, p.failed("a blank node wants a label")
		}
		if _, ok := p.labels[label]; !ok {
			p.labels[label] = p.blank().Value
		}
		return Term{Kind: Blank, Value: p.labels[label]}, nil
	case c == '(':
		return p.list()
	case c == '"' || c == '\'':
		if !list {
			return Term{}, p.failed("a literal can only be an object")
		}
		return p.literal()
	case p.pos == len(p.s):
		return Term{}, p.failed("the file ends in the middle of a statement")
	}
	return p.prefixed()
}

// list reads a collection, which is written as the statements that it is short for.
func (p *parser) list() (Term, error) {
	if err := p.deeper(); err != nil {
		return Term{}, err
	}
	defer func() { p.depth-- }()
	p.pos++
	first := Term{Kind: IRI, Value: rdfNS + "nil"}
	var last Term
	for !p.take(')') {
		if p.pos == len(p.s) {
			return Term{}, p.failed("a list is not closed")
		}
		line := p.line()
		item, err := p.object()
		if err != nil {
			return Term{}, err
		}
		cell := p.blank()
		if last.Kind == None {
			first = cell
		} else {
			p.pending = append(p.pending, Statement{Subject: last, Predicate: Term{Kind: IRI, Value: rdfNS + "rest"}, Object: cell, Line: line})
		}
		p.pending = append(p.pending, Statement{Subject: cell, Predicate: Term{Kind: IRI, Value: rdfNS + "first"}, Object: item, Line: line})
		last = cell
	}
	if last.Kind != None {
		p.pending = append(p.pending, Statement{Subject: last, Predicate: Term{Kind: IRI, Value: rdfNS + "rest"}, Object: Term{Kind: IRI, Value: rdfNS + "nil"}, Line: p.line()})
	}
	return first, nil
}
