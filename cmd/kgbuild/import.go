package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/background"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

type importOptions struct {
	store     string
	codebooks []string
	file      background.Options // but for its path
}

// maxImport is how large a file of background knowledge may be: it becomes one
// record of the log.
const maxImport = 64 << 20

func importCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "read background knowledge: RDF that says what things are called",
		ArgsUsage: "FILE…",
		Description: "Reads Turtle, N-Triples or N-Quads, such as a list of organisations with their aliases and types. What\n" +
			"articles call by one of the names is then known to be that thing, and statements between things become\n" +
			"claims of the file. It is a source of its own: 'kgbuild withdraw FILE' takes it out again, and a file\n" +
			"that is imported anew replaces what it said before.\n\n" +
			"EXAMPLE:\n   kgbuild import organisations.ttl\n   kgbuild import --type Organization --source 'Sanctions list' list.nt",
		Flags: []cli.Flag{
			storeFlag(),
			codebookFlag(),
			&cli.StringFlag{Name: "type", Usage: "`TYPE` of things whose type the file does not say; they are passed over otherwise"},
			&cli.StringFlag{Name: "source", Usage: "`NAME` of whose knowledge it is", DefaultText: "the file's name"},
			&cli.StringFlag{Name: "date", Usage: "`DATE` of which it is, as 2024-01-31"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return usagef("import wants a file of Turtle, N-Triples or N-Quads")
			}
			opts := importOptions{store: c.Path("store"), codebooks: c.StringSlice("codebook")}
			opts.file = background.Options{Source: c.String("source"), Type: nlp.EntityType(c.String("type")), Analyser: "kgbuild " + release}
			if t := opts.file.Type; t != "" && !t.Valid() {
				return usagef("no type %q; choose %s", t, strings.Trim(fmt.Sprint(nlp.EntityTypes), "[]"))
			}
			var err error
			if opts.file.Date, err = dateFlag("date", c.String("date")); err != nil {
				return err
			}
			return runImport(c.Context, opts, c.Args().Slice(), s)
		},
	}
}

// runImport reads files into a store, which it makes when there is none. A
// file that cannot be read gets one line, and the others are read.
func runImport(ctx context.Context, opts importOptions, files []string, s streams) error {
	book, err := loadCodebook(opts.codebooks, s)
	if err != nil {
		return err
	}
	w, err := store.OpenWriter(opts.store, obslog.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	failed := false
	for _, name := range files {
		if err := importFile(w, name, opts.file, s.out); err != nil {
			fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(err))
			failed = true
		}
	}
	m, err := bringUpToDate(ctx, w, derivation(opts.store, book, s))
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s\n", manifestLine(m))
	if failed {
		return errReported
	}
	return nil
}

// importFile adds a file to the log, in place of what was read from the same
// path before.
func importFile(w *store.Writer, name string, opts background.Options, out io.Writer) error {
	data, err := readLimited(name, maxImport)
	if err != nil {
		return fmt.Errorf("import %s: %w", name, err)
	}
	opts.Path = name
	opts.Title = filepath.Base(name)
	if opts.Source == "" {
		opts.Source = filepath.Base(name)
	}
	o, sum, err := background.Observe(data, opts)
	if err != nil {
		return fmt.Errorf("import %s: %w", name, err)
	}
	if sum.Things == 0 {
		return fmt.Errorf("import %s: it names nothing that has a type%s", name, untyped(sum))
	}
	o.Locator = name
	old, err := w.Log().Located(name)
	if err != nil {
		return err
	}
	added, err := w.Log().Replace(o, old...)
	if err != nil {
		return err
	}
	if !added {
		fmt.Fprintf(out, "%s: already stored\n", name)
		return nil
	}
	fmt.Fprintf(out, "%s: %s with %s, %s%s\n", name, count(sum.Things, "thing"), count(sum.Names, "name"), count(sum.Statements, "statement"), untyped(sum))
	if passed := passedOver(sum); passed != "" {
		fmt.Fprintf(out, "%s: passed over: %s\n", name, passed)
	}
	return nil
}

func untyped(sum *background.Summary) string {
	if sum.Untyped == 0 {
		return ""
	}
	return fmt.Sprintf("; %s without a type, which --type can say", count(sum.Untyped, "thing"))
}

// maxPassed is how many properties are named of those that are passed over.
const maxPassed = 5

// passedOver names the properties that gave nothing, the most frequent first.
func passedOver(sum *background.Summary) string {
	names := slices.SortedStableFunc(slices.Values(slices.Sorted(maps.Keys(sum.Passed))), func(a, b string) int { return sum.Passed[b] - sum.Passed[a] })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s (%d)", n, sum.Passed[n])
	}
	if len(names) > maxPassed {
		names = append(names[:maxPassed], fmt.Sprintf("and %d more", len(names)-maxPassed))
	}
	return strings.Join(names, ", ")
}

// readLimited reads a file of at most so many bytes.
func readLimited(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("it has more than %d MiB; divide it", limit>>20)
	}
	return data, err
}
