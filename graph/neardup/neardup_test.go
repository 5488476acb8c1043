package neardup

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

func sketchOf(text string) Sketch { return NewSketch(&graph.Observation{Text: text}) }

// story returns a text of n words that has no shingle in common with another.
func story(name string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", name, i)
	}
	return b.String()
}

func document(t *testing.T, id, date string) graph.Document {
	t.Helper()
	d, err := nlp.ParseDate(date)
	if err != nil && date != "" {
		t.Fatal(err)
	}
	return graph.Document{ID: graph.DocumentID("doc/" + id), Date: d}
}

func TestOriginals(t *testing.T) {
	fire, vote, flood := story("fire", 400), story("vote", 400), story("flood", 60)
	cases := []struct{ id, date, text, original string }{
		{"wire", "2024-03-01", fire, ""},
		{"paper", "2024-03-02", "Blaze in the harbour\n\n" + strings.ToUpper(fire), "wire"},
		{"cut", "2024-03-02", fire[:len(fire)/3], "wire"},
		{"undated", "", strings.ReplaceAll(fire, " ", ", "), "wire"},
		{"vote", "2024-03-01", vote, ""},
		{"roundup", "2024-03-03", story("preface", 20) + fire + vote, "vote"}, // either would do; ids decide between equals
		{"brief", "2024-03-01", flood, ""},
		{"long", "2024-03-04", flood + story("analysis", 600), ""}, // quotes the brief
		{"excerpt", "2024-03-05", flood, "brief"},
		{"short", "2024-03-01", "The council met on Monday.", ""},
		{"again", "2024-03-01", "The council met on Monday.", ""}, // too short to tell
		{"empty", "2024-03-01", "", ""},
	}
	var docs []graph.Document
	var sketches []Sketch
	want := make(map[string]string)
	for _, c := range cases {
		docs = append(docs, document(t, c.id, c.date))
		sketches = append(sketches, sketchOf(c.text))
		if c.original != "" {
			want["doc/"+c.id] = "doc/" + c.original
		}
	}
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(docs), func(i, j int) {
			docs[i], docs[j] = docs[j], docs[i]
			sketches[i], sketches[j] = sketches[j], sketches[i]
		})
		got := make(map[string]string)
		for i, o := range Originals(docs, sketches) {
			if o != i {
				got[string(docs[i].ID)] = string(docs[o].ID)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d:\n%s", seed, diff)
		}
	}
}

// What is not the article does not count, and the way that apostrophes,
// letters and spaces are written neither.
func TestSketchReadsTheArticle(t *testing.T) {
	article := "The minister didn't say when the talks would go on, but both sides have agreed to meet again before the end of the year"
	menu := "Home News Sport Weather Subscribe to our newsletter for more stories like this one every day"
	text := menu + "\n\n" + article
	at := nlp.Offset(len([]rune(menu)) + 2)
	o := &graph.Observation{Text: text, Blocks: []nlp.Block{
		{Span: nlp.Span{Start: 0, End: at - 2}, Kind: nlp.OtherBlock},
		{Span: nlp.Span{Start: at, End: nlp.Offset(len([]rune(text)))}, Kind: nlp.BodyBlock},
	}}
	other := strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(article, "'", "’"), " ", " — "))
	if diff := cmp.Diff(sketchOf(other).hashes, NewSketch(o).hashes); diff != "" {
		t.Error(diff)
	}
	if got := Containment(NewSketch(o), sketchOf(text)); got != 1 {
		t.Errorf("containment %v", got)
	}
}

// The estimate from sketches is near the true containment.
func TestContainment(t *testing.T) {
	for _, share := range []int{0, 25, 50, 75, 100} {
		for _, n := range []int{40, 400, 4000} {
			a := story("common", n*share/100+3) + story("first", n-n*share/100)
			b := story("common", n*share/100+3) + story("second", n-n*share/100)
			got := Containment(sketchOf(a), sketchOf(b))
			if d := got - float64(share)/100; d < -0.13 || d > 0.13 {
				t.Errorf("%d %% of %d words: %.2f", share, n, got)
			}
		}
	}
}

func BenchmarkOriginals(b *testing.B) {
	const n = 10_000
	docs := make([]graph.Document, n)
	sketches := make([]Sketch, n)
	r := rand.New(rand.NewPCG(1, 1))
	for i := range docs {
		docs[i].ID = graph.DocumentID(fmt.Sprintf("doc/%016d", i))
		var text strings.Builder
		for range 400 { // words as often as in language, so that phrases recur
			fmt.Fprintf(&text, "w%d ", int(r.ExpFloat64()*40))
		}
		sketches[i] = sketchOf(text.String())
	}
	b.ReportAllocs()
	for b.Loop() {
		Originals(docs, sketches)
	}
}

func BenchmarkSketch(b *testing.B) {
	o := &graph.Observation{Text: story("word", 500)}
	b.ReportAllocs()
	for b.Loop() {
		NewSketch(o)
	}
}
