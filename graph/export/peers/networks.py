"""Reads the network exports in a folder with NetworkX, igraph and plain parsers, and compares
them with the JSON lines: argument: the folder. Prints a line for each check."""

import csv
import io
import json
import sys
import xml.etree.ElementTree as ET
import zipfile

import igraph
import networkx

folder = sys.argv[1]
failed = False


def check(what, got, want):
    global failed
    ok = got == want
    failed |= not ok
    print(f"{'ok    ' if ok else 'FAILED'} {what}: {got}" + ("" if ok else f", want {want}"))


records = [json.loads(line) for line in open(f"{folder}/graph.jsonl", encoding="utf-8")]
entities = {r["id"]: r for r in records if r["kind"] == "entity"}
claims = {r["id"]: r for r in records if r["kind"] == "claim"}
documents = {r["id"]: r for r in records if r["kind"] == "document"}
literals = sum(not isinstance(c[end], str) for c in claims.values() for end in ("subject", "object"))
nodes, edges = len(entities) + literals, len(claims)

g = networkx.read_graphml(f"{folder}/graph.graphml")
check("networkx: nodes and edges of GraphML", (g.number_of_nodes(), g.number_of_edges()), (nodes, edges))
check("networkx: parallel edges are kept apart by id", len({k for _, _, k in g.edges(keys=True)}), edges)
check("networkx: names that differ", sum(g.nodes[n]["label"] != e["name"] for n, e in entities.items()), 0)
check("networkx: types of values", sorted({f"{k}={type(v).__name__}" for _, d in g.nodes(data=True) for k, v in d.items()
      if k in ("mentions", "documents", "value", "label")} | {f"{k}={type(v).__name__}" for _, _, d in g.edges(data=True)
      for k, v in d.items() if k in ("weight", "confidence", "claims", "symmetric", "label")}),
      ["claims=int", "confidence=float", "documents=int", "label=str", "mentions=int", "symmetric=bool", "value=float", "weight=float"])
wrong = 0
for _, _, k, d in g.edges(keys=True, data=True):
    c = claims[k]
    wrong += (d["predicate"], d["polarity"], d["modality"], d["documents"]) != (
        c["predicate"], c["polarity"], c["modality"], c["evidence"][0]["document"] if c["evidence"] else d["documents"])
    wrong += d.get("start", "") != c.get("time", {}).get("start", "")
    wrong += d.get("first_reported", "") != (documents[d["documents"]]["date"] or "")
    wrong += d["evidence"] != " […] ".join(e["text"] for e in c["evidence"]) if c["evidence"] else 0
check("networkx: edges that differ from their claim", wrong, 0)

symmetric = {d["predicate"] for _, _, d in g.edges(data=True) if d["symmetric"]}
statements = set()
for c in claims.values():
    ends = [json.dumps(c[end], sort_keys=True) for end in ("subject", "object")]
    if c["predicate"] in symmetric:
        ends.sort()
    statements.add((*ends, c["predicate"], c["polarity"], c["modality"]))
f = networkx.read_graphml(f"{folder}/folded.graphml")
check("networkx: folded edges", f.number_of_edges(), len(statements))
check("networkx: claims behind folded edges", sum(d["claims"] for _, _, d in f.edges(data=True)), edges)

i = igraph.Graph.Read_GraphML(f"{folder}/graph.graphml")
check("igraph: nodes and edges of GraphML", (i.vcount(), i.ecount()), (nodes, edges))
check("igraph: weights", sum(i.es["weight"]), float(edges))

ns = {"g": "http://gexf.net/1.3"}
x = ET.parse(f"{folder}/graph.gexf").getroot()
check("GEXF as XML: nodes and edges", (len(x.findall(".//g:node", ns)), len(x.findall(".//g:edge", ns))), (nodes, edges))
cy = json.load(open(f"{folder}/graph.cyjs", encoding="utf-8"))["elements"]
check("Cytoscape JSON: nodes and edges", (len(cy["nodes"]), len(cy["edges"])), (nodes, edges))
with zipfile.ZipFile(f"{folder}/graph.zip") as z:
    rows = [list(csv.reader(io.TextIOWrapper(z.open(n), "utf-8", newline=""))) for n in ("nodes.csv", "relationships.csv")]
check("CSV: rows", (len(rows[0]) - 1, len(rows[1]) - 1), (nodes, edges))
check("CSV: columns of every row", [{len(r) for r in part} for part in rows], [{len(part[0])} for part in rows])

with open(f"{folder}/counts", "w") as out:
    print(nodes, edges, len(statements), file=out)
sys.exit(failed)
