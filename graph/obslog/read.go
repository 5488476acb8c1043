package obslog

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// Has reports whether the document with this SHA-256, in hexadecimal, is in
// the log.
func (l *Log) Has(sha string) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	e, there := l.index.live[graph.NewDocumentID(sha)]
	return there && hex.EncodeToString(e.header.sha[:]) == sha
}

// Get returns the observation of a document, or ErrNotFound.
func (l *Log) Get(id graph.DocumentID) (*graph.Observation, error) {
	return l.get(id, new(rooms))
}

// rooms is what records are read and unpacked in; it is used again for the next.
type rooms struct{ packed, plain []byte }

func (l *Log) get(id graph.DocumentID, in *rooms) (*graph.Observation, error) {
	l.mu.RLock()
	e, there := l.index.live[id]
	l.mu.RUnlock()
	if !there {
		return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	data, err := payload(l.file, e.offset, e.header, in.packed)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	in.packed = data
	var o *graph.Observation
	if o, in.plain, err = decode(data[hashSize*int(e.header.replaces):], in.plain); err != nil {
		return nil, fmt.Errorf("read %s: %w", id, damagedAt(e.offset, err.Error()))
	}
	return o, nil
}

// IDs returns the ids of the documents in the log, sorted.
func (l *Log) IDs() []graph.DocumentID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.index.sorted()
}

// Named returns the ids, sorted, of the documents whose path or locator is
// name. It reads the few records whose tag fits, and once every record of
// version 1, which have none.
func (l *Log) Named(name string) ([]graph.DocumentID, error) {
	return l.named(name, func(o *graph.Observation) bool { return o.Document.Path == name || o.Locator == name })
}

// Located returns the ids, sorted, of the documents whose locator is locator:
// the stored versions of what it names.
func (l *Log) Located(locator string) ([]graph.DocumentID, error) {
	return l.named(locator, func(o *graph.Observation) bool { return o.Locator == locator })
}

func (l *Log) named(name string, fits func(*graph.Observation) bool) ([]graph.DocumentID, error) {
	if err := l.tagUntagged(); err != nil {
		return nil, err
	}
	l.mu.RLock()
	candidates := slices.Clone(l.index.names[tagOf(name)])
	l.mu.RUnlock()
	var out []graph.DocumentID
	for _, id := range candidates {
		o, err := l.Get(id)
		switch {
		case errors.Is(err, ErrNotFound): // withdrawn meanwhile
		case err != nil:
			return nil, err
		case fits(o):
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out, nil
}

func (l *Log) tagUntagged() error {
	l.mu.RLock()
	untagged := slices.Clone(l.index.names[nameTag{}])
	l.mu.RUnlock()
	for _, id := range untagged {
		o, err := l.Get(id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		l.mu.Lock()
		l.index.retag(id, tagsOf(o))
		l.mu.Unlock()
	}
	return nil
}

// Fingerprint returns a hash of the records of the documents in the log. It
// does not depend on their order, nor on what was withdrawn: a document that is
// withdrawn and read again, with the same result, leaves it as it was.
func (l *Log) Fingerprint() string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.index.fingerprint()
}

// Len returns the number of documents in the log.
func (l *Log) Len() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.index.live)
}

// All returns the observations that were in the log when the iteration began,
// by document id, and passes over those withdrawn meanwhile. Each pair holds
// an observation or an error; the iteration goes on after an error, except
// when ctx ends.
func (l *Log) All(ctx context.Context) iter.Seq2[*graph.Observation, error] {
	return func(yield func(*graph.Observation, error) bool) {
		var in rooms
		for _, id := range l.IDs() {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			o, err := l.get(id, &in)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if !yield(o, err) {
				return
			}
		}
	}
}

// Verify reads every observation in the log and returns the errors found,
// joined; nil when the log is sound.
func (l *Log) Verify(ctx context.Context) error {
	var all []error
	for _, err := range l.All(ctx) {
		if err != nil {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
}
