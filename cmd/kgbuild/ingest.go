package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/loaders"
)

type ingestOptions struct {
	store     string
	format    string
	codebooks []string
	reader    loaders.Options
	jobs      int
	quiet     bool
}

func ingestCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "read articles into a store",
		ArgsUsage: "FILE|FOLDER|-…",
		Description: "Reads files, all files of folders, or standard input, and derives the graph. Text, Markdown, HTML,\n" +
			"JSON lines and CoNLL-U are told apart by their content. A document that is already stored is passed\n" +
			"over. Input that cannot be read gets one line, and the rest goes on.\n\n" +
			"EXAMPLE:\n   kgbuild ingest articles/ more/report.html\n" +
			"   kgbuild ingest --text-field body --date-field published export.jsonl",
		Flags: []cli.Flag{
			storeFlag(),
			formatFlag(tableFormat, jsonFormat),
			codebookFlag(),
			&cli.StringFlag{Name: "input-format", Usage: "take the input for `TYPE` instead of looking: " + inputFormats()},
			&cli.StringFlag{Name: "date", Usage: "`DATE` of documents that state none, as 2024-01-31"},
			&cli.StringFlag{Name: "text-field", Usage: "`NAME` of the field that holds the text (JSON lines)"},
			&cli.StringFlag{Name: "title-field", Usage: "`NAME` of the field that holds the title"},
			&cli.StringFlag{Name: "date-field", Usage: "`NAME` of the field that holds the date"},
			&cli.StringFlag{Name: "author-field", Usage: "`NAME` of the field that holds the author"},
			&cli.StringFlag{Name: "source-field", Usage: "`NAME` of the field that holds the source"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "analyse `N` documents at once", Value: threads()},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "show no progress"},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() == 0 {
				return usagef("ingest wants a file, a folder, or - for standard input")
			}
			if c.Int("jobs") < 1 {
				return usagef("--jobs wants at least 1, got %d", c.Int("jobs"))
			}
			opts := ingestOptions{
				store: c.Path("store"), format: f, codebooks: c.StringSlice("codebook"),
				jobs: c.Int("jobs"), quiet: c.Bool("quiet"),
				reader: loaders.Options{
					Format: c.String("input-format"), Date: loaders.Date(c.String("date")), Stdin: s.in,
					Fields: loaders.Fields{
						Text: c.String("text-field"), Title: c.String("title-field"), Date: c.String("date-field"),
						Author: c.String("author-field"), Source: c.String("source-field"),
					},
				},
			}
			return runIngest(c.Context, opts, c.Args().Slice(), s)
		},
	}
}

// inputFormats lists the media types that loaders know.
func inputFormats() string {
	r, err := loaders.NewRegistry(loaders.Builtin()...)
	if err != nil {
		return ""
	}
	return fmt.Sprint(r.MediaTypes())
}

// runIngest reads what paths name into a store. Interrupted, it keeps every
// document that has been read and derives no graph; the next ingest or rebuild
// does.
func runIngest(ctx context.Context, opts ingestOptions, paths []string, s streams) error {
	book, err := loadCodebook(opts.codebooks, s)
	if err != nil {
		return err
	}
	reader, err := loaders.NewReader(opts.reader)
	if err != nil {
		return usageError{err}
	}
	// The model is loaded for the first document that is new.
	an := sync.OnceValues(func() (*analyser, error) { return newAnalyser(book) })
	w, err := store.OpenWriter(opts.store, obslog.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	run := newIngestRun(opts, s)
	if err := run.read(ctx, reader, an, w.Log(), paths); err != nil {
		return err
	}
	manifest, err := bringUpToDate(ctx, w, derivation(opts.store, book, s))
	if err != nil {
		return err
	}
	if err := run.summarize(opts.store, manifest, s); err != nil {
		return err
	}
	if run.failed > 0 {
		return errReported
	}
	return nil
}

// bringUpToDate derives the graph if it is not the one that the store's
// content gives, and returns the manifest of the graph in force.
func bringUpToDate(ctx context.Context, w *store.Writer, d store.Derivation) (*store.Manifest, error) {
	stale, err := w.Stale(d)
	if err != nil {
		return nil, err
	}
	if stale {
		return w.Rebuild(ctx, d)
	}
	return w.Current()
}
