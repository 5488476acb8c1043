package quadstore

import (
	"iter"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Schema says how a graph is written as quads. It is not safe for use by
// several goroutines.
type Schema struct {
	predicates graph.Predicates
	edges      edgeTable
	statements []statement // of what was asked for last
}

// NewSchema returns the schema of a graph with the given predicates.
func NewSchema(p graph.Predicates) *Schema { return &Schema{predicates: p, edges: make(edgeTable)} }

// Document returns the quads of a document.
func (s *Schema) Document(d *graph.Document) []quad.Quad { return quadsOf(s.document(d)) }

// Entity returns the quads of an entity or event; one may come twice.
func (s *Schema) Entity(e *graph.Entity) []quad.Quad { return quadsOf(s.entity(e)) }

// Claim returns the quads of a claim; one may come twice. A claim that is a fact
// is an edge as well, as the predicates say: both ways for a symmetric
// predicate, and once more for everything that a predicate implies.
func (s *Schema) Claim(c *graph.Claim) []quad.Quad { return quadsOf(s.claim(c)) }

func quadsOf(all []statement) []quad.Quad {
	out := make([]quad.Quad, len(all))
	for i := range all {
		out[i] = all[i].quad()
	}
	return out
}

// AddDocument writes a document as a schema says.
func (w *Writer) AddDocument(s *Schema, d *graph.Document) error { return w.addAll(s.document(d)) }

// AddEntity writes an entity or event as a schema says.
func (w *Writer) AddEntity(s *Schema, e *graph.Entity) error { return w.addAll(s.entity(e)) }

// AddClaim writes a claim as a schema says.
func (w *Writer) AddClaim(s *Schema, c *graph.Claim) error { return w.addAll(s.claim(c)) }

func (w *Writer) addAll(all []statement) error {
	for i := range all {
		if err := w.add(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

// Quads returns the quads that r is written as, in r's order.
func Quads(r *graph.Resolution, p graph.Predicates) iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		s := NewSchema(p)
		for i := range r.Documents {
			if !emit(yield, s.Document(&r.Documents[i])) {
				return
			}
		}
		for i := range r.Entities {
			if !emit(yield, s.Entity(&r.Entities[i])) {
				return
			}
		}
		for i := range r.Claims {
			if !emit(yield, s.Claim(&r.Claims[i])) {
				return
			}
		}
	}
}

func emit(yield func(quad.Quad) bool, quads []quad.Quad) bool {
	for _, q := range quads {
		if !yield(q) {
			return false
		}
	}
	return true
}

// node gathers the properties of one node; empty values are left out.
type node struct {
	subject term
	out     []statement
}

// node begins the properties of a node.
func (s *Schema) node(i quad.IRI) node { return node{iri(i), s.statements[:0]} }

func (n *node) add(property quad.IRI, t term) {
	if !t.empty() {
		n.out = append(n.out, statement{subject: n.subject, predicate: iri(property), object: t})
	}
}

func (n *node) text(property quad.IRI, s string) { n.add(property, text(s)) }

func (n *node) interval(t nlp.Interval) {
	start, end := t.Start, t.End
	if start.IsZero() {
		start = end
	}
	n.text(Time, start.String())
	if end != start {
		n.text(TimeEnd, end.String())
	}
}

func (s *Schema) document(d *graph.Document) []statement {
	n := s.node(DocumentIRI(d.ID))
	n.text(Type, "Document")
	n.text(Title, d.Title)
	n.text(Date, d.Date.String())
	n.text(Author, d.Author)
	n.text(Source, d.Source)
	n.text(Language, d.Language)
	n.text(URL, d.URL)
	n.text(Path, d.Path)
	if d.CopyOf != "" {
		n.add(CopyOf, iri(DocumentIRI(d.CopyOf)))
	}
	s.statements = n.out
	return n.out
}

func (s *Schema) entity(e *graph.Entity) []statement {
	n := s.node(EntityIRI(e.ID))
	n.text(Type, string(e.Type))
	n.text(Name, e.Name)
	n.text(LookupKey, Key(string(e.ID)))
	n.text(LookupKey, Key(e.Name))
	for _, a := range e.Aliases {
		n.text(Alias, a)
		n.text(LookupKey, Key(a))
	}
	n.text(EventType, e.EventType)
	n.interval(e.Time)
	for _, p := range e.Places {
		n.add(Place, iri(EntityIRI(p)))
	}
	if e.PartOf != "" {
		n.add(Within, iri(EntityIRI(e.PartOf)))
	}
	var last graph.DocumentID
	for _, m := range e.Mentions {
		if m.Document != last {
			n.add(MentionedIn, iri(DocumentIRI(m.Document)))
			last = m.Document
		}
	}
	s.statements = n.out
	return n.out
}

func (s *Schema) claim(c *graph.Claim) []statement {
	n := s.node(ClaimIRI(c.ID))
	n.text(Type, "Claim")
	n.add(Subject, endTerm(c.Subject))
	n.add(Predicate, iri(PredicateIRI(c.Predicate)))
	n.add(Object, endTerm(c.Object))
	if q := c.Object.Quantity; q != nil {
		n.text(Qualifier, string(q.Qualifier))
	}
	n.text(Polarity, string(c.Polarity))
	n.text(Modality, string(c.Modality))
	for _, a := range c.Attribution {
		n.add(Attribution, iri(EntityIRI(a)))
	}
	n.add(Confidence, number(c.Confidence))
	n.interval(c.Time)
	n.add(InDocument, iri(DocumentIRI(c.Document)))
	for i, e := range c.Evidence {
		n.text(Evidence, e.Text)
		if i == 0 {
			n.add(Start, integer(int64(e.Start)))
			n.add(End, integer(int64(e.End)))
		}
	}
	if c.Fact() {
		n.out = appendEdges(n.out, c, s.edges.of(c.Predicate, s.predicates))
	}
	s.statements = n.out
	return n.out
}

// endTerm returns the node or literal of a claim's end, none for an empty one.
func endTerm(e graph.End) term {
	switch {
	case e.Entity != "":
		return iri(EntityIRI(e.Entity))
	case e.Quantity != nil:
		return number(e.Quantity.Value)
	}
	return text(e.Text)
}
