package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/export"
)

type exportOptions struct {
	store     string
	format    string
	codebooks []string
	output    string
}

func exportCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write the graph for other programs",
		ArgsUsage: " ",
		Description: "Writes the whole graph: as JSON lines with everything in it, as GraphML for Gephi and other graph\n" +
			"programs, or as N-Quads. The same documents and corrections give the same bytes.\n\n" +
			"EXAMPLE:\n   kgbuild export --format graphml -o graph.graphml",
		Flags: []cli.Flag{
			storeFlag(),
			formatFlag(exportFormats()...),
			codebookFlag(),
			&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, exportFormats()...)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("export takes no arguments, got %q", c.Args().First())
			}
			return runExport(exportOptions{c.Path("store"), f, c.StringSlice("codebook"), c.Path("output")}, s)
		},
	}
}

// exportFormats lists the formats, JSON lines first, which is the default.
func exportFormats() []string {
	out := []string{"jsonl"}
	all, err := export.Formats()
	if err != nil {
		return out
	}
	for _, f := range all {
		if f.Name != out[0] {
			out = append(out, f.Name)
		}
	}
	return out
}

func runExport(opts exportOptions, s streams) error {
	f, err := export.Lookup(opts.format)
	if err != nil {
		return usageError{err}
	}
	book, err := loadCodebook(opts.codebooks, s)
	if err != nil {
		return err
	}
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	g, err := readGraph(r)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return f.Write(w, g, export.Options{Predicates: predicates(book)}) }
	if opts.output == "" {
		return write(s.out)
	}
	return writeFile(opts.output, write)
}

// writeFile writes a file whole or not at all: a reader never meets half of
// it, and an error leaves what was there before.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name()) //nolint:errcheck // the first error counts
		}
	}()
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return os.Rename(f.Name(), name)
}
