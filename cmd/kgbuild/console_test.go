package main

import (
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/queries"
)

func TestCompletion(t *testing.T) {
	all, err := queries.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	c := &console{
		reader: storetest.Open(t, quadstoretest.News(), quadstoretest.Predicates), queries: all,
		streams: streams{out: io.Discard, err: io.Discard},
	}
	for _, x := range []struct {
		left string
		head string
		want []string
	}{
		{`entity("nor`, `entity("`, []string{"Northern Union"}},
		{`entity("RT", "the min`, `entity("RT", "`, []string{"Minister Holt", "the Ministry", "Ministry of Ports"}},
		{`entity("RT").out("<cl`, `entity("RT").out("`, []string{"<claimed>"}},
		{`entity("RT").out("cl`, `entity("RT").out("`, []string{"<claimed>"}},
		{`entity("RT").both(["<allied>", "<host`, `entity("RT").both(["<allied>", "`, []string{"<hostile>"}},
		{`g.V().has("<moda`, `g.V().has("`, []string{"<modality>"}},
		{`entity("RT").saveOptR`, `entity("RT").`, []string{"saveOptR"}},
		{`entity("RT").fol`, `entity("RT").`, []string{"follow", "followR", "followRecursive"}},
		{`g.e`, `g.`, []string{"emit"}},
		{`ent`, ``, []string{"entity"}},
		{`g.V().has("<object>", gt`, `g.V().has("<object>", `, []string{"gt", "gte"}},
		{`:ex`, ``, []string{":export"}},
		{`:named who-d`, `:named `, []string{"who-denied"}},
		{`:named who-denied ev`, `:named who-denied `, []string{"event="}},
		{`:named who-denied event="marlow b`, `:named who-denied event="`, []string{"Marlow bombing"}},
		{`:help labelC`, `:help `, []string{"labelContext"}},
		{`entity("RT").all()`, `entity("RT").all()`, nil},
	} {
		head, got, tail := c.complete(x.left+")", len([]rune(x.left)))
		if d := cmp.Diff(x.want, got); d != "" || head != x.head || tail != ")" {
			t.Errorf("%s: %q, %q; completions differ (-want +got):\n%s", x.left, head, tail, d)
		}
	}
}

func TestSplitWords(t *testing.T) {
	got, err := splitWords(`:named  who-denied event="Kerman bombing" x='a "b"' y=`)
	want := []string{":named", "who-denied", "event=Kerman bombing", `x=a "b"`, "y="}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("words differ (-want +got), %v:\n%s", err, d)
	}
	if _, err := splitWords(`:named x="a`); err == nil {
		t.Error("an open quotation mark is no error")
	}
}
