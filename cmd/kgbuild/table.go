package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

// The output formats that tabular data can be printed in.
const (
	tableFormat = "table"
	jsonFormat  = "json"
	csvFormat   = "csv"
)

// grid is tabular data: a header and rows of as many cells.
type grid struct {
	columns []string
	rows    [][]string
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// write prints the grid as a table that fits the terminal, as CSV with a
// header line, or as one JSON object a line.
func (g *grid) write(w io.Writer, format string) error {
	switch format {
	case jsonFormat:
		return g.writeJSON(w)
	case csvFormat:
		c := csv.NewWriter(w)
		if err := c.Write(g.columns); err != nil {
			return err
		}
		if err := c.WriteAll(g.rows); err != nil {
			return err
		}
		return c.Error()
	}
	_, err := fmt.Fprintln(w, g.render(terminalWidth(w)))
	return err
}

func (g *grid) writeJSON(w io.Writer) error {
	for _, row := range g.rows {
		record := make(map[string]string, len(row))
		for i, cell := range row {
			record[g.columns[i]] = cell
		}
		if err := writeJSONLine(w, record); err != nil {
			return err
		}
	}
	return nil
}

// writeJSONLine writes v as one line of JSON, with text as people read it
// rather than escaped for HTML.
func writeJSONLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// render lays the grid out in at most width columns, as long as no column gets
// narrower than a short word.
func (g *grid) render(width int) string {
	t := table.NewWriter()
	t.SetStyle(plainStyle())
	header := make(table.Row, len(g.columns))
	for i, c := range g.columns {
		header[i] = c
	}
	t.AppendHeader(header)
	for _, row := range g.rows {
		r := make(table.Row, len(row))
		for i, cell := range row {
			r[i] = cell
		}
		t.AppendRow(r)
	}
	t.SetColumnConfigs(g.fit(width))
	return t.Render()
}

// fit returns column settings under which the table is no wider than width:
// the widest columns give way first and wrap at words.
func (g *grid) fit(width int) []table.ColumnConfig {
	widths := make([]int, len(g.columns))
	for i, c := range g.columns {
		widths[i] = text.StringWidthWithoutEscSequences(c)
		for _, row := range g.rows {
			widths[i] = max(widths[i], text.StringWidthWithoutEscSequences(row[i]))
		}
	}
	const gap, narrowest = 2, 8
	room := width - gap*len(widths)
	for total(widths) > room {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= narrowest {
			break
		}
		widths[widest]--
	}
	configs := make([]table.ColumnConfig, len(widths))
	for i, w := range widths {
		configs[i] = table.ColumnConfig{Number: i + 1, WidthMax: w, WidthMaxEnforcer: text.WrapSoft}
	}
	return configs
}

func total(ns []int) int {
	sum := 0
	for _, n := range ns {
		sum += n
	}
	return sum
}

func plainStyle() table.Style {
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Options.SeparateHeader = true
	style.Box.PaddingLeft = ""
	style.Box.PaddingRight = "  "
	style.Box.MiddleHorizontal = "-"
	style.Format.Header = text.FormatDefault
	return style
}

// plainWidth is how wide tables are where there is no terminal to ask.
const plainWidth = 120

// terminalWidth returns the width of the terminal behind w; of $COLUMNS, or a
// common one, when there is none.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return plainWidth
}
