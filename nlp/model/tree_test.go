package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// isTree reports whether the columns are a tree with one root.
func isTree(head []int32) bool {
	roots := 0
	for d := range head {
		if head[d] == 0 {
			roots++
		}
		at, steps := d, 0
		for ; head[at] != 0 && steps <= len(head); steps++ {
			at = int(head[at] - 1)
		}
		if steps > len(head) {
			return false
		}
	}
	return roots == 1
}

func total(scores []float32, head []int32, width int) (sum float64) {
	for d, h := range head {
		sum += float64(scores[d*width+int(h)])
	}
	return sum
}

// bestTree tries all trees.
func bestTree(scores []float32, n, width int) float64 {
	best := math.Inf(-1)
	head := make([]int32, n)
	var choose func(d int)
	choose = func(d int) {
		if d == n {
			if isTree(head) {
				best = max(best, total(scores, head, width))
			}
			return
		}
		for h := 0; h <= n; h++ {
			if h != d+1 {
				head[d] = int32(h)
				choose(d + 1)
			}
		}
	}
	choose(0)
	return best
}

func TestTreeIsTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var a treeArena
	for round := range 600 {
		n := 1 + r.IntN(6)
		if round%20 != 0 {
			n = min(n, 5)
		}
		width := n + 1 + r.IntN(4)
		a.scores = make([]float32, n*width)
		for i := range a.scores {
			a.scores[i] = float32(r.NormFloat64() * 5)
			switch round % 4 {
			case 1: // many want to be the root
				if i%width == 0 {
					a.scores[i] += 10
				}
			case 2: // ties
				a.scores[i] = float32(int(a.scores[i]) / 4)
			case 3: // circles: neighbours want each other
				if h, d := i%width, i/width; h-1 == d^1 {
					a.scores[i] += 15
				}
			}
		}
		want := bestTree(a.scores, n, width)
		a.decode(n, width)
		if !isTree(a.head) {
			t.Fatalf("round %d: %v is no tree with one root", round, a.head)
		}
		if got := total(a.scores, a.head, width); math.Abs(got-want) > 1e-4 {
			t.Fatalf("round %d: %v is worth %g, the best tree %g", round, a.head, got, want)
		}
	}
}

// Long sentences with many circles are decoded too.
func TestTreeOfManyWords(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var a treeArena
	for _, n := range []int{100, 254} {
		a.scores = make([]float32, n*(n+1))
		for i := range a.scores {
			a.scores[i] = float32(r.NormFloat64())
		}
		a.decode(n, n+1)
		if !isTree(a.head) {
			t.Errorf("%d words: no tree with one root", n)
		}
	}
}

func BenchmarkContraction(b *testing.B) {
	const n = 40
	r := rand.New(rand.NewPCG(7, 8))
	scores := make([]float32, n*(n+1))
	for i := range scores {
		scores[i] = float32(r.NormFloat64())
	}
	var c contraction
	head := make([]int32, n)
	for b.Loop() {
		c.run(scores, head, n, n+1)
	}
}
