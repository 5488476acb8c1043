package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// randomTree returns words whose heads form a tree with one root.
func randomTree(r *rand.Rand, n int) []Word {
	list := make([]Word, n)
	order := r.Perm(n)
	for i, at := range order {
		list[at].Head = -1
		if i > 0 {
			list[at].Head = order[r.IntN(i)]
		}
	}
	return list
}

// upwards returns a word and those above it; above the speaker is the root.
func upwards(words []Word, at int) (list []int) {
	if at == Speaker {
		root := slices.IndexFunc(words, func(w Word) bool { return w.Head < 0 })
		return []int{Speaker, root}
	}
	for ; at >= 0; at = words[at].Head {
		list = append(list, at)
	}
	return list
}

func TestBetween(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		words := randomTree(r, 1+r.IntN(12))
		var a readerArena
		a.setDepths(words)
		for i := Speaker; i < len(words); i++ {
			for j := Speaker; j < len(words); j++ {
				if i == j {
					continue
				}
				up, down := upwards(words, i), upwards(words, j)
				wantMeet := up[slices.IndexFunc(up, func(w int) bool { return slices.Contains(down, w) })]
				var wantPath []int32
				for w := range words {
					if w == i || w == j {
						continue
					}
					at, other := slices.Index(up, w), slices.Index(down, w)
					if at >= 0 && at <= slices.Index(up, wantMeet) || other >= 0 && other <= slices.Index(down, wantMeet) {
						wantPath = append(wantPath, int32(w))
					}
				}
				meet := a.between(words, i, j)
				slices.Sort(a.path)
				if meet != wantMeet || !slices.Equal(a.path, wantPath) {
					t.Fatalf("%+v: between %d and %d are %v below %d, want %v below %d", words, i, j, a.path, meet, wantPath, wantMeet)
				}
			}
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct{ subject, object, want int }{
		{0, 1, 1}, {1, 0, 11}, {3, 12, 9}, {3, 40, 9}, {40, 3, 19}, {Speaker, 0, 1}, {2, Speaker, 13},
	} {
		if got := distance(test.subject, test.object); got != test.want {
			t.Errorf("distance from %d to %d is %d, want %d", test.subject, test.object, got, test.want)
		}
	}
}

func TestCollect(t *testing.T) {
	r := &reader{least: 0.2, predicates: []string{"met", "praised"}, symmetric: []bool{true, false}}
	tests := []struct {
		name    string
		forward choice // from word 3 to word 7
		back    choice
		want    []Reading
	}{
		{"improbable", choice{1, 0.19}, choice{0, 0.1}, nil},
		{"just probable", choice{1, 0.2}, choice{0, 0.1}, []Reading{{3, 7, "praised", 0.2}}},
		{"both ways", choice{1, 0.5}, choice{1, 0.6}, []Reading{{3, 7, "praised", 0.5}, {7, 3, "praised", 0.6}}},
		{"symmetric", choice{0, 0.5}, choice{0, 0.6}, []Reading{{7, 3, "met", 0.6}}},
		{"symmetric and as probable", choice{0, 0.5}, choice{0, 0.5}, []Reading{{3, 7, "met", 0.5}}},
		{"symmetric, another way back", choice{0, 0.5}, choice{1, 0.6}, []Reading{{3, 7, "met", 0.5}, {7, 3, "praised", 0.6}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := readerArena{ends: []int{3, 7}, best: []choice{{}, test.forward, test.back, {}}}
			r.collect(&a)
			if diff := cmp.Diff(fmt.Sprint(test.want), fmt.Sprint(a.readings)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
