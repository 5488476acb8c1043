package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

type ingestOptions struct {
	store     string
	format    string
	codebooks []string
	patterns  bool // claims by the codebook's patterns alone
	reader    loaders.Options
	jobs      int
	limit     int // new documents to read at most; 0 for all
	dryRun    bool
	report    string // file that gets a record of every input; empty for none
	logFormat string
	quiet     bool
}

func ingestCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "read articles into a store",
		ArgsUsage: "FILE|FOLDER|URL|-…",
		Description: "Reads files, all files of folders, pages on the web, or standard input, and derives the graph. Formats\n" +
			"are told apart by content, also inside archives. A document that is already stored is passed over; one\n" +
			"that has changed replaces its old version. Input that cannot be read gets one line, and the rest goes on.\n" +
			"Interrupted, it keeps what it has read, and the same command goes on from there.\n\n" +
			"What is known of ARTICLE.txt may stand in ARTICLE.meta.json or .yaml beside it: title, date, author,\n" +
			"source, url, language. A file .kgbuildignore in a folder lists patterns of what is not to be read.\n\n" +
			"EXAMPLE:\n   kgbuild ingest articles/ more/report.html\n" +
			"   kgbuild ingest --include '*.html' --exclude drafts/ --report report.jsonl crawl/\n" +
			"   kgbuild ingest --text-field body --date-field published export.jsonl\n" +
			"   kgbuild ingest --allow-network https://example.org/news/article.html",
		Flags: append(readingFlags(),
			formatFlag(tableFormat, jsonFormat),
			&cli.IntFlag{Name: "limit", Usage: "stop after `N` new documents"},
			&cli.BoolFlag{Name: "dry-run", Usage: "tell what would be read, and neither analyse nor store anything"},
		),
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() == 0 {
				return usagef("ingest wants a file, a folder, an address, or - for standard input")
			}
			if c.Int("limit") < 0 {
				return usagef("--limit wants at least 1, got %d", c.Int("limit"))
			}
			opts, err := readingOptions(c, s)
			if err != nil {
				return err
			}
			opts.format, opts.limit, opts.dryRun = f, c.Int("limit"), c.Bool("dry-run")
			return runIngest(c.Context, opts, c.Args().Slice(), s)
		},
	}
}

// runIngest reads what paths name into a store. Interrupted, it keeps every
// document that has been read and derives no graph; the next ingest or rebuild
// does.
func runIngest(ctx context.Context, opts ingestOptions, paths []string, s streams) (err error) {
	run, err := newIngestRun(opts, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, run.close()) }()
	if opts.dryRun {
		return run.rehearse(ctx, paths, s)
	}
	in, err := openIngest(opts, run, s)
	if err != nil {
		return err
	}
	defer in.writer.Close()
	if err := run.read(ctx, in.reader, in.analyser, in.writer.Log(), paths); err != nil {
		return run.interrupted(ctx, err)
	}
	// The memory of the model goes to what derives the graph.
	in.analyser = nil
	runtime.GC()
	manifest, err := bringUpToDate(ctx, in.writer, derivation(opts.store, in.book, s))
	if err != nil {
		return run.interrupted(ctx, err)
	}
	if err := run.summarize(opts.store, manifest, s); err != nil {
		return err
	}
	if run.failed > 0 {
		return errReported
	}
	return nil
}

// ingestion is what reading into a store needs.
type ingestion struct {
	book     *codebook.Codebook
	reader   *loaders.Reader
	analyser func() (*analyser, error) // loads the model when it is first called
	writer   *store.Writer
}

func openIngest(opts ingestOptions, run *ingestRun, s streams) (*ingestion, error) {
	in := &ingestion{}
	var err error
	if in.book, err = loadCodebook(opts.codebooks, s); err != nil {
		return nil, err
	}
	if in.reader, err = run.newReader(); err != nil {
		return nil, err
	}
	// Where every document is known, the model is not needed.
	in.analyser = sync.OnceValues(func() (*analyser, error) { return newAnalyser(in.book, !opts.patterns) })
	in.writer, err = store.OpenWriter(opts.store, obslog.Options{})
	return in, err
}

// bringUpToDate derives the graph if it is not the one that the store's
// content gives, and returns the manifest of the graph in force.
func bringUpToDate(ctx context.Context, w *store.Writer, d store.Derivation) (*store.Manifest, error) {
	stale, err := w.Stale(d)
	if err != nil {
		return nil, err
	}
	if stale {
		defer saveMemory()()
		return w.Rebuild(ctx, d)
	}
	return w.Current()
}

// inputFormats lists the media types that loaders know.
func inputFormats() string {
	r, err := loaders.NewRegistry(loaders.Builtin()...)
	if err != nil {
		return ""
	}
	return fmt.Sprint(r.MediaTypes())
}
