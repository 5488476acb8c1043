package export

import (
	"fmt"
	"hash/maphash"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Graph is what an export reads, such as a store's reader: everything by id,
// single records, and the claims of an entity by id. Iterations end with the
// first error.
type Graph interface {
	Documents() iter.Seq2[*graph.Document, error]
	Entities() iter.Seq2[*graph.Entity, error]
	Claims() iter.Seq2[*graph.Claim, error]
	Document(graph.DocumentID) (*graph.Document, error)
	Entity(graph.EntityID) (*graph.Entity, error)
	Claim(graph.ClaimID) (*graph.Claim, error)
	ClaimsFrom(graph.EntityID) iter.Seq2[*graph.Claim, error]
	ClaimsTo(graph.EntityID) iter.Seq2[*graph.Claim, error]
	ClaimsBy(graph.EntityID) iter.Seq2[*graph.Claim, error]
}

// reading is one export's view of a graph. Of what it looks up it remembers a
// limited number of records; of the entities that have been written, eight
// bytes each.
type reading struct {
	Graph
	documents *memo[graph.DocumentID, *graph.Document]
	names     *memo[graph.EntityID, string]
	events    *memo[graph.EntityID, nlp.Interval]

	seed   maphash.Seed
	known  []uint64 // hashes of the ids of the entities read so far
	sorted bool
}

// remembered is how many records of a kind are remembered, at least.
const remembered = 1 << 15

func newReading(g Graph) *reading {
	r := &reading{Graph: g, seed: maphash.MakeSeed()}
	r.documents = newMemo(remembered, g.Document)
	r.names = newMemo(remembered, func(id graph.EntityID) (string, error) {
		e, err := g.Entity(id)
		if err != nil {
			return "", err
		}
		return e.Name, nil
	})
	r.events = newMemo(remembered, func(id graph.EntityID) (nlp.Interval, error) {
		e, err := g.Entity(id)
		if err != nil {
			return nlp.Interval{}, err
		}
		return e.Time, nil
	})
	return r
}

// eachDocument calls f for every document until w has an error.
func (r *reading) eachDocument(w *writer, f func(*graph.Document)) {
	each(w, r.Graph.Documents(), f)
}

// eachEntity calls f for every entity, and remembers that there is such a one.
func (r *reading) eachEntity(w *writer, f func(*graph.Entity)) {
	each(w, r.Graph.Entities(), func(e *graph.Entity) {
		r.known = append(r.known, maphash.String(r.seed, string(e.ID)))
		r.sorted = false
		f(e)
	})
}

// eachClaim calls f for every claim. A claim about an entity that eachEntity
// has not met is an error: a format that left it out would lose it in silence.
func (r *reading) eachClaim(w *writer, f func(*graph.Claim)) {
	each(w, r.Graph.Claims(), func(c *graph.Claim) {
		if err := r.check(c); err != nil {
			w.fail(err)
			return
		}
		f(c)
	})
}

func (r *reading) check(c *graph.Claim) error {
	if !r.sorted {
		slices.Sort(r.known)
		r.sorted = true
	}
	for _, id := range []graph.EntityID{c.Subject.Entity, c.Object.Entity} {
		if id == "" {
			continue
		}
		if _, found := slices.BinarySearch(r.known, maphash.String(r.seed, string(id))); !found {
			return fmt.Errorf("%s is about %s, which is not in the graph", c.ID, id)
		}
	}
	return nil
}

// each calls f for every record that seq yields. Records are read while f
// works on those before.
func each[T any](w *writer, seq iter.Seq2[*T, error], f func(*T)) {
	for batch := range ahead(seq) {
		if _, err := w.Write(nil); err != nil { // an error of a write before
			w.fail(err)
		}
		for _, v := range batch.records {
			if w.err != nil {
				return
			}
			f(v)
		}
		if batch.err != nil {
			w.fail(batch.err)
			return
		}
	}
}

// batch is a number of records, and the error that came after them.
type batch[T any] struct {
	records []*T
	err     error
}

// ahead reads seq in a goroutine of its own, some batches ahead.
func ahead[T any](seq iter.Seq2[*T, error]) iter.Seq[batch[T]] {
	const size, most = 256, 4
	return func(yield func(batch[T]) bool) {
		batches, stop, stopped := make(chan batch[T], most), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(stopped)
			defer close(batches)
			var b batch[T]
			send := func() bool {
				select {
				case batches <- b:
					b = batch[T]{}
					return true
				case <-stop:
					return false
				}
			}
			for v, err := range seq {
				if err != nil {
					b.err = err
					break
				}
				if b.records = append(b.records, v); len(b.records) == size && !send() {
					return
				}
			}
			send()
		}()
		// The reader must be done before the caller closes what it reads.
		defer func() {
			close(stop)
			<-stopped
		}()
		for b := range batches {
			if !yield(b) {
				return
			}
		}
	}
}
