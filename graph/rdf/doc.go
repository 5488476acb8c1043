// Package rdf reads RDF: Turtle, and the line-based N-Triples and N-Quads,
// which one parser reads because N-Triples are Turtle and an N-Quad is a
// statement of it with a graph behind.
//
// A [Statement] is a subject, a predicate, an object and, when the file names
// one, a graph; each is a [Term]. What is wrong with a file is a
// [SyntaxError], which says where. The parser reads what is well-formed as
// RDF 1.1 Turtle and RDF 1.1 N-Quads define it; beyond that it is lenient
// where nothing can be misunderstood, and checks no IRI for more than the
// characters that it may have.
package rdf

import "fmt"

// Kind is the kind of a term.
type Kind int

// The kinds of terms. The zero Kind is of no term: a statement without graph.
const (
	None Kind = iota
	IRI
	Blank
	Literal
)

// Term is an IRI, a blank node or a literal.
type Term struct {
	Kind     Kind
	Value    string // the IRI, the label of a blank node, the text of a literal
	Lang     string // of a literal: language tag in lower case
	Datatype string // of a literal: IRI; empty for a plain string
}

// Statement is one statement of a file.
type Statement struct {
	Subject   Term // an IRI or a blank node
	Predicate Term // an IRI
	Object    Term
	Graph     Term // None outside named graphs
	Line      int  // on which its object begins, from 1
}

// SyntaxError says where and why a file is no RDF.
type SyntaxError struct {
	Line, Column int // from 1; columns count code points
	Reason       string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Reason)
}
