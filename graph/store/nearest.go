package store

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// NearName is a name that is much like one that was not found.
type NearName struct {
	Key        string // the name or alias, as [quadstore.Key] has it
	Entity     graph.EntityID
	Likeness   float64 // 0 to 1
	EntityName string
}

// minLikeness is the least likeness that is worth showing.
const minLikeness = 0.3

// NearestNames returns the n entities whose names are most like name, the
// likest first and each once. Likeness is Dice's coefficient of the names'
// trigrams, so it bears misspellings and missing words; it reads every name.
func (r *Reader) NearestNames(name string, n int) ([]NearName, error) {
	want := trigrams(quadstore.Key(name))
	best := make(map[graph.EntityID]NearName)
	err := r.view(nameBucket, func(b *bolt.Bucket) error {
		return b.ForEach(func(k, _ []byte) error {
			key, id, _ := bytes.Cut(k, []byte{0})
			if bytes.Equal(key, id) {
				return nil // the id, not a name
			}
			near := NearName{Key: string(key), Entity: graph.EntityID(id)}
			near.Likeness = dice(want, trigrams(near.Key))
			if near.Likeness >= minLikeness && near.Likeness > best[near.Entity].Likeness {
				best[near.Entity] = near
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	out := make([]NearName, 0, len(best))
	for _, near := range best {
		out = append(out, near)
	}
	slices.SortFunc(out, func(a, b NearName) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), cmp.Compare(a.Entity, b.Entity))
	})
	out = out[:min(n, len(out))]
	for i := range out {
		e, err := r.Entity(out[i].Entity)
		if err != nil {
			return nil, err
		}
		out[i].EntityName = e.Name
	}
	return out, nil
}

// trigrams returns the runs of three code points of every word of s, sorted;
// words are padded, so that their beginnings count.
func trigrams(s string) []string {
	var out []string
	for word := range strings.FieldsSeq(s) {
		padded := []rune("\x01\x01" + word + "\x01")
		for i := range len(padded) - 2 {
			out = append(out, string(padded[i:i+3]))
		}
	}
	slices.Sort(out)
	return out
}

// dice returns twice what two sorted lists share, divided by their lengths.
func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			shared++
			i++
			j++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
