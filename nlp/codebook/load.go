package codebook

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Codebook is a checked set of entries.
type Codebook struct {
	entries []*Entry // by predicate
	byName  map[nlp.Predicate]*Entry
	index   map[Class]map[string][]Ref
	version string
}

// Version identifies the content of the files that the codebook was made from:
// 12 hexadecimal digits that change with every change to them.
func (cb *Codebook) Version() string { return cb.version }

// Ref points at a pattern and the entry it belongs to.
type Ref struct {
	Entry   *Entry
	Pattern *Pattern
}

// File is a codebook file that has been read.
type File struct {
	Name string
	Data []byte
}

// Load returns the built-in codebook with the entries of the named files added
// in order. An entry for a known predicate must say whether it extends or
// overrides it. Mistakes in the files come back together as [Mistakes].
func Load(names ...string) (*Codebook, error) {
	files, err := builtinFiles()
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			return nil, fmt.Errorf("codebook: %w", err)
		}
		files = append(files, File{n, data})
	}
	return Parse(files...)
}

// Parse makes a codebook of exactly the given files.
func Parse(files ...File) (*Codebook, error) {
	var all []source
	var mistakes Mistakes
	var names []string
	content := sha256.New()
	for _, f := range files {
		fmt.Fprintf(content, "%d ", len(f.Data))
		content.Write(f.Data)
		r := &reader{file: f.Name}
		all = append(all, r.entries(f.Data)...)
		mistakes = append(mistakes, r.mistakes...)
		names = append(names, f.Name)
	}
	cb := &Codebook{byName: make(map[nlp.Predicate]*Entry)}
	for i := range all {
		if m, bad := cb.add(&all[i]); bad {
			mistakes = append(mistakes, m)
		}
	}
	mistakes = append(mistakes, cb.checkImplications(all)...)
	if len(mistakes) > 0 {
		return nil, mistakes.sorted(names)
	}
	for _, e := range cb.byName {
		cb.entries = append(cb.entries, e)
	}
	sort.Slice(cb.entries, func(i, j int) bool { return cb.entries[i].Predicate < cb.entries[j].Predicate })
	cb.buildIndex()
	cb.version = hex.EncodeToString(content.Sum(nil))[:12]
	return cb, nil
}

// add puts an entry beside, into, or in the place of what is there.
func (cb *Codebook) add(s *source) (Mistake, bool) {
	old := cb.byName[s.Predicate]
	switch {
	case old == nil && s.extends:
		return Mistake{s.file, s.line, fmt.Sprintf("predicate %q extends an entry that does not exist", s.Predicate)}, true
	case old == nil || s.override:
		e := s.Entry
		cb.byName[s.Predicate] = &e
	case s.extends:
		old.extend(&s.Entry)
	default:
		return Mistake{s.file, s.line, fmt.Sprintf(
			"predicate %q stands already at %s; say \"extends: true\" or \"override: true\"", s.Predicate, old.Origin)}, true
	}
	return Mistake{}, false
}

// extend adds what e says to the entry.
func (o *Entry) extend(e *Entry) {
	o.Patterns = append(o.Patterns, e.Patterns...)
	o.Examples = append(o.Examples, e.Examples...)
	o.Implies = append(o.Implies, e.Implies...)
	o.Symmetric = o.Symmetric || e.Symmetric
	if e.Means != "" {
		o.Means = e.Means
	}
	o.Subject, o.Object = o.Subject.join(e.Subject), o.Object.join(e.Object)
}

// checkImplications finds implied predicates that do not exist and circles.
func (cb *Codebook) checkImplications(all []source) Mistakes {
	var out Mistakes
	for _, s := range all {
		for _, p := range s.Implies {
			if cb.byName[p] == nil {
				out = append(out, Mistake{s.file, s.line, fmt.Sprintf("predicate %q implies %q, which no entry defines", s.Predicate, p)})
			}
		}
		if circle := cb.circle(s.Predicate, s.Predicate, nil); circle != nil && len(s.Implies) > 0 {
			out = append(out, Mistake{s.file, s.line, fmt.Sprintf("predicate %q implies itself: %s", s.Predicate, strings.Join(circle, " → "))})
		}
	}
	return out
}

// circle returns the way from p back to start through implications, or nil.
func (cb *Codebook) circle(start, p nlp.Predicate, way []string) []string {
	way = append(way, string(p))
	e := cb.byName[p]
	if e == nil || len(way) > len(cb.byName)+1 {
		return nil
	}
	for _, q := range e.Implies {
		if q == start {
			return append(way, string(q))
		}
		if found := cb.circle(start, q, way); found != nil {
			return found
		}
	}
	return nil
}

// Builtin returns the codebook that ships with the program.
func Builtin() (*Codebook, error) {
	files, err := builtinFiles()
	if err != nil {
		return nil, err
	}
	return Parse(files...)
}

// IsMistake reports whether err is about the content of codebook files.
func IsMistake(err error) bool {
	var ms Mistakes
	return errors.As(err, &ms)
}
