package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jedib0t/go-pretty/v6/text"
)

func TestGridFitsTheTerminal(t *testing.T) {
	g := grid{columns: []string{"id", "evidence"}}
	g.add("claim/1", strings.Repeat("a sentence of some length ", 12))
	g.add("claim/2", "ein Satz mit Ümläuten und 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字")
	for _, width := range []int{30, 60, 100} {
		for _, line := range strings.Split(g.render(width), "\n") {
			if n := text.StringWidthWithoutEscSequences(strings.TrimRight(line, " ")); n > width {
				t.Errorf("at width %d a line is %d wide: %q", width, n, line)
			}
		}
	}
}

func TestGridFormats(t *testing.T) {
	g := grid{columns: []string{"name", "note"}}
	g.add("A & B", `says "no"`)
	for format, want := range map[string]string{
		csvFormat:  "name,note\nA & B,\"says \"\"no\"\"\"\n",
		jsonFormat: `{"name":"A & B","note":"says \"no\""}` + "\n",
	} {
		var out bytes.Buffer
		if err := g.write(&out, format); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", format, diff)
		}
	}
}
