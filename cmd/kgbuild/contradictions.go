package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dispute"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

func contradictionsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "contradictions",
		Usage:     "list where the documents contradict each other",
		ArgsUsage: " ",
		Description: "Lists, each with its sentences: who is held responsible for an event, by whom, and denies it; figures\n" +
			"of an event that differ, and whether they can all be true; and what is both stated and negated.\n\n" +
			"EXAMPLE:\n   kgbuild contradictions\n   kgbuild contradictions --near \"Kerman bombing\" --format csv",
		Flags: researchFlags(),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("contradictions takes no arguments, got %q; --near NAME keeps to what concerns an entity", c.Args().First())
			}
			return runContradictions(c.Context, opts, s)
		},
	}
}

func runContradictions(ctx context.Context, opts researchOptions, s streams) error {
	return withMatcher(ctx, opts, s, func(ctx context.Context, r *store.Reader, m *filter.Matcher) error {
		found, err := dispute.Find(ctx, r, m, r.Manifest.Predicates)
		if err != nil {
			return err
		}
		return writeContradictions(r, found, opts.format, s)
	})
}

func writeContradictions(r *store.Reader, found []dispute.Contradiction, format string, s streams) error {
	if len(found) == 0 {
		fmt.Fprintln(s.err, "no contradictions")
	}
	if format == csvFormat {
		return writeContradictionRows(r, found, s.out)
	}
	for i, x := range found {
		var err error
		if format == jsonFormat {
			err = writeContradictionJSON(r, &x, s.out)
		} else {
			err = writeContradiction(r, i+1, &x, s.out)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// contradictionRecord is a contradiction with names, for JSON.
type contradictionRecord struct {
	Kind      dispute.Kind    `json:"kind"`
	About     entityRef       `json:"about"`
	Predicate nlp.Predicate   `json:"predicate,omitempty"`
	Object    *entityRef      `json:"object,omitempty"`
	Verdict   dispute.Verdict `json:"verdict,omitempty"`
	Sides     []sideRecord    `json:"sides"`
}

type sideRecord struct {
	Actor    *entityRef    `json:"actor,omitempty"`
	Figure   *nlp.Quantity `json:"figure,omitempty"`
	Polarity nlp.Polarity  `json:"polarity,omitempty"`
	Claims   []claimRecord `json:"claims"`
	Denials  []claimRecord `json:"denials,omitempty"`
}

func writeContradictionJSON(r *store.Reader, x *dispute.Contradiction, w io.Writer) error {
	rec := contradictionRecord{Kind: x.Kind, Predicate: x.Predicate, Verdict: x.Verdict}
	var err error
	if rec.About, err = newEntityRef(r, x.About); err != nil {
		return err
	}
	if rec.Object, err = optionalRef(r, x.Object); err != nil {
		return err
	}
	for _, side := range x.Sides {
		sr := sideRecord{Figure: side.Figure, Polarity: side.Polarity}
		if sr.Actor, err = optionalRef(r, side.Actor); err != nil {
			return err
		}
		if sr.Claims, err = claimRecords(r, side.Claims); err != nil {
			return err
		}
		if sr.Denials, err = claimRecords(r, side.Denials); err != nil {
			return err
		}
		rec.Sides = append(rec.Sides, sr)
	}
	return writeJSONLine(w, rec)
}

func optionalRef(r *store.Reader, id graph.EntityID) (*entityRef, error) {
	if id == "" {
		return nil, nil
	}
	ref, err := newEntityRef(r, id)
	return &ref, err
}

// verdictWords say in words how figures differ.
var verdictWords = map[dispute.Verdict]string{
	dispute.Conflict:   "they cannot all be true",
	dispute.Growing:    "they differ by the day of the report; it may have grown",
	dispute.Revised:    "they differ by the day of the report; it may have been revised",
	dispute.Compatible: "they differ, and can all be true",
}

func contradictionTitle(r *store.Reader, x *dispute.Contradiction) string {
	about := nameOf(r, x.About)
	switch x.Kind {
	case dispute.Responsibility:
		return about + ": who is responsible"
	case dispute.Figures:
		return fmt.Sprintf("%s: %s; %s", about, x.Predicate, verdictWords[x.Verdict])
	}
	return fmt.Sprintf("%s %s %s: stated and negated", about, x.Predicate, nameOf(r, x.Object))
}

// sideTitle returns the heading of a side.
func sideTitle(r *store.Reader, side *dispute.Side) string {
	switch {
	case side.Actor != "":
		return nameOf(r, side.Actor)
	case side.Figure != nil:
		return quantityText(side.Figure)
	}
	return string(side.Polarity)
}

func quantityText(q *nlp.Quantity) string {
	n := strconv.FormatFloat(q.Value, 'f', -1, 64)
	if q.Qualifier == nlp.Exactly || q.Qualifier == "" {
		return n
	}
	return string(q.Qualifier) + " " + n
}

func writeContradiction(r *store.Reader, n int, x *dispute.Contradiction, w io.Writer) error {
	fmt.Fprintf(w, "%d. %s  [%s]\n", n, contradictionTitle(r, x), x.About)
	for _, side := range x.Sides {
		title := sideTitle(r, &side)
		switch {
		case side.Actor == "":
			fmt.Fprintf(w, "   %s\n", title)
		case len(side.Claims) > 0:
			fmt.Fprintf(w, "   Held responsible: %s\n", title)
		}
		for _, c := range side.Claims {
			if err := writeClaim(r, c, "      ", w); err != nil {
				return err
			}
		}
		if len(side.Denials) > 0 {
			fmt.Fprintf(w, "   Denied by or for: %s\n", title)
		}
		for _, c := range side.Denials {
			if err := writeClaim(r, c, "      ", w); err != nil {
				return err
			}
		}
	}
	fmt.Fprintln(w)
	return nil
}

func writeContradictionRows(r *store.Reader, found []dispute.Contradiction, w io.Writer) error {
	g := grid{columns: append([]string{"contradiction", "kind", "about", "predicate", "verdict", "side", "stance"}, claimColumns...)}
	for i, x := range found {
		for _, side := range x.Sides {
			for _, part := range []struct {
				stance string
				claims []*graph.Claim
			}{{"says so", side.Claims}, {"denies", side.Denials}} {
				for _, c := range part.claims {
					cells, err := claimCells(r, c)
					if err != nil {
						return err
					}
					own := []string{strconv.Itoa(i + 1), string(x.Kind), nameOf(r, x.About), string(x.Predicate), string(x.Verdict), sideTitle(r, &side), part.stance}
					g.add(append(own, cells...)...)
				}
			}
		}
	}
	return g.write(w, csvFormat)
}
