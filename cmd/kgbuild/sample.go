package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/sample"
	"github.com/kgbuild/kgbuild/graph/store"
)

// tsvFormat is a table that spreadsheets open everywhere.
const tsvFormat = "tsv"

var sampleFormats = []string{csvFormat, tsvFormat, jsonFormat, tableFormat}

func sampleCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "sample",
		Usage:     "draw random claims to mark, and score the marks",
		ArgsUsage: "[N]",
		Description: "Writes N claims, 50 when not said otherwise, drawn at random, as a sheet with an empty column \"correct\".\n" +
			"Put y there when the sentence says what the claim says, n when it does not, whether true or not. Then\n" +
			"--score computes the share of right claims with its 95 % confidence interval (Wilson), for all and for each\n" +
			"predicate. The same store, filter and --seed give the same sheet.\n\n" +
			"EXAMPLE:\n   kgbuild sample 100 --seed 7 > sheet.csv\n   kgbuild sample --score sheet.csv",
		Flags: append([]cli.Flag{
			storeFlag(),
			formatFlag(sampleFormats...),
			&cli.Uint64Flag{Name: "seed", Usage: "another `NUMBER` draws other claims", Value: 1},
			&cli.PathFlag{Name: "score", Usage: "score the marked sheet `FILE`, - for standard input, instead of drawing"},
		}, filterFlags()...),
		Action: func(c *cli.Context) error {
			f, err := format(c, sampleFormats...)
			if err != nil {
				return err
			}
			if sheet := c.Path("score"); sheet != "" {
				if c.NArg() > 0 {
					return usagef("sample --score takes no arguments, got %q", c.Args().First())
				}
				if !c.IsSet("format") {
					f = tableFormat
				}
				return runScore(sheet, f, s)
			}
			n := 50
			if c.NArg() > 0 {
				if n, err = strconv.Atoi(c.Args().First()); err != nil || n <= 0 || c.NArg() > 1 {
					return usagef("sample wants a number of claims, got %q", strings.Join(c.Args().Slice(), " "))
				}
			}
			opts := researchOptions{store: c.Path("store"), format: f, filter: filterFrom(c)}
			return runSample(c.Context, opts, n, c.Uint64("seed"), s)
		},
	}
}

func runSample(ctx context.Context, opts researchOptions, n int, seed uint64, s streams) error {
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		drawn, of, err := sample.Draw(m.Claims(), n, seed)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.err, "%d of %s, seed %d\n", len(drawn), count(of, "claim"), seed)
		g := grid{columns: []string{
			sample.MarkColumn, "note", "claim", "subject", sample.PredicateColumn, "object", "stated", "attribution", "evidence", "document", "id",
		}}
		for _, c := range drawn {
			if opts.format == jsonFormat {
				rec, err := newClaimRecord(r, c)
				if err != nil {
					return err
				}
				if err := writeJSONLine(s.out, rec); err != nil {
					return err
				}
				continue
			}
			row, err := sheetRow(r, c)
			if err != nil {
				return err
			}
			g.add(row...)
		}
		switch opts.format {
		case jsonFormat:
			return nil
		case tsvFormat:
			return g.writeTSV(s.out)
		}
		return g.write(s.out, opts.format)
	})
}

// sheetRow writes a claim as a row of a marking sheet, its mark still open.
func sheetRow(r *store.Reader, c *graph.Claim) ([]string, error) {
	cells, err := claimCells(r, c) // claim, id, stated, attribution, source, reported, document, evidence
	if err != nil {
		return nil, err
	}
	return []string{
		"", "", cells[0], endName(r, c.Subject), string(c.Predicate), endName(r, c.Object), cells[2], cells[3], cells[7], cells[6], cells[1],
	}, nil
}

// endName returns how people read an end of a claim.
func endName(r *store.Reader, e graph.End) string {
	switch {
	case e.Entity != "":
		return nameOf(r, e.Entity)
	case e.Quantity != nil:
		return quantityText(e.Quantity)
	}
	return e.Text
}

// writeTSV prints the grid with tabs between the cells, which must hold none.
func (g *grid) writeTSV(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Comma = '\t'
	if err := c.Write(g.columns); err != nil {
		return err
	}
	return c.WriteAll(g.rows)
}

func runScore(sheet, format string, s streams) error {
	in := s.in
	if sheet != "-" {
		f, err := os.Open(sheet)
		if err != nil {
			return fmt.Errorf("score: %w", err)
		}
		defer f.Close()
		in = f
	}
	scores, err := sample.Scores(in)
	if err != nil {
		return fmt.Errorf("score %s: %w", sheet, err)
	}
	if scores[0].Marked == 0 {
		return fmt.Errorf("score %s: nothing is marked in the column %q", sheet, sample.MarkColumn)
	}
	g := grid{columns: []string{"predicate", "marked", "right", "unmarked", "precision %", "low", "high"}}
	for i, sc := range scores {
		if format == jsonFormat {
			if err := writeJSONLine(s.out, sc); err != nil {
				return err
			}
			continue
		}
		name := sc.Predicate
		if i == 0 {
			name = "all"
		}
		g.add(name, strconv.Itoa(sc.Marked), strconv.Itoa(sc.Right), strconv.Itoa(sc.Unmarked), percent(sc.Precision), percent(sc.Interval.Low), percent(sc.Interval.High))
	}
	switch format {
	case jsonFormat:
		return nil
	case tsvFormat:
		return g.writeTSV(s.out)
	}
	return g.write(s.out, format)
}
