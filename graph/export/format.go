package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
)

// Options are what formats need to know beside the graph.
type Options struct {
	// Predicates tells which predicates are symmetric and what they imply.
	Predicates graph.Predicates
	// Edges says what an edge of a network format is; [Claims] when empty.
	Edges Edges
	// About is the entity or event that a report is about.
	About graph.EntityID
}

// Edges says what an edge of a network format stands for.
type Edges string

// The kinds of edges.
const (
	Claims Edges = "claims" // one claim
	Folded Edges = "folded" // one statement, with all claims that make it
)

// Kind says what a format holds.
type Kind string

// The kinds of formats.
const (
	Records Kind = "records" // everything, as it is
	Network Kind = "network" // nodes and edges; heeds [Options.Edges]
	RDF     Kind = "rdf"     // statements in standard vocabularies
	Report  Kind = "report"  // a page about [Options.About]
)

// Format is a way to write a graph.
type Format struct {
	Name        string // what users call it: "jsonl"
	Description string // a line of help
	Extension   string // of files, with the dot
	Kind        Kind
	// Files is true for a format of several files, which Write puts into a zip
	// archive and WriteFiles into a folder.
	Files bool

	write func(*writer, *reading, Options)
	files func(create, *reading, Options) error // set exactly when Files is
}

// Formats lists the formats that come with the package, by name.
func Formats() ([]Format, error) {
	return register(jsonLines(), graphML(), gexf(), dot(), cytoscape(), neo4j(), nquads(), trig(), turtle(), jsonLD(), cayley(), report())
}

// Lookup returns the format with this name, or an error that lists the names.
func Lookup(name string) (Format, error) {
	all, err := Formats()
	if err != nil {
		return Format{}, err
	}
	var names []string
	for _, f := range all {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("format %q is not known; there are %s", name, strings.Join(names, ", "))
}

// register orders formats by name; a name or extension that two of them claim
// is an error.
func register(all ...Format) ([]Format, error) {
	seen := make(map[string]string)
	for _, f := range all {
		for _, key := range []string{f.Name, f.Extension} {
			if other, taken := seen[key]; taken || key == "" {
				return nil, fmt.Errorf("export format %q: %q is taken by %q", f.Name, key, other)
			}
			seen[key] = f.Name
		}
	}
	slices.SortFunc(all, func(a, b Format) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Write writes g to w; a format of several files as a zip archive.
func (f Format) Write(w io.Writer, g Graph, options Options) error {
	var err error
	if f.Files {
		err = writeZip(w, func(c create) error { return f.files(c, newReading(g), options) })
	} else {
		out := newWriter(w)
		f.write(out, newReading(g), options)
		err = out.finish()
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	return nil
}

// WriteFiles writes the files of a format that has several into a folder,
// which is made when it is not there. Files of the same names are replaced.
func (f Format) WriteFiles(folder string, g Graph, options Options) error {
	if !f.Files {
		return fmt.Errorf("export %s: the format is one file, not a folder", f.Name)
	}
	err := writeFolder(folder, func(c create) error { return f.files(c, newReading(g), options) })
	if err != nil {
		return fmt.Errorf("export %s: %w", f.Name, err)
	}
	return nil
}
