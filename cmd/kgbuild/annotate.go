package main

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/segment"
	"github.com/kgbuild/kgbuild/nlp/syntax"
)

const (
	conlluFormat = "conllu"
	tuplesFormat = "tuples"
)

type annotateOptions struct {
	format string
	// lines takes each line of a text as one sentence.
	lines bool
	// pretokenized reads CoNLL-U, keeps its sentences and tokens, and analyses
	// them anew.
	pretokenized bool
	// readings prints what the model takes the sentences to claim.
	readings bool
}

func annotateCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "annotate",
		Usage:     "print the linguistic analysis of texts",
		ArgsUsage: "FILE|FOLDER|-…",
		Description: "Prints sentences, tokens, tags, lemmas, dependency trees and names as CoNLL-U, without touching\n" +
			"a store. Names stand in the last column as NER=B-Person, offsets as TokenRange=start:end in code\n" +
			"points of the text. Comments like \"# reading = 2 | met | 5 | 0.97\" are what ingest makes claims of beside\n" +
			"the codebook's patterns: subject, predicate, object, probability; ends are numbers of words, 0 whoever\n" +
			"says the sentence. Layers that CoNLL-U input brings are kept.\n\n" +
			"With --format tuples it prints open relation tuples, one a line, most confident first: sentence,\n" +
			"confidence from 0 to 1, relation, first argument, further arguments, parted by tabs.\n\n" +
			"EXAMPLE:\n   kgbuild annotate article.txt\n   kgbuild annotate --pretokenized tokens.conllu\n" +
			"   kgbuild annotate --format tuples --sentence-per-line sentences.txt",
		Flags: []cli.Flag{
			formatFlag(conlluFormat, tuplesFormat),
			&cli.BoolFlag{Name: "patterns-only", Usage: "leave out the readings, as ingest does with this flag"},
			&cli.BoolFlag{Name: "sentence-per-line", Usage: "read plain text and take each line as one sentence"},
			&cli.BoolFlag{Name: "pretokenized", Usage: "read CoNLL-U and keep only its sentences and tokens"},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, conlluFormat, tuplesFormat)
			if err != nil {
				return err
			}
			opts := annotateOptions{
				format: f, lines: c.Bool("sentence-per-line"), pretokenized: c.Bool("pretokenized"),
				readings: f == conlluFormat && !c.Bool("patterns-only"),
			}
			if opts.lines && opts.pretokenized {
				return usagef("annotate reads either text with --sentence-per-line or CoNLL-U with --pretokenized")
			}
			if c.NArg() == 0 {
				return usagef("annotate wants a file, a folder, or - for standard input")
			}
			return runAnnotate(c.Context, opts, c.Args().Slice(), s)
		},
	}
}

func runAnnotate(ctx context.Context, opts annotateOptions, paths []string, s streams) error {
	options := loaders.Options{Stdin: s.in}
	switch {
	case opts.pretokenized:
		options.Format = conlluType
	case opts.lines:
		options.Format = plainType
	}
	reader, err := loaders.NewReader(options)
	if err != nil {
		return usageError{err}
	}
	steps, err := annotationSteps(opts.readings)
	if err != nil {
		return err
	}
	failed := false
	for d, err := range reader.Read(ctx, paths...) {
		if err == nil {
			err = annotate(ctx, d, steps, opts, s)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed = true
			fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(err))
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// annotationSteps returns the part of the pipeline whose layers CoNLL-U holds.
func annotationSteps(readings bool) (*nlp.Pipeline, error) {
	return nlp.NewPipeline(nil, syntax.Step{Model: sync.OnceValues(model.Default), Workers: threads(), Readings: readings})
}

func annotate(ctx context.Context, d *loaders.Document, steps *nlp.Pipeline, opts annotateOptions, s streams) error {
	if opts.pretokenized {
		d.Text = withoutAnnotation(d.Text)
	}
	a, name, err := analysis(d, opts.readings && !opts.pretokenized)
	if err != nil {
		return fmt.Errorf("%s: %w", d.Path, err)
	}
	if opts.lines {
		a.Sentences = segment.Lines(a.Document)
		a.Add(nlp.SentenceLayer)
	}
	if err := steps.Run(ctx, a); err != nil {
		return fmt.Errorf("%s: %w", d.Path, err)
	}
	if opts.format == tuplesFormat {
		return writeTuples(s.out, a, opts.lines)
	}
	return conllu.Write(s.out, conllu.FromAnalysis(a, name))
}

// withoutAnnotation empties the columns of CoNLL-U that an analysis fills.
func withoutAnnotation(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		columns := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(columns) != 10 {
			continue
		}
		for _, c := range []int{2, 3, 4, 5, 6, 7, 8} {
			columns[c] = "_"
		}
		misc := conllu.Misc(columns[9])
		columns[9] = "_"
		if !misc.SpaceAfter() {
			columns[9] = "SpaceAfter=No"
		}
		lines[i] = strings.Join(columns, "\t")
	}
	return strings.Join(lines, "\n")
}
