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
	l.mu.RLock()
	e, there := l.index.live[id]
	l.mu.RUnlock()
	if !there {
		return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	return l.read(e)
}

func (l *Log) read(e entry) (*graph.Observation, error) {
	data, err := payload(l.file, e.offset, e.header)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.header.id(), err)
	}
	o, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.header.id(), damagedAt(e.offset, err.Error()))
	}
	return o, nil
}

// IDs returns the ids of the documents in the log, sorted.
func (l *Log) IDs() []graph.DocumentID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	ids := make([]graph.DocumentID, 0, len(l.index.live))
	for id := range l.index.live {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
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
		for _, id := range l.IDs() {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			o, err := l.Get(id)
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
