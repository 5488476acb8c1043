package obslog

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// entry is where the observation of a document stands.
type entry struct {
	offset int64
	header header
}

// index is what is known of a log from its headers.
type index struct {
	live  map[graph.DocumentID]entry
	names map[nameTag][]graph.DocumentID // of the live documents; zero for those of version 1
	end   int64                          // where the next record begins
}

func newIndex() *index {
	return &index{live: make(map[graph.DocumentID]entry), names: make(map[nameTag][]graph.DocumentID), end: fileHeader}
}

// add takes in the record e, which is the next one.
func (x *index) add(e entry, replaced []graph.DocumentID) {
	id := e.header.id()
	for _, old := range append(replaced, id) {
		x.drop(old)
	}
	if e.header.kind == observation {
		x.live[id] = e
		x.tag(id, e.header.tags)
	}
	x.end = e.offset + e.header.size()
}

func (x *index) drop(id graph.DocumentID) {
	e, there := x.live[id]
	if !there {
		return
	}
	delete(x.live, id)
	x.untag(id, e.header.tags)
}

// tag makes a document found by its tags.
func (x *index) tag(id graph.DocumentID, tags [2]nameTag) {
	for i, t := range tags {
		if i == 0 || t != (nameTag{}) && t != tags[0] {
			x.names[t] = append(x.names[t], id)
		}
	}
}

func (x *index) untag(id graph.DocumentID, tags [2]nameTag) {
	for _, t := range tags {
		rest := slices.DeleteFunc(x.names[t], func(other graph.DocumentID) bool { return other == id })
		if len(rest) == 0 {
			delete(x.names, t)
		} else {
			x.names[t] = rest
		}
	}
}

// retag gives a document of version 1 its tags, for this index only.
func (x *index) retag(id graph.DocumentID, tags [2]nameTag) {
	e, there := x.live[id]
	if !there || e.header.tags == tags {
		return
	}
	x.untag(id, e.header.tags)
	e.header.tags = tags
	x.live[id] = e
	x.tag(id, tags)
}

// sorted returns the ids of the documents, sorted.
func (x *index) sorted() []graph.DocumentID {
	ids := make([]graph.DocumentID, 0, len(x.live))
	for id := range x.live {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// fingerprint depends on the records of the documents, not on their order or on
// what was taken out.
func (x *index) fingerprint() string {
	h := sha256.New()
	for _, id := range x.sorted() {
		e := x.live[id].header
		sum := []byte{byte(e.checksum), byte(e.checksum >> 8), byte(e.checksum >> 16), byte(e.checksum >> 24)}
		h.Write(append(e.sha[:], sum...))
	}
	return hex.EncodeToString(h.Sum(nil))
}
