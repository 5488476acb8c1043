package export

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// gexf writes a network with time for Gephi (GEXF 1.3).
//
// An edge lasts as long as what it says, as package dating knows it; an event
// begins when it happened or was first spoken of, whichever is earlier, and
// does not end, so that no edge is without its ends on the timeline; other
// nodes are always there. Nodes have their type's colour. Edges between the
// same nodes are told apart by their kind, which is their label: Gephi merges
// parallel edges of one kind unless it is told not to.
func gexf() Format {
	return Format{Name: "gexf", Extension: ".gexf", Kind: Network,
		Description: "GEXF 1.3 for Gephi: as graphml, with time for the timeline and colours by type", write: writeGEXF}
}

// Attributes by their numbers in the file, which gexfNode and gexfEdge use.
var (
	gexfNodeAttributes = []attribute{
		{id: "0", name: "type", kind: "string"},
		{id: "1", name: "aliases", kind: "string"},
		{id: "2", name: "mentions", kind: "integer"},
		{id: "3", name: "documents", kind: "integer"},
		{id: "4", name: "event_type", kind: "string"},
		{id: "5", name: "event_start", kind: "string"},
		{id: "6", name: "event_end", kind: "string"},
		{id: "7", name: "first_reported", kind: "string"},
		{id: "8", name: "last_reported", kind: "string"},
		{id: "9", name: "value", kind: "double"},
		{id: "10", name: "qualifier", kind: "string"},
		{id: "11", name: "text", kind: "string"},
	}
	gexfEdgeAttributes = []attribute{
		{id: "0", name: "predicate", kind: "string"},
		{id: "1", name: "symmetric", kind: "boolean"},
		{id: "2", name: "polarity", kind: "string"},
		{id: "3", name: "modality", kind: "string"},
		{id: "4", name: "attribution", kind: "string"},
		{id: "5", name: "confidence", kind: "double"},
		{id: "6", name: "claims", kind: "integer"},
		{id: "7", name: "claim_ids", kind: "string"},
		{id: "8", name: "stated_start", kind: "string"},
		{id: "9", name: "stated_end", kind: "string"},
		{id: "10", name: "first_reported", kind: "string"},
		{id: "11", name: "last_reported", kind: "string"},
		{id: "12", name: "sources", kind: "string"},
		{id: "13", name: "document_ids", kind: "string"},
		{id: "14", name: "titles", kind: "string"},
		{id: "15", name: "evidence", kind: "string"},
	}
)

// colours of types, told apart by people who see few colours too.
var colours = map[string][3]int{
	string(nlp.Person):       {0, 114, 178},
	string(nlp.Organization): {213, 94, 0},
	string(nlp.Country):      {0, 158, 115},
	string(nlp.City):         {86, 180, 100},
	string(nlp.Place):        {140, 190, 120},
	string(nlp.Facility):     {120, 150, 90},
	string(nlp.Group):        {230, 159, 0},
	string(nlp.Product):      {150, 110, 70},
	string(nlp.Event):        {204, 40, 60},
	string(nlp.Concept):      {204, 121, 167},
	quantityKind:             {120, 120, 120},
	textKind:                 {170, 170, 170},
}

func writeGEXF(w *writer, r *reading, options Options) {
	edges, err := newSpool()
	if err != nil {
		w.fail(err)
		return
	}
	defer edges.close()
	w.text(xml.Header, `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">`, "\n",
		"  <meta><creator>kgbuild</creator></meta>\n",
		`  <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">`, "\n")
	for class, attributes := range [][]attribute{gexfNodeAttributes, gexfEdgeAttributes} {
		w.text(`    <attributes class="`, []string{"node", "edge"}[class], `" mode="static">`, "\n")
		for _, a := range attributes {
			w.text(`      <attribute id="`, a.id, `" title="`, a.name, `" type="`, a.kind, `"/>`, "\n")
		}
		w.text("    </attributes>\n")
	}
	w.text("    <nodes>\n")
	walkNetwork(w, r, options, gexfWriter{nodes: gexfItems{w}, edges: gexfItems{edges.writer}})
	w.text("    </nodes>\n    <edges>\n")
	if w.err == nil {
		w.fail(edges.copyTo(w))
	}
	w.text("    </edges>\n  </graph>\n</gexf>\n")
}

type gexfWriter struct{ nodes, edges gexfItems }

type gexfItems struct{ *writer }

func (g gexfWriter) node(n *node) {
	w := g.nodes
	w.text(`      <node`)
	w.attribute("id", n.id)
	w.attribute("label", n.label)
	if begin := span(n.time, n.reported); n.kind == string(nlp.Event) && !begin.Start.IsZero() {
		w.attribute("start", firstDay(begin.Start))
	}
	w.text(">\n        <attvalues>\n")
	w.value("0", n.kind)
	switch {
	case n.quantity != nil:
		w.value("9", decimal(n.quantity.Value))
		w.value("10", string(n.quantity.Qualifier))
	case n.kind == textKind:
		w.value("11", n.text)
	default:
		w.value("1", strings.Join(n.aliases, "; "))
		w.count("2", n.mentions)
		w.count("3", n.documents)
		w.value("4", n.eventType)
		w.dates("5", "6", n.time)
		w.dates("7", "8", n.reported)
	}
	w.text("        </attvalues>\n")
	c := colours[n.kind]
	w.text(`        <viz:color r="`)
	w.integer(c[0])
	w.text(`" g="`)
	w.integer(c[1])
	w.text(`" b="`)
	w.integer(c[2])
	w.text("\"/>\n      </node>\n")
}

func (g gexfWriter) edge(e *edge) {
	w := g.edges
	w.text(`      <edge`)
	w.attribute("id", e.id)
	w.attribute("source", e.source)
	w.attribute("target", e.target)
	w.attribute("label", e.label)
	w.attribute("kind", e.label)
	w.text(` weight="`)
	w.integer(e.weight)
	w.text(`"`)
	first, last := firstDay(e.dated.Start), lastDay(e.dated.End)
	if first != "" {
		w.attribute("start", first)
	}
	if last != "" {
		w.attribute("end", max(first, last)) // Gephi refuses an end before its start
	}
	w.text(">\n        <attvalues>\n")
	w.value("0", string(e.predicate))
	w.value("1", fmt.Sprint(e.symmetric))
	w.value("2", string(e.polarity))
	w.value("3", string(e.modality))
	w.value("4", e.attribution)
	w.value("5", decimal(e.confidence))
	w.count("6", len(e.claims))
	w.value("7", join(e.claims))
	w.dates("8", "9", e.stated)
	w.dates("10", "11", e.reported)
	w.value("12", join(e.sources))
	w.value("13", join(e.documents))
	w.value("14", join(e.titles))
	w.value("15", e.evidence)
	w.text("        </attvalues>\n      </edge>\n")
}

func (w gexfItems) attribute(name, value string) {
	w.text(" ", name, `="`)
	w.xml(value)
	w.text(`"`)
}

// value writes an attribute's value; what is empty is not known.
func (w gexfItems) value(id, value string) {
	if value == "" {
		return
	}
	w.text(`          <attvalue for="`, id, `" value="`)
	w.xml(value)
	w.text("\"/>\n")
}

func (w gexfItems) count(id string, n int) {
	w.text(`          <attvalue for="`, id, `" value="`)
	w.integer(n)
	w.text("\"/>\n")
}

func (w gexfItems) dates(start, end string, t nlp.Interval) {
	w.value(start, t.Start.String())
	w.value(end, t.End.String())
}

// firstDay returns the first day that d can be; nothing when d is unknown.
func firstDay(d nlp.Date) string {
	if d.IsZero() {
		return ""
	}
	return nlp.DateOf(d.Time()).String()
}

// lastDay returns the last day that d can be; nothing when d is unknown.
func lastDay(d nlp.Date) string {
	t := d.Time()
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		t = t.AddDate(1, 0, -1)
	case d.Day == 0:
		t = t.AddDate(0, 1, -1)
	}
	return nlp.DateOf(t).String()
}
