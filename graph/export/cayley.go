package export

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// cayley writes the quads of the store, as Gizmo queries see them, in the
// N-Quads that Cayley reads: ids are relative IRIs, and the names of the XML
// Schema types are not written in full, so other programs want nquads.
func cayley() Format {
	return Format{Name: "cayley", Extension: ".cayley.nq", Kind: Records,
		Description: "the quads that queries run over, to be loaded into a Cayley of your own", write: writeCayley}
}

func writeCayley(w *writer, r *reading, options Options) {
	// The quads of one record; a quad may come twice, of an alias for instance.
	record := func(one graph.Resolution) {
		var seen []quad.Quad
		for q := range quadstore.Quads(&one, options.Predicates) {
			if !slices.Contains(seen, q) {
				seen = append(seen, q)
				w.text(q.NQuad(), "\n")
			}
		}
	}
	r.eachDocument(w, func(d *graph.Document) { record(graph.Resolution{Documents: []graph.Document{*d}}) })
	r.eachEntity(w, func(e *graph.Entity) { record(graph.Resolution{Entities: []graph.Entity{*e}}) })
	r.eachClaim(w, func(c *graph.Claim) { record(graph.Resolution{Claims: []graph.Claim{*c}}) })
}
