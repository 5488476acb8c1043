package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/graph/resolve"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// derivation says how the graph of a store is derived from its log, its
// corrections and a codebook. Problems with corrections are printed, one a
// line, and the other corrections apply.
func derivation(dir string, book *codebook.Codebook, s streams) store.Derivation {
	known := predicates(book)
	resolver := func(ctx context.Context, observations iter.Seq2[*graph.Observation, error], folder string, sink graph.Sink) error {
		set, problems, err := corrections.Load(store.CorrectionsPath(dir))
		if err != nil {
			return err
		}
		rep, err := resolve.Derive(ctx, observations, resolve.Options{
			Knowledge: worldKnowledge(), Corrections: set, Predicates: known, Folder: folder,
		}, sink)
		if err != nil {
			return err
		}
		for _, p := range append(problems, rep.Problems...) {
			fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(p))
		}
		return nil
	}
	return store.Derivation{
		Resolve: resolver, Predicates: known,
		Program: fmt.Sprintf("kgbuild %s, codebook %s", release, book.Version()),
	}
}
