package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/speaker"
	"github.com/kgbuild/kgbuild/graph/store"
)

func sourcesCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "sources",
		Usage:     "list who speaks, how often, and what they deny",
		ArgsUsage: " ",
		Description: "Lists those whose words the documents give or who are told of as saying, claiming or denying something:\n" +
			"how many claims are in their words, how many tell of them speaking, in how many documents of how many\n" +
			"independent publishers, and what they deny.\n\n" +
			"EXAMPLE:\n   kgbuild sources\n   kgbuild sources --near \"Kerman bombing\" --top 0 --format csv",
		Flags: append(researchFlags(), topFlag()),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("sources takes no arguments, got %q", c.Args().First())
			}
			return runSources(c.Context, opts, c.Int("top"), s)
		},
	}
}

func topFlag() cli.Flag {
	return &cli.IntFlag{Name: "top", Usage: "print at most `N`; 0 for all", Value: 20}
}

// cut returns the first of the items that --top asks for, and says when that is
// not all.
func cut[T any](items []T, top int, w io.Writer) []T {
	if top <= 0 || len(items) <= top {
		return items
	}
	fmt.Fprintf(w, "%d of %d; --top 0 prints all\n", top, len(items))
	return items[:top]
}

// speakerRecord is somebody who speaks, in JSON.
type speakerRecord struct {
	Speaker   entityRef          `json:"speaker"`
	Quoted    int                `json:"quoted"`
	Speaks    int                `json:"speaks"`
	Documents []graph.DocumentID `json:"documents"`
	Sources   int                `json:"sources"`
	Denials   []claimRecord      `json:"denials"`
}

func runSources(ctx context.Context, opts researchOptions, top int, s streams) error {
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		found, err := speaker.Speakers(r, m)
		if err != nil {
			return err
		}
		g := grid{columns: []string{"speaker", "type", "quoted", "speaks", "documents", "sources", "denies"}}
		for _, sp := range cut(found, top, s.err) {
			ref, err := newEntityRef(r, sp.Entity)
			if err != nil {
				return err
			}
			denials, err := claimRecords(r, sp.Denials)
			if err != nil {
				return err
			}
			if opts.format == jsonFormat {
				if err := writeJSONLine(s.out, speakerRecord{ref, sp.Quoted, sp.Speaks, sp.Documents, sp.Sources, denials}); err != nil {
					return err
				}
				continue
			}
			denied := make([]string, len(denials))
			for i, d := range denials {
				denied[i] = fmt.Sprintf("%s [%s]", d.Sentence, d.ID)
			}
			g.add(ref.Name, ref.Type, strconv.Itoa(sp.Quoted), strconv.Itoa(sp.Speaks), strconv.Itoa(len(sp.Documents)), strconv.Itoa(sp.Sources), strings.Join(denied, "; "))
		}
		if opts.format == jsonFormat {
			return nil
		}
		return g.write(s.out, opts.format)
	})
}
