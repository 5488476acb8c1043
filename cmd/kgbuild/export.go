package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/export"
	"github.com/kgbuild/kgbuild/graph/store"
)

type exportOptions struct {
	store     string
	format    string
	codebooks []string
	output    string
	edges     string
	entity    string
	filter    filterOptions
}

func exportCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write the graph for other programs",
		ArgsUsage: " ",
		Description: "Writes the graph, or the part of it that the filters keep, in one of these formats:\n\n" + exportFormatHelp() + "\n" +
			"The same documents and corrections give the same bytes. Of a format of several files -o names a zip\n" +
			"archive, or a folder when it ends in a slash.\n\n" +
			"EXAMPLE:\n   kgbuild export --format gexf --edges folded -o graph.gexf\n" +
			"   kgbuild export --format html --entity Hamas -o hamas.html\n" +
			"   kgbuild export --format neo4j --since 2024 -o for-neo4j/",
		Flags: append([]cli.Flag{
			storeFlag(),
			formatFlag(exportFormats()...),
			codebookFlag(),
			&cli.PathFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output"},
			&cli.StringFlag{Name: "edges", Usage: "what an edge of a network is: `claims` one by one, or folded by what they state", DefaultText: string(export.Claims)},
			&cli.StringFlag{Name: "entity", Usage: "`NAME` of the entity or event that a page (html) is about"},
		}, filterFlags()...),
		Action: func(c *cli.Context) error {
			f, err := format(c, exportFormats()...)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("export takes no arguments, got %q", c.Args().First())
			}
			return runExport(exportOptions{
				store: c.Path("store"), format: f, codebooks: c.StringSlice("codebook"), output: c.Path("output"),
				edges: c.String("edges"), entity: c.String("entity"), filter: filterFrom(c),
			}, s)
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

func exportFormatHelp() string {
	var b strings.Builder
	all, err := export.Formats()
	if err != nil {
		return ""
	}
	for _, f := range all {
		fmt.Fprintf(&b, "   %-10s %s\n", f.Name, f.Description)
	}
	return b.String()
}

// exportGarbage is how much garbage, in per cent of what is in use, an export
// may make before it is collected. What is in use are a few MB, so the usual
// 100 would spend a fifth of the time on it.
const exportGarbage = 800

func runExport(opts exportOptions, s streams) error {
	f, err := export.Lookup(opts.format)
	if err != nil {
		return usageError{err}
	}
	defer debug.SetGCPercent(debug.SetGCPercent(exportGarbage))
	if err := opts.check(f); err != nil {
		return err
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
	to := export.Options{Predicates: predicates(book), Edges: export.Edges(opts.edges)}
	if opts.entity != "" {
		e, err := entityNamed(r, opts.entity, s.err)
		if err != nil {
			return err
		}
		to.About = e.ID
	}
	g, err := opts.part(r, to, s)
	if err != nil {
		return err
	}
	if opts.output == "" {
		return f.Write(s.out, g, to)
	}
	if f.Files && isFolder(opts.output) {
		return f.WriteFiles(opts.output, g, to)
	}
	return writeFile(opts.output, func(w io.Writer) error { return f.Write(w, g, to) })
}

// check returns an error for options that do not suit the format.
func (o *exportOptions) check(f export.Format) error {
	switch o.edges {
	case "", string(export.Claims), string(export.Folded):
	default:
		return usagef("no edges %q; choose %s or %s", o.edges, export.Claims, export.Folded)
	}
	switch {
	case o.edges == string(export.Folded) && f.Kind != export.Network:
		return usagef("--edges folded is for networks (graphml, gexf, dot, cytoscape, neo4j), not for %s", f.Name)
	case o.entity != "" && f.Kind != export.Report:
		return usagef("--entity is for html; to keep what is near an entity, use --near")
	case o.entity == "" && f.Kind == export.Report:
		return usagef("%s is a page about one entity or event; name it with --entity", f.Name)
	}
	return nil
}

// part returns what the filters keep of the graph.
func (o *exportOptions) part(r *store.Reader, to export.Options, s streams) (export.Graph, error) {
	f, err := o.filter.filter(r, s.err)
	if err != nil {
		return nil, err
	}
	if f.IsZero() {
		return r, nil
	}
	m, err := f.On(r, to.Predicates)
	if err != nil {
		return nil, err
	}
	return export.Filtered(r, m)
}

// isFolder reports whether a name stands for a folder: it ends like one, or is
// one.
func isFolder(name string) bool {
	if strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
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
