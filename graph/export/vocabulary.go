package export

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// The vocabulary that graphs are written in; docs/vocabulary.md explains it.
var (
	rdfType      = vocabulary("rdf:type")
	rdfSubject   = vocabulary("rdf:subject")
	rdfPredicate = vocabulary("rdf:predicate")
	rdfObject    = vocabulary("rdf:object")
	rdfStatement = vocabulary("rdf:Statement")
	rdfProperty  = vocabulary("rdf:Property")
	rdfsLabel    = vocabulary("rdfs:label")
	subProperty  = vocabulary("rdfs:subPropertyOf")
	owlSymmetric = vocabulary("owl:SymmetricProperty")

	prefLabel = vocabulary("skos:prefLabel")
	altLabel  = vocabulary("skos:altLabel")

	dctTitle     = vocabulary("dcterms:title")
	dctIssued    = vocabulary("dcterms:issued")
	dctCreator   = vocabulary("dcterms:creator")
	dctPublisher = vocabulary("dcterms:publisher")
	dctLanguage  = vocabulary("dcterms:language")

	derivedFrom   = vocabulary("prov:wasDerivedFrom")
	attributedTo  = vocabulary("prov:wasAttributedTo")
	primarySource = vocabulary("prov:hadPrimarySource")

	oaResource = vocabulary("oa:SpecificResource")
	oaSource   = vocabulary("oa:hasSource")
	oaSelector = vocabulary("oa:hasSelector")
	oaPosition = vocabulary("oa:TextPositionSelector")
	oaStart    = vocabulary("oa:start")
	oaEnd      = vocabulary("oa:end")
	oaQuote    = vocabulary("oa:TextQuoteSelector")
	oaExact    = vocabulary("oa:exact")

	schemaArticle = vocabulary("schema:NewsArticle")
	schemaDataset = vocabulary("schema:Dataset")
	schemaClaim   = vocabulary("schema:Claim")
	schemaSubject = vocabulary("schema:subjectOf")

	semBegin     = vocabulary("sem:hasBeginTimeStamp")
	semEnd       = vocabulary("sem:hasEndTimeStamp")
	semPlace     = vocabulary("sem:hasPlace")
	semSubEvent  = vocabulary("sem:subEventOf")
	semEventType = vocabulary("sem:eventType")
	semKind      = vocabulary("sem:EventType")

	kgtDocument = vocabulary("kgt:Document")
	kgtClaim    = vocabulary("kgt:Claim")

	schemaURL      = vocabulary("schema:url")
	kgpPath        = vocabulary("kgp:path")
	kgpSHA256      = vocabulary("kgp:sha256")
	kgpMentions    = vocabulary("kgp:mentions")
	kgpUnknown     = vocabulary("kgp:unknown")
	kgpPolarity    = vocabulary("kgp:polarity")
	kgpModality    = vocabulary("kgp:modality")
	kgpConfidence  = vocabulary("kgp:confidence")
	kgpQualifier   = vocabulary("kgp:qualifier")
	kgpAttribution = vocabulary("kgp:attribution")
)

// classes are the types of an entity: kgbuild's own, and those of others.
var classes = func() map[nlp.EntityType][]name {
	also := map[nlp.EntityType]string{
		nlp.Person:       "schema:Person sem:Actor",
		nlp.Organization: "schema:Organization sem:Actor",
		nlp.Country:      "schema:Country sem:Actor sem:Place",
		nlp.City:         "schema:City sem:Place",
		nlp.Place:        "schema:Place sem:Place",
		nlp.Facility:     "schema:Place sem:Place",
		nlp.Group:        "sem:Actor",
		nlp.Product:      "schema:Product sem:Object",
		nlp.Event:        "schema:Event sem:Event",
		nlp.Concept:      "skos:Concept",
	}
	out := make(map[nlp.EntityType][]name)
	for t, others := range also {
		for _, c := range append([]string{"kgt:" + string(t)}, strings.Fields(others)...) {
			out[t] = append(out[t], vocabulary(c))
		}
	}
	return out
}()

// writeRDF hands a graph to a syntax: predicates, documents, entities, claims.
func writeRDF(w *writer, r *reading, options Options, to statements) {
	v := &rdfWriter{statements: to, known: options.Predicates, implied: make(map[nlp.Predicate][]nlp.Predicate), kinds: make(map[string]bool)}
	for _, p := range slices.Sorted(maps.Keys(options.Predicates)) {
		v.predicate(p, options.Predicates[p])
	}
	r.eachDocument(w, v.document)
	r.eachEntity(w, v.entity)
	r.eachClaim(w, v.claim)
}

type rdfWriter struct {
	statements
	known   graph.Predicates
	implied map[nlp.Predicate][]nlp.Predicate
	kinds   map[string]bool // of events, that have been written
	list    []fact
}

func predicateID(p nlp.Predicate) string { return "predicate/" + string(p) }

// predicate writes what the codebook says of a predicate, when it says more
// than that there is one.
func (v *rdfWriter) predicate(p nlp.Predicate, info graph.PredicateInfo) {
	if !info.Symmetric && len(info.Implies) == 0 {
		return
	}
	v.begin(predicateID(p))
	v.add(rdfType, named(rdfProperty))
	if info.Symmetric {
		v.add(rdfType, named(owlSymmetric))
	}
	for _, q := range info.Implies {
		v.add(subProperty, resource(predicateID(q)))
	}
	v.end()
}

func (v *rdfWriter) document(d *graph.Document) {
	v.begin(string(d.ID))
	v.add(rdfType, named(kgtDocument))
	if d.Background() {
		v.add(rdfType, named(schemaDataset))
	} else {
		v.add(rdfType, named(schemaArticle))
	}
	v.add(dctTitle, literal(d.Title))
	v.add(dctIssued, date(d.Date))
	v.add(dctCreator, literal(d.Author))
	v.add(dctPublisher, literal(d.Source))
	v.add(dctLanguage, literal(d.Language))
	v.add(schemaURL, literal(d.URL))
	v.add(kgpPath, literal(d.Path))
	v.add(kgpSHA256, literal(d.SHA256))
	v.add(derivedFrom, resource(d.CopyOf))
	v.end()
}

func (v *rdfWriter) entity(e *graph.Entity) {
	v.begin(string(e.ID))
	for _, c := range classes[e.Type] {
		v.add(rdfType, named(c))
	}
	v.add(rdfsLabel, literal(e.Name))
	v.add(prefLabel, literal(e.Name))
	for i, a := range e.Aliases {
		if a != e.Name && !slices.Contains(e.Aliases[:i], a) {
			v.add(altLabel, literal(a))
		}
	}
	if e.EventType != "" {
		v.add(semEventType, resource("event-type/"+e.EventType))
	}
	v.interval(e.Time)
	for i, p := range e.Places {
		if !slices.Contains(e.Places[:i], p) {
			v.add(semPlace, resource(p))
		}
	}
	v.add(semSubEvent, resource(e.PartOf))
	if e.Unknown {
		v.add(kgpUnknown, typed("true", xsdBoolean))
	}
	v.add(kgpMentions, typed(strconv.Itoa(len(e.Mentions)), xsdInteger))
	var last graph.DocumentID
	for _, m := range e.Mentions { // by document
		if m.Document != last {
			v.add(schemaSubject, resource(m.Document))
			last = m.Document
		}
	}
	v.end()
	if e.EventType != "" && !v.kinds[e.EventType] {
		v.kinds[e.EventType] = true
		v.begin("event-type/" + e.EventType)
		v.add(rdfType, named(semKind))
		v.add(rdfsLabel, literal(e.EventType))
		v.end()
	}
}

func (v *rdfWriter) interval(t nlp.Interval) {
	v.add(semBegin, date(t.Start))
	v.add(semEnd, date(t.End))
}

// claim writes what is known of a claim. Its ends are given by the properties
// of RDF reification, so that claims that are no facts have them too.
func (v *rdfWriter) claim(c *graph.Claim) {
	hash := strings.TrimPrefix(string(c.ID), "claim/")
	v.begin(string(c.ID))
	v.add(rdfType, named(kgtClaim))
	v.add(rdfType, named(rdfStatement))
	v.add(rdfType, named(schemaClaim))
	v.add(rdfSubject, endTerm(c.Subject))
	v.add(rdfPredicate, resource(predicateID(c.Predicate)))
	v.add(rdfObject, endTerm(c.Object))
	if q := c.Object.Quantity; q != nil {
		v.add(kgpQualifier, literal(q.Qualifier))
	}
	v.add(kgpPolarity, literal(c.Polarity))
	v.add(kgpModality, literal(c.Modality))
	v.add(kgpConfidence, typed(decimal(c.Confidence), xsdDecimal))
	v.interval(c.Time)
	for i, a := range c.Attribution {
		if !slices.Contains(c.Attribution[:i], a) {
			v.add(attributedTo, resource(a))
		}
	}
	if len(c.Attribution) > 1 { // statements have no order
		v.add(kgpAttribution, resource("claim/"+hash+"/attribution"))
	}
	v.add(primarySource, resource(c.Document))
	for i := range c.Evidence {
		v.add(derivedFrom, resource(evidenceID(hash, i)))
	}
	v.end()
	if len(c.Attribution) > 1 {
		v.begin("claim/" + hash + "/attribution")
		v.add(rdfType, named(vocabulary("rdf:Seq")))
		for i, a := range c.Attribution {
			v.add(vocabulary("rdf:_"+strconv.Itoa(i+1)), resource(a))
		}
		v.end()
	}
	for i := range c.Evidence {
		v.evidence(evidenceID(hash, i), &c.Evidence[i])
	}
	if c.Fact() && c.Subject.Entity != "" {
		v.edges(c)
	}
}

func evidenceID(claim string, i int) string {
	return "evidence/" + claim + "-" + strconv.Itoa(i+1)
}

func (v *rdfWriter) evidence(id string, e *graph.Evidence) {
	v.begin(id)
	v.add(rdfType, named(oaResource))
	v.add(oaSource, resource(e.Document))
	v.add(oaSelector, resource(id+"-position"))
	if e.Text != "" {
		v.add(oaSelector, resource(id+"-quote"))
	}
	v.end()
	v.begin(id + "-position")
	v.add(rdfType, named(oaPosition))
	v.add(oaStart, typed(strconv.Itoa(int(e.Start)), xsdInteger))
	v.add(oaEnd, typed(strconv.Itoa(int(e.End)), xsdInteger))
	v.end()
	if e.Text != "" {
		v.begin(id + "-quote")
		v.add(rdfType, named(oaQuote))
		v.add(oaExact, literal(e.Text))
		v.end()
	}
}

// edges writes the statements that a fact makes: its own, those that its
// predicate implies and, for a symmetric predicate, those in the other
// direction. Only a resource can be the subject of a statement, so a fact
// about a number or a text makes none.
func (v *rdfWriter) edges(c *graph.Claim) {
	all, ok := v.implied[c.Predicate]
	if !ok {
		all = withImplied(c.Predicate, v.known)
		v.implied[c.Predicate] = all
	}
	v.list = v.list[:0]
	subject, object := string(c.Subject.Entity), endTerm(c.Object)
	if !object.given {
		return
	}
	for _, p := range all {
		v.list = append(v.list, fact{subject, predicateID(p), object})
		if v.known[p].Symmetric && c.Object.Entity != "" && c.Object.Entity != c.Subject.Entity {
			v.list = append(v.list, fact{string(c.Object.Entity), predicateID(p), resource(subject)})
		}
	}
	v.facts(string(c.ID), v.list)
}

// withImplied returns p and all that it implies, directly or not, in the
// order of the codebook.
func withImplied(p nlp.Predicate, known graph.Predicates) []nlp.Predicate {
	out := []nlp.Predicate{p}
	for i := 0; i < len(out); i++ {
		for _, q := range known[out[i]].Implies {
			if !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	return out
}
