// Package export writes a graph in formats that other programs read.
//
// A [Format] is a way to write; [Formats] lists them. They are of four kinds:
//
//   - records: jsonl holds everything, with every mention and span, and is the
//     format meant for programs; cayley holds the quads that queries run over;
//   - networks: graphml, gexf, dot, cytoscape and neo4j. Nodes are entities,
//     edges are claims or, folded, statements with all claims that make them.
//     A quantity or a text at the end of a claim is a small node of its own
//     with a readable label, one for each edge, so that equal numbers do not
//     tie unrelated events together; filter nodes by type to hide them;
//   - RDF: nquads, trig, turtle and jsonld, in the vocabulary of
//     docs/vocabulary.md. Claims that are facts are statements in a graph that
//     is named by the claim; everything known of a claim, an entity or a
//     document stands in the default graph;
//   - the report, html, about one entity or event.
//
// Every format writes as it reads, in an order that depends only on the graph:
// the same graph gives the same bytes, and memory does not grow with it but
// for eight bytes an entity, the dates of documents and events, and, where
// edges are folded, the claims of one entity. What a format cannot hold is not
// left out in silence: a claim about an entity that is not in the graph is an
// error.
package export
