package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
)

// consoleHelp lists the console's own commands: what to type, and what it does.
var consoleHelp = [][2]string{
	{":help [WORD]", "this, or the help of a word of the language, with an example"},
	{":queries", "the named queries"},
	{":named NAME PARAM=VALUE …", `run one: :named who-denied event="Kerman bombing"`},
	{":names TEXT", "names in the graph that begin with a text"},
	{":predicates", "the predicates of the graph, and how many claims have each"},
	{":export [FILE]", "write the last result to a .csv or .json file, or print it as CSV"},
	{":limit N", "print at most N rows; 0 for all"},
	{":timeout TIME", "stop a query after this time, such as 10s; 0 for never"},
	{":quit", "end"},
}

// command runs a line that begins with a colon, and reports whether to end.
func (c *console) command(ctx context.Context, line string) bool {
	words, err := splitWords(line)
	if err != nil {
		c.fail(err)
		return false
	}
	name, args := words[0], words[1:]
	switch name {
	case ":quit", ":q", ":exit":
		return true
	case ":help", ":h", ":?":
		err = c.help(args)
	case ":queries":
		err = queryGrid(c.queries).write(c.streams.out, tableFormat)
	case ":named":
		err = c.named(ctx, args)
	case ":names":
		err = c.names(strings.Join(args, " "))
	case ":predicates":
		err = c.predicates()
	case ":export":
		err = c.export(args)
	case ":limit":
		err = c.setLimit(args)
	case ":timeout":
		err = c.setTimeout(args)
	default:
		err = fmt.Errorf("no command %s; :help lists them", name)
	}
	if err != nil {
		c.fail(err)
	}
	return false
}

// splitWords divides a line at its spaces, except within quotation marks.
func splitWords(line string) ([]string, error) {
	var out []string
	var word strings.Builder
	quote, inWord := rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, inWord = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if inWord {
				out = append(out, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quotation mark %c is not closed", quote)
	}
	if inWord {
		out = append(out, word.String())
	}
	return out, nil
}

func (c *console) help(args []string) error {
	if len(args) == 0 {
		g := grid{columns: []string{"command", "what it does"}}
		for _, h := range consoleHelp {
			g.add(h[0], h[1])
		}
		if err := g.write(c.streams.out, tableFormat); err != nil {
			return err
		}
		places := map[gizmo.Place][]string{}
		for _, w := range gizmo.Words() {
			places[w.Place] = append(places[w.Place], w.Name)
		}
		for _, p := range []struct {
			place gizmo.Place
			title string
		}{
			{gizmo.Start, "begin"}, {gizmo.Member, "of g"}, {gizmo.Step, "steps"}, {gizmo.Final, "run"}, {gizmo.Value, "values and filters"},
		} {
			fmt.Fprintf(c.streams.out, "%s: %s\n", p.title, strings.Join(places[p.place], " "))
		}
		_, err := fmt.Fprintln(c.streams.out, "\nWhat a query ends with is run. A line that begins with a dot goes on with the query before.")
		return err
	}
	name := strings.Trim(args[0], ".:()")
	for _, w := range gizmo.Words() {
		if strings.EqualFold(w.Name, name) {
			_, err := fmt.Fprintf(c.streams.out, "%s\n  %s\n  for example: %s\n", w.Usage, w.Help, w.Example)
			return err
		}
	}
	for _, h := range consoleHelp {
		if strings.HasPrefix(h[0], ":"+name) {
			_, err := fmt.Fprintf(c.streams.out, "%s\n  %s\n", h[0], h[1])
			return err
		}
	}
	return fmt.Errorf("no help for %q; :help lists what there is", args[0])
}

func (c *console) named(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return errors.New(":named wants the name of a query; :queries lists them")
	}
	params := make(parameters)
	for _, a := range args[1:] {
		if err := params.Set(a); err != nil {
			return err
		}
	}
	q, err := checked(c.queries, args[0], params)
	if err != nil {
		return err
	}
	c.show(ctx, func(ctx context.Context, lim gizmo.Limits) (*gizmo.Result, error) {
		return c.reader.Gizmo(ctx, gizmo.Query{Script: q.Script, Params: params}, lim)
	}, false)
	return nil
}

// shownNames is how many names are listed or offered.
const shownNames = 50

func (c *console) names(prefix string) error {
	names, err := c.reader.NamesWithPrefix(prefix, shownNames)
	if err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(c.streams.out, name)
	}
	if len(names) == 0 {
		return notFound(c.reader, prefix)
	}
	return nil
}

func (c *console) predicates() error {
	t, err := tally(c.reader)
	if err != nil {
		return err
	}
	g := grid{columns: []string{"predicate", "claims"}}
	for _, p := range sortedKeys(t.predicates) {
		g.add("<"+string(p)+">", strconv.Itoa(t.predicates[p]))
	}
	return g.write(c.streams.out, tableFormat)
}

func (c *console) export(args []string) error {
	if c.last == nil {
		return errors.New("there is no result yet")
	}
	if len(args) > 1 {
		return errors.New(":export wants one file")
	}
	if c.cut {
		c.note("the result was cut at %d rows; set :limit 0 and ask again for all", len(c.last))
	}
	if len(args) == 0 {
		return writeRows(c.reader, c.last, csvFormat, c.streams.out)
	}
	formats := map[string]string{".csv": csvFormat, ".json": jsonFormat, ".jsonl": jsonFormat}
	format := formats[strings.ToLower(filepath.Ext(args[0]))]
	if format == "" {
		return fmt.Errorf("%s: the name of the file ends in none of .csv, .json, .jsonl", args[0])
	}
	return writeFile(args[0], func(w io.Writer) error { return writeRows(c.reader, c.last, format, w) })
}

func (c *console) setLimit(args []string) error {
	if len(args) == 1 {
		if n, err := strconv.Atoi(args[0]); err == nil && n >= 0 {
			c.limit = n
			return nil
		}
	}
	return errors.New(":limit wants a number of rows, 0 for all")
}

func (c *console) setTimeout(args []string) error {
	if len(args) == 1 {
		if d, err := time.ParseDuration(args[0]); err == nil && d >= 0 {
			c.timeout = d
			return nil
		}
	}
	return errors.New(":timeout wants a time, such as 10s; 0s for never")
}
