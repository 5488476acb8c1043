package loaders

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A sidecar is a file beside another that says what is known of it: for
// ARTICLE.txt, ARTICLE.meta.json or ARTICLE.txt.meta.json, or the same with
// .yaml or .yml. It holds an object with any of the fields title, date,
// author, source, url and language, and what it says counts before what the
// document says of itself.
var sidecarEndings = []string{".meta.json", ".meta.yaml", ".meta.yml"}

// maxSidecar bounds a sidecar.
const maxSidecar = 1 << 20

// thisIsOne stands for the file of a sidecar that is itself one.
const thisIsOne = "\x00"

// sidecarsAmong returns, for the names of a folder's files, the name of the
// sidecar, and [thisIsOne] for a sidecar. A file that is named like one but
// belongs to nothing is no sidecar.
func sidecarsAmong(names []string) map[string]string {
	out := make(map[string]string)
	var metas []string
	for _, n := range names {
		if stemOfSidecar(n) != "" {
			metas = append(metas, n)
		}
	}
	if len(metas) == 0 {
		return out
	}
	byStem := make(map[string][]string)
	for _, n := range names {
		if stemOfSidecar(n) == "" && !strings.HasPrefix(n, ".") {
			byStem[n] = append(byStem[n], n)
			if stem := strings.TrimSuffix(n, filepath.Ext(n)); stem != n {
				byStem[stem] = append(byStem[stem], n)
			}
		}
	}
	for _, m := range metas {
		for _, of := range byStem[stemOfSidecar(m)] {
			out[m] = thisIsOne
			if old := out[of]; old == "" || len(m) > len(old) { // the one with the whole name is meant
				out[of] = m
			}
		}
	}
	return out
}

// stemOfSidecar returns the name of what a sidecar belongs to, with or without
// its extension, or "" for another file.
func stemOfSidecar(name string) string {
	for _, ending := range sidecarEndings {
		if stem, ok := strings.CutSuffix(name, ending); ok {
			return stem
		}
	}
	return ""
}

// sidecarBeside returns the path of a file's sidecar, or "".
func sidecarBeside(file string) string {
	if stemOfSidecar(file) != "" {
		return ""
	}
	for _, stem := range []string{file, strings.TrimSuffix(file, filepath.Ext(file))} {
		for _, ending := range sidecarEndings {
			if info, err := os.Stat(stem + ending); err == nil && info.Mode().IsRegular() {
				return stem + ending
			}
		}
	}
	return ""
}

// sidecar is what one says.
type sidecar struct {
	Document
	raw []byte
}

var sidecarFields = []string{"author", "date", "language", "source", "title", "url"}

func readSidecar(path string) (*sidecar, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, failure(path, err)
	}
	defer f.Close()
	return sidecarFrom(path, f)
}

func sidecarFrom(path string, body io.Reader) (*sidecar, error) {
	raw, err := io.ReadAll(io.LimitReader(body, maxSidecar+1))
	switch {
	case err != nil:
		return nil, failure(path, err)
	case len(raw) > maxSidecar:
		return nil, failure(path, ErrTooLarge)
	}
	fields, err := sidecarValues(path, raw)
	if err != nil {
		return nil, failure(path, err)
	}
	s := &sidecar{raw: raw}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(sidecarFields, name) {
			return nil, failure(path, fmt.Errorf("no field %q is known; there are %s", name, strings.Join(sidecarFields, ", ")))
		}
	}
	record{fields: fields, doc: &s.Document}.fill(Fields{}.withDefaults())
	if fields["source"] == nil {
		s.Source = "" // the site of the address, which the document may know better
	}
	if len(s.Notes) > 0 {
		return nil, failure(path, errors.New(s.Notes[0]))
	}
	return s, nil
}

func sidecarValues(path string, raw []byte) (map[string]any, error) {
	text, err := decode(raw, nil)
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	if strings.HasSuffix(path, ".json") {
		err = json.Unmarshal([]byte(text), &fields)
	} else {
		fields, err = unmarshalYAML(text)
	}
	if err == nil && fields == nil {
		err = errors.New("no object with fields")
	}
	if err != nil {
		return nil, fmt.Errorf("not understood as metadata: %w", err)
	}
	return fields, nil
}

// apply makes a document what its sidecar says. The hash is that of both, so
// that a change of either is a change of the document.
func (s *sidecar) apply(d *Document) {
	set := func(field *string, value string) {
		if value != "" {
			*field = value
		}
	}
	set(&d.Title, s.Title)
	set(&d.Author, s.Author)
	set(&d.Source, s.Source)
	set(&d.URL, s.URL)
	setIfEmpty(&d.Source, siteOf(s.URL))
	set(&d.Language, s.Language)
	if s.Date != "" {
		d.Date, d.DateFrom = s.Date, FromSidecar
	}
	d.SHA256 = s.hash(d.SHA256)
}

// hash returns the hash of a document, by its own, together with the sidecar.
func (s *sidecar) hash(sha256 string) string {
	return hashOf(bytes.Join([][]byte{[]byte(sha256), s.raw}, []byte{0}))
}
