package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.gizmo
var builtIn embed.FS

// Extension is that of query files; the rest of the file's name is the query's.
const Extension = ".gizmo"

// Query is a named query.
type Query struct {
	Name       string      `json:"name"`
	Origin     string      `json:"origin"`  // [Shipped], or the folder it comes from
	Summary    string      `json:"summary"` // what it answers, in one line
	Notes      []string    `json:"notes,omitempty"`
	Parameters []Parameter `json:"parameters"`
	Example    string      `json:"example"`
	Script     string      `json:"-"` // with the header, so that line numbers fit
}

// Parameter is something that a query wants to be told.
type Parameter struct {
	Name     string `json:"name"`
	Help     string `json:"help"`
	Optional bool   `json:"optional,omitempty"`
}

// Set is a set of queries by name.
type Set map[string]*Query

// Shipped is the origin of the queries that come with the program.
const Shipped = "kgbuild"

// BuiltIn returns the queries that ship with the program.
func BuiltIn() (Set, error) { return Load(builtIn, Shipped) }

// Load reads every query file at the top of a folder; origin says where that
// is. A file that cannot be read is left out, and the error says why; the
// queries of the others are returned with it.
func Load(folder fs.FS, origin string) (Set, error) {
	files, err := fs.Glob(folder, "*"+Extension)
	if err != nil {
		return nil, err
	}
	set := make(Set)
	var problems []error
	for _, file := range files {
		b, err := fs.ReadFile(folder, file)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		q, err := Parse(strings.TrimSuffix(path.Base(file), Extension), string(b))
		if err != nil {
			problems = append(problems, err)
			continue
		}
		q.Origin = origin
		set[q.Name] = q
	}
	return set, errors.Join(problems...)
}

// Add takes over the queries of another set, over those of the same name.
func (s Set) Add(other Set) {
	for name, q := range other {
		s[name] = q
	}
}

// Sorted returns the queries by name.
func (s Set) Sorted() []*Query {
	var out []*Query
	for _, q := range s {
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b *Query) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Get returns the query of a name, or an error that lists the names there are.
func (s Set) Get(name string) (*Query, error) {
	if q, ok := s[name]; ok {
		return q, nil
	}
	var names []string
	for _, q := range s.Sorted() {
		names = append(names, q.Name)
	}
	return nil, fmt.Errorf("no query is named %q; there are %s", name, strings.Join(names, ", "))
}

// Check returns an error when params lacks a parameter that q needs, or has
// one that q does not know.
func (q *Query) Check(params map[string]string) error {
	for _, p := range q.Parameters {
		if params[p.Name] == "" && !p.Optional {
			return fmt.Errorf("query %s needs the parameter %s: %s", q.Name, p.Name, p.Help)
		}
	}
	var unknown []string
	for name := range params {
		if !slices.ContainsFunc(q.Parameters, func(p Parameter) bool { return p.Name == name }) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		return fmt.Errorf("query %s has no parameter %s; %s", q.Name, strings.Join(unknown, ", "), q.takes())
	}
	return nil
}

func (q *Query) takes() string {
	if len(q.Parameters) == 0 {
		return "it takes none"
	}
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return "it takes " + strings.Join(names, ", ")
}
