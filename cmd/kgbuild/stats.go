package main

import (
	"fmt"
	"strconv"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

func statsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:        "stats",
		Usage:       "count what a store holds",
		ArgsUsage:   " ",
		Description: "EXAMPLE:\n   kgbuild stats\n   kgbuild stats --documents --format csv",
		Flags: []cli.Flag{
			storeFlag(),
			formatFlag(tableFormat, jsonFormat, csvFormat),
			&cli.BoolFlag{Name: "documents", Usage: "list the documents instead"},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat, csvFormat)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("stats takes no arguments, got %q", c.Args().First())
			}
			return runStats(c.Path("store"), c.Bool("documents"), f, s)
		},
	}
}

func runStats(dir string, documents bool, format string, s streams) error {
	r, err := openStore(dir)
	if err != nil {
		return err
	}
	defer r.Close()
	if documents {
		return listDocuments(r, format, s)
	}
	t, err := tally(r)
	if err != nil {
		return err
	}
	return t.grid(&r.Manifest).write(s.out, format)
}

func listDocuments(r *store.Reader, format string, s streams) error {
	g := grid{columns: []string{"id", "date", "source", "author", "language", "title", "path", "copy of"}}
	for d, err := range r.Documents() {
		if err != nil {
			return err
		}
		g.add(string(d.ID), d.Date.String(), d.Source, d.Author, d.Language, d.Title, d.Path, string(d.CopyOf))
	}
	return g.write(s.out, format)
}

// counts is how much of each kind a graph holds.
type counts struct {
	entities   map[nlp.EntityType]int
	events     map[string]int
	predicates map[nlp.Predicate]int
	stated     map[string]int
}

func tally(r *store.Reader) (*counts, error) {
	t := &counts{
		entities: make(map[nlp.EntityType]int), events: make(map[string]int),
		predicates: make(map[nlp.Predicate]int), stated: make(map[string]int),
	}
	for e, err := range r.Entities() {
		if err != nil {
			return nil, err
		}
		if e.ID.IsEvent() {
			t.events[e.EventType]++
		} else {
			t.entities[e.Type]++
		}
	}
	for c, err := range r.Claims() {
		if err != nil {
			return nil, err
		}
		t.predicates[shown(c)]++
		t.stated[statedKind(c)]++
	}
	return t, nil
}

// shown returns a claim's predicate, all open ones as one.
func shown(c *graph.Claim) nlp.Predicate {
	if len(c.Predicate) > len(nlp.OpenPrefix) && c.Predicate[:len(nlp.OpenPrefix)] == nlp.OpenPrefix {
		return nlp.OpenPrefix + "…"
	}
	return c.Predicate
}

func statedKind(c *graph.Claim) string {
	kind := string(c.Polarity) + ", " + string(c.Modality)
	if len(c.Attribution) > 0 {
		kind += ", attributed"
	}
	return kind
}

func (t *counts) grid(m *store.Manifest) *grid {
	g := &grid{columns: []string{"of", "what", "count"}}
	g.add("store", "documents", strconv.Itoa(m.Documents))
	g.add("store", "near-duplicates", strconv.Itoa(m.Copies))
	g.add("store", "entities", strconv.Itoa(m.Entities))
	g.add("store", "events", strconv.Itoa(m.Events))
	g.add("store", "claims", strconv.Itoa(m.Claims))
	g.add("store", "merges", strconv.Itoa(m.Merges))
	g.add("store", "quads", fmt.Sprint(m.Quads))
	addCounts(g, "entities", t.entities)
	addCounts(g, "events", t.events)
	addCounts(g, "claims by predicate", t.predicates)
	addCounts(g, "claims by statement", t.stated)
	return g
}

func addCounts[K ~string](g *grid, of string, counts map[K]int) {
	for _, k := range sortedKeys(counts) {
		g.add(of, string(k), strconv.Itoa(counts[k]))
	}
}
