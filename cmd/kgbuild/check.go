package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/store"
)

func checkCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "look for damage in a store",
		ArgsUsage: " ",
		Description: "Reads all of the store: every observation in the log, and whether the graph's records, quads and\n" +
			"indexes agree with each other, with their counts and with the log. Every fault is a line on standard\n" +
			"output. It changes nothing. A fault in the graph goes away with 'kgbuild rebuild'; one in the log\n" +
			"calls for a backup.\n\n" +
			"EXAMPLE:\n   kgbuild check",
		Flags: []cli.Flag{storeFlag(), formatFlag(tableFormat, jsonFormat)},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("check takes no arguments, got %q", c.Args().First())
			}
			return runCheck(c.Context, c.Path("store"), f, s)
		},
	}
}

func runCheck(ctx context.Context, dir, format string, s streams) error {
	if err := mustExist(dir); err != nil {
		return err
	}
	faults := []string{}
	checked, err := store.Check(ctx, dir, func(err error) {
		faults = append(faults, oneLine(err))
		if format != jsonFormat {
			fmt.Fprintln(s.out, oneLine(err))
		}
	})
	if err != nil {
		return err
	}
	if format == jsonFormat {
		err = json.NewEncoder(s.out).Encode(struct {
			*store.Checked
			Faults []string `json:"faults"`
		}{checked, faults})
	} else if len(faults) == 0 {
		_, err = fmt.Fprintln(s.out, checkedLine(checked))
	}
	if err == nil && len(faults) > 0 {
		return fmt.Errorf("check %s: %s", dir, count(len(faults), "fault"))
	}
	return err
}

// checkedLine says in a line what a check without faults has looked at.
func checkedLine(c *store.Checked) string {
	line := fmt.Sprintf("no fault in %s", count(c.Documents, "document"))
	switch {
	case c.Generation == 0:
		return line + "; no graph has been built yet"
	case c.Stale:
		return line + fmt.Sprintf(", %s and %s; the graph is not up to date", count(c.Claims, "claim"), count(c.Quads, "quad"))
	}
	return line + fmt.Sprintf(", %s and %s", count(c.Claims, "claim"), count(c.Quads, "quad"))
}
