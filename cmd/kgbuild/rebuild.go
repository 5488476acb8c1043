package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

func rebuildCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "rebuild",
		Usage:     "derive the graph anew from what was read",
		ArgsUsage: " ",
		Description: "Derives entities, events and edges again from the observations and the corrections file, without\n" +
			"reading any document, and drops the versions that were withdrawn or replaced. Run it after editing\n" +
			"corrections.txt.\n\n" +
			"EXAMPLE:\n   kgbuild rebuild",
		Flags: []cli.Flag{storeFlag(), codebookFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("rebuild takes no arguments, got %q", c.Args().First())
			}
			return runRebuild(c.Context, c.Path("store"), c.StringSlice("codebook"), s)
		},
	}
}

func runRebuild(ctx context.Context, dir string, codebooks []string, s streams) error {
	return rewrite(ctx, dir, codebooks, s, func(w *store.Writer) error {
		dropped, err := w.Compact()
		if err == nil && dropped > 0 {
			fmt.Fprintf(s.out, "dropped withdrawn and replaced versions: %d bytes\n", dropped)
		}
		return err
	})
}

// rewrite changes the log of a store that is there and derives its graph anew.
func rewrite(ctx context.Context, dir string, codebooks []string, s streams, change func(*store.Writer) error) error {
	book, err := loadCodebook(codebooks, s)
	if err != nil {
		return err
	}
	if err := mustExist(dir); err != nil {
		return err
	}
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	if err := change(w); err != nil {
		return err
	}
	defer saveMemory()()
	m, err := w.Rebuild(ctx, derivation(dir, book, s))
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s\n", manifestLine(m))
	return nil
}

// manifestLine says in a line how much a graph holds.
func manifestLine(m *store.Manifest) string {
	entities := fmt.Sprintf("%d entities", m.Entities)
	if m.Entities == 1 {
		entities = "1 entity"
	}
	documents := count(m.Documents, "document")
	if m.Copies > 0 {
		documents += fmt.Sprintf(" (%d of them near-duplicates of others)", m.Copies)
	}
	return fmt.Sprintf("the graph holds %s, %s, %s, %s",
		documents, entities, count(m.Events, "event"), count(m.Claims, "claim"))
}
