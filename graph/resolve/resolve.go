package resolve

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// Options is what a resolution needs beside the observations. All of it may be
// left out.
type Options struct {
	Knowledge   *Knowledge
	Corrections *corrections.Set
	// Predicates tells which predicates are symmetric, so that a statement made
	// in both directions by one document is one claim.
	Predicates graph.Predicates
	// Folder is where temporary files go while the graph is put together;
	// empty for the system's.
	Folder string
	// EveryEvent keeps events that no claim speaks of, too.
	EveryEvent bool
}

// Report is what a resolution has to say beside the graph.
type Report struct {
	// Problems are corrections that could not be applied, by line: a reference
	// that fits nothing, or several things.
	Problems []*corrections.Problem
	// SelfLoops counts claims left out because both ends are one entity.
	SelfLoops int
	// Repeated counts claims that became further evidence of another claim of
	// the same document.
	Repeated int
	// Broken counts claims left out because an end is no chain of its document.
	Broken int
	// Dropped counts claims left out because a correction says so.
	Dropped int
}

// resolver holds the state of one resolution.
type resolver struct {
	docs        []document // by id
	index       map[graph.DocumentID]int
	know        *Knowledge
	corrections *corrections.Set
	cuts        map[string][]nlp.Span
	units       []unit
	*clusters

	kindInDocument map[kindIn][]unitID // events that are particular enough to join
	stories        []story             // by document
	storyTerms     [][]int32           // by document: the terms that say most of its story

	corrected  corrected
	stateNames map[string]string
	labels     map[unitID]*label      // by root
	events     map[unitID]*eventLabel // by root
}

// Resolve derives the graph and holds all of it; see [Derive].
func Resolve(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options) (*graph.Resolution, *Report, error) {
	res := &graph.Resolution{}
	report, err := Derive(ctx, observations, opts, res)
	if err != nil {
		return nil, nil, err
	}
	res.Sort()
	return res, report, nil
}

// Derive derives the graph and hands it to a sink piece by piece; what it holds
// in memory are summaries of the documents, not their texts, claims or mentions.
// The observations are iterated twice and must be the same both times; each
// document must come once. It returns the first error of the iteration or of the
// sink, an error for a document that comes twice, and the context's error when
// that is done.
func Derive(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options, sink graph.Sink) (*Report, error) {
	r, err := readUnits(ctx, observations, opts)
	if err != nil {
		return nil, fmt.Errorf("resolve: %w", err)
	}
	steps := []func(){
		r.joinNames, r.joinPersons,
		func() { r.correct(entityStage) },
		r.joinEvents,
		func() { r.correct(eventStage) },
		r.labelAll,
	}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("resolve: %w", err)
		}
		step()
	}
	report, err := r.assemble(ctx, observations, opts, sink)
	if err != nil {
		return nil, fmt.Errorf("resolve: %w", err)
	}
	return report, nil
}

// readUnits reads all observations for the first time.
func readUnits(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options) (*resolver, error) {
	know := opts.Knowledge
	if know == nil {
		know = &Knowledge{}
	}
	cuts, marked := opts.Corrections.Cuts(), opts.Corrections.Spans()
	var all []*summary
	kept := make(interner)
	for o, err := range observations {
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := summarize(o, know, spansIn(cuts, o.Document.ID), spansIn(marked, o.Document.ID))
		kept.summary(s)
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b *summary) int { return strings.Compare(string(a.doc.id), string(b.doc.id)) })
	r := &resolver{know: know, corrections: opts.Corrections, cuts: cuts, index: make(map[graph.DocumentID]int)}
	total := 0
	for _, s := range all {
		total += len(s.units)
		for i := range s.units {
			if e := s.units[i].event; e != nil && opts.EveryEvent {
				s.units[i].claimed, e.every = true, true
			}
		}
	}
	r.units = make([]unit, 0, total)
	for i, s := range all {
		if _, twice := r.index[s.doc.id]; twice {
			return nil, fmt.Errorf("document %s comes twice", s.doc.id)
		}
		r.index[s.doc.id] = i
		s.shift(unitID(len(r.units)), i)
		r.units = append(r.units, s.units...)
		r.docs = append(r.docs, s.doc)
		all[i] = nil
	}
	r.clusters = newClusters(r.units)
	return r, nil
}

// spansIn returns the spans given for a document, whose id may be cut short.
func spansIn(spans map[string][]nlp.Span, id graph.DocumentID) []nlp.Span {
	var out []nlp.Span
	for _, key := range sortedKeys(spans) {
		if strings.HasPrefix(string(id), key) {
			out = append(out, spans[key]...)
		}
	}
	return out
}
