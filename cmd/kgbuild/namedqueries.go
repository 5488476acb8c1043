package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/queries"
)

// queriesFlag names a folder of the user's own queries.
func queriesFlag() cli.Flag {
	return &cli.PathFlag{
		Name:    "queries",
		Usage:   "`FOLDER` with named queries of your own; those in the store's folder queries are read as well",
		EnvVars: []string{"KGBUILD_QUERIES"},
	}
}

// storeQueries is the folder of a store that may hold the user's queries.
const storeQueries = "queries"

// namedQueries returns the queries that ship with the program, those in the
// store's folder and those in the user's, of which the last of a name counts.
// What is wrong with single files is said on s.err. Without a folder of its
// own a store has no queries, but a folder that the user names must be there.
func namedQueries(store, folder string, s streams) (queries.Set, error) {
	all, err := queries.BuiltIn()
	if err != nil {
		return nil, err
	}
	own := filepath.Join(store, storeQueries)
	if info, err := os.Stat(own); err == nil && info.IsDir() {
		addQueries(all, own, s)
	}
	if folder == "" {
		return all, nil
	}
	switch info, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usagef("queries: there is no folder %s", folder)
	case err != nil:
		return nil, fmt.Errorf("queries: %w", err)
	case !info.IsDir():
		return nil, usagef("queries: %s is not a folder", folder)
	}
	addQueries(all, folder, s)
	return all, nil
}

func addQueries(all queries.Set, folder string, s streams) {
	found, err := queries.Load(os.DirFS(folder), folder)
	if err != nil {
		fmt.Fprintf(s.err, "kgbuild: %s: left out: %s\n", folder, oneLine(err))
	}
	all.Add(found)
}

// checked returns the query of a name after checking its parameters.
func checked(all queries.Set, name string, params map[string]string) (*queries.Query, error) {
	q, err := all.Get(name)
	if err == nil {
		err = q.Check(params)
	}
	if err != nil {
		return nil, usageError{err}
	}
	return q, nil
}

// parameters is the value of the flag that sets parameters. The flag library
// would divide a value at its commas, which names may have.
type parameters map[string]string

func (p parameters) Set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	if !ok || name == "" {
		return fmt.Errorf("%q is not of the form NAME=VALUE", text)
	}
	if _, twice := p[name]; twice {
		return fmt.Errorf("%s is given twice", name)
	}
	p[name] = value
	return nil
}

func (p parameters) String() string { return "" }

// queryGrid lists queries.
func queryGrid(all queries.Set) *grid {
	g := &grid{columns: []string{"name", "answers", "parameters", "example", "origin"}}
	for _, q := range all.Sorted() {
		var params []string
		for _, p := range q.Parameters {
			if p.Optional {
				params = append(params, "["+p.Name+"]")
			} else {
				params = append(params, p.Name)
			}
		}
		g.add(q.Name, q.Summary, strings.Join(params, " "), q.Example, q.Origin)
	}
	return g
}
