package main

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFlagsFirst(t *testing.T) {
	app := newApp(streams{strings.NewReader(""), io.Discard, io.Discard})
	for _, c := range []struct{ reason, in, want string }{
		{"flags behind arguments move", "kgbuild show Hamas --format json", "kgbuild show --format json Hamas"},
		{"a flag keeps its value", "kgbuild path A -s x.db B", "kgbuild path -s x.db A B"},
		{"a value behind = needs no other", "kgbuild show A --format=json B", "kgbuild show --format=json A B"},
		{"a switch takes no value", "kgbuild eval g.json --show h.json", "kgbuild eval --show g.json h.json"},
		{"standard input is an argument", "kgbuild ingest - -q", "kgbuild ingest -q -"},
		{"what follows -- stays", "kgbuild show -- --odd", "kgbuild show -- --odd"},
		{"subcommands keep their own flags", "kgbuild codebook show denied --format csv", "kgbuild codebook show --format csv denied"},
		{"unknown commands are left alone", "kgbuild nonsense x --y", "kgbuild nonsense x --y"},
	} {
		got := strings.Join(flagsFirst(app, strings.Fields(c.in)), " ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}
