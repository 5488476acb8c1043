package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/loaders"
)

// ingestRun is what happens to the documents of one ingest, and what is told
// of it.
type ingestRun struct {
	opts     ingestOptions
	progress *progress
	report   *reportFile
	versions versions
	skipped  func(path, reason string) // while documents are read
	log      *obslog.Log               // of the store, likewise; nil when there is none

	ingestCounts
	limited bool // stopped at the limit
}

func newIngestRun(opts ingestOptions, s streams) (*ingestRun, error) {
	report, err := createReport(opts.report)
	if err != nil {
		return nil, err
	}
	return &ingestRun{opts: opts, progress: newProgress(s.err, opts), report: report, versions: newVersions(), ingestCounts: newIngestCounts()}, nil
}

func (run *ingestRun) close() error {
	run.progress.done()
	return run.report.close()
}

// newReader makes the reader of the run, which tells it what is passed over.
func (run *ingestRun) newReader() (*loaders.Reader, error) {
	options := run.opts.reader
	options.Known = func(sha256 string) bool { return run.versions.known(run.log, sha256) }
	options.Skipped = func(path, reason string) {
		if run.skipped != nil {
			run.skipped(path, reason)
		}
	}
	reader, err := loaders.NewReader(options)
	if err != nil {
		return nil, usageError{err}
	}
	return reader, nil
}

// interrupted says, when ctx is done, what an ingest leaves behind.
func (run *ingestRun) interrupted(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		return err
	}
	return fmt.Errorf("interrupted; %s kept, and the same command goes on from there", count(run.added, "new document"))
}

// outcome is what became of one document, or of an input that gave none.
type outcome struct {
	path        string
	document    *loaders.Document // nil for an input that gave none
	observation *graph.Observation
	replaces    []graph.DocumentID
	last        bool   // is to be written after all others
	skipped     string // why
	err         error
}

// read takes every document through three stages: one goroutine reads, several
// analyse, and this one appends to the log. The queues between them are short,
// so memory does not grow with the corpus.
func (run *ingestRun) read(ctx context.Context, reader *loaders.Reader, an func() (*analyser, error), log *obslog.Log, paths []string) error {
	run.versions = newVersions()
	run.progress.begin(ctx, reader, paths)
	defer run.progress.done()
	group, ctx := errgroup.WithContext(ctx)
	fresh := make(chan outcome, run.opts.jobs)
	outcomes := make(chan outcome, run.opts.jobs)
	var stages errgroup.Group
	stages.Go(func() error {
		defer close(fresh)
		return run.readStage(ctx, reader, log, paths, fresh, outcomes)
	})
	for range run.opts.jobs {
		stages.Go(func() error { return analyseStage(ctx, an, fresh, outcomes) })
	}
	group.Go(func() error {
		defer close(outcomes)
		return stages.Wait()
	})
	group.Go(func() error { return run.appendStage(ctx, log, outcomes) })
	return group.Wait()
}

func send(ctx context.Context, to chan<- outcome, o outcome) error {
	select {
	case to <- o:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// readStage loads documents and passes over those that are stored already,
// before any analysis.
func (run *ingestRun) readStage(ctx context.Context, reader *loaders.Reader, log *obslog.Log, paths []string, fresh, outcomes chan<- outcome) error {
	run.skipped = func(path, reason string) {
		_ = send(ctx, outcomes, outcome{path: path, skipped: reason}) // the reader ends with ctx itself
	}
	run.log = log
	defer func() { run.skipped, run.log = nil, nil }()
	taken := 0
	for d, err := range reader.Read(ctx, paths...) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if err := send(ctx, outcomes, outcome{err: err}); err != nil {
				return err
			}
			continue
		}
		o, err := run.judge(d)
		if err != nil {
			return err
		}
		to := fresh
		if o.skipped != "" {
			to = outcomes
		} else {
			taken++
		}
		if err := send(ctx, to, o); err != nil {
			return err
		}
		if run.opts.limit > 0 && taken == run.opts.limit {
			run.limited = true
			return nil
		}
	}
	return nil
}

// judge says what is to become of a document. What was passed over before it was
// decoded is told of in the report as it was stored.
func (run *ingestRun) judge(d *loaders.Document) (outcome, error) {
	o, err := run.versions.judge(d, run.log)
	if err == nil && d.Known && run.report != nil {
		err = recall(d, run.log)
	}
	return o, err
}

func analyseStage(ctx context.Context, load func() (*analyser, error), fresh <-chan outcome, outcomes chan<- outcome) error {
	for o := range fresh {
		an, err := load()
		if err != nil {
			return err
		}
		o.observation, err = an.observe(ctx, o.document)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			o.err = &loaders.InputError{Path: o.path, Err: err}
		}
		if err := send(ctx, outcomes, o); err != nil {
			return err
		}
	}
	return nil
}

// appendStage writes observations to the log. A document that cannot be
// written for its content is reported; an error of the log ends the run.
func (run *ingestRun) appendStage(ctx context.Context, log *obslog.Log, outcomes <-chan outcome) error {
	var last []outcome
	for o := range outcomes {
		if o.last {
			last = append(last, o)
			continue
		}
		if err := run.append(ctx, log, o); err != nil {
			return err
		}
	}
	for _, o := range last {
		if err := run.append(ctx, log, o); err != nil {
			return err
		}
	}
	return nil
}

func (run *ingestRun) append(ctx context.Context, log *obslog.Log, o outcome) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if o.err == nil && o.skipped == "" {
		added, err := log.Replace(o.observation, o.replaces...)
		switch {
		case errors.Is(err, obslog.ErrInvalid):
			o.err = &loaders.InputError{Path: o.path, Err: err}
		case err != nil:
			return err
		case !added:
			o.skipped = alreadyStored
		}
	}
	return run.tell(o)
}

// tell counts an outcome and tells of it.
func (run *ingestRun) tell(o outcome) error {
	r := newReportRecord(o)
	run.ingestCounts.add(o, r)
	run.progress.step(r)
	return run.report.write(r)
}

// rehearse tells what an ingest would read, and changes nothing.
func (run *ingestRun) rehearse(ctx context.Context, paths []string, s streams) error {
	reader, err := run.newReader()
	if err != nil {
		return err
	}
	log, err := readLog(run.opts.store)
	if err != nil {
		return err
	}
	if run.log = log; log != nil {
		defer func() { _ = log.Close() }() // only read from
	}
	run.skipped = func(path, reason string) { err = errors.Join(err, run.tell(outcome{path: path, skipped: reason})) }
	run.progress.begin(ctx, reader, paths)
	for d, failed := range reader.Read(ctx, paths...) {
		if ctx.Err() != nil {
			return run.interrupted(ctx, ctx.Err())
		}
		o := outcome{err: failed}
		if failed == nil {
			if o, err = run.judge(d); err != nil {
				return err
			}
		}
		if err = errors.Join(err, run.tell(o)); err != nil {
			return err
		}
		if run.opts.limit > 0 && run.added == run.opts.limit {
			run.limited = true
			break
		}
	}
	if err != nil {
		return err
	}
	if err := run.summarize(run.opts.store, nil, s); err != nil {
		return err
	}
	if run.failed > 0 {
		return errReported
	}
	return nil
}
