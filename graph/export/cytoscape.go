package export

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// cytoscape writes a network as the JSON of Cytoscape and Cytoscape.js, one
// element a line.
func cytoscape() Format {
	return Format{Name: "cytoscape", Extension: ".cyjs", Kind: Network,
		Description: "JSON for Cytoscape and Cytoscape.js", write: writeCytoscape}
}

func writeCytoscape(w *writer, r *reading, options Options) {
	edges, err := newSpool()
	if err != nil {
		w.fail(err)
		return
	}
	defer edges.close()
	w.text(`{"format_version":"1.0","generated_by":"kgbuild","target_cytoscapejs_version":"~3.0",`, "\n",
		`"data":{"name":"kgbuild","shared_name":"kgbuild"},"elements":{`, "\n", `"nodes":[`)
	c := &cytoscapeWriter{nodes: cytoscapeItems{writer: w}, edges: cytoscapeItems{writer: edges.writer}}
	walkNetwork(w, r, options, c)
	w.text("\n],\n\"edges\":[")
	if w.err == nil {
		w.fail(edges.copyTo(w))
	}
	w.text("\n]}}\n")
}

type cytoscapeWriter struct{ nodes, edges cytoscapeItems }

// cytoscapeItems writes the elements of a list.
type cytoscapeItems struct {
	*writer
	n int
}

func (c *cytoscapeItems) begin(id string) {
	if c.n++; c.n > 1 {
		c.text(",")
	}
	c.text("\n", `{"data":{"id":`)
	c.json(id)
}

func (c *cytoscapeItems) field(name, value string) {
	if value != "" {
		c.text(`,"`, name, `":`)
		c.json(value)
	}
}

func (c *cytoscapeItems) count(name string, n int) {
	c.text(`,"`, name, `":`)
	c.integer(n)
}

func (c *cytoscapeItems) number(name string, f float64) {
	c.text(`,"`, name, `":`)
	c.decimal(f)
}

func (c *cytoscapeItems) dates(start, end string, t nlp.Interval) {
	c.field(start, t.Start.String())
	c.field(end, t.End.String())
}

func (w *cytoscapeWriter) node(n *node) {
	c := &w.nodes
	c.begin(n.id)
	c.field("name", n.label)
	c.field("type", n.kind)
	switch {
	case n.quantity != nil:
		c.number("value", n.quantity.Value)
		c.field("qualifier", string(n.quantity.Qualifier))
	case n.kind == textKind:
		c.field("text", n.text)
	default:
		c.field("aliases", strings.Join(n.aliases, "; "))
		c.count("mentions", n.mentions)
		c.count("documents", n.documents)
		c.field("event_type", n.eventType)
		c.dates("start", "end", n.time)
		c.dates("first_reported", "last_reported", n.reported)
	}
	c.text("}}")
}

func (w *cytoscapeWriter) edge(e *edge) {
	c := &w.edges
	c.begin(e.id)
	c.field("source", e.source)
	c.field("target", e.target)
	c.field("name", e.label)
	c.field("interaction", string(e.predicate))
	if e.symmetric {
		c.text(`,"symmetric":true`)
	}
	c.field("polarity", string(e.polarity))
	c.field("modality", string(e.modality))
	c.field("attribution", e.attribution)
	c.number("confidence", e.confidence)
	c.count("weight", e.weight)
	c.count("claims", len(e.claims))
	c.field("claim_ids", join(e.claims))
	c.dates("start", "end", e.stated)
	c.dates("first_reported", "last_reported", e.reported)
	c.field("sources", join(e.sources))
	c.field("document_ids", join(e.documents))
	c.field("titles", join(e.titles))
	c.field("evidence", e.evidence)
	c.text("}}")
}
