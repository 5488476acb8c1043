package neardup

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// The least that a copy shares with its original. Half of the shorter
// article's shingles: articles of one event by different hands share less, as
// docs/quality.md measures. A later article that is more than four times as
// long as the earlier one that it contains has most of its matter from
// elsewhere.
const (
	minContainment = 0.5
	maxGrowth      = 4
)

// boilerplate is how many originals may share a shingle before it says nothing
// of where an article comes from ("sign up for our newsletter"). Without the
// bound such shingles would have every article compared with every other.
const boilerplate = 64

// Originals returns, for each document, the index of the document that it is a
// copy of, or its own index. An original is no copy of another. Sketches are
// those of the documents. The result does not depend on the order of the
// documents.
func Originals(documents []graph.Document, sketches []Sketch) []int {
	order := make([]int, len(documents)) // the oldest first
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return compareAge(&documents[i], &documents[j]) })
	x := newIndex(sketches, order)
	out := make([]int, len(documents))
	for age, i := range order {
		out[i] = i
		best := 0.0
		for _, older := range x.candidates(age) {
			o := compare(sketches[order[older]], sketches[i])
			if share := o.containment(); share >= minContainment && share > best && o.b <= maxGrowth*o.a {
				out[i], best = order[older], share
			}
		}
		if out[i] == i {
			x.add(age)
		}
	}
	return out
}

// compareAge orders by date, those without one last, and then by id.
func compareAge(a, b *graph.Document) int {
	if a.Date.IsZero() != b.Date.IsZero() {
		if a.Date.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(a.Date.String(), b.Date.String()), cmp.Compare(a.ID, b.ID))
}

// index finds the originals that share shingles with a document. Documents are
// numbered by age. Each hash has a list with room for all documents that have
// it, so that the index is a few arrays, however many documents there are.
type index struct {
	lists   [][]int32 // of each document, the lists of its hashes
	start   []int32   // of each list, where it begins in entries
	used    []int32   // of each list, how many entries it has
	entries []int32   // documents, the oldest first
	shared  []int32   // of each document, how many hashes it has in common with the one being asked for
}

func newIndex(sketches []Sketch, order []int) *index {
	type posting struct {
		hash     uint32
		document int32
	}
	total := 0
	for _, s := range sketches {
		total += len(s.hashes)
	}
	all := make([]posting, 0, total)
	x := &index{lists: make([][]int32, len(order)), shared: make([]int32, len(order))}
	for age, i := range order {
		for _, h := range sketches[i].hashes {
			all = append(all, posting{h, int32(age)})
		}
		x.lists[age] = make([]int32, 0, len(sketches[i].hashes))
	}
	slices.SortFunc(all, func(a, b posting) int { return cmp.Compare(a.hash, b.hash) })
	for k, p := range all {
		if k == 0 || p.hash != all[k-1].hash {
			x.start = append(x.start, int32(k))
		}
		x.lists[p.document] = append(x.lists[p.document], int32(len(x.start)-1))
	}
	x.used = make([]int32, len(x.start))
	x.entries = make([]int32, len(all))
	return x
}

// add makes a document a candidate for those after it.
func (x *index) add(document int) {
	for _, l := range x.lists[document] {
		x.entries[x.start[l]+x.used[l]] = int32(document)
		x.used[l]++
	}
}

// candidates returns the documents added so far that share enough hashes with
// document to be its original, the oldest first.
func (x *index) candidates(document int) []int {
	var met []int32
	for _, l := range x.lists[document] {
		if x.used[l] > boilerplate {
			continue
		}
		for _, c := range x.entries[x.start[l] : x.start[l]+x.used[l]] {
			if x.shared[c]++; x.shared[c] == 1 {
				met = append(met, c)
			}
		}
	}
	var out []int
	for _, c := range met {
		if float64(x.shared[c]) >= minContainment*minSample {
			out = append(out, int(c))
		}
		x.shared[c] = 0
	}
	slices.Sort(out)
	return out
}
