package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

func codebookCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "codebook",
		Usage: "show the predicates, or check a file of one's own",
		Description: "A codebook says which wordings become which predicate. The built-in one is always there; files\n" +
			"given to 'ingest --codebook' add to it.\n\n" +
			"EXAMPLE:\n   kgbuild codebook show denied\n   kgbuild codebook check mine.yaml",
		Subcommands: []*cli.Command{
			{
				Name:        "show",
				Usage:       "list the predicates, or one with its patterns",
				ArgsUsage:   "[PREDICATE]",
				Description: "EXAMPLE:\n   kgbuild codebook show --codebook mine.yaml",
				Flags:       []cli.Flag{codebookFlag(), formatFlag(tableFormat, jsonFormat, csvFormat)},
				Action: func(c *cli.Context) error {
					f, err := format(c, tableFormat, jsonFormat, csvFormat)
					if err != nil {
						return err
					}
					return runCodebookShow(c.StringSlice("codebook"), c.Args().First(), f, s)
				},
			},
			{
				Name:        "check",
				Usage:       "find the mistakes in codebook files and run their examples",
				ArgsUsage:   "FILE…",
				Description: "Prints one line a mistake: file, line, what is wrong; and one for each example that does not hold.\n\nEXAMPLE:\n   kgbuild codebook check mine.yaml",
				Action: func(c *cli.Context) error {
					if c.NArg() == 0 {
						return usagef("codebook check wants a file")
					}
					return runCodebookCheck(c.Context, c.Args().Slice(), s)
				},
			},
		},
	}
}

func runCodebookShow(files []string, predicate, format string, s streams) error {
	book, err := loadCodebook(files, s)
	if err != nil {
		return err
	}
	if predicate != "" {
		return showEntry(book, nlp.Predicate(predicate), format, s)
	}
	g := grid{columns: []string{"predicate", "symmetric", "implies", "meaning", "cameo", "followthemoney"}}
	for _, e := range book.Entries() {
		symmetric := ""
		if e.Symmetric {
			symmetric = "yes"
		}
		g.add(string(e.Predicate), symmetric, joinPredicates(e.Implies), e.Means, strings.Join(e.CAMEO, " "), e.FtM)
	}
	return g.write(s.out, format)
}

func showEntry(book *codebook.Codebook, p nlp.Predicate, format string, s streams) error {
	e := book.Entry(p)
	if e == nil {
		return fmt.Errorf("no predicate %q in the codebook; 'kgbuild codebook show' lists them", p)
	}
	if format == tableFormat {
		fmt.Fprintf(s.out, "%s: %s (%s)\n\n", e.Predicate, e.Means, e.Origin)
	}
	g := grid{columns: []string{"kind", "words", "with", "subject", "object", "conditions"}}
	for i := range e.Patterns {
		p := &e.Patterns[i]
		g.add(string(p.Class), strings.Join(p.Lemmas, " "),
			strings.TrimSpace(p.Particle+" "+strings.Join(p.Light, " ")), p.SubjectAt.String(), p.ObjectAt.String(), conditions(p))
	}
	return g.write(s.out, format)
}

// conditions says in words what must and must not stand beside a pattern's word.
func conditions(p *codebook.Pattern) string {
	var out []string
	for _, c := range p.With {
		out = append(out, "with "+c.String())
	}
	for _, c := range p.Without {
		out = append(out, "without "+c.String())
	}
	return strings.Join(out, "; ")
}

func joinPredicates(ps []nlp.Predicate) string {
	var out []string
	for _, p := range ps {
		out = append(out, string(p))
	}
	return strings.Join(out, " ")
}

func runCodebookCheck(ctx context.Context, files []string, s streams) error {
	book, err := loadCodebook(files, s)
	if err != nil {
		return err
	}
	an, err := newAnalyser(book, false)
	if err != nil {
		return err
	}
	failures, err := claims.CheckExamples(ctx, book, func(ctx context.Context, text string) (*nlp.Analysis, error) {
		a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText(text)}}
		return a, an.before.Run(ctx, a)
	})
	if err != nil {
		return err
	}
	failed := false
	for i := range failures {
		if file, _, _ := strings.Cut(failures[i].Entry.Origin, ":"); slices.Contains(files, file) {
			failed = true
			fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(&failures[i]))
		}
	}
	if failed {
		return errReported
	}
	fmt.Fprintf(s.out, "no mistakes; %d predicates with the built-in ones\n", len(book.Entries()))
	return nil
}

// loadCodebook loads codebook files and prints mistakes in them one a line.
func loadCodebook(files []string, s streams) (*codebook.Codebook, error) {
	book, err := codebook.Load(files...)
	var mistakes codebook.Mistakes
	if err == nil {
		mistakes = reservedPredicates(book)
	} else if !errors.As(err, &mistakes) {
		return nil, err
	}
	if len(mistakes) == 0 {
		return book, nil
	}
	for _, m := range mistakes {
		fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(m))
	}
	return nil, errReported
}

// reservedPredicates finds predicates that the graph has another use for. Only
// the graph knows them, so the codebook's own checks cannot.
func reservedPredicates(book *codebook.Codebook) codebook.Mistakes {
	var out codebook.Mistakes
	for _, e := range book.Entries() {
		if quadstore.Reserved(e.Predicate) {
			file, line, _ := strings.Cut(e.Origin, ":")
			n, _ := strconv.Atoi(line) // an origin without a line counts as the file
			out = append(out, codebook.Mistake{File: file, Line: n, What: fmt.Sprintf("predicate %q is a property of nodes; choose another name", e.Predicate)})
		}
	}
	return out
}
