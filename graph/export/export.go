package export

import (
	"bufio"
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
}

// Format is a way to write a graph.
type Format struct {
	Name        string // what users call it: "jsonl"
	Description string // a line of help
	Extension   string // of files, with the dot
	write       func(*writer, *graph.Resolution, Options)
}

// Formats lists the formats that come with the package, by name.
func Formats() ([]Format, error) { return register(jsonLines(), graphML(), nquads()) }

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

// Write writes r to w.
func (f Format) Write(w io.Writer, r *graph.Resolution, options Options) error {
	out := &writer{Writer: bufio.NewWriterSize(w, 64<<10)}
	f.write(out, r, options)
	if out.err == nil {
		out.err = out.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("export %s: %w", f.Name, out.err)
	}
	return nil
}

// writer keeps the first error, so that formats can write without asking
// after every piece.
type writer struct {
	*bufio.Writer
	err error
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// text writes strings one after another.
func (w *writer) text(pieces ...string) {
	for _, s := range pieces {
		if w.err == nil {
			_, w.err = w.WriteString(s)
		}
	}
}

// checkEnd fails when a claim is about something that is not in the graph.
func (w *writer) checkEnd(c *graph.Claim, e graph.End, known map[graph.EntityID]bool) bool {
	if e.Entity == "" || known[e.Entity] {
		return true
	}
	w.fail(fmt.Errorf("%s is about %s, which is not in the graph", c.ID, e.Entity))
	return false
}

func entitySet(r *graph.Resolution) map[graph.EntityID]bool {
	set := make(map[graph.EntityID]bool, len(r.Entities))
	for i := range r.Entities {
		set[r.Entities[i].ID] = true
	}
	return set
}
