package export

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// graphML writes nodes for entities and edges for claims. Attribute names are
// those that Gephi knows (label, weight) or speak for themselves. Characters
// that XML cannot hold become U+FFFD.
func graphML() Format {
	return Format{Name: "graphml", Extension: ".graphml", Description: "GraphML for Gephi and its like: entities as nodes, claims as edges", write: writeGraphML}
}

// attribute is a typed attribute of nodes or edges.
type attribute struct{ id, on, name, kind string }

// The attributes, nodes' first. Ids are unique in the file.
var graphMLAttributes = []attribute{
	{"n_label", "node", "label", "string"},
	{"n_type", "node", "type", "string"},
	{"n_aliases", "node", "aliases", "string"},
	{"n_mentions", "node", "mentions", "int"},
	{"n_documents", "node", "documents", "int"},
	{"n_event_type", "node", "event_type", "string"},
	{"n_start", "node", "start", "string"},
	{"n_end", "node", "end", "string"},
	{"n_value", "node", "value", "double"},
	{"n_qualifier", "node", "qualifier", "string"},
	{"n_text", "node", "text", "string"},
	{"e_label", "edge", "label", "string"},
	{"e_predicate", "edge", "predicate", "string"},
	{"e_symmetric", "edge", "symmetric", "boolean"},
	{"e_polarity", "edge", "polarity", "string"},
	{"e_modality", "edge", "modality", "string"},
	{"e_attribution", "edge", "attribution", "string"},
	{"e_confidence", "edge", "confidence", "double"},
	{"e_weight", "edge", "weight", "double"},
	{"e_start", "edge", "start", "string"},
	{"e_end", "edge", "end", "string"},
	{"e_date", "edge", "date", "string"},
	{"e_document", "edge", "document", "string"},
	{"e_title", "edge", "title", "string"},
	{"e_source", "edge", "source", "string"},
	{"e_evidence", "edge", "evidence", "string"},
}

func writeGraphML(w *writer, r *graph.Resolution, options Options) {
	w.text(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`, "\n")
	for _, a := range graphMLAttributes {
		w.text(`  <key id="`, a.id, `" for="`, a.on, `" attr.name="`, a.name, `" attr.type="`, a.kind, `"/>`, "\n")
	}
	w.text(`  <graph id="kgbuild" edgedefault="directed">`, "\n")
	g := graphMLWriter{writer: w, entities: make(map[graph.EntityID]*graph.Entity, len(r.Entities)), documents: make(map[graph.DocumentID]*graph.Document, len(r.Documents)), predicates: options.Predicates}
	for i := range r.Documents {
		g.documents[r.Documents[i].ID] = &r.Documents[i]
	}
	for i := range r.Entities {
		g.entities[r.Entities[i].ID] = &r.Entities[i]
		g.entity(&r.Entities[i])
	}
	known := entitySet(r)
	for i := range r.Claims {
		c := &r.Claims[i]
		if !w.checkEnd(c, c.Subject, known) || !w.checkEnd(c, c.Object, known) {
			return
		}
		g.claim(c)
	}
	w.text("  </graph>\n</graphml>\n")
}

type graphMLWriter struct {
	*writer
	entities   map[graph.EntityID]*graph.Entity
	documents  map[graph.DocumentID]*graph.Document
	predicates graph.Predicates
}

func (g *graphMLWriter) entity(e *graph.Entity) {
	g.open("node", "id", string(e.ID))
	g.data("n_label", e.Name)
	g.data("n_type", string(e.Type))
	g.data("n_aliases", strings.Join(e.Aliases, "; "))
	g.data("n_mentions", strconv.Itoa(len(e.Mentions)))
	documents := make(map[graph.DocumentID]bool)
	for _, m := range e.Mentions {
		documents[m.Document] = true
	}
	g.data("n_documents", strconv.Itoa(len(documents)))
	g.data("n_event_type", e.EventType)
	g.interval("n_", e.Time)
	g.close("node")
}

// claim writes the edge of a claim, after nodes for its ends that are no
// entities.
func (g *graphMLWriter) claim(c *graph.Claim) {
	subject, object := g.end(c, c.Subject, "subject"), g.end(c, c.Object, "object")
	g.open("edge", "id", string(c.ID), "source", subject, "target", object)
	g.data("e_label", edgeLabel(c))
	g.data("e_predicate", string(c.Predicate))
	g.data("e_symmetric", strconv.FormatBool(g.predicates[c.Predicate].Symmetric))
	g.data("e_polarity", string(c.Polarity))
	g.data("e_modality", string(c.Modality))
	g.data("e_attribution", g.names(c.Attribution))
	g.data("e_confidence", decimal(c.Confidence))
	g.data("e_weight", decimal(c.Confidence))
	g.interval("e_", c.Time)
	if d := g.documents[c.Document]; d != nil {
		g.data("e_date", d.Date.String())
		g.data("e_title", d.Title)
		g.data("e_source", d.Source)
	}
	g.data("e_document", string(c.Document))
	var evidence []string
	for _, e := range c.Evidence {
		evidence = append(evidence, e.Text)
	}
	g.data("e_evidence", strings.Join(evidence, " […] "))
	g.close("edge")
}

// edgeLabel is the predicate as words, with what keeps the claim from being a
// fact: "not claimed", "allied (possible)".
func edgeLabel(c *graph.Claim) string {
	label := strings.ReplaceAll(strings.TrimPrefix(string(c.Predicate), nlp.OpenPrefix), "_", " ")
	if c.Polarity == nlp.Negative {
		label = "not " + label
	}
	if c.Modality != nlp.Certain {
		label += " (" + string(c.Modality) + ")"
	}
	return label
}

// maxTextLabel is how many code points of a text stand on its node.
const maxTextLabel = 80

// end returns the node of a claim's end and writes it when it is no entity.
func (g *graphMLWriter) end(c *graph.Claim, e graph.End, role string) string {
	if e.Entity != "" {
		return string(e.Entity)
	}
	id := string(c.ID) + "/" + role
	g.open("node", "id", id)
	if q := e.Quantity; q != nil {
		label := decimal(q.Value)
		if q.Qualifier != nlp.Exactly && q.Qualifier != "" {
			label = string(q.Qualifier) + " " + label
		}
		g.data("n_label", label)
		g.data("n_type", "Quantity")
		g.data("n_value", decimal(q.Value))
		g.data("n_qualifier", string(q.Qualifier))
	} else {
		label := []rune(e.Text)
		if len(label) > maxTextLabel {
			label = append(label[:maxTextLabel-1:maxTextLabel-1], '…')
		}
		g.data("n_label", string(label))
		g.data("n_type", "Text")
		g.data("n_text", e.Text)
	}
	g.close("node")
	return id
}

func (g *graphMLWriter) names(ids []graph.EntityID) string {
	var names []string
	for _, id := range ids {
		name := string(id)
		if e := g.entities[id]; e != nil {
			name = e.Name
		}
		names = append(names, name)
	}
	return strings.Join(names, " > ")
}

func (g *graphMLWriter) interval(prefix string, t nlp.Interval) {
	g.data(prefix+"start", t.Start.String())
	g.data(prefix+"end", t.End.String())
}

func (g *graphMLWriter) open(element string, attributes ...string) {
	g.text("    <", element)
	for i := 0; i+1 < len(attributes); i += 2 {
		g.text(" ", attributes[i], `="`)
		g.escaped(attributes[i+1])
		g.text(`"`)
	}
	g.text(">\n")
}

func (g *graphMLWriter) close(element string) { g.text("    </", element, ">\n") }

// data writes an attribute's value; what is empty is not known.
func (g *graphMLWriter) data(key, value string) {
	if value == "" {
		return
	}
	g.text(`      <data key="`, key, `">`)
	g.escaped(value)
	g.text("</data>\n")
}

func (g *graphMLWriter) escaped(s string) {
	if g.err == nil {
		g.err = xml.EscapeText(g.writer, []byte(s))
	}
}

// decimal writes a number in the shortest way that gives it back.
func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
