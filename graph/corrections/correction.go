package corrections

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Verb says what a correction does.
type Verb string

// The verbs.
const (
	Merge  Verb = "merge"
	Split  Verb = "split"
	Rename Verb = "rename"
	Retype Verb = "retype"
	Drop   Verb = "drop"
)

// Correction is one line of the file.
type Correction struct {
	Line int
	Text string // the line without comment
	Verb Verb
	// Refs holds what the correction is about: two or more for a merge, else
	// one; none when Claim is set.
	Refs  []Ref
	Parts []Ref          // of a split
	Name  string         // of a rename
	Type  nlp.EntityType // of a retype
	Claim graph.ClaimID  // of a drop of a claim
}

// Ref refers to an entity, or to a part of one. At least one of ID, Name and
// Document is set.
type Ref struct {
	ID   graph.EntityID
	Name string
	Type nlp.EntityType // narrows Name; empty for any
	// Document is a document's id, which may be cut short; it narrows Name.
	Document string
	// Span is set when Document is given with offsets.
	Span *nlp.Span
}

// String writes the reference as the file would have it.
func (r Ref) String() string {
	switch {
	case r.ID != "":
		return string(r.ID)
	case r.Span != nil:
		return fmt.Sprintf("%s:%d-%d", r.Document, r.Span.Start, r.Span.End)
	case r.Name == "":
		return r.Document
	}
	s := quoteName(r.Name)
	if r.Type != "" {
		s += " (" + string(r.Type) + ")"
	}
	if r.Document != "" {
		s += " @ " + r.Document
	}
	return s
}

// In reports whether the reference's document, if it has one, is id.
func (r Ref) In(id graph.DocumentID) bool {
	return strings.HasPrefix(string(id), r.Document)
}

// Problem is what is wrong with a line of the file.
type Problem struct {
	File string
	Line int
	Text string
}

// Error writes the problem as "file:line: text".
func (p *Problem) Error() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// Set is a file's corrections in the order of their lines.
type Set struct {
	File        string
	Corrections []Correction
}

// Problemf returns a problem of the line of c.
func (s *Set) Problemf(c *Correction, format string, args ...any) *Problem {
	return &Problem{File: s.File, Line: c.Line, Text: fmt.Sprintf(format, args...)}
}

// Cuts returns the spans of each document that a split takes out of whatever
// they stand in, keyed by the document's id as the file writes it.
func (s *Set) Cuts() map[string][]nlp.Span {
	cuts := make(map[string][]nlp.Span)
	if s == nil {
		return cuts
	}
	for _, c := range s.Corrections {
		for _, p := range c.Parts {
			if p.Span != nil {
				cuts[p.Document] = append(cuts[p.Document], *p.Span)
			}
		}
	}
	return cuts
}

// Spans returns every span that a correction points at, keyed as [Set.Cuts] is.
func (s *Set) Spans() map[string][]nlp.Span {
	spans := make(map[string][]nlp.Span)
	if s == nil {
		return spans
	}
	for _, c := range s.Corrections {
		for _, refs := range [][]Ref{c.Refs, c.Parts} {
			for _, r := range refs {
				if r.Span != nil {
					spans[r.Document] = append(spans[r.Document], *r.Span)
				}
			}
		}
	}
	return spans
}
