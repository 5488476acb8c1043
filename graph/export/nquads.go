package export

// nquads writes RDF as N-Quads, one statement a line. What is known of
// documents, entities and claims stands in the default graph, the facts of a
// claim in the graph that is named by it.
func nquads() Format {
	return Format{Name: "nquads", Extension: ".nq", Kind: RDF,
		Description: "RDF as N-Quads: the facts of a claim in a graph named by it",
		write:       func(w *writer, r *reading, o Options) { writeRDF(w, r, o, &nquadsWriter{writer: w}) }}
}

type nquadsWriter struct {
	*writer
	subject string // escaped
}

func (n *nquadsWriter) begin(id string) { n.subject = escapeID(id) }

func (n *nquadsWriter) end() {}

func (n *nquadsWriter) add(p name, o term) {
	if !o.given {
		return
	}
	n.text("<"+urn, n.subject, "> <", p.iri, "> ")
	n.term(o)
	n.text(" .\n")
}

func (n *nquadsWriter) facts(claim string, facts []fact) {
	for _, f := range facts {
		n.text("<"+urn, escapeID(f.subject), "> <"+urn, escapeID(f.predicate), "> ")
		n.term(f.object)
		n.text(" <"+urn, escapeID(claim), "> .\n")
	}
}

func (n *nquadsWriter) term(o term) {
	switch {
	case o.resource != "":
		n.text("<"+urn, escapeID(o.resource), ">")
	case o.name.iri != "":
		n.text("<", o.name.iri, ">")
	default:
		n.rdfString(o.literal)
		if o.datatype.iri != "" {
			n.text("^^<", o.datatype.iri, ">")
		}
	}
}
