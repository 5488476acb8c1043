"""Reads the RDF exports in a folder with pyoxigraph and rdflib, compares them, and validates them
with pyshacl. Arguments: the folder, the shapes. Prints a line for each check."""

import sys

import pyoxigraph as ox
import pyshacl
import rdflib

folder, shapes = sys.argv[1], sys.argv[2]
failed = False


def check(what, got, want):
    global failed
    ok = got == want
    failed |= not ok
    print(f"{'ok    ' if ok else 'FAILED'} {what}: {got}" + ("" if ok else f", want {want}"))


lines = len(set(open(f"{folder}/graph.nq", "rb")))
check("lines of N-Quads, each once", sum(1 for _ in open(f"{folder}/graph.nq", "rb")), lines)
quads = {}
for name, form in (("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD), ("ttl", ox.RdfFormat.TURTLE)):
    quads[name] = {str(q) for q in ox.parse(path=f"{folder}/graph.{name}", format=form)}
store = ox.Store()
store.load(path=f"{folder}/graph.nq", format=ox.RdfFormat.N_QUADS)
check("pyoxigraph: quads of the N-Quads", len(store), lines)
check("pyoxigraph: the same quads in TriG", len(quads["trig"] ^ quads["nq"]), 0)
check("pyoxigraph: the same quads in JSON-LD", len(quads["jsonld"] ^ quads["nq"]), 0)
triples = {str(q.triple) for q in store}
check("pyoxigraph: the same triples in Turtle", len({str(q.triple) for q in ox.parse(path=f"{folder}/graph.ttl", format=ox.RdfFormat.TURTLE)} ^ triples), 0)

for name, form in (("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")):
    d = rdflib.Dataset()
    d.parse(f"{folder}/graph.{name}", format=form)
    check(f"rdflib: quads of {form}", len(set(d.quads())), lines)
    if name == "nq":
        known = d.default_graph
turtle = rdflib.Graph().parse(f"{folder}/graph.ttl", format="turtle")
check("rdflib: triples of turtle", len(turtle), len(triples))

model = rdflib.Graph().parse(shapes, format="turtle")
conforms, _, report = pyshacl.validate(known, shacl_graph=model)
check("pyshacl: the default graph conforms", conforms, True)
if not conforms:
    print(report)
# The shapes find what is wrong: a claim without its polarity, a bad modality, a place without its document.
kgp = rdflib.Namespace("urn:kgbuild:property/")
oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
for what, path, value in (("no polarity", kgp.polarity, None), ("a modality of its own", kgp.modality, rdflib.Literal("perhaps")), ("no document", oa.hasSource, None)):
    broken = rdflib.Graph()
    broken += known
    subject = sorted(broken.subjects(path))[0]
    broken.remove((subject, path, None))
    if value is not None:
        broken.add((subject, path, value))
    check(f"pyshacl: {what} does not conform", pyshacl.validate(broken, shacl_graph=model)[0], False)

rows = list(store.query("""
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX oa: <http://www.w3.org/ns/oa#>
    SELECT ?claim WHERE { GRAPH ?claim { ?s ?p ?o } ?claim rdf:subject ?subject ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?sentence . }"""))
graphs = {str(q.graph_name) for q in store if not isinstance(q.graph_name, ox.DefaultGraph)}
check("SPARQL: every named graph leads to its claim and sentence", len({str(r["claim"]) for r in rows} ^ graphs), 0)
sys.exit(failed)
