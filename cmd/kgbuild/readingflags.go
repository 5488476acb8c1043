package main

import (
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/loaders"
)

// The forms in which the program tells how far it is.
const (
	textLog = "text"
	jsonLog = "json"
)

// readingFlags are those of the commands that read documents into a store.
func readingFlags() []cli.Flag {
	const (
		choice  = "What is read"
		fields  = "Records"
		unknown = "Facts that documents do not state"
		web     = "Network"
		telling = "Reports"
	)
	return []cli.Flag{
		storeFlag(),
		codebookFlag(),
		&cli.BoolFlag{Name: "patterns-only", Usage: "make claims by the patterns of the codebook alone, and none that only the language model reads"},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "analyse `N` documents at once", Value: threads()},
		&cli.StringFlag{Name: "input-format", Category: choice, Usage: "take the input for `TYPE` instead of looking: " + inputFormats()},
		&cli.StringSliceFlag{Name: "include", Category: choice, Usage: "of folders, read only files that fit `PATTERN`, such as '*.html' or '2024/**' (may be repeated)"},
		&cli.StringSliceFlag{Name: "exclude", Category: choice, Usage: "of folders, leave out files and folders that fit `PATTERN` (may be repeated)"},
		&cli.StringFlag{Name: "date", Category: unknown, Usage: "`DATE` of documents that state none, as 2024-01-31"},
		&cli.StringFlag{Name: "source", Category: unknown, Usage: "`NAME` of the publisher of documents that state none"},
		&cli.StringFlag{Name: "language", Category: unknown, Usage: "`CODE` of the language of documents that state none, instead of detecting it"},
		&cli.StringFlag{Name: "text-field", Category: fields, Usage: "`NAME` of the field or column that holds the text"},
		&cli.StringFlag{Name: "title-field", Category: fields, Usage: "`NAME` of the field that holds the title"},
		&cli.StringFlag{Name: "date-field", Category: fields, Usage: "`NAME` of the field that holds the date"},
		&cli.StringFlag{Name: "author-field", Category: fields, Usage: "`NAME` of the field that holds the author"},
		&cli.StringFlag{Name: "source-field", Category: fields, Usage: "`NAME` of the field that holds the source"},
		&cli.StringFlag{Name: "url-field", Category: fields, Usage: "`NAME` of the field that holds the address"},
		&cli.StringFlag{Name: "language-field", Category: fields, Usage: "`NAME` of the field that holds the language"},
		&cli.BoolFlag{Name: "allow-network", Category: web, Usage: "read http and https addresses, one at a time a host, as its robots.txt allows"},
		&cli.StringSliceFlag{Name: "allow-host", Category: web, Usage: "read `HOST` though it is in the own network: a name, an address or a range (may be repeated)"},
		&cli.DurationFlag{Name: "pause", Category: web, Usage: "wait `TIME` between two requests to a host", Value: time.Second},
		&cli.PathFlag{Name: "report", Category: telling, Usage: "write what became of every input to `FILE`, as JSON lines"},
		&cli.StringFlag{Name: "log-format", Category: telling, Usage: "tell the progress as `FORMAT`: text, json", Value: textLog},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Category: telling, Usage: "show no progress"},
	}
}

// readingOptions returns what readingFlags say.
func readingOptions(c *cli.Context, s streams) (ingestOptions, error) {
	opts := ingestOptions{
		store: c.Path("store"), codebooks: c.StringSlice("codebook"), jobs: c.Int("jobs"),
		patterns: c.Bool("patterns-only"), report: c.Path("report"), logFormat: c.String("log-format"), quiet: c.Bool("quiet"),
		reader: loaders.Options{
			Format: c.String("input-format"), Stdin: s.in,
			Date: loaders.Date(c.String("date")), Source: c.String("source"), Language: c.String("language"),
			Include: c.StringSlice("include"), Exclude: c.StringSlice("exclude"),
			Fields: loaders.Fields{
				Text: c.String("text-field"), Title: c.String("title-field"), Date: c.String("date-field"),
				Author: c.String("author-field"), Source: c.String("source-field"), URL: c.String("url-field"),
				Language: c.String("language-field"),
			},
			Network: loaders.Network{
				Allow: c.Bool("allow-network"), Hosts: c.StringSlice("allow-host"), Pause: c.Duration("pause"),
				UserAgent: "kgbuild/" + release + " (+https://github.com/kgbuild/kgbuild)",
			},
		},
	}
	switch {
	case opts.jobs < 1:
		return opts, usagef("--jobs wants at least 1, got %d", opts.jobs)
	case !slices.Contains([]string{textLog, jsonLog}, opts.logFormat):
		return opts, usagef("no log format %q; choose %s", opts.logFormat, strings.Join([]string{textLog, jsonLog}, ", "))
	}
	return opts, nil
}
