// Package export writes a resolved graph in formats that other programs read.
//
// A [Format] is a way to write; [Formats] lists them:
//
//   - jsonl: one JSON object a line, the documents, then the entities, then
//     the claims. It holds everything, with every mention and span, and is the
//     format meant for programs;
//   - graphml: for Gephi, yEd, Cytoscape, NetworkX and igraph. Nodes are
//     entities, edges are claims, all with typed attributes. A quantity or a
//     text at the end of a claim is a small node of its own with a readable
//     label, one for each claim, so that equal numbers do not tie unrelated
//     events together; filter nodes by type to hide them;
//   - nquads: RDF. Claims that are facts are triples in a graph that is named
//     by the claim; everything known of a claim, an entity or a document
//     stands in the default graph.
//
// Every format writes as it goes, in an order that depends only on the graph:
// the same graph gives the same bytes. What a format cannot hold is not left
// out in silence: a claim about an entity that is not in the graph is an
// error.
package export
