package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/timeline"
	"github.com/kgbuild/kgbuild/nlp"
)

func timelineCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "timeline",
		Usage:     "list what happened in order",
		ArgsUsage: "[NAME]",
		Description: "Lists the claims about an entity or event, or all claims, in the order in which what they tell of\n" +
			"happened. Where the document gives no date, the time of the event counts, else the day of the report.\n\n" +
			"EXAMPLE:\n   kgbuild timeline \"Kerman bombing\"\n   kgbuild timeline --dated --since 2024-01 --format csv",
		Flags: append(researchFlags(), datedFlag()),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			return runTimeline(c.Context, opts, strings.Join(c.Args().Slice(), " "), c.Bool("dated"), s)
		},
	}
}

func betweenCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "between",
		Usage:     "list what is said of two entities, either way",
		ArgsUsage: "NAME NAME",
		Description: "Lists every claim about two entities as a timeline, also what is no fact: from the one to the other,\n" +
			"through something that concerns the other, such as a denied involvement, and what the one says of the other.\n\n" +
			"EXAMPLE:\n   kgbuild between Iran Israel\n   kgbuild between US \"Kerman bombing\" --polarity positive",
		Flags: append(researchFlags(), datedFlag()),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() != 2 {
				return usagef("between wants two names; put names of several words in quotes")
			}
			return runBetween(c.Context, opts, c.Args().Get(0), c.Args().Get(1), c.Bool("dated"), s)
		},
	}
}

func datedFlag() cli.Flag {
	return &cli.BoolFlag{Name: "dated", Usage: "leave out what only the day of the report is known of"}
}

func runTimeline(ctx context.Context, opts researchOptions, name string, dated bool, s streams) error {
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		var id graph.EntityID
		if name != "" {
			e, err := entityNamed(r, name, s.err)
			if err != nil {
				return err
			}
			id = e.ID
		}
		entries, err := timeline.Of(r, m, id, r.Manifest.Predicates)
		if err != nil {
			return err
		}
		return writeTimeline(r, entries, dated, opts.format, s)
	})
}

func runBetween(ctx context.Context, opts researchOptions, x, y string, dated bool, s streams) error {
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		ids, err := idsNamed(r, []string{x, y}, s.err)
		if err != nil {
			return err
		}
		if ids[0] == ids[1] {
			return usagef("between wants two entities; %q and %q are both %s", x, y, ids[0])
		}
		entries, err := timeline.Between(r, m, ids[0], ids[1], r.Manifest.Predicates)
		if err != nil {
			return err
		}
		return writeTimeline(r, entries, dated, opts.format, s)
	})
}

// timelineRecord is an entry of a timeline in JSON.
type timelineRecord struct {
	Time     nlp.Interval      `json:"time,omitzero"`
	Basis    dating.Basis      `json:"basis"`
	Relation timeline.Relation `json:"relation,omitempty"`
	Sentence string            `json:"sentence"`
	Sources  int               `json:"sources"`
	Claims   []claimRecord     `json:"claims"`
}

// basisWords say how a date is known.
var basisWords = map[dating.Basis]string{
	dating.Stated: "", dating.OfEvent: "time of the event", dating.OfReport: "reported then", dating.Undated: "no date known",
}

func writeTimeline(r *store.Reader, entries []timeline.Entry, dated bool, format string, s streams) error {
	g := grid{columns: []string{"date", "how", "what", "sources", "stated", "evidence"}}
	rows := grid{columns: append([]string{"start", "end", "basis", "relation", "sources"}, claimColumns...)}
	shown := 0
	for _, e := range entries {
		if dated && (e.Basis == dating.OfReport || e.Basis == dating.Undated) {
			continue
		}
		shown++
		first, err := newClaimRecord(r, e.Claims[0])
		if err != nil {
			return err
		}
		switch format {
		case tableFormat:
			g.add(cmp.Or(e.Time.Text(), "?"), basisWords[e.Basis], first.Sentence, strconv.Itoa(e.Sources), stated(e.Claims[0]), evidenceText(e.Claims[0]))
		case csvFormat:
			err = addTimelineRows(r, &e, &rows)
		case jsonFormat:
			err = writeTimelineJSON(r, &e, first.Sentence, s.out)
		}
		if err != nil {
			return err
		}
	}
	if shown == 0 {
		fmt.Fprintln(s.err, "no claims")
		return nil
	}
	switch format {
	case tableFormat:
		return g.write(s.out, format)
	case csvFormat:
		return rows.write(s.out, format)
	}
	return nil
}

func addTimelineRows(r *store.Reader, e *timeline.Entry, g *grid) error {
	for _, c := range e.Claims {
		cells, err := claimCells(r, c)
		if err != nil {
			return err
		}
		own := []string{e.Time.Start.String(), e.Time.End.String(), string(e.Basis), string(e.Relation), strconv.Itoa(e.Sources)}
		g.add(append(own, cells...)...)
	}
	return nil
}

func writeTimelineJSON(r *store.Reader, e *timeline.Entry, sentence string, w io.Writer) error {
	claims, err := claimRecords(r, e.Claims)
	if err != nil {
		return err
	}
	return writeJSONLine(w, timelineRecord{e.Time, e.Basis, e.Relation, sentence, e.Sources, claims})
}
