package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/store"
)

type queryOptions struct {
	store   string
	format  string
	file    string
	named   string
	queries string // the user's folder of queries
	params  parameters
	timeout time.Duration
	limit   int
}

func queryCommand(s streams) *cli.Command {
	params := make(parameters)
	return &cli.Command{
		Name:      "query",
		Usage:     "run a Gizmo query",
		ArgsUsage: "[GIZMO|-]",
		Description: "Runs a query in Gizmo, the path language of Cayley. entity(\"NAME\") starts at whatever goes by a\n" +
			"name, in any case. A query is stopped at its time limit, whatever it does.\n\n" +
			"EXAMPLE:\n   kgbuild query 'entity(\"Iran\").out(\"<allied>\").unique().all()'\n" +
			"   kgbuild query --file paths.gizmo --format csv\n" +
			"   kgbuild query --list\n" +
			"   kgbuild query --named who-claimed --param event=\"Kerman bombing\"",
		Flags: []cli.Flag{
			storeFlag(),
			formatFlag(tableFormat, jsonFormat, csvFormat),
			&cli.PathFlag{Name: "file", Usage: "read the query from `FILE`"},
			&cli.StringFlag{Name: "named", Usage: "run the query called `NAME`; --list shows them"},
			&cli.GenericFlag{Name: "param", Value: params, Usage: "`NAME=VALUE` for the query, which finds it in params (may be repeated)"},
			queriesFlag(),
			&cli.BoolFlag{Name: "list", Usage: "list the named queries"},
			&cli.DurationFlag{Name: "timeout", Usage: "stop after this `TIME`; 0 for never", Value: 30 * time.Second},
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` rows; 0 for all", Value: 1000},
		},
		Action: func(c *cli.Context) error {
			f, err := format(c, tableFormat, jsonFormat, csvFormat)
			if err != nil {
				return err
			}
			if c.Bool("list") {
				return runQueryList(c.Path("store"), c.Path("queries"), f, s)
			}
			if c.NArg() > 1 {
				return usagef("query wants one query; put it in quotes")
			}
			opts := queryOptions{
				store: c.Path("store"), format: f, file: c.Path("file"), named: c.String("named"),
				queries: c.Path("queries"), params: params, timeout: c.Duration("timeout"), limit: c.Int("limit"),
			}
			q, err := opts.query(c.Args().First(), s)
			if err != nil {
				return err
			}
			return runQuery(c.Context, opts, q, s)
		},
	}
}

// query puts the script and its parameters together from wherever the options
// say they come from.
func (o *queryOptions) query(arg string, s streams) (gizmo.Query, error) {
	q := gizmo.Query{Params: o.params}
	given := 0
	for _, source := range []string{arg, o.file, o.named} {
		if source != "" {
			given++
		}
	}
	if given != 1 {
		return q, usagef("query wants one of: a query, - for standard input, --file, --named")
	}
	switch {
	case o.named != "":
		all, err := namedQueries(o.store, o.queries, s)
		if err != nil {
			return q, err
		}
		named, err := checked(all, o.named, o.params)
		if err != nil {
			return q, err
		}
		q.Script = named.Script
	case o.file != "":
		b, err := os.ReadFile(o.file)
		if err != nil {
			return q, err
		}
		q.Script = string(b)
	case arg == "-":
		b, err := io.ReadAll(s.in)
		if err != nil {
			return q, fmt.Errorf("read the query: %w", err)
		}
		q.Script = string(b)
	default:
		q.Script = arg
	}
	return q, nil
}

func runQueryList(store, folder, format string, s streams) error {
	all, err := namedQueries(store, folder, s)
	if err != nil {
		return err
	}
	return queryGrid(all).write(s.out, format)
}

func runQuery(ctx context.Context, opts queryOptions, q gizmo.Query, s streams) error {
	r, err := openStore(opts.store)
	if err != nil {
		return err
	}
	defer r.Close()
	result, err := r.Gizmo(ctx, q, gizmo.Limits{Time: opts.timeout, Rows: opts.limit})
	if err != nil {
		if errors.Is(err, gizmo.ErrTimeLimit) {
			return fmt.Errorf("query: stopped at the time limit of %s; --timeout sets another", opts.timeout)
		}
		return fmt.Errorf("query: %w", err)
	}
	for _, name := range result.Unmatched {
		fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(notFound(r, name)))
	}
	if err := writeRows(r, result.Rows, opts.format, s.out); err != nil {
		return err
	}
	if result.Truncated {
		fmt.Fprintf(s.err, "kgbuild: only the first %d rows; --limit sets another number\n", opts.limit)
	}
	return nil
}

// writeRows prints the rows of a query. JSON keeps values as they are; the
// other formats show a column for each tag, and what the node is called.
func writeRows(r *store.Reader, rows []gizmo.Row, format string, w io.Writer) error {
	if format == jsonFormat {
		for _, row := range rows {
			record, err := rowRecord(r, row)
			if err != nil {
				return err
			}
			if err := writeJSONLine(w, record); err != nil {
				return err
			}
		}
		return nil
	}
	columns := rowColumns(rows)
	g := grid{columns: columns}
	for _, row := range rows {
		cells := make([]string, len(columns))
		for i, column := range columns {
			text, err := rowCell(r, row, column)
			if err != nil {
				return err
			}
			cells[i] = text
		}
		g.rows = append(g.rows, cells)
	}
	return g.write(w, format)
}

// The columns that stand beside a row's tags.
const (
	idColumn    = "id"
	nameColumn  = "name"
	valueColumn = "value"
)

func rowColumns(rows []gizmo.Row) []string {
	tags := make(map[string]bool)
	nodes, values := false, false
	for _, row := range rows {
		if row.Tags == nil {
			values = true
			continue
		}
		nodes = true
		for tag := range row.Tags {
			if tag != idColumn {
				tags[tag] = true
			}
		}
	}
	var out []string
	if nodes || !values {
		out = append(out, idColumn, nameColumn)
	}
	var sorted []string
	for tag := range tags {
		sorted = append(sorted, tag)
	}
	slices.Sort(sorted)
	out = append(out, sorted...)
	if values {
		out = append(out, valueColumn)
	}
	return out
}

func rowCell(r *store.Reader, row gizmo.Row, column string) (string, error) {
	switch {
	case column == valueColumn && row.Tags == nil:
		return fmt.Sprint(row.Value), nil
	case column == idColumn:
		return plain(row.Tags[idColumn]), nil
	case column == nameColumn && row.Tags[nameColumn] == nil:
		return r.Label(row.Tags[idColumn])
	}
	return r.Label(row.Tags[column])
}

func rowRecord(r *store.Reader, row gizmo.Row) (any, error) {
	if row.Tags == nil {
		return row.Value, nil
	}
	record := make(map[string]any, len(row.Tags)+1)
	for tag, v := range row.Tags {
		record[tag] = native(v)
	}
	if _, tagged := record[nameColumn]; !tagged {
		label, err := r.Label(row.Tags[idColumn])
		if err != nil {
			return nil, err
		}
		record[nameColumn] = label
	}
	return record, nil
}

// plain returns a node or value without the marks of its kind.
func plain(v quad.Value) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(native(v))
}

// native returns a number or truth as JSON has it, everything else as text.
func native(v quad.Value) any {
	switch v := v.(type) {
	case quad.Int, quad.Float, quad.Bool:
		return v.Native()
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	}
	return quad.StringOf(v)
}
