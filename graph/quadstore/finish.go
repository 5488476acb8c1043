package quadstore

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"path/filepath"
	"slices"

	"github.com/cayleygraph/cayley/graph/refs"

	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/extsort"
)

// dataVersion is the version of the layout that Cayley checks for.
const dataVersion = 2

// finish writes what needs all quads. The buckets of the root come in the order
// of their names.
func (w *Writer) finish() error {
	nodes := uint64(len(w.values.hashes))
	named := map[string]*boltfile.Bucket{"log": w.log}
	lists := make([]*indexWriter, len(indexes))
	for i := range indexes {
		lists[i] = newIndexWriter(&indexes[i], w.file.NewBucket(), filepath.Dir(w.path), w.quads.Len())
		defer lists[i].abort()
		named[indexes[i].name()] = lists[i].bucket
	}
	quads, err := w.writeLinks(nodes, lists)
	if err != nil {
		return err
	}
	for _, l := range lists {
		if err := l.finish(); err != nil {
			return err
		}
	}
	if named["meta"], err = w.writeMeta(quads, nodes+quads); err != nil {
		return err
	}
	for _, name := range sortedNames(named) {
		if err := w.file.PutBucket([]byte(name), named[name]); err != nil {
			return err
		}
	}
	if err := w.writeHashes(); err != nil {
		return err
	}
	return w.file.Close()
}

// writeLinks numbers the quads, each once, after the values, in the order of
// subject, predicate, object and label, writes them into the log and hands them
// to the indexes. It returns how many there are.
func (w *Writer) writeLinks(nodes uint64, lists []*indexWriter) (uint64, error) {
	var last extsort.Number
	id := nodes
	for n, err := range w.quads.Sorted() {
		if err != nil {
			return 0, err
		}
		if n == last {
			continue
		}
		last = n
		if id++; id > math.MaxUint32 {
			return 0, errTooMany
		}
		l := linkOf(n)
		w.record = l.appendRecord(w.record[:0], id)
		if err := w.putLog(id, w.record); err != nil {
			return 0, err
		}
		for _, list := range lists {
			if err := list.add(l, id); err != nil {
				return 0, err
			}
		}
	}
	return id - nodes, w.quads.Close()
}

func linkOf(n extsort.Number) link {
	return link{uint32(n.High >> 32), uint32(n.High), uint32(n.Low >> 32), uint32(n.Low)}
}

// writeMeta writes what Cayley keeps of the store as a whole.
func (w *Writer) writeMeta(quads, lastID uint64) (*boltfile.Bucket, error) {
	list, err := json.Marshal(cayleyIndexes())
	if err != nil {
		return nil, err
	}
	b := w.file.NewBucket()
	for _, entry := range []struct {
		key   string
		value []byte
	}{
		{"horizon", littleEndian(lastID)}, {"indexes", list}, {"size", littleEndian(quads)}, {"version", littleEndian(dataVersion)},
	} {
		if err := b.Put([]byte(entry.key), entry.value); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func littleEndian(n uint64) []byte { return binary.LittleEndian.AppendUint64(nil, n) }

// writeHashes writes the number of every value under its hash; the hashes that
// begin with the same two bytes have a bucket of their own.
func (w *Writer) writeHashes() error {
	s := extsort.NewNumbers(filepath.Dir(w.path), sortedInMemory)
	defer func() { _ = s.Close() }()
	for i := range w.values.hashes {
		high := binary.BigEndian.Uint64(w.values.hashes[i][:8])
		if err := s.Add(extsort.Number{High: high, Low: uint64(i)}); err != nil {
			return err
		}
	}
	b := hashBuckets{file: w.file}
	var same []uint64 // numbers of hashes that begin alike, nearly always one
	var head uint64
	flush := func() error {
		slices.SortFunc(same, func(i, j uint64) int { return bytes.Compare(w.values.hashes[i][:], w.values.hashes[j][:]) })
		for _, i := range same {
			if err := b.put(w.values.hashes[i], i+1); err != nil {
				return err
			}
		}
		same = same[:0]
		return nil
	}
	for n, err := range s.Sorted() {
		if err != nil {
			return err
		}
		if n.High != head {
			if err := flush(); err != nil {
				return err
			}
		}
		head, same = n.High, append(same, n.Low)
	}
	return errors.Join(flush(), b.end())
}

// hashBuckets writes hashes in ascending order into their buckets.
type hashBuckets struct {
	file   *boltfile.Writer
	bucket *boltfile.Bucket
	name   [3]byte
}

func (b *hashBuckets) put(hash refs.ValueHash, id uint64) error {
	if name := [3]byte{'v', hash[0], hash[1]}; b.bucket == nil || name != b.name {
		if err := b.end(); err != nil {
			return err
		}
		b.bucket, b.name = b.file.NewBucket(), name
	}
	return b.bucket.Put(hash[:], binary.AppendUvarint(nil, id))
}

func (b *hashBuckets) end() error {
	if b.bucket == nil {
		return nil
	}
	return b.file.PutBucket(b.name[:], b.bucket)
}
