package export

import "strings"

// turtle writes RDF as Turtle, which has no named graphs: the facts of all
// claims stand side by side, and who says them is known from the claims alone.
func turtle() Format {
	return Format{Name: "turtle", Extension: ".ttl", Kind: RDF,
		Description: "RDF as Turtle: as trig, without named graphs",
		write:       func(w *writer, r *reading, o Options) { writeTurtle(w, r, o, false) }}
}

// trig writes RDF as TriG: Turtle with named graphs.
func trig() Format {
	return Format{Name: "trig", Extension: ".trig", Kind: RDF,
		Description: "RDF as TriG: as nquads, shorter and easier to read",
		write:       func(w *writer, r *reading, o Options) { writeTurtle(w, r, o, true) }}
}

func writeTurtle(w *writer, r *reading, options Options, graphs bool) {
	for _, p := range prefixes {
		w.text("@prefix ", p.name, ": <", p.iri, "> .\n")
	}
	writeRDF(w, r, options, &turtleWriter{writer: w, graphs: graphs})
}

type turtleWriter struct {
	*writer
	graphs  bool   // write named graphs
	subject string // that begin named
	last    name   // the property of the statement before
	any     bool   // whether there is one
}

func (t *turtleWriter) begin(id string) { t.subject, t.any = id, false }

func (t *turtleWriter) add(p name, o term) {
	switch {
	case !o.given:
		return
	case !t.any:
		t.text("\n")
		t.resource(t.subject)
		t.text(" ")
	case p == t.last:
		t.text(" , ")
		t.term(o)
		return
	default:
		t.text(" ;\n  ")
	}
	if p == rdfType {
		t.text("a ")
	} else {
		t.text(p.prefixed, " ")
	}
	t.term(o)
	t.any, t.last = true, p
}

func (t *turtleWriter) end() {
	if t.any {
		t.text(" .\n")
	}
}

func (t *turtleWriter) facts(claim string, facts []fact) {
	if t.graphs {
		t.resource(claim)
		t.text(" {\n")
	}
	for _, f := range facts {
		t.resource(f.subject)
		t.text(" ")
		t.resource(f.predicate)
		t.text(" ")
		t.term(f.object)
		t.text(" .\n")
	}
	if t.graphs {
		t.text("}\n")
	}
}

// resource writes an id with a prefix, where what is left can stand behind
// one, or as an IRI.
func (t *turtleWriter) resource(id string) {
	id = escapeID(id)
	if prefix, local, ok := strings.Cut(id, "/"); ok && resourcePrefixes[prefix] && isLocalName(local) {
		t.text(prefix, ":", local)
		return
	}
	t.text("<"+urn, id, ">")
}

// resourcePrefixes are the prefixes that ids begin with.
var resourcePrefixes = map[string]bool{
	"doc": true, "entity": true, "event": true, "event-type": true, "claim": true, "evidence": true, "predicate": true,
}

// isLocalName reports whether an escaped id can stand behind a prefix as it
// is (PN_LOCAL of Turtle).
func isLocalName(s string) bool {
	if s == "" || s[0] == '-' || s[0] == '.' || s[len(s)-1] == '.' {
		return false
	}
	return !strings.ContainsAny(s, "~/")
}

func (t *turtleWriter) term(o term) {
	switch {
	case o.resource != "":
		t.resource(o.resource)
	case o.name.iri != "":
		t.text(o.name.prefixed)
	case o.datatype == xsdInteger || o.datatype == xsdBoolean:
		t.text(o.literal) // Turtle's own forms of these
	default:
		t.rdfString(o.literal)
		if o.datatype.iri != "" {
			t.text("^^", o.datatype.prefixed)
		}
	}
}
