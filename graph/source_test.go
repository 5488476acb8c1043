package graph_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
)

func TestIndependentSources(t *testing.T) {
	documents := map[graph.DocumentID]*graph.Document{
		"doc/agency":   {ID: "doc/agency", Source: "Wire"},
		"doc/herald":   {ID: "doc/herald", Source: "Herald", CopyOf: "doc/agency"},
		"doc/post":     {ID: "doc/post", Source: "Post", CopyOf: "doc/agency"},
		"doc/post-own": {ID: "doc/post-own", Source: "Post"},
		"doc/post-2":   {ID: "doc/post-2", Source: " post "},
		"doc/leaflet":  {ID: "doc/leaflet"},
		"doc/pamphlet": {ID: "doc/pamphlet"},
		"doc/reprint":  {ID: "doc/reprint", Source: "Herald", CopyOf: "doc/leaflet"},
	}
	missing := errors.New("no such document")
	find := func(id graph.DocumentID) (*graph.Document, error) {
		if d := documents[id]; d != nil {
			return d, nil
		}
		return nil, missing
	}
	got, err := graph.IndependentSources([]graph.DocumentID{
		"doc/post", "doc/herald", "doc/post-own", "doc/post-2", "doc/pamphlet", "doc/reprint", "doc/leaflet", "doc/post",
	}, find)
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Source{
		{Documents: []graph.DocumentID{"doc/leaflet", "doc/reprint"}},
		{Documents: []graph.DocumentID{"doc/pamphlet"}},
		{Name: "Wire", Documents: []graph.DocumentID{"doc/herald", "doc/post"}},
		{Name: "post", Documents: []graph.DocumentID{"doc/post-2", "doc/post-own"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := graph.IndependentSources([]graph.DocumentID{"doc/lost"}, find); !errors.Is(err, missing) {
		t.Errorf("got %v", err)
	}
}
