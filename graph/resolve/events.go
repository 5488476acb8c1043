package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Bounds of the search for events that are one. In each block, ordered by time,
// every occurrence is compared with the ones before it, up to the window; what
// rounds join is compared again with richer facts.
const (
	eventWindow = 32
	eventRounds = 4
)

// kindIn is a kind of event in a document.
type kindIn struct {
	doc  int32
	kind kind
}

// joinEvents joins event units that tell of one event.
func (r *resolver) joinEvents() {
	var all []*occurrence
	r.kindInDocument = make(map[kindIn][]unitID)
	r.tellStories()
	for i := range r.units {
		if u := &r.units[i]; u.event != nil && (!u.generic || u.event.every) && !u.unknown {
			o := r.occurrence(unitID(i))
			all = append(all, o)
			for _, k := range o.kinds {
				at := kindIn{u.doc, k}
				r.kindInDocument[at] = append(r.kindInDocument[at], unitID(i))
			}
		}
	}
	for range eventRounds {
		joined := r.joinRound(&all)
		if !joined {
			break
		}
	}
	r.doubtEvents(all)
}

// pair is two occurrences of a round, by their numbers in it, and how alike they
// are.
type pair struct {
	a, b   int32
	weight float64
}

func (r *resolver) joinRound(all *[]*occurrence) bool {
	pairs := r.likelyPairs(*all, func(l *likeness, inside bool) bool { return l.same(inside) })
	gone := make(map[*occurrence]*occurrence)
	current := func(o *occurrence) *occurrence {
		for gone[o] != nil {
			o = gone[o]
		}
		return o
	}
	joined := false
	for _, p := range pairs {
		a, b := current((*all)[p.a]), current((*all)[p.b])
		if a == b {
			continue
		}
		// Either may have grown since the pair was found, and what it knows now
		// may contradict.
		if like := r.compare(a, b); !like.same(insideOne(a, b)) {
			continue
		}
		ua, ub := a.unit, b.unit
		r.unite(ua, ub, ruleEvent, fmt.Sprintf("%s and %s: %s", quote(r.phrase(ua)), quote(r.phrase(ub)), r.explain(a, b)))
		if b.unit < a.unit {
			a, b = b, a
		}
		a.take(b)
		gone[b] = a
		joined = true
	}
	*all = slices.DeleteFunc(*all, func(o *occurrence) bool { return gone[o] != nil })
	return joined
}

// insideOne reports whether joining would bring chains together that the
// readers of most of the documents have kept apart.
func insideOne(a, b *occurrence) bool {
	if a.undecided || b.undecided {
		return false
	}
	if len(a.docs) > len(b.docs) {
		a, b = b, a
	}
	both := 0
	for _, d := range a.docs {
		if b.toldIn(d) {
			both++
		}
	}
	return 2*both > len(a.docs)
}

// likelyPairs compares the occurrences that share a block and returns those
// that pass, best first.
func (r *resolver) likelyPairs(all []*occurrence, pass func(*likeness, bool) bool) []pair {
	blocks := make(map[string][]*occurrence)
	for i, o := range all {
		o.number = int32(i)
		for _, key := range r.blockKeys(o) {
			blocks[key] = append(blocks[key], o)
		}
	}
	var seen pairSet
	var pairs []pair
	consider := func(a, b *occurrence) {
		if a.unit > b.unit {
			a, b = b, a
		}
		if !seen.add(a.unit, b.unit) {
			return
		}
		if l := r.compare(a, b); pass(&l, insideOne(a, b)) {
			pairs = append(pairs, pair{a.number, b.number, l.weight})
		}
	}
	for _, key := range sortedKeys(blocks) {
		block := blocks[key]
		if strings.HasPrefix(key, anyTime) {
			undatedPairs(block, consider)
			continue
		}
		slices.SortFunc(block, func(a, b *occurrence) int {
			return cmp.Or(cmp.Compare(a.when.from, b.when.from), cmp.Compare(a.unit, b.unit))
		})
		for i, b := range block {
			for _, a := range block[max(0, i-eventWindow):i] {
				consider(a, b)
			}
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.weight, p.weight), cmp.Compare(all[p.a].unit, all[q.a].unit), cmp.Compare(all[p.b].unit, all[q.b].unit))
	})
	return pairs
}

// anyTime begins the keys of blocks that hold events of all times, for those
// of which neither the time nor the report's is known.
const anyTime = "any time "

// Bounds of a block of all times: how many undated occurrences are compared,
// and with how many others, the most told first.
const (
	undatedInBlock = 256
	undatedWindow  = 64
)

func undatedPairs(block []*occurrence, consider func(a, b *occurrence)) {
	slices.SortFunc(block, func(a, b *occurrence) int {
		return cmp.Or(cmp.Compare(len(b.members), len(a.members)), cmp.Compare(a.unit, b.unit))
	})
	n := 0
	for _, o := range block {
		if !o.undated() {
			continue
		}
		if n++; n > undatedInBlock {
			return
		}
		for _, other := range block[:min(len(block), undatedWindow)] {
			if other != o {
				consider(o, other)
			}
		}
	}
}

// undated reports whether nothing tells when the occurrence was.
func (o *occurrence) undated() bool { return !o.when.known && !o.reported.known }

// blockKeys returns the keys of the blocks that an occurrence belongs to. Two
// tellings of one event share at least one, when they share what it takes to
// be found the same.
func (r *resolver) blockKeys(o *occurrence) []string {
	var keys []string
	years := make([]int, 0, 2)
	if o.when.known {
		years = append(years, o.when.year())
	} else if o.reported.known {
		years = append(years, o.reported.year())
		if y := (period{from: o.reported.to}).year(); y != years[0] {
			years = append(years, y)
		}
	}
	families := make([]string, 0, 2)
	for _, k := range o.kinds {
		families = addNew(families, k.family)
	}
	for _, f := range families {
		for _, c := range o.cities {
			keys = append(keys, fmt.Sprintf("%s city %d", f, c))
		}
		for _, c := range union(union(slices.Clone(o.patients), o.honoured), o.killed) {
			keys = append(keys, fmt.Sprintf("%s whom %d", f, c))
		}
		for _, c := range o.around {
			keys = append(keys, fmt.Sprintf("%s around %d", f, c))
		}
		for _, c := range r.roots(o.related) {
			keys = append(keys, fmt.Sprintf("%s with %d", f, c))
		}
		for _, n := range o.names {
			keys = append(keys, f+" name "+n)
		}
		for _, d := range o.tellings() {
			for _, t := range r.storyTerms[d] {
				keys = append(keys, fmt.Sprintf("%s story %d", f, t))
			}
		}
		for _, s := range o.states {
			keys = append(keys, anyTime+f+" state "+s)
		}
		for _, a := range o.agents {
			keys = append(keys, fmt.Sprintf("%s%s agent %d", anyTime, f, a))
		}
		for _, y := range years {
			for _, s := range o.states {
				keys = append(keys, fmt.Sprintf("%s %d state %s", f, y, s))
			}
			for _, s := range o.sites {
				keys = append(keys, fmt.Sprintf("%s %d site %s", f, y, s))
			}
			for _, a := range o.agents {
				keys = append(keys, fmt.Sprintf("%s %d agent %d", f, y, a))
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// doubtEvents reports the pairs that are nearly alike enough.
func (r *resolver) doubtEvents(all []*occurrence) {
	pairs := r.likelyPairs(all, func(l *likeness, inside bool) bool { return !inside && l.near() && !l.same(inside) })
	for _, p := range pairs {
		a, b := all[p.a], all[p.b]
		r.doubt(a.unit, b.unit, ruleEvent, fmt.Sprintf("%s and %s: %s, which is not enough",
			quote(r.phrase(a.unit)), quote(r.phrase(b.unit)), r.explain(a, b)))
	}
}
