package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

func withdrawCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "withdraw",
		Usage:     "take documents out again",
		ArgsUsage: "DOCUMENT…",
		Description: "Takes documents out of the store with exactly what they alone supported. A document is named by\n" +
			"its id, or by the path it was read from.\n\n" +
			"EXAMPLE:\n   kgbuild withdraw doc/0123456789abcdef\n   kgbuild withdraw articles/report.txt",
		Flags: []cli.Flag{storeFlag(), codebookFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return usagef("withdraw wants a document: its id, or the path it was read from")
			}
			names := c.Args().Slice()
			return rewrite(c.Context, c.Path("store"), c.StringSlice("codebook"), s, func(w *store.Writer) error {
				return withdraw(w, names, s)
			})
		},
	}
}

// mustExist returns an error when there is no store at dir, which opening for
// writing would make.
func mustExist(dir string) error {
	_, err := os.Stat(store.LogPath(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no store at %s; 'kgbuild ingest' makes one, --store names another", dir)
	}
	return err
}

// withdraw takes every named document out, or none when a name is unknown.
func withdraw(w *store.Writer, names []string, s streams) error {
	var ids []graph.DocumentID
	for _, name := range names {
		found, err := documentsNamed(w.Log(), name)
		if err != nil {
			return err
		}
		ids = append(ids, found...)
	}
	for _, id := range ids {
		if _, err := w.Log().Withdraw(id); err != nil {
			return err
		}
		fmt.Fprintf(s.err, "withdrawn: %s\n", id)
	}
	return nil
}

// documentsNamed returns the documents with an id or path.
func documentsNamed(log *obslog.Log, name string) ([]graph.DocumentID, error) {
	if strings.HasPrefix(name, "doc/") {
		id := graph.DocumentID(name)
		if !slices.Contains(log.IDs(), id) {
			return nil, fmt.Errorf("withdraw %s: the store has no such document", name)
		}
		return []graph.DocumentID{id}, nil
	}
	ids, err := log.Named(name)
	if err == nil && len(ids) == 0 {
		err = fmt.Errorf("withdraw %s: no document was read from that path; 'kgbuild stats --documents' lists them", name)
	}
	return ids, err
}
