package speaker_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/speaker"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/nlp"
)

func speakers(t *testing.T, r *graph.Resolution, f filter.Filter, p graph.Predicates) map[string]string {
	t.Helper()
	g := storetest.Open(t, r, p)
	m, err := f.On(g, p)
	if err != nil {
		t.Fatal(err)
	}
	found, err := speaker.Speakers(g, m)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]string)
	for i, s := range found {
		out[string(s.Entity)] = fmt.Sprint(s.Quoted, s.Speaks, len(s.Documents), s.Sources, len(s.Denials))
		if i > 0 && found[i-1].Quoted < s.Quoted {
			t.Errorf("%s comes before %s, who is quoted more", found[i-1].Entity, s.Entity)
		}
	}
	return out
}

func TestNews(t *testing.T) {
	want := map[string]string{
		"entity/vera-holt": "1 2 1 1 0", "entity/red-tide": "0 2 2 2 0", "entity/ministry-of-ports": "0 1 1 1 1",
	}
	if d := cmp.Diff(want, speakers(t, quadstoretest.News(), filter.Filter{}, quadstoretest.Predicates)); d != "" {
		t.Errorf("speakers differ (-want +got):\n%s", d)
	}
	want = map[string]string{"entity/red-tide": "0 1 1 1 0"}
	if d := cmp.Diff(want, speakers(t, quadstoretest.News(), filter.Filter{Sources: []string{"The Lantern"}}, quadstoretest.Predicates)); d != "" {
		t.Errorf("speakers of one source differ (-want +got):\n%s", d)
	}
}

func TestAgainstPlainCount(t *testing.T) {
	speech := []nlp.Predicate{"said", "denied", "claimed", "blamed", "condemned"}
	for seed := range uint64(8) {
		r := storetest.Random(seed, 120)
		want := make(map[string]string)
		for _, e := range r.Entities {
			quoted, speaks, denials := 0, 0, 0
			var documents []graph.DocumentID
			for _, c := range r.Claims {
				if slices.Contains(c.Attribution, e.ID) {
					quoted++
					documents = append(documents, c.Document)
				}
				if c.Subject.Entity == e.ID && c.Fact() && slices.Contains(speech, c.Predicate) {
					speaks++
					documents = append(documents, c.Document)
					if c.Predicate == "denied" {
						denials++
					}
				}
			}
			if quoted+speaks == 0 {
				continue
			}
			sources := make(map[string]bool)
			unique := make(map[graph.DocumentID]bool)
			for _, d := range r.Documents {
				if !slices.Contains(documents, d.ID) {
					continue
				}
				unique[d.ID] = true
				for _, o := range r.Documents {
					if o.ID == d.CopyOf {
						d = o
					}
				}
				if d.Source != "" {
					sources[d.Source] = true
				} else {
					sources[string(d.ID)] = true
				}
			}
			want[string(e.ID)] = fmt.Sprint(quoted, speaks, len(unique), len(sources), denials)
		}
		if d := cmp.Diff(want, speakers(t, r, filter.Filter{}, storetest.Predicates)); d != "" {
			t.Fatalf("seed %d: speakers differ (-plain +got):\n%s", seed, d)
		}
	}
}
