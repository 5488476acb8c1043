package export

import (
	"math"
	"strconv"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// nquads writes RDF. Resources are absolute IRIs under urn:kgbuild:, made of
// the ids with everything but letters, digits and "-._~/:" percent-escaped;
// data types are written in full. A fact's edge stands in the graph named by
// its claim, and so do the edges that its predicate implies and, for a
// symmetric predicate, the edges in the other direction.
func nquads() Format {
	return Format{Name: "nquads", Extension: ".nq", Description: "RDF as N-Quads: facts as triples in a graph named by their claim", write: writeNQuads}
}

// Vocabularies. Own properties are urn:kgbuild:property/NAME.
const (
	rdf     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs    = "http://www.w3.org/2000/01/rdf-schema#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	dcterms = "http://purl.org/dc/terms/"
	xsd     = "http://www.w3.org/2001/XMLSchema#"
	urn     = "urn:kgbuild:"
)

func writeNQuads(w *writer, r *graph.Resolution, options Options) {
	n := &nquadsWriter{w}
	for i := range r.Documents {
		n.document(&r.Documents[i])
	}
	for i := range r.Entities {
		n.entity(&r.Entities[i])
	}
	known := entitySet(r)
	for i := range r.Claims {
		c := &r.Claims[i]
		if !w.checkEnd(c, c.Subject, known) || !w.checkEnd(c, c.Object, known) {
			return
		}
		n.claim(c)
		if c.Fact() {
			n.edges(c, options.Predicates)
		}
	}
}

type nquadsWriter struct{ *writer }

// term is an IRI or a literal as N-Quads writes it; empty for nothing.
type term string

// quad writes a statement unless one of its parts is not known. The graph is
// the default one when it is empty.
func (n *nquadsWriter) quad(subject, predicate, object, graph term) {
	if subject == "" || object == "" {
		return
	}
	n.text(string(subject), " ", string(predicate), " ", string(object))
	if graph != "" {
		n.text(" ", string(graph))
	}
	n.text(" .\n")
}

func (n *nquadsWriter) document(d *graph.Document) {
	s := resource(string(d.ID))
	n.quad(s, iri(rdf+"type"), class("Document"), "")
	n.quad(s, iri(dcterms+"title"), literal(d.Title), "")
	n.quad(s, iri(dcterms+"issued"), date(d.Date), "")
	n.quad(s, iri(dcterms+"creator"), literal(d.Author), "")
	n.quad(s, iri(dcterms+"publisher"), literal(d.Source), "")
	n.quad(s, iri(dcterms+"language"), literal(d.Language), "")
	n.quad(s, property("path"), literal(d.Path), "")
	n.quad(s, property("sha256"), literal(d.SHA256), "")
	n.quad(s, property("copy_of"), resource(string(d.CopyOf)), "")
}

func (n *nquadsWriter) entity(e *graph.Entity) {
	s := resource(string(e.ID))
	n.quad(s, iri(rdf+"type"), class(string(e.Type)), "")
	n.quad(s, iri(rdfs+"label"), literal(e.Name), "")
	for _, a := range e.Aliases {
		n.quad(s, iri(skos+"altLabel"), literal(a), "")
	}
	n.quad(s, property("event_type"), literal(e.EventType), "")
	n.interval(s, e.Time)
	for _, p := range e.Places {
		n.quad(s, property("place"), resource(string(p)), "")
	}
	n.quad(s, property("within"), resource(string(e.PartOf)), "")
	var last graph.DocumentID
	for _, m := range e.Mentions {
		if m.Document != last {
			n.quad(s, property("mentioned_in"), resource(string(m.Document)), "")
			last = m.Document
		}
	}
}

// claim writes what is known of a claim. Its ends are given by the properties
// of RDF reification, so that claims that are no facts have them too.
func (n *nquadsWriter) claim(c *graph.Claim) {
	s := resource(string(c.ID))
	n.quad(s, iri(rdf+"type"), class("Claim"), "")
	n.quad(s, iri(rdf+"subject"), endTerm(c.Subject), "")
	n.quad(s, iri(rdf+"predicate"), predicate(c.Predicate), "")
	n.quad(s, iri(rdf+"object"), endTerm(c.Object), "")
	if q := c.Object.Quantity; q != nil {
		n.quad(s, property("qualifier"), literal(string(q.Qualifier)), "")
	}
	n.quad(s, property("polarity"), literal(string(c.Polarity)), "")
	n.quad(s, property("modality"), literal(string(c.Modality)), "")
	for i, a := range c.Attribution {
		n.quad(s, property("attribution"), resource(string(a)), "")
		if len(c.Attribution) > 1 { // statements have no order: 1 is the outermost
			n.quad(s, iri(rdf+"_"+strconv.Itoa(i+1)), resource(string(a)), "")
		}
	}
	n.quad(s, property("confidence"), typed(decimal(c.Confidence), "decimal"), "")
	n.interval(s, c.Time)
	n.quad(s, property("document"), resource(string(c.Document)), "")
	for i, e := range c.Evidence {
		at := resource(string(c.ID) + "/evidence/" + strconv.Itoa(i+1))
		n.quad(s, property("evidence"), at, "")
		n.quad(at, property("document"), resource(string(e.Document)), "")
		n.quad(at, property("start"), typed(strconv.Itoa(int(e.Start)), "integer"), "")
		n.quad(at, property("end"), typed(strconv.Itoa(int(e.End)), "integer"), "")
		n.quad(at, property("text"), literal(e.Text), "")
	}
}

func (n *nquadsWriter) interval(s term, t nlp.Interval) {
	n.quad(s, property("start_time"), date(t.Start), "")
	n.quad(s, property("end_time"), date(t.End), "")
}

// edges writes the statements that a fact makes. Only a resource can be the
// subject of a statement, so a fact about a number or a text makes none.
func (n *nquadsWriter) edges(c *graph.Claim, known graph.Predicates) {
	if c.Subject.Entity == "" {
		return
	}
	subject, object, name := endTerm(c.Subject), endTerm(c.Object), resource(string(c.ID))
	for _, p := range withImplied(c.Predicate, known) {
		n.quad(subject, predicate(p), object, name)
		if known[p].Symmetric && c.Object.Entity != "" && subject != object {
			n.quad(object, predicate(p), subject, name)
		}
	}
}

// withImplied returns p and all that it implies, directly or not, in the
// order of the codebook.
func withImplied(p nlp.Predicate, known graph.Predicates) []nlp.Predicate {
	out := []nlp.Predicate{p}
	seen := map[nlp.Predicate]bool{p: true}
	for i := 0; i < len(out); i++ {
		for _, q := range known[out[i]].Implies {
			if !seen[q] {
				seen[q] = true
				out = append(out, q)
			}
		}
	}
	return out
}

// endTerm returns a claim's end: a resource, a number or a text.
func endTerm(e graph.End) term {
	switch {
	case e.Entity != "":
		return resource(string(e.Entity))
	case e.Quantity != nil:
		if v := e.Quantity.Value; v == math.Trunc(v) {
			return typed(decimal(v), "integer")
		}
		return typed(decimal(e.Quantity.Value), "decimal")
	}
	return literal(e.Text)
}
