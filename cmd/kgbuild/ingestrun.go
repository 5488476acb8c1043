package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp"
)

// ingestRun is what happens to the documents of one ingest, and what is told
// of it.
type ingestRun struct {
	opts     ingestOptions
	progress *progress
	errors   streams

	added   int
	known   int // already stored
	failed  int
	foreign int // in a language that the analysis does not read
	undated int

	claims    map[nlp.Predicate]int
	silent    map[nlp.SilenceReason]int
	sentences int
}

func newIngestRun(opts ingestOptions, s streams) *ingestRun {
	return &ingestRun{
		opts: opts, errors: s, progress: newProgress(s.err, opts.quiet),
		claims: make(map[nlp.Predicate]int), silent: make(map[nlp.SilenceReason]int),
	}
}

// outcome is what became of one document.
type outcome struct {
	path        string
	observation *graph.Observation
	known       bool
	err         error
}

// read takes every document through three stages: one goroutine reads, several
// analyse, and this one appends to the log. The queues between them are short,
// so memory does not grow with the corpus.
func (run *ingestRun) read(ctx context.Context, reader *loaders.Reader, an func() (*analyser, error), log *obslog.Log, paths []string) error {
	group, ctx := errgroup.WithContext(ctx)
	documents := make(chan *loaders.Document, run.opts.jobs)
	outcomes := make(chan outcome, run.opts.jobs)
	send := func(o outcome) error {
		select {
		case outcomes <- o:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	var stages errgroup.Group
	stages.Go(func() error {
		defer close(documents)
		return readStage(ctx, reader, log, paths, documents, send)
	})
	for range run.opts.jobs {
		stages.Go(func() error { return analyseStage(ctx, an, documents, send) })
	}
	group.Go(func() error {
		defer close(outcomes)
		return stages.Wait()
	})
	group.Go(func() error { return run.appendStage(ctx, log, outcomes) })
	err := group.Wait()
	run.progress.done()
	return err
}

// readStage loads documents and passes over those that are stored already,
// before any analysis.
func readStage(ctx context.Context, reader *loaders.Reader, log *obslog.Log, paths []string, documents chan<- *loaders.Document, send func(outcome) error) error {
	for d, err := range reader.Read(ctx, paths...) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if err := send(outcome{err: err}); err != nil {
				return err
			}
			continue
		}
		if log.Has(d.SHA256) {
			if err := send(outcome{path: d.Path, known: true}); err != nil {
				return err
			}
			continue
		}
		select {
		case documents <- d:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func analyseStage(ctx context.Context, load func() (*analyser, error), documents <-chan *loaders.Document, send func(outcome) error) error {
	for d := range documents {
		an, err := load()
		if err != nil {
			return err
		}
		o, err := an.observe(ctx, d)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			err = &loaders.InputError{Path: d.Path, Err: err}
		}
		if err := send(outcome{path: d.Path, observation: o, err: err}); err != nil {
			return err
		}
	}
	return nil
}

// appendStage writes observations to the log. A document that cannot be
// written for its content is reported; an error of the log ends the run.
func (run *ingestRun) appendStage(ctx context.Context, log *obslog.Log, outcomes <-chan outcome) error {
	for o := range outcomes {
		if err := ctx.Err(); err != nil {
			return err
		}
		switch {
		case o.err != nil:
			run.fail(o.err)
		case o.known:
			run.known++
			run.progress.step(o.path, "already stored")
		default:
			added, err := log.Append(o.observation)
			if errors.Is(err, obslog.ErrInvalid) {
				run.fail(&loaders.InputError{Path: o.path, Err: err})
				continue
			}
			if err != nil {
				return err
			}
			run.count(o, added)
		}
	}
	return nil
}

func (run *ingestRun) fail(err error) {
	run.failed++
	run.progress.clear()
	fmt.Fprintf(run.errors.err, "kgbuild: %s\n", oneLine(err))
}

func (run *ingestRun) count(o outcome, added bool) {
	if !added {
		run.known++
		run.progress.step(o.path, "already stored")
		return
	}
	run.added++
	obs := o.observation
	run.sentences += obs.Sentences
	for i := range obs.Claims {
		run.claims[obs.Claims[i].Predicate]++
	}
	for _, s := range obs.Silent {
		run.silent[s.Reason]++
	}
	if obs.Document.Date.IsZero() {
		run.undated++
	}
	switch {
	case !english(obs.Document.Language) && obs.Tokens == 0:
		run.foreign++
		run.progress.step(o.path, "stored, not analysed: its language is "+obs.Document.Language)
	default:
		run.progress.step(o.path, count(len(obs.Claims), "claim")+" in "+count(obs.Sentences, "sentence"))
	}
}
