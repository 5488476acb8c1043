package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/network"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

const networkWords = "Two entities are linked by the claims between them: by what is stated as fact, unless --polarity or\n" +
	"--modality say otherwise."

func communitiesCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "communities",
		Usage:     "divide the entities into groups that are linked with each other",
		ArgsUsage: " ",
		Description: "Divides the entities by the Louvain method, always in the same way, and lists the largest groups with\n" +
			"their most linked members. " + networkWords + "\n\n" +
			"EXAMPLE:\n   kgbuild communities\n   kgbuild communities --type Person --type Organization --resolution 1.5 --format csv",
		Flags: append(researchFlags(), topFlag(),
			&cli.Float64Flag{Name: "resolution", Usage: "more than 1 for smaller groups, less for larger ones", Value: 1}),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("communities takes no arguments, got %q", c.Args().First())
			}
			if c.Float64("resolution") <= 0 {
				return usagef("--resolution is more than 0")
			}
			return runCommunities(c.Context, opts, c.Float64("resolution"), c.Int("top"), s)
		},
	}
}

// withNetwork makes the network of the facts, or of what else the filter asks
// for.
func withNetwork(ctx context.Context, opts researchOptions, s streams, ask func(*store.Reader, *network.Network) error) error {
	if len(opts.filter.polarities) == 0 {
		opts.filter.polarities = []string{string(nlp.Positive)}
	}
	if len(opts.filter.modalities) == 0 {
		opts.filter.modalities = []string{string(nlp.Certain)}
	}
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		n, err := network.New(m.Claims())
		if err != nil {
			return err
		}
		if len(n.Entities) == 0 {
			fmt.Fprintln(s.err, "no claim links two entities")
		}
		return ask(r, n)
	})
}

// memberRecord is an entity of a community in JSON.
type memberRecord struct {
	entityRef
	Weight int `json:"weight"` // claims that link it to others, also outside
}

// communityRecord is a community in JSON.
type communityRecord struct {
	Community  int            `json:"community"`
	Size       int            `json:"size"`
	Inside     int            `json:"inside"`
	Outside    int            `json:"outside"`
	Modularity float64        `json:"modularity"` // of the whole division
	Members    []memberRecord `json:"members"`
}

// shownMembers is how many members of a community the table names.
const shownMembers = 8

func runCommunities(ctx context.Context, opts researchOptions, resolution float64, top int, s streams) error {
	return withNetwork(ctx, opts, s, func(r *store.Reader, n *network.Network) error {
		all, modularity := n.Communities(resolution)
		if opts.format == tableFormat && len(all) > 0 {
			fmt.Fprintf(s.err, "%s of %d entities, modularity %.3f\n", countOf(len(all), "community", "communities"), len(n.Entities), modularity)
		}
		g := grid{columns: []string{"community", "size", "claims inside", "outside", "members"}}
		rows := grid{columns: []string{"community", "size", "id", "name", "type", "weight"}}
		for i, c := range cut(all, top, s.err) {
			rec := communityRecord{i + 1, len(c.Nodes), c.Inside, c.Outside, rounded(modularity), nil}
			var names []string
			for _, node := range c.Nodes {
				ref, err := newEntityRef(r, n.Entities[node])
				if err != nil {
					return err
				}
				rec.Members = append(rec.Members, memberRecord{ref, n.Weight(node)})
				rows.add(strconv.Itoa(i+1), strconv.Itoa(len(c.Nodes)), string(ref.ID), ref.Name, ref.Type, strconv.Itoa(n.Weight(node)))
				names = append(names, ref.Name)
			}
			if opts.format == jsonFormat {
				if err := writeJSONLine(s.out, rec); err != nil {
					return err
				}
			}
			if len(names) > shownMembers {
				names = append(names[:shownMembers], "…")
			}
			g.add(strconv.Itoa(i+1), strconv.Itoa(len(c.Nodes)), strconv.Itoa(c.Inside), strconv.Itoa(c.Outside), strings.Join(names, ", "))
		}
		switch opts.format {
		case tableFormat:
			return g.write(s.out, opts.format)
		case csvFormat:
			return rows.write(s.out, opts.format)
		}
		return nil
	})
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// rounded cuts a measure to the digits that are worth printing.
func rounded(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 6, 64), 64)
	if err != nil {
		return x
	}
	return y
}

// The measures that central sorts by.
const (
	byPageRank    = "pagerank"
	byBetweenness = "betweenness"
	byLinks       = "links"
)

func centralCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "central",
		Usage:     "list the entities that stand in the middle",
		ArgsUsage: " ",
		Description: "Lists entities by PageRank (much is said of them by what much is said of), by betweenness (the share of\n" +
			"other pairs that are connected through them), or by how many others they are linked with. " + networkWords + "\n\n" +
			"EXAMPLE:\n   kgbuild central\n   kgbuild central --by betweenness --type Person --format csv",
		Flags: append(researchFlags(), topFlag(),
			&cli.StringFlag{Name: "by", Usage: "sort by this `MEASURE`: pagerank, betweenness, links", Value: byPageRank}),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("central takes no arguments, got %q", c.Args().First())
			}
			by := c.String("by")
			if by != byPageRank && by != byBetweenness && by != byLinks {
				return usagef("no measure %q; choose %s, %s, %s", by, byPageRank, byBetweenness, byLinks)
			}
			return runCentral(c.Context, opts, by, c.Int("top"), s)
		},
	}
}

// centralRecord is an entity with its measures in JSON.
type centralRecord struct {
	entityRef
	PageRank    float64 `json:"pagerank"`
	Betweenness float64 `json:"betweenness"`
	Links       int     `json:"links"`  // other entities
	Weight      int     `json:"weight"` // claims that link it to them
}

// betweennessWork is how many links exact betweenness may follow, about ten
// seconds' work; larger networks get an estimate.
const betweennessWork = 1_000_000_000

func runCentral(ctx context.Context, opts researchOptions, by string, top int, s streams) error {
	return withNetwork(ctx, opts, s, func(r *store.Reader, n *network.Network) error {
		links := 0
		for i := range n.Entities {
			links += len(n.Links(i))
		}
		starts := 0
		if links > 0 && len(n.Entities) > betweennessWork/links {
			starts = max(1, betweennessWork/links)
			fmt.Fprintf(s.err, "betweenness is estimated from %d of %d entities\n", starts, len(n.Entities))
		}
		rank, between := n.PageRank(), n.Betweenness(starts)
		records := make([]centralRecord, len(n.Entities))
		order := make([]int, len(n.Entities))
		for i := range records {
			order[i] = i
			records[i] = centralRecord{entityRef{ID: n.Entities[i]}, rounded(rank[i]), rounded(between[i]), len(n.Links(i)), n.Weight(i)}
		}
		slices.SortFunc(order, func(i, j int) int {
			a, b := &records[i], &records[j]
			first := cmp.Compare(b.PageRank, a.PageRank)
			switch by {
			case byBetweenness:
				first = cmp.Compare(b.Betweenness, a.Betweenness)
			case byLinks:
				first = cmp.Compare(b.Links, a.Links)
			}
			return cmp.Or(first, cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID))
		})
		g := grid{columns: []string{"id", "name", "type", "pagerank", "betweenness", "links", "weight"}}
		for _, i := range cut(order, top, s.err) {
			rec := records[i]
			var err error
			if rec.entityRef, err = newEntityRef(r, rec.ID); err != nil {
				return err
			}
			if opts.format == jsonFormat {
				if err := writeJSONLine(s.out, rec); err != nil {
					return err
				}
				continue
			}
			g.add(string(rec.ID), rec.Name, rec.Type, decimals(rec.PageRank), decimals(rec.Betweenness), strconv.Itoa(rec.Links), strconv.Itoa(rec.Weight))
		}
		if opts.format == jsonFormat {
			return nil
		}
		return g.write(s.out, opts.format)
	})
}

func decimals(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }
