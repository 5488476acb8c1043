package main

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

func showCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show what is known of an entity or event",
		ArgsUsage: "NAME",
		Description: "Prints the card of an entity or event: its names, what it is said to do and what is done to it,\n" +
			"what it says itself, and the documents that speak of it.\n\n" +
			"EXAMPLE:\n   kgbuild show \"United Nations\"\n   kgbuild show --format json Hamas",
		Flags: []cli.Flag{storeFlag(), formatFlag(tableFormat, jsonFormat)},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() == 0 {
				return usagef("show wants the name of an entity or event")
			}
			return runShow(c.Path("store"), strings.Join(c.Args().Slice(), " "), f, s)
		},
	}
}

// card is everything that show prints of one entity.
type card struct {
	Entity    *graph.Entity     `json:"entity"`
	From      []*graph.Claim    `json:"claims_out"`
	To        []*graph.Claim    `json:"claims_in"`
	By        []*graph.Claim    `json:"claims_by"` // attributed to it
	Maybe     []graph.MaybeSame `json:"maybe_same"`
	Documents []*graph.Document `json:"documents"`
}

func runShow(dir, name, format string, s streams) error {
	r, err := openStore(dir)
	if err != nil {
		return err
	}
	defer r.Close()
	found, err := entitiesNamed(r, name)
	if err != nil {
		return err
	}
	for i, e := range found {
		c, err := newCard(r, e)
		if err != nil {
			return err
		}
		if format == jsonFormat {
			if err := writeJSONLine(s.out, c); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(s.out)
		}
		if err := c.write(r, s.out); err != nil {
			return err
		}
	}
	return nil
}

func newCard(r *store.Reader, e *graph.Entity) (*card, error) {
	c := &card{Entity: e}
	for _, part := range []struct {
		to     *[]*graph.Claim
		claims iter.Seq2[*graph.Claim, error]
	}{{&c.From, r.ClaimsFrom(e.ID)}, {&c.To, r.ClaimsTo(e.ID)}, {&c.By, r.ClaimsBy(e.ID)}} {
		for claim, err := range part.claims {
			if err != nil {
				return nil, err
			}
			*part.to = append(*part.to, claim)
		}
		sortClaims(*part.to)
	}
	for m, err := range r.Maybe(e.ID) {
		if err != nil {
			return nil, err
		}
		c.Maybe = append(c.Maybe, *m)
	}
	seen := make(map[graph.DocumentID]bool)
	for _, m := range e.Mentions {
		if seen[m.Document] {
			continue
		}
		seen[m.Document] = true
		d, err := r.Document(m.Document)
		if err != nil {
			return nil, err
		}
		c.Documents = append(c.Documents, d)
	}
	return c, nil
}

func (c *card) write(r *store.Reader, w io.Writer) error {
	if err := c.writeHead(r, w); err != nil {
		return err
	}
	for _, part := range []struct {
		title  string
		claims []*graph.Claim
	}{{"What it is said to do", c.From}, {"What is said to concern it", c.To}, {"What it says", c.By}} {
		if len(part.claims) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n\n", part.title)
		g, err := claimGrid(r, part.claims)
		if err != nil {
			return err
		}
		if err := g.write(w, tableFormat); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "\nDocuments\n\n")
	g := grid{columns: []string{"id", "date", "source", "title"}}
	for _, d := range c.Documents {
		g.add(string(d.ID), d.Date.String(), d.Source, d.Title)
	}
	return g.write(w, tableFormat)
}

func (c *card) writeHead(r *store.Reader, w io.Writer) error {
	e := c.Entity
	fmt.Fprintf(w, "%s\n%s, %s, %s in %s\n", e.Name, e.ID, kind(e),
		count(len(e.Mentions), "mention"), count(len(c.Documents), "document"))
	if len(e.Aliases) > 0 {
		fmt.Fprintf(w, "also: %s\n", strings.Join(e.Aliases, "; "))
	}
	if !e.Time.IsZero() {
		fmt.Fprintf(w, "time: %s\n", e.Time.Text())
	}
	var places []string
	for _, id := range e.Places {
		p, err := r.Entity(id)
		if err != nil {
			return err
		}
		places = append(places, p.Name)
	}
	if len(places) > 0 {
		fmt.Fprintf(w, "place: %s\n", strings.Join(places, ", "))
	}
	for _, m := range c.Maybe {
		other := m.A
		if other == e.ID {
			other = m.B
		}
		fmt.Fprintf(w, "maybe the same: %s (%s)\n", other, m.Reason)
	}
	return nil
}

// kind returns an entity's type, or an event's own kind.
func kind(e *graph.Entity) string {
	if e.Type == nlp.Event && e.EventType != "" {
		return e.EventType
	}
	return string(e.Type)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// claimGrid lays claims out one a row, with how they are stated and where.
func claimGrid(r *store.Reader, claims []*graph.Claim) (*grid, error) {
	g := &grid{columns: []string{"claim", "id", "stated", "document", "evidence"}}
	for _, c := range claims {
		sentence, err := r.Sentence(c)
		if err != nil {
			return nil, err
		}
		evidence := ""
		if len(c.Evidence) > 0 {
			evidence = flat(c.Evidence[0].Text)
		}
		g.add(sentence, string(c.ID), stated(c), string(c.Document), evidence)
	}
	return g, nil
}

// stated says in words how a claim is stated.
func stated(c *graph.Claim) string {
	words := string(c.Modality)
	if c.Polarity == nlp.Negative {
		words += ", negative"
	}
	if !c.Time.IsZero() {
		words += ", " + c.Time.Text()
	}
	return words
}

// flat folds white space, so that a sentence stands on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
