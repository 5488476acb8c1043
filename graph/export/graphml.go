package export

import (
	"encoding/xml"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// graphML writes a network for Gephi, yEd, NetworkX, igraph and others.
// Attribute names are those that Gephi knows (label, weight) or speak for
// themselves. Edge ids are unique in the file: Gephi drops edges whose id
// comes again.
func graphML() Format {
	return Format{Name: "graphml", Extension: ".graphml", Kind: Network,
		Description: "GraphML for Gephi, yEd, NetworkX, igraph: entities as nodes, claims as edges", write: writeGraphML}
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
	{"n_first", "node", "first_reported", "string"},
	{"n_last", "node", "last_reported", "string"},
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
	{"e_count", "edge", "claims", "int"},
	{"e_claims", "edge", "claim_ids", "string"},
	{"e_start", "edge", "start", "string"},
	{"e_end", "edge", "end", "string"},
	{"e_first", "edge", "first_reported", "string"},
	{"e_last", "edge", "last_reported", "string"},
	{"e_sources", "edge", "sources", "string"},
	{"e_documents", "edge", "documents", "string"},
	{"e_titles", "edge", "titles", "string"},
	{"e_evidence", "edge", "evidence", "string"},
}

func writeGraphML(w *writer, r *reading, options Options) {
	w.text(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`, "\n")
	for _, a := range graphMLAttributes {
		w.text(`  <key id="`, a.id, `" for="`, a.on, `" attr.name="`, a.name, `" attr.type="`, a.kind, `"/>`, "\n")
	}
	w.text(`  <graph id="kgbuild" edgedefault="directed">`, "\n")
	walkNetwork(w, r, options, graphMLWriter{w})
	w.text("  </graph>\n</graphml>\n")
}

type graphMLWriter struct{ *writer }

func (g graphMLWriter) node(n *node) {
	g.text(`    <node id="`)
	g.xml(n.id)
	g.text("\">\n")
	g.data("n_label", n.label)
	g.data("n_type", n.kind)
	switch {
	case n.quantity != nil:
		g.number("n_value", n.quantity.Value)
		g.data("n_qualifier", string(n.quantity.Qualifier))
	case n.kind == textKind:
		g.data("n_text", n.text)
	default:
		g.data("n_aliases", strings.Join(n.aliases, "; "))
		g.count("n_mentions", n.mentions)
		g.count("n_documents", n.documents)
		g.data("n_event_type", n.eventType)
		g.interval("n_start", "n_end", n.time)
		g.interval("n_first", "n_last", n.reported)
	}
	g.text("    </node>\n")
}

func (g graphMLWriter) edge(e *edge) {
	g.text(`    <edge id="`, e.id, `" source="`)
	g.xml(e.source)
	g.text(`" target="`)
	g.xml(e.target)
	g.text("\">\n")
	g.data("e_label", e.label)
	g.data("e_predicate", string(e.predicate))
	symmetric := "false"
	if e.symmetric {
		symmetric = "true"
	}
	g.data("e_symmetric", symmetric)
	g.data("e_polarity", string(e.polarity))
	g.data("e_modality", string(e.modality))
	g.data("e_attribution", e.attribution)
	g.number("e_confidence", e.confidence)
	g.count("e_weight", e.weight)
	g.count("e_count", len(e.claims))
	g.data("e_claims", join(e.claims))
	g.interval("e_start", "e_end", e.stated)
	g.interval("e_first", "e_last", e.reported)
	g.data("e_sources", join(e.sources))
	g.data("e_documents", join(e.documents))
	g.data("e_titles", join(e.titles))
	g.data("e_evidence", e.evidence)
	g.text("    </edge>\n")
}

func (g graphMLWriter) interval(start, end string, t nlp.Interval) {
	if !t.Start.IsZero() {
		g.data(start, t.Start.String())
	}
	if !t.End.IsZero() {
		g.data(end, t.End.String())
	}
}

// data writes an attribute's value; what is empty is not known.
func (g graphMLWriter) data(key, value string) {
	if value == "" {
		return
	}
	g.text(`      <data key="`, key, `">`)
	g.xml(value)
	g.text("</data>\n")
}

func (g graphMLWriter) count(key string, n int) {
	g.text(`      <data key="`, key, `">`)
	g.integer(n)
	g.text("</data>\n")
}

func (g graphMLWriter) number(key string, f float64) {
	g.text(`      <data key="`, key, `">`)
	g.decimal(f)
	g.text("</data>\n")
}
