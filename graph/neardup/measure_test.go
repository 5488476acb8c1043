package neardup

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

type newsItem struct {
	id    string
	topic int
	words []string
}

// newsItems returns the news items of ECB+ below $KGBUILD_DATA.
func newsItems(t testing.TB) []newsItem {
	t.Helper()
	root := os.Getenv("KGBUILD_DATA")
	if root == "" {
		t.Skip("KGBUILD_DATA is not set")
	}
	var out []newsItem
	for _, name := range []string{"ecbplus-train.jsonl.gz", "ecbplus-dev.jsonl.gz"} {
		f, err := os.Open(filepath.Join(root, "ecbplus", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var item struct {
				Doc    string
				Topic  int
				Tokens [][2]any
			}
			if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
				t.Fatal(err)
			}
			n := newsItem{id: item.Doc, topic: item.Topic}
			for _, token := range item.Tokens {
				n.words = append(n.words, fmt.Sprint(token[1]))
			}
			out = append(out, n)
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func (n newsItem) sketch() Sketch { return sketchOf(strings.Join(n.words, " ")) }

// coverage is the share of the shorter item's words that stand in runs of at
// least eight words which the longer one has too. Nobody writes eight words
// after another the same by chance.
func coverage(a, b newsItem) float64 {
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	const run = 8
	have := make(map[string]bool)
	for i := range len(b.words) - run + 1 {
		have[strings.ToLower(strings.Join(b.words[i:i+run], " "))] = true
	}
	covered := make([]bool, len(a.words))
	for i := range len(a.words) - run + 1 {
		if have[strings.ToLower(strings.Join(a.words[i:i+run], " "))] {
			for k := range run {
				covered[i+k] = true
			}
		}
	}
	n := 0
	for _, c := range covered {
		if c {
			n++
		}
	}
	return float64(n) / float64(len(a.words))
}

// Articles of one event that were written by different hands are not taken for
// copies, and copies are recognised. What is a copy is judged by the words
// that they have in common runs.
func TestNewsOfOneEvent(t *testing.T) {
	items := newsItems(t)
	sketches := make([]Sketch, len(items))
	for i, n := range items {
		sketches[i] = n.sketch()
	}
	var found, copies, both, unrelated, pairs int
	for i := range items {
		for j := range i {
			taken := Containment(sketches[i], sketches[j]) >= minContainment
			if items[i].topic != items[j].topic {
				if taken {
					unrelated++
					t.Errorf("%s and %s are about different events", items[i].id, items[j].id)
				}
				continue
			}
			pairs++
			copied := coverage(items[i], items[j]) >= 0.5
			switch {
			case taken && copied:
				both++
				fallthrough
			case taken:
				found++
			}
			if copied {
				copies++
			}
		}
	}
	precision, recall := float64(both)/float64(found), float64(both)/float64(copies)
	t.Logf("%d news items, %d pairs of one topic: %d copies, %d found; precision %.3f, recall %.3f; found between topics: %d",
		len(items), pairs, copies, found, precision, recall, unrelated)
	if precision < 0.8 || recall < 0.85 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}

// reposts are what papers and sites make of an article.
var reposts = []struct {
	name string
	make func(words, other []string, r *rand.Rand) []string
	want float64 // recall
}{
	{"another headline and a line about the site", func(w, o []string, _ *rand.Rand) []string {
		return slices.Concat(o[:10], w, o[10:40])
	}, 1},
	{"the first half", func(w, _ []string, _ *rand.Rand) []string { return w[:len(w)/2] }, 1},
	{"the first quarter", func(w, _ []string, _ *rand.Rand) []string { return w[:len(w)/4] }, 0.98},
	{"a fifth of the sentences left out", func(w, _ []string, r *rand.Rand) []string {
		var out []string
		keep := true
		for _, word := range w {
			if keep {
				out = append(out, word)
			}
			if word == "." {
				keep = r.IntN(5) > 0
			}
		}
		return out
	}, 1},
	{"one word in twenty changed", func(w, o []string, r *rand.Rand) []string { return changed(w, o, r, 20) }, 0.99},
	{"one word in eight changed", func(w, o []string, r *rand.Rand) []string { return changed(w, o, r, 8) }, 0.8},
	{"as much again from elsewhere", func(w, o []string, _ *rand.Rand) []string {
		return slices.Concat(w, o[:min(len(w), len(o))])
	}, 1},
}

func changed(w, other []string, r *rand.Rand, in int) []string {
	out := slices.Clone(w)
	for i := range out {
		if r.IntN(in) == 0 {
			out[i] = other[r.IntN(len(other))]
		}
	}
	return out
}

func TestReposts(t *testing.T) {
	var items []newsItem
	for _, n := range newsItems(t) {
		if len(n.words) >= 100 {
			items = append(items, n)
		}
	}
	for _, kind := range reposts {
		r := rand.New(rand.NewPCG(1, 2))
		found := 0
		for i, n := range items {
			other := items[(i+len(items)/2)%len(items)]
			made := newsItem{words: kind.make(n.words, other.words, r)}
			if o := compare(n.sketch(), made.sketch()); o.containment() >= minContainment && o.b <= maxGrowth*o.a {
				found++
			}
		}
		recall := float64(found) / float64(len(items))
		t.Logf("%-45s %d of %d (%.3f)", kind.name, found, len(items), recall)
		if recall < kind.want {
			t.Errorf("%s: recall %.3f, want %.2f", kind.name, recall, kind.want)
		}
	}
}
