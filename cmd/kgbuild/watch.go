package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/loaders"
)

func watchCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "watch",
		Usage:     "read what arrives in folders",
		ArgsUsage: "FOLDER…",
		Description: "Reads all files of folders into a store as ingest does, and goes on with those that arrive or change.\n" +
			"A file is read once it stays as it is from one look to the next. What is removed from a folder stays in\n" +
			"the store. Ctrl-C ends it.\n\n" +
			"EXAMPLE:\n   kgbuild watch --include '*.html' downloads/",
		Flags: append(readingFlags(),
			&cli.DurationFlag{Name: "every", Usage: "look into the folders every `TIME`", Value: 2 * time.Second},
		),
		Action: func(c *cli.Context) error {
			opts, err := readingOptions(c, s)
			switch {
			case err != nil:
				return err
			case c.NArg() == 0:
				return usagef("watch wants a folder")
			case c.Duration("every") <= 0:
				return usagef("--every wants a time, such as 2s")
			}
			return runWatch(c.Context, opts, c.Duration("every"), c.Args().Slice(), s)
		},
	}
}

// runWatch reads into a store what folders hold and what comes into them,
// until ctx is done, which is no error.
func runWatch(ctx context.Context, opts ingestOptions, every time.Duration, folders []string, s streams) (err error) {
	run, err := newIngestRun(opts, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, run.close()) }()
	in, err := openIngest(opts, run, s)
	if err != nil {
		return err
	}
	defer in.writer.Close()
	w := watched{reader: in.reader, folders: folders, files: make(map[string]watchedFile), told: make(map[string]bool)}
	derive := derivation(opts.store, in.book, s)
	for ctx.Err() == nil {
		arrived, errs := w.look(ctx)
		for _, err := range errs {
			if err := run.tell(outcome{err: err}); err != nil {
				return err
			}
		}
		if len(arrived) > 0 {
			if err = run.read(ctx, in.reader, in.analyser, in.writer.Log(), arrived); err == nil {
				m, failed := bringUpToDate(ctx, in.writer, derive)
				if err = failed; err == nil {
					fmt.Fprintf(s.out, "%s\n", manifestLine(m))
				}
			}
			if err != nil && ctx.Err() == nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(every):
		}
	}
	return nil
}

// watched is what is known of the files in some folders.
type watched struct {
	reader  *loaders.Reader
	folders []string
	files   map[string]watchedFile
	told    map[string]bool // errors that were told
}

type watchedFile struct {
	state loaders.FileState
	read  bool // in this state
}

// look returns the files that are new or have changed and were the same at the
// look before, sorted, and errors that were not returned before.
func (w *watched) look(ctx context.Context) (arrived []string, errs []error) {
	now := make(map[string]watchedFile, len(w.files))
	for f, err := range w.reader.Files(w.folders...) {
		if ctx.Err() != nil {
			return nil, nil
		}
		if err != nil {
			if !w.told[err.Error()] {
				w.told[err.Error()] = true
				errs = append(errs, err)
			}
			continue
		}
		old, there := w.files[f.Path]
		file := watchedFile{state: f.State()}
		if there && old.state == file.state {
			if !old.read {
				arrived = append(arrived, f.Path)
			}
			file.read = true
		}
		now[f.Path] = file
	}
	w.files = now
	slices.Sort(arrived)
	return arrived, errs
}
