package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"
)

const (
	claimsFormat = "claims"
	iob2Format   = "iob2"
)

type evalOptions struct {
	store  string
	format string
	output string
	raw    bool
	show   bool
}

func evalCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "measure against annotated data",
		ArgsUsage: "GOLD…",
		Description: "Measures the graph's claims against gold files of facts (claims), or the analysis against treebanks\n" +
			"(conllu: tags, lemmas and trees from gold tokens, and with --raw from the text) and annotated names\n" +
			"(iob2).\n\n" +
			"EXAMPLE:\n   kgbuild eval --format claims --show gold/*.json\n" +
			"   kgbuild eval --format conllu --raw en_ewt-ud-dev.conllu",
		Flags: []cli.Flag{
			storeFlag(),
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "`FORMAT` of the gold data: claims, conllu, iob2", Value: claimsFormat},
			&cli.StringFlag{Name: "output", Usage: "print as `FORMAT`: table, json, csv", Value: tableFormat},
			&cli.BoolFlag{Name: "raw", Usage: "for conllu: begin at the text, not at gold tokens"},
			&cli.BoolFlag{Name: "show", Usage: "for claims: list what is missed, wrong, stated wrongly and attributed wrongly"},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, claimsFormat, conlluFormat, iob2Format)
			if err != nil {
				return err
			}
			out := c.String("output")
			if out != tableFormat && out != jsonFormat && out != csvFormat {
				return usagef("no output format %q; choose table, json, csv", out)
			}
			if c.NArg() == 0 {
				return usagef("eval wants a file with gold data")
			}
			opts := evalOptions{c.Path("store"), f, out, c.Bool("raw"), c.Bool("show")}
			return runEval(c.Context, opts, c.Args().Slice(), s)
		},
	}
}

func runEval(ctx context.Context, opts evalOptions, gold []string, s streams) error {
	switch opts.format {
	case claimsFormat:
		return evalClaims(opts, gold, s)
	case conlluFormat:
		return evalTreebanks(ctx, opts, gold, s)
	}
	return evalNames(ctx, opts, gold, s)
}

// percent prints a share as a percentage with two decimals.
func percent(share float64) string { return fmt.Sprintf("%.2f", 100*share) }
