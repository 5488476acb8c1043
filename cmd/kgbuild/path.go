package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

type pathOptions struct {
	store    string
	format   string
	directed bool
	over     []string // predicates
	paths    int
	steps    int
	timeout  time.Duration
}

func pathCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "path",
		Usage:     "show how two entities are connected",
		ArgsUsage: "NAME NAME",
		Description: "Prints the shortest paths between two entities over what is stated as fact, with the sentences of\n" +
			"each step.\n\n" +
			"EXAMPLE:\n   kgbuild path Hamas \"United States\"\n   kgbuild path --over supports --over allied Iran Israel",
		Flags: []cli.Flag{
			storeFlag(),
			formatFlag(tableFormat, jsonFormat),
			&cli.BoolFlag{Name: "directed", Usage: "go from subject to object only"},
			&cli.StringSliceFlag{Name: "over", Usage: "follow this `PREDICATE` only (may be repeated)"},
			&cli.IntFlag{Name: "paths", Usage: "print at most `N` paths; 0 for all", Value: 5},
			&cli.IntFlag{Name: "steps", Usage: "no path longer than `N` steps; 0 for any length", Value: 6},
			&cli.DurationFlag{Name: "timeout", Usage: "stop after this `TIME`; 0 for never", Value: 30 * time.Second},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() != 2 {
				return usagef("path wants two names; put names of several words in quotes")
			}
			opts := pathOptions{
				store: c.Path("store"), format: f, directed: c.Bool("directed"), over: c.StringSlice("over"),
				paths: c.Int("paths"), steps: c.Int("steps"), timeout: c.Duration("timeout"),
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
	if opts.timeout > 0 {
		limited, cancel := context.WithTimeout(ctx, opts.timeout)
		defer cancel()
		ctx = limited
	}
	walkOptions := walk.PathOptions{MaxPaths: opts.paths, MaxSteps: opts.steps}
	walkOptions.Directed = opts.directed
	for _, p := range opts.over {
		walkOptions.Predicates = append(walkOptions.Predicates, nlp.Predicate(p))
	}
	paths, err := walk.ShortestPaths(ctx, r.Quads(), a.ID, b.ID, walkOptions)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("nothing stated as fact connects %s and %s in %d steps", a.Name, b.Name, opts.steps)
	}
	for i, p := range paths {
		if opts.format == jsonFormat {
			err = writePathJSON(r, p, s.out)
		} else {
			err = writePath(r, i+1, p, s.out)
		}
		if err != nil {
			return err
		}
	}
	return nil
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

func writePathJSON(r *store.Reader, p walk.Path, w io.Writer) error {
	steps, err := pathSteps(r, p)
	if err != nil {
		return err
	}
	return writeJSONLine(w, struct {
		Steps []pathStep `json:"steps"`
	}{steps})
}

func writePath(r *store.Reader, n int, p walk.Path, w io.Writer) error {
	steps, err := pathSteps(r, p)
	if err != nil {
		return err
	}
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
