package export

// jsonLD writes RDF as JSON-LD, one resource a line; the facts of a claim
// stand in a graph named by it.
func jsonLD() Format {
	return Format{Name: "jsonld", Extension: ".jsonld", Kind: RDF,
		Description: "RDF as JSON-LD: as nquads, for programs that read JSON", write: writeJSONLD}
}

func writeJSONLD(w *writer, r *reading, options Options) {
	w.text(`{"@context":{`)
	for i, p := range prefixes {
		if i > 0 {
			w.text(",")
		}
		w.text(`"`, p.name, `":"`, p.iri, `"`)
	}
	w.text("},\n", `"@graph":[`)
	writeRDF(w, r, options, &jsonLDWriter{writer: w})
	w.text("\n]}\n")
}

type jsonLDWriter struct {
	*writer
	n      int    // resources and graphs written
	last   name   // the property of the statements in values
	values []term // of the resource and property at hand
}

func (j *jsonLDWriter) object() {
	if j.n++; j.n > 1 {
		j.text(",")
	}
	j.text("\n{")
}

func (j *jsonLDWriter) begin(id string) {
	j.object()
	j.id(id)
}

func (j *jsonLDWriter) add(p name, o term) {
	if !o.given {
		return
	}
	if p != j.last {
		j.property()
		j.last = p
	}
	j.values = append(j.values, o)
}

func (j *jsonLDWriter) end() {
	j.property()
	j.text("}")
}

// property writes what has been gathered of a property.
func (j *jsonLDWriter) property() {
	if len(j.values) == 0 {
		return
	}
	if j.last == rdfType {
		j.text(`,"@type":`)
	} else {
		j.text(`,"`, j.last.prefixed, `":`)
	}
	if len(j.values) > 1 {
		j.text("[")
	}
	for i, o := range j.values {
		if i > 0 {
			j.text(",")
		}
		if j.last == rdfType {
			j.text(`"`, o.name.prefixed, `"`)
		} else {
			j.term(o)
		}
	}
	if len(j.values) > 1 {
		j.text("]")
	}
	j.values, j.last = j.values[:0], name{}
}

func (j *jsonLDWriter) facts(claim string, facts []fact) {
	j.object()
	j.id(claim)
	j.text(`,"@graph":[`)
	for i, f := range facts {
		if i > 0 {
			j.text(",")
		}
		j.text("{")
		j.id(f.subject)
		j.text(`,"`+urn, escapeID(f.predicate), `":`)
		j.term(f.object)
		j.text("}")
	}
	j.text("]}")
}

func (j *jsonLDWriter) id(id string) { j.text(`"@id":"`+urn, escapeID(id), `"`) }

func (j *jsonLDWriter) term(o term) {
	switch {
	case o.resource != "":
		j.text("{")
		j.id(o.resource)
		j.text("}")
	case o.name.iri != "":
		j.text(`{"@id":"`, o.name.iri, `"}`)
	case o.datatype.iri != "":
		j.text(`{"@value":`)
		j.json(o.literal)
		j.text(`,"@type":"`, o.datatype.prefixed, `"}`)
	default:
		j.json(o.literal)
	}
}
