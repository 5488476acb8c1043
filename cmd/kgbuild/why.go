package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp/claims"
)

func whyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "show what a claim, an entity or an event rests on",
		ArgsUsage: "CLAIM|NAME",
		Description: "Of a claim: the sentences it stands in, and what read it. Of an entity or event: every\n" +
			"mention, why the mentions of one document are one, and why those of several documents are.\n\n" +
			"EXAMPLE:\n   kgbuild why claim/0123456789abcdef\n   kgbuild why \"Islamic State\"",
		Flags: []cli.Flag{storeFlag(), formatFlag(tableFormat, jsonFormat)},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() == 0 {
				return usagef("why wants a claim's id or the name of an entity or event")
			}
			return runWhy(c.Path("store"), strings.Join(c.Args().Slice(), " "), f, s)
		},
	}
}

func runWhy(dir, name, format string, s streams) error {
	r, err := openStore(dir)
	if err != nil {
		return err
	}
	defer r.Close()
	if strings.HasPrefix(name, "claim/") {
		return whyClaim(r, graph.ClaimID(name), format, s.out)
	}
	found, err := entitiesNamed(r, name)
	if err != nil {
		return err
	}
	for _, e := range found {
		if err := whyEntity(r, e, format, s.out); err != nil {
			return err
		}
	}
	return nil
}

func whyClaim(r *store.Reader, id graph.ClaimID, format string, w io.Writer) error {
	c, err := r.Claim(id)
	if err != nil {
		return err
	}
	d, err := r.Document(c.Document)
	if err != nil {
		return err
	}
	sentence, err := r.Sentence(c)
	if err != nil {
		return err
	}
	if format == jsonFormat {
		return writeJSONLine(w, struct {
			Claim    *graph.Claim    `json:"claim"`
			Sentence string          `json:"sentence"`
			Document *graph.Document `json:"document"`
		}{c, sentence, d})
	}
	fmt.Fprintf(w, "%s\n%s, %s, confidence %.2f\n%s\n", sentence, c.ID, stated(c), c.Confidence, readBy(c.Rule))
	fmt.Fprintf(w, "in %s: %s\n", d.ID, documentLine(d))
	for _, e := range c.Evidence {
		fmt.Fprintf(w, "\n  %d–%d  %s\n", e.Start, e.End, flat(e.Text))
	}
	return nil
}

// readBy says what read a claim.
func readBy(rule string) string {
	if claims.IsReading(rule) {
		return "read by the language model, where no rule reads anything"
	}
	return "read by the rule " + rule
}

// documentLine names a document as a reference would.
func documentLine(d *graph.Document) string {
	var parts []string
	for _, p := range []string{d.Title, d.Author, d.Source, d.Date.String(), d.Path} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// reasons is what why prints of an entity.
type reasons struct {
	Entity *graph.Entity     `json:"entity"`
	Merges []graph.Merge     `json:"merges"`
	Maybe  []graph.MaybeSame `json:"maybe_same"`
}

func whyEntity(r *store.Reader, e *graph.Entity, format string, w io.Writer) error {
	out := reasons{Entity: e}
	for m, err := range r.Merges(e.ID) {
		if err != nil {
			return err
		}
		out.Merges = append(out.Merges, *m)
	}
	for m, err := range r.Maybe(e.ID) {
		if err != nil {
			return err
		}
		out.Maybe = append(out.Maybe, *m)
	}
	if format == jsonFormat {
		return writeJSONLine(w, out)
	}
	return out.write(w)
}

func (x *reasons) write(w io.Writer) error {
	fmt.Fprintf(w, "%s (%s, %s)\n\nMentions\n\n", x.Entity.Name, x.Entity.ID, kind(x.Entity))
	g := grid{columns: []string{"document", "offsets", "text", "kind", "same as the mention before by"}}
	for _, m := range x.Entity.Mentions {
		g.add(string(m.Document), fmt.Sprintf("%d–%d", m.Start, m.End), flat(m.Text), string(m.Kind), m.Because)
	}
	if err := g.write(w, tableFormat); err != nil {
		return err
	}
	if len(x.Merges) > 0 {
		fmt.Fprintf(w, "\nWhy the documents speak of one\n\n")
		g := grid{columns: []string{"rule", "reason", "documents"}}
		for _, m := range x.Merges {
			g.add(m.Rule, m.Reason, string(m.A.Document)+" = "+string(m.B.Document))
		}
		if err := g.write(w, tableFormat); err != nil {
			return err
		}
	}
	for _, m := range x.Maybe {
		fmt.Fprintf(w, "\nmaybe the same, and not merged: %s and %s (%s)\n", m.A, m.B, m.Reason)
	}
	return nil
}
