package resolve

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/graph/neardup"
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
	arrival     []int32    // documents, in the order in which they came
	passages    *spool     // of the documents, in that order
	index       map[graph.DocumentID]int
	know        *Knowledge
	corrections *corrections.Set
	predicates  []nlp.Predicate       // by id
	persons     map[string]personName // taken apart before, by form
	units       []unit
	*clusters

	kindInDocument map[kindIn][]unitID // events that are particular enough to join
	stories        []story             // by document
	storyTerms     [][]int32           // by document: the terms that say most of its story

	corrected  corrected
	stateNames map[string]string
	labels     []*label               // by root; nil for what can be no entity
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
// Each document must come once. It returns the first error of the iteration or of the
// sink, an error for a document that comes twice, and the context's error when
// that is done.
func Derive(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options, sink graph.Sink) (*Report, error) {
	r, err := readUnits(ctx, observations, opts)
	if err != nil {
		return nil, fmt.Errorf("resolve: %w", err)
	}
	defer func() { _ = r.passages.close() }()
	steps := []func(){
		r.joinNames, r.joinPersons, func() { clear(r.persons) },
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
	report, err := r.assemble(ctx, opts, sink)
	if err != nil {
		return nil, fmt.Errorf("resolve: %w", err)
	}
	return report, nil
}

// readUnits reads all observations.
func readUnits(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options) (_ *resolver, err error) {
	z := &summarizer{know: opts.Knowledge, cuts: opts.Corrections.Cuts(), marked: opts.Corrections.Spans(), kept: newInterner()}
	if z.know == nil {
		z.know = &Knowledge{}
	}
	r := &resolver{know: z.know, corrections: opts.Corrections, index: make(map[graph.DocumentID]int),
		persons: make(map[string]personName), passages: newSpool(opts.Folder),
	}
	defer func() {
		if err != nil {
			_ = r.passages.close()
		}
	}()
	var units chunked[unit]
	var sketches []neardup.Sketch
	var record []byte
	for o, err := range observations {
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s, d := z.summarize(o)
		record = appendPassage(record[:0], o, &s.doc, d)
		if err := r.passages.add(record); err != nil {
			return nil, err
		}
		kept, from := units.add(s.units)
		s.doc.shift(kept, unitID(from))
		r.docs = append(r.docs, s.doc)
		sketches = append(sketches, neardup.NewSketch(o))
	}
	r.predicates = z.kept.predicates.names
	if err := r.sortDocuments(units.all()); err != nil {
		return nil, err
	}
	r.findCopies(sketches)
	if opts.EveryEvent {
		for i := range r.units {
			if e := r.units[i].event; e != nil {
				r.units[i].claimed, e.every = true, true
			}
		}
	}
	r.clusters = newClusters(r.units)
	return r, nil
}

// findCopies finds the documents that are near-duplicates of others, by sketches
// of their words in the order in which they came.
func (r *resolver) findCopies(arrived []neardup.Sketch) {
	documents, sketches := make([]graph.Document, len(r.docs)), make([]neardup.Sketch, len(r.docs))
	for came, i := range r.arrival {
		documents[i], sketches[i] = r.docs[i].meta, arrived[came]
	}
	for i, original := range neardup.Originals(documents, sketches) {
		r.docs[i].copyOf = int32(original)
	}
}

// sortDocuments puts the documents, and their units with them, in the order of
// the documents' ids. Those of a store come in it.
func (r *resolver) sortDocuments(units []unit) error {
	order := make([]int, len(r.docs)) // numbers of arrival, by id
	for i := range order {
		order[i] = i
	}
	byID := func(i, j int) int { return strings.Compare(string(r.docs[i].id), string(r.docs[j].id)) }
	sorted := slices.IsSortedFunc(order, byID)
	r.units = units
	if !sorted {
		slices.SortFunc(order, byID)
		arrived := r.docs
		r.docs, r.units = make([]document, 0, len(arrived)), make([]unit, 0, len(units))
		for _, i := range order {
			d, from := arrived[i], unitID(len(r.units))
			r.units = append(r.units, units[d.base:int(d.base)+d.count()]...)
			d.shift(r.units[from:], from-d.base)
			r.docs = append(r.docs, d)
		}
	}
	r.arrival = make([]int32, len(order))
	for i, came := range order {
		d := &r.docs[i]
		r.arrival[came] = int32(i)
		if _, twice := r.index[d.id]; twice {
			return fmt.Errorf("document %s comes twice", d.id)
		}
		r.index[d.id] = i
		for u := range d.count() {
			r.units[int(d.base)+u].doc = int32(i)
		}
	}
	return nil
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
