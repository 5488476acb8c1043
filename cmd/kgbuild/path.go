package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/walk"
)

type pathOptions struct {
	store    string
	format   string
	directed bool
	all      bool
	paths    int
	steps    int // 0 for any length
	timeout  time.Duration
	filter   filterOptions
}

// How far paths go, and how many are printed, when the user does not say.
const (
	shortestSteps, shortestPaths = 6, 5
	allSteps, allPaths           = 3, 100
)

func pathCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "path",
		Usage:     "show how two entities are connected",
		ArgsUsage: "NAME NAME",
		Description: "Prints the shortest paths between two entities over what is stated as fact, with the sentences of\n" +
			"each step; with --all, every path of up to --steps steps that comes through no entity twice.\n\n" +
			"EXAMPLE:\n   kgbuild path Hamas \"United States\"\n   kgbuild path --predicate supports --predicate allied Iran Israel\n" +
			"   kgbuild path --all --steps 3 --source Reuters --since 2024 Hamas Iran",
		Flags: append([]cli.Flag{
			storeFlag(),
			formatFlag(tableFormat, jsonFormat, csvFormat),
			&cli.BoolFlag{Name: "directed", Usage: "go from subject to object only"},
			&cli.BoolFlag{Name: "all", Usage: "all paths up to a length, not only the shortest"},
			&cli.IntFlag{Name: "paths", Usage: "print at most `N` paths; 0 for all", DefaultText: "5; 100 with --all"},
			&cli.IntFlag{Name: "steps", Usage: "no path longer than `N` steps; 0 for any length", DefaultText: "6; 3 with --all"},
			&cli.DurationFlag{Name: "timeout", Usage: "stop after this `TIME`; 0 for never", Value: 30 * time.Second},
		}, filterFlags()...),
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat, csvFormat)
			if err != nil {
				return err
			}
			if c.NArg() != 2 {
				return usagef("path wants two names; put names of several words in quotes")
			}
			opts := pathOptions{
				store: c.Path("store"), format: f, directed: c.Bool("directed"), all: c.Bool("all"),
				paths: shortestPaths, steps: shortestSteps, timeout: c.Duration("timeout"), filter: filterFrom(c),
			}
			if opts.all {
				opts.paths, opts.steps = allPaths, allSteps
			}
			if c.IsSet("paths") {
				opts.paths = c.Int("paths")
			}
			if c.IsSet("steps") {
				opts.steps = c.Int("steps")
			}
			if opts.paths < 0 || opts.steps < 0 || opts.all && opts.steps == 0 {
				return usagef("--paths and --steps go from 0 up; --all wants a length in --steps")
			}
			return runPath(c.Context, opts, c.Args().Get(0), c.Args().Get(1), s)
		},
	}
}

func runPath(ctx context.Context, opts pathOptions, from, to string, s streams) error {
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	a, err := entityNamed(r, from, s.err)
	if err != nil {
		return err
	}
	b, err := entityNamed(r, to, s.err)
	if err != nil {
		return err
	}
	ctx, cancel := limited(ctx, opts.timeout)
	defer cancel()
	edges, err := edgeOptions(r, &opts.filter, s.err)
	if err != nil {
		return err
	}
	edges.Directed = opts.directed
	search := walk.ShortestPaths
	if opts.all {
		search = walk.AllPaths
	}
	walkOptions := walk.PathOptions{Options: edges, MaxSteps: opts.steps}
	if opts.paths > 0 {
		walkOptions.MaxPaths = opts.paths + 1 // one more, to tell whether there are more
	}
	paths, err := search(ctx, r.Quads(), a.ID, b.ID, walkOptions)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		length := ""
		if opts.steps > 0 {
			length = fmt.Sprintf(" in %s", count(opts.steps, "step"))
		}
		return fmt.Errorf("nothing stated as fact connects %s and %s%s", a.Name, b.Name, length)
	}
	if opts.paths > 0 && len(paths) > opts.paths {
		paths = paths[:opts.paths]
		fmt.Fprintf(s.err, "there are more than %s; --paths 0 prints all\n", count(opts.paths, "path"))
	}
	return writePaths(r, paths, opts.format, s.out)
}

// limited returns a context that ends after a time, if that is not 0.
func limited(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	if d <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, d)
}

// edgeOptions makes a walk follow the edges of claims that pass a filter. A
// filter's predicates hold for the edges themselves, so that they include what
// a claim's predicate implies.
func edgeOptions(r *store.Reader, o *filterOptions, w io.Writer) (walk.Options, error) {
	f, err := o.filter(r, w)
	if err != nil {
		return walk.Options{}, err
	}
	var out walk.Options
	wanted := *f
	for _, p := range f.Predicates {
		if strings.HasSuffix(string(p), "*") {
			out.Predicates = nil
			break
		}
		out.Predicates = append(out.Predicates, p)
	}
	f.Predicates = nil
	if f.IsZero() && len(out.Predicates) == len(wanted.Predicates) {
		return out, nil
	}
	m, err := f.On(r, r.Manifest.Predicates)
	if err != nil {
		return walk.Options{}, err
	}
	out.Keep = func(e walk.Edge) (bool, error) {
		if !wanted.KeepsPredicate(e.Predicate) {
			return false, nil
		}
		c, err := r.Claim(e.Claim)
		if err != nil {
			return false, err
		}
		return m.Keeps(c)
	}
	return out, nil
}

// pathStep is one step of a path with the claims that it rests on.
type pathStep struct {
	From   graph.EntityID `json:"from"`
	To     graph.EntityID `json:"to"`
	Edges  []walk.Edge    `json:"edges"`
	Claims []*graph.Claim `json:"claims"`
}

func pathSteps(r *store.Reader, p walk.Path) ([]pathStep, error) {
	out := make([]pathStep, len(p))
	for i, step := range p {
		out[i] = pathStep{From: step.From, To: step.To, Edges: step.Edges}
		for _, id := range step.Claims() {
			c, err := r.Claim(id)
			if err != nil {
				return nil, err
			}
			out[i].Claims = append(out[i].Claims, c)
		}
	}
	return out, nil
}

func writePaths(r *store.Reader, paths []walk.Path, format string, w io.Writer) error {
	rows := &grid{columns: []string{"path", "step", "from", "to", "claim", "id", "document", "evidence"}}
	for i, p := range paths {
		steps, err := pathSteps(r, p)
		if err != nil {
			return err
		}
		switch format {
		case jsonFormat:
			err = writeJSONLine(w, struct {
				Steps []pathStep `json:"steps"`
			}{steps})
		case csvFormat:
			err = addSteps(rows, r, i+1, steps)
		default:
			err = writePath(r, i+1, steps, w)
		}
		if err != nil {
			return err
		}
	}
	if format == csvFormat {
		return rows.write(w, format)
	}
	return nil
}

func addSteps(g *grid, r *store.Reader, path int, steps []pathStep) error {
	for i, step := range steps {
		for _, c := range step.Claims {
			sentence, err := r.Sentence(c)
			if err != nil {
				return err
			}
			for _, e := range c.Evidence {
				g.add(strconv.Itoa(path), strconv.Itoa(i+1), nameOf(r, step.From), nameOf(r, step.To), sentence,
					string(c.ID), string(e.Document), flat(e.Text))
			}
		}
	}
	return nil
}

func writePath(r *store.Reader, n int, steps []pathStep, w io.Writer) error {
	var names []string
	for i, step := range steps {
		if i == 0 {
			names = append(names, nameOf(r, step.From))
		}
		names = append(names, nameOf(r, step.To))
	}
	fmt.Fprintf(w, "%d. %s\n", n, strings.Join(names, " – "))
	for _, step := range steps {
		for _, c := range step.Claims {
			sentence, err := r.Sentence(c)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "   %s  [%s]\n", sentence, c.ID)
			for _, e := range c.Evidence {
				fmt.Fprintf(w, "      “%s” (%s)\n", flat(e.Text), e.Document)
			}
		}
	}
	return nil
}

// nameOf returns what an entity is called, or its id when it is not there.
func nameOf(r *store.Reader, id graph.EntityID) string {
	e, err := r.Entity(id)
	if err != nil {
		return string(id)
	}
	return e.Name
}
