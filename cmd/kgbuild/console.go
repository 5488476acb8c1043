package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/queries"
)

type consoleOptions struct {
	store     string
	queries   string
	timeout   time.Duration
	limit     int
	noHistory bool
}

func consoleCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "console",
		Usage:     "ask in Gizmo, one query after another",
		ArgsUsage: " ",
		Description: "Reads queries and commands and prints their results. A query that is not finished goes on in the\n" +
			"next line; a line that begins with a dot goes on with the query before it. Variables stay. Tab\n" +
			"completes names, predicates and methods; Ctrl-C stops the query, Ctrl-D ends the console; :help\n" +
			"tells the rest. When input is no terminal, nothing but results is printed to standard output.\n\n" +
			"EXAMPLE:\n   kgbuild console\n" +
			"   echo 'entity(\"Iran\").out(\"<allied>\").unique()' | kgbuild console",
		Flags: []cli.Flag{
			storeFlag(),
			queriesFlag(),
			&cli.DurationFlag{Name: "timeout", Usage: "stop a query after this `TIME`; 0 for never", Value: 30 * time.Second},
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` rows; 0 for all", Value: 100},
			&cli.BoolFlag{Name: "no-history", Usage: "keep no history of what is typed"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("console takes no arguments, got %q", c.Args().First())
			}
			return runConsole(c.Context, consoleOptions{
				store: c.Path("store"), queries: c.Path("queries"), timeout: c.Duration("timeout"),
				limit: c.Int("limit"), noHistory: c.Bool("no-history"),
			}, s)
		},
	}
}

// console is a session at which queries are asked.
type console struct {
	reader  *store.Reader
	session *gizmo.Session
	queries queries.Set
	timeout time.Duration
	limit   int
	streams streams

	before string      // the query before, which a line with a dot goes on with
	last   []gizmo.Row // of the last result
	cut    bool        // whether the last result had more
	failed bool        // whether anything has failed
	known  []string    // predicates, for completion
	stops  <-chan os.Signal
}

func runConsole(ctx context.Context, opts consoleOptions, s streams) error {
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	all, err := namedQueries(opts.store, opts.queries, s)
	if err != nil {
		return err
	}
	// An interrupt stops a query and not the console, so that the program's
	// own context, which it ends, does not count here.
	stops := make(chan os.Signal, 1)
	signal.Notify(stops, os.Interrupt)
	defer signal.Stop(stops)
	c := &console{
		reader: r, session: gizmo.NewSession(r.Quads()), queries: all,
		timeout: opts.timeout, limit: opts.limit, streams: s, stops: stops,
	}
	in, err := openInput(s, c.complete, opts.noHistory)
	if err != nil {
		return err
	}
	defer in.close()
	terminated := make(chan os.Signal, 1)
	signal.Notify(terminated, syscall.SIGTERM)
	defer signal.Stop(terminated)
	done := make(chan error, 1)
	go func() { done <- c.talk(context.WithoutCancel(ctx), in) }()
	select {
	case <-terminated:
		return nil
	case err := <-done:
		return err
	}
}

// talk answers until the input ends. With a terminal a mistake has been seen
// and forgotten; from a file it makes the program fail in the end.
func (c *console) talk(ctx context.Context, in input) error {
	var open []string // lines of a query that is not finished
	for {
		line, err := in.line(len(open) > 0)
		switch {
		case errors.Is(err, errAborted):
			open = nil
			continue
		case errors.Is(err, io.EOF):
			if len(open) > 0 {
				c.answer(ctx, strings.Join(open, "\n"))
			}
			if c.failed && !in.terminal() {
				return errReported
			}
			return nil
		case err != nil:
			return fmt.Errorf("read the input: %w", err)
		}
		if len(open) == 0 {
			switch text := strings.TrimSpace(line); {
			case text == "":
				continue
			case strings.HasPrefix(text, ":"):
				in.remember(text)
				if c.command(ctx, text) {
					return nil
				}
				continue
			case strings.HasPrefix(text, ".") && c.before != "":
				line = c.before + "\n" + text
			}
		}
		open = append(open, line)
		script := strings.Join(open, "\n")
		if gizmo.Unfinished(script) {
			continue
		}
		open = nil
		in.remember(script)
		c.answer(ctx, script)
	}
}

// answer runs a query in the session and prints its rows.
func (c *console) answer(ctx context.Context, script string) {
	c.before = strings.TrimRight(strings.TrimSpace(script), ";")
	c.show(ctx, func(ctx context.Context, lim gizmo.Limits) (*gizmo.Result, error) {
		return c.session.Run(ctx, gizmo.Query{Script: script}, lim)
	}, gizmo.Declares(script))
}

// show runs something and prints its rows, also those found before an error.
func (c *console) show(ctx context.Context, run func(context.Context, gizmo.Limits) (*gizmo.Result, error), silent bool) {
	select {
	case <-c.stops: // came after the query that it was meant for
	default:
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		select {
		case <-c.stops:
			cancel()
		case <-ended:
		}
	}()
	result, err := run(ctx, gizmo.Limits{Time: c.timeout, Rows: c.limit})
	close(ended)
	cancel()
	if len(result.Rows) > 0 || !silent && err == nil {
		c.last, c.cut = result.Rows, result.Truncated
	}
	switch {
	case len(result.Rows) > 0:
		if werr := writeRows(c.reader, result.Rows, tableFormat, c.streams.out); werr != nil {
			c.fail(werr)
		}
	case err == nil && !silent:
		c.note("no rows")
	}
	for _, name := range result.Unmatched {
		c.note("%s", oneLine(notFound(c.reader, name)))
	}
	if result.Truncated {
		c.note("only the first %d rows; :limit sets another number", c.limit)
	}
	switch {
	case errors.Is(err, context.Canceled):
		c.fail(errors.New("interrupted"))
	case errors.Is(err, gizmo.ErrTimeLimit):
		c.fail(fmt.Errorf("stopped at the time limit of %s; :timeout sets another", c.timeout))
	case err != nil:
		c.fail(err)
	}
}

func (c *console) note(format string, args ...any) {
	fmt.Fprintf(c.streams.err, format+"\n", args...)
}

func (c *console) fail(err error) {
	c.failed = true
	c.note("%s", oneLine(err))
}
