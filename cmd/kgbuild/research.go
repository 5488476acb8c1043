package main

import (
	"context"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
)

// researchOptions are what commands share that ask one question of the part of
// a graph that a filter keeps.
type researchOptions struct {
	store   string
	format  string
	timeout time.Duration
	filter  filterOptions
}

// researchFlags are the flags behind researchOptions.
func researchFlags() []cli.Flag {
	return append([]cli.Flag{
		storeFlag(),
		formatFlag(tableFormat, jsonFormat, csvFormat),
		&cli.DurationFlag{Name: "timeout", Usage: "stop after this `TIME`; 0 for never", Value: time.Minute},
	}, filterFlags()...)
}

func researchFrom(c *cli.Context) (researchOptions, error) {
	f, err := format(c, tableFormat, jsonFormat, csvFormat)
	return researchOptions{c.Path("store"), f, c.Duration("timeout"), filterFrom(c)}, err
}

// withMatcher opens the store, binds the filter to it and runs a question,
// within the time that it may take.
func withMatcher(ctx context.Context, opts researchOptions, s streams, ask func(context.Context, *store.Reader, *filter.Matcher) error) error {
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	ctx, cancel := limited(ctx, opts.timeout)
	defer cancel()
	m, err := opts.filter.matcher(r, s.err)
	if err != nil {
		return err
	}
	return ask(ctx, r, m)
}
