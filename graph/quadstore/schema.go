package quadstore

import (
	"iter"
	"math"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Schema says how a graph is written as quads. It is not safe for use by
// several goroutines.
type Schema struct {
	predicates graph.Predicates
	edges      edgeTable
}

// NewSchema returns the schema of a graph with the given predicates.
func NewSchema(p graph.Predicates) *Schema { return &Schema{p, make(edgeTable)} }

// Document returns the quads of a document.
func (s *Schema) Document(d *graph.Document) []quad.Quad { return documentQuads(d) }

// Entity returns the quads of an entity or event; one may come twice.
func (s *Schema) Entity(e *graph.Entity) []quad.Quad { return entityQuads(e) }

// Claim returns the quads of a claim; one may come twice. A claim that is a fact
// is an edge as well, as the predicates say: both ways for a symmetric
// predicate, and once more for everything that a predicate implies.
func (s *Schema) Claim(c *graph.Claim) []quad.Quad {
	quads := claimQuads(c)
	if c.Fact() {
		quads = append(quads, edgeQuads(c, s.edges.of(c.Predicate, s.predicates))...)
	}
	return quads
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
	iri   quad.IRI
	quads []quad.Quad
}

func (n *node) add(property quad.IRI, v quad.Value) {
	if s, ok := v.(quad.String); v == nil || ok && s == "" {
		return
	}
	n.quads = append(n.quads, quad.Quad{Subject: n.iri, Predicate: property, Object: v})
}

func (n *node) text(property quad.IRI, s string) { n.add(property, quad.String(s)) }

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

func documentQuads(d *graph.Document) []quad.Quad {
	n := node{iri: DocumentIRI(d.ID)}
	n.text(Type, "Document")
	n.text(Title, d.Title)
	n.text(Date, d.Date.String())
	n.text(Author, d.Author)
	n.text(Source, d.Source)
	n.text(Language, d.Language)
	n.text(URL, d.URL)
	n.text(Path, d.Path)
	if d.CopyOf != "" {
		n.add(CopyOf, DocumentIRI(d.CopyOf))
	}
	return n.quads
}

func entityQuads(e *graph.Entity) []quad.Quad {
	n := node{iri: EntityIRI(e.ID)}
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
		n.add(Place, EntityIRI(p))
	}
	if e.PartOf != "" {
		n.add(Within, EntityIRI(e.PartOf))
	}
	var last graph.DocumentID
	for _, m := range e.Mentions {
		if m.Document != last {
			n.add(MentionedIn, DocumentIRI(m.Document))
			last = m.Document
		}
	}
	return n.quads
}

func claimQuads(c *graph.Claim) []quad.Quad {
	n := node{iri: ClaimIRI(c.ID)}
	n.text(Type, "Claim")
	n.add(Subject, endValue(c.Subject))
	n.add(Predicate, PredicateIRI(c.Predicate))
	n.add(Object, endValue(c.Object))
	if q := c.Object.Quantity; q != nil {
		n.text(Qualifier, string(q.Qualifier))
	}
	n.text(Polarity, string(c.Polarity))
	n.text(Modality, string(c.Modality))
	for _, a := range c.Attribution {
		n.add(Attribution, EntityIRI(a))
	}
	n.add(Confidence, number(c.Confidence))
	n.interval(c.Time)
	n.add(InDocument, DocumentIRI(c.Document))
	for i, e := range c.Evidence {
		n.text(Evidence, e.Text)
		if i == 0 {
			n.add(Start, quad.Int(e.Start))
			n.add(End, quad.Int(e.End))
		}
	}
	return n.quads
}

// endValue returns the node or literal of a claim's end, nil for an empty one.
func endValue(e graph.End) quad.Value {
	switch {
	case e.Entity != "":
		return EntityIRI(e.Entity)
	case e.Quantity != nil:
		return number(e.Quantity.Value)
	case e.Text != "":
		return quad.String(e.Text)
	}
	return nil
}

// number returns a whole number as an integer, because that is how Gizmo reads
// the 84 of a query.
func number(f float64) quad.Value {
	if f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return quad.Int(f)
	}
	return quad.Float(f)
}
