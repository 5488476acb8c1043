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
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/support"
)

func corroborationCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "corroboration",
		Usage:     "show which independent sources say what a claim says",
		ArgsUsage: "CLAIM",
		Description: "Lists the independent sources that say what a claim says, with their sentences: documents of one\n" +
			"publisher are one source, and wire copy goes with its original. Says whose words each source gives:\n" +
			"many papers that quote one speaker have one origin. Ids of claims stand in the output of the other commands.\n\n" +
			"EXAMPLE:\n   kgbuild corroboration claim/0123456789abcdef",
		Flags: researchFlags(),
		Action: func(c *cli.Context) error {
			opts, err := researchFrom(c)
			if err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usagef("corroboration wants the id of one claim: claim/…")
			}
			return runCorroboration(c.Context, opts, c.Args().First(), s)
		},
	}
}

func runCorroboration(ctx context.Context, opts researchOptions, id string, s streams) error {
	return withMatcher(ctx, opts, s, func(_ context.Context, r *store.Reader, m *filter.Matcher) error {
		c, err := r.Claim(graph.ClaimID(id))
		if err != nil {
			return err
		}
		x, err := support.Of(r, c, r.Manifest.Predicates, m.Keeps)
		if err != nil {
			return err
		}
		switch opts.format {
		case jsonFormat:
			return writeCorroborationJSON(r, x, s.out)
		case csvFormat:
			return writeCorroborationRows(r, x, s.out)
		}
		return writeCorroboration(r, x, s.out)
	})
}

// voiceRecord is an independent source in JSON.
type voiceRecord struct {
	Source    string             `json:"source"` // publisher, "" when it is not known
	Documents []graph.DocumentID `json:"documents"`
	OwnVoice  bool               `json:"own_voice"`
	Quoting   []entityRef        `json:"quoting"`
	Claims    []claimRecord      `json:"claims"`
}

// corroborationRecord is what corroboration prints in JSON.
type corroborationRecord struct {
	Claim       claimRecord   `json:"claim"`
	Independent int           `json:"independent_sources"`
	OwnVoice    int           `json:"own_voice"` // of them, say it in their own voice
	Sources     []voiceRecord `json:"sources"`
	Weaker      []claimRecord `json:"weaker"`
	Against     []claimRecord `json:"against"`
}

func writeCorroborationJSON(r *store.Reader, x *support.Corroboration, w io.Writer) error {
	rec := corroborationRecord{Independent: len(x.Voices)}
	var err error
	if rec.Claim, err = newClaimRecord(r, x.Claim); err != nil {
		return err
	}
	for _, v := range x.Voices {
		vr := voiceRecord{Source: v.Name, Documents: v.Documents, OwnVoice: v.OwnVoice, Quoting: []entityRef{}}
		if v.OwnVoice {
			rec.OwnVoice++
		}
		for _, id := range v.Quoting {
			ref, err := newEntityRef(r, id)
			if err != nil {
				return err
			}
			vr.Quoting = append(vr.Quoting, ref)
		}
		if vr.Claims, err = claimRecords(r, v.Claims); err != nil {
			return err
		}
		rec.Sources = append(rec.Sources, vr)
	}
	if rec.Weaker, err = claimRecords(r, x.Weaker); err != nil {
		return err
	}
	if rec.Against, err = claimRecords(r, x.Against); err != nil {
		return err
	}
	return writeJSONLine(w, rec)
}

// voiceTitle names an independent source, with whose words it gives.
func voiceTitle(r *store.Reader, v *support.Voice) (string, error) {
	title := v.Name
	if title == "" {
		d, err := r.Document(v.Documents[0])
		if err != nil {
			return "", err
		}
		title = cmp.Or(d.Title, d.Path)
	}
	var voices []string
	if v.OwnVoice {
		voices = append(voices, "in its own voice")
	}
	for _, id := range v.Quoting {
		voices = append(voices, "quoting "+nameOf(r, id))
	}
	return title + ", " + strings.Join(voices, ", "), nil
}

func writeCorroboration(r *store.Reader, x *support.Corroboration, w io.Writer) error {
	sentence, err := r.Sentence(x.Claim)
	if err != nil {
		return err
	}
	own := 0
	for _, v := range x.Voices {
		if v.OwnVoice {
			own++
		}
	}
	fmt.Fprintf(w, "%s\n%s, %s, %d in its own voice\n", sentence, x.Claim.ID, count(len(x.Voices), "independent source"), own)
	for i, v := range x.Voices {
		title, err := voiceTitle(r, &v)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "\n%d. %s\n", i+1, title)
		if err := writeClaims(r, v.Claims, w); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		title  string
		claims []*graph.Claim
	}{{"Said less surely", x.Weaker}, {"Said not to be so", x.Against}} {
		if len(part.claims) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", part.title)
		if err := writeClaims(r, part.claims, w); err != nil {
			return err
		}
	}
	return nil
}

func writeClaims(r *store.Reader, claims []*graph.Claim, w io.Writer) error {
	for _, c := range claims {
		if err := writeClaim(r, c, "   ", w); err != nil {
			return err
		}
	}
	return nil
}

func writeCorroborationRows(r *store.Reader, x *support.Corroboration, w io.Writer) error {
	g := grid{columns: append([]string{"stance", "independent_source"}, claimColumns...)}
	add := func(stance, voice string, claims []*graph.Claim) error {
		for _, c := range claims {
			cells, err := claimCells(r, c)
			if err != nil {
				return err
			}
			g.add(append([]string{stance, voice}, cells...)...)
		}
		return nil
	}
	for i, v := range x.Voices {
		if err := add("same", strconv.Itoa(i+1), v.Claims); err != nil {
			return err
		}
	}
	if err := add("weaker", "", x.Weaker); err != nil {
		return err
	}
	if err := add("against", "", x.Against); err != nil {
		return err
	}
	return g.write(w, csvFormat)
}
