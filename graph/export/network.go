package export

import (
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/nlp"
)

// A network is the graph as programs for graphs see it: nodes with attributes,
// and edges between them with attributes.

// node is an entity, or the quantity or text at the end of a claim.
type node struct {
	id        string
	label     string
	kind      string // an entity type, quantityKind or textKind
	aliases   []string
	mentions  int
	documents int
	eventType string
	time      nlp.Interval // of an event
	reported  nlp.Interval // first and last day of the documents that mention it
	quantity  *nlp.Quantity
	text      string
}

// The kinds of nodes that are no entities.
const (
	quantityKind = "Quantity"
	textKind     = "Text"
)

// edge is a claim, or all claims that make one statement.
type edge struct {
	id, source, target string
	label              string
	predicate          nlp.Predicate
	symmetric          bool
	polarity           nlp.Polarity
	modality           nlp.Modality
	attribution        string  // names, outermost first: "A > B"; several attributions are joined by "; "
	confidence         float64 // the highest of its claims
	weight             int     // independent sources
	claims             []graph.ClaimID
	stated             nlp.Interval // the time that the documents give for it
	dated              nlp.Interval // when it happened, as package dating knows it
	reported           nlp.Interval // first and last day of the documents
	documents          []graph.DocumentID
	titles             []string
	sources            []string
	evidence           string // sentences, joined by " […] "
}

// network takes the nodes and edges of a graph, the entities first. An edge
// comes after its ends.
type network interface {
	node(*node)
	edge(*edge)
}

// walkNetwork hands r to n; errors are w's.
func walkNetwork(w *writer, r *reading, options Options, n network) {
	b := &networkBuilder{reading: r, writer: w, to: n, options: options}
	b.dater = dating.New(datingGraph{r})
	r.eachEntity(w, b.entity)
	if options.Edges == Folded {
		b.fold()
		return
	}
	r.eachClaim(w, func(c *graph.Claim) { b.claims(string(c.ID), []*graph.Claim{c}) })
}

type networkBuilder struct {
	*reading
	writer  *writer
	to      network
	options Options
	dater   *dating.Dater
	node    node
	edge    edge
}

// datingGraph lets the dater use what the reading remembers.
type datingGraph struct{ r *reading }

func (g datingGraph) Entity(id graph.EntityID) (*graph.Entity, error) {
	t, err := g.r.events.get(id)
	return &graph.Entity{ID: id, Time: t}, err
}

func (g datingGraph) Document(id graph.DocumentID) (*graph.Document, error) {
	return g.r.documents.get(id)
}

func (b *networkBuilder) entity(e *graph.Entity) {
	n := &b.node
	*n = node{
		id: string(e.ID), label: e.Name, kind: string(e.Type), aliases: e.Aliases, mentions: len(e.Mentions),
		eventType: e.EventType, time: e.Time,
	}
	var last graph.DocumentID
	for _, m := range e.Mentions { // by document
		if m.Document == last {
			continue
		}
		last = m.Document
		n.documents++
		d, err := b.documents.get(m.Document)
		if err != nil {
			b.writer.fail(err)
			return
		}
		n.reported = span(n.reported, nlp.On(d.Date))
	}
	b.to.node(n)
}

// claims writes the edge of claims that make one statement, after nodes for
// its ends that are no entities.
func (b *networkBuilder) claims(id string, claims []*graph.Claim) {
	c := claims[0]
	e := &b.edge
	*e = edge{
		id: id, label: edgeLabel(c), predicate: c.Predicate, symmetric: b.options.Predicates[c.Predicate].Symmetric,
		polarity: c.Polarity, modality: c.Modality, weight: 1,
		claims: e.claims[:0], documents: e.documents[:0], titles: e.titles[:0], sources: e.sources[:0],
	}
	if err := b.gather(e, claims); err != nil {
		b.writer.fail(err)
		return
	}
	e.source, e.target = b.end(id, c.Subject, "subject"), b.end(id, c.Object, "object")
	b.to.edge(e)
}

// end returns the node of a claim's end and hands it on when it is no entity.
func (b *networkBuilder) end(id string, e graph.End, role string) string {
	if e.Entity != "" {
		return string(e.Entity)
	}
	n := &b.node
	*n = node{id: id + "/" + role}
	if e.Quantity != nil {
		n.kind, n.label, n.quantity = quantityKind, quantityLabel(e.Quantity), e.Quantity
	} else {
		n.kind, n.label, n.text = textKind, cut(e.Text, maxTextLabel), e.Text
	}
	b.to.node(n)
	return n.id
}

// span returns the shortest interval that holds both; what is unknown holds
// nothing.
func span(a, b nlp.Interval) nlp.Interval {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	if before(b.Start, a.Start) {
		a.Start = b.Start
	}
	if before(a.End, b.End) {
		a.End = b.End
	}
	return a
}

// before compares dates by what is known of them; an unknown one is before
// none and after none.
func before(a, b nlp.Date) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	if a.Month != b.Month {
		return a.Month < b.Month
	}
	return a.Day < b.Day
}

// edgeLabel says what a claim states, and how: "not denied (possible)".
func edgeLabel(c *graph.Claim) string {
	label := string(c.Predicate)
	if rest, open := strings.CutPrefix(label, nlp.OpenPrefix); open {
		label = rest
	}
	label = strings.ReplaceAll(label, "_", " ")
	if c.Polarity == nlp.Negative {
		label = "not " + label
	}
	if c.Modality != nlp.Certain {
		label += " (" + string(c.Modality) + ")"
	}
	return label
}

func quantityLabel(q *nlp.Quantity) string {
	label := decimal(q.Value)
	if q.Qualifier != nlp.Exactly && q.Qualifier != "" {
		label = string(q.Qualifier) + " " + label
	}
	return label
}

// maxTextLabel is how many code points of a text stand on its node.
const maxTextLabel = 80

// cut shortens s to so many code points.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	points := []rune(s)
	if len(points) <= most {
		return s
	}
	return string(points[:most-1]) + "…"
}
