package main

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"os"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/loaders"
)

// Why documents are passed over.
const (
	alreadyStored = "already stored"
	sameText      = "already stored: what was read has changed, its text has not"
)

// versions tells new documents from known ones and from new versions of known
// ones. Within a run, a second document of the same name is no new version of
// the first but another document: archives hold such.
type versions struct {
	seed     maphash.Seed
	met      map[uint64]bool // hashes of the locators met in this run
	present  map[uint64]bool // hashes of the ids of stored documents met in this run
	replaced map[graph.DocumentID]bool
}

func newVersions() versions {
	return versions{
		seed: maphash.MakeSeed(), met: make(map[uint64]bool), present: make(map[uint64]bool),
		replaced: make(map[graph.DocumentID]bool),
	}
}

// known reports whether a document is stored and stays so. It is asked for every
// document before anything is done with it.
func (v *versions) known(log *obslog.Log, sha256 string) bool {
	return log != nil && log.Has(sha256) && !v.replaced[graph.NewDocumentID(sha256)]
}

// judge says what is to become of a document that was loaded. There is no log
// where there is no store.
func (v *versions) judge(d *loaders.Document, log *obslog.Log) (outcome, error) {
	o := outcome{path: d.Path, document: d}
	first := v.meet(d.Locator)
	switch {
	case log == nil:
		return o, nil
	case v.known(log, d.SHA256):
		v.present[v.hash(string(graph.NewDocumentID(d.SHA256)))] = true
		o.skipped = alreadyStored
		return o, nil
	case v.replaced[graph.NewDocumentID(d.SHA256)]:
		// It lives on under another name, which comes after its own.
		o.last = true
		return o, nil
	case !first:
		return o, nil
	}
	old, err := log.Located(d.Locator)
	if err != nil || len(old) != 1 { // several share the name, so it names none of them
		return o, err
	}
	if v.present[v.hash(string(old[0]))] {
		return o, nil // what bore the name is there as well
	}
	stored, err := log.Get(old[0])
	if err != nil {
		return o, err
	}
	if sameDocument(stored, d) {
		o.skipped = sameText
		return o, nil
	}
	o.replaces = []graph.DocumentID{old[0]}
	v.replaced[old[0]] = true
	return o, nil
}

// meet reports whether a document has a name that was not met before.
func (v *versions) meet(locator string) bool {
	if locator == "" {
		return false
	}
	h := v.hash(locator)
	first := !v.met[h]
	v.met[h] = true
	return first
}

func (v *versions) hash(s string) uint64 { return maphash.String(v.seed, s) }

// recall fills in what is stored of a document that was passed over before it
// was decoded.
func recall(d *loaders.Document, log *obslog.Log) error {
	stored, err := log.Get(graph.NewDocumentID(d.SHA256))
	if err != nil {
		return err
	}
	s := &stored.Document
	d.Title, d.Date, d.Author, d.Source = s.Title, loaders.Date(s.Date.String()), s.Author, s.Source
	d.Language, d.URL, d.MediaType = s.Language, s.URL, s.MediaType
	return nil
}

// sameDocument reports whether a page or file gives what it gave before though
// its bytes have changed, as pages do with each visit.
func sameDocument(o *graph.Observation, d *loaders.Document) bool {
	s := &o.Document
	return d.MediaType != conlluType && o.Text == d.Text && s.Title == d.Title && s.Date.String() == string(d.Date) &&
		s.Author == d.Author && s.Source == d.Source && s.Language == d.Language
}

// readLog opens the log of a store for reading, or returns nil when there is
// no store.
func readLog(dir string) (*obslog.Log, error) {
	log, err := obslog.OpenRead(store.LogPath(dir))
	if errors.Is(err, fs.ErrNotExist) {
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("open %s: it is a file and no store", dir)
		}
		return nil, nil
	}
	return log, err
}
