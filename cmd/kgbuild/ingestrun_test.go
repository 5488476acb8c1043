package main

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/loaders"
)

// Where every document is known, the model is not loaded.
func TestKnownDocumentsNeedNoModel(t *testing.T) {
	log, err := obslog.Open(filepath.Join(t.TempDir(), "log"), obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	const text = "The mayor met the minister.\n"
	known, err := loaders.NewReader(loaders.Options{Stdin: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range known.Read(t.Context(), "-") {
		if err != nil {
			t.Fatal(err)
		}
		doc := graph.Document{ID: graph.NewDocumentID(d.SHA256), Path: d.Path, SHA256: d.SHA256}
		if _, err := log.Append(&graph.Observation{Document: doc, Text: d.Text}); err != nil {
			t.Fatal(err)
		}
	}
	ingest := func(text string) (*ingestRun, error) {
		t.Helper()
		opts := ingestOptions{jobs: 2, quiet: true, reader: loaders.Options{Stdin: strings.NewReader(text)}}
		run, err := newIngestRun(opts, streams{err: io.Discard})
		if err != nil {
			t.Fatal(err)
		}
		reader, err := run.newReader()
		if err != nil {
			t.Fatal(err)
		}
		noModel := func() (*analyser, error) { return nil, errors.New("the model was asked for") }
		return run, run.read(t.Context(), reader, noModel, log, []string{"-"})
	}
	if run, err := ingest(text); err != nil || run.known != 1 {
		t.Errorf("%d known, %v", run.known, err)
	}
	if _, err := ingest(text + "And another.\n"); err == nil {
		t.Error("a new document was read without a model")
	}
}

// A document that shares its name with another of the same run, or with
// several stored ones, replaces nothing.
func TestVersions(t *testing.T) {
	log, err := obslog.Open(filepath.Join(t.TempDir(), "log"), obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	sha := func(n int) string { return strings.Repeat("0123456789abcdef"[n:n+1], 64) }
	store := func(n int, locator string) {
		t.Helper()
		doc := graph.Document{ID: graph.NewDocumentID(sha(n)), Path: "p", SHA256: sha(n)}
		if _, err := log.Append(&graph.Observation{Document: doc, Locator: locator, Text: "text"}); err != nil {
			t.Fatal(err)
		}
	}
	store(1, "/a")
	store(2, "/b")
	store(3, "/b")
	store(4, "")
	v := newVersions()
	for _, c := range []struct {
		n             int
		locator, text string
		replaces      int
		skipped       string
	}{
		{5, "/a", "new text", 1, ""},
		{6, "/a", "newer text", 0, ""}, // the second of its name
		{7, "/b", "new text", 0, ""},   // which of the two?
		{8, "", "new text", 0, ""},
		{2, "/b", "text", 0, alreadyStored},
		{1, "/a", "text", 0, ""}, // replaced by 5, and here again: it stays
		{9, "/c", "new text", 0, ""},
	} {
		o, err := v.judge(&loaders.Document{SHA256: sha(c.n), Locator: c.locator, Text: c.text}, log)
		if err != nil || len(o.replaces) != c.replaces || o.skipped != c.skipped {
			t.Errorf("%d at %q: replaces %v, skipped %q, %v", c.n, c.locator, o.replaces, o.skipped, err)
		}
	}
	v = newVersions()
	if o, err := v.judge(&loaders.Document{SHA256: sha(5), Locator: "/a", Text: "text"}, log); err != nil || o.skipped != sameText {
		t.Errorf("other bytes, same text: %+v, %v", o, err)
	}
}
