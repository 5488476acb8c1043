package quadstore_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/nlp"
)

// list returns every quad of a store as a line, sorted.
func list(t *testing.T, s *quadstore.Store) []string {
	t.Helper()
	ctx := context.Background()
	qs, err := s.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	err = iterator.Iterate(ctx, qs.QuadsAllIterator()).Each(func(r cgraph.Ref) error {
		q, err := qs.Quad(r)
		out = append(out, q.NQuad())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func lines(quads iter.Seq[quad.Quad]) []string {
	var out []string
	for q := range quads {
		out = append(out, q.NQuad())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	news := quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates)
	twice := func(yield func(quad.Quad) bool) {
		for range 2 {
			for q := range news {
				if !yield(q) {
					return
				}
			}
		}
	}
	s := quadstoretest.Fill(t, twice)
	if d := cmp.Diff(lines(news), list(t, s)); d != "" {
		t.Errorf("stored quads differ (-want +got):\n%s", d)
	}
	n, err := s.Count(context.Background())
	if err != nil || int(n) != len(lines(news)) {
		t.Errorf("Count is %d, %v; want %d", n, err, len(lines(news)))
	}
}

// A store of several batches holds what they hold, and the quads of one are
// found through each of the indexes.
func TestSeveralBatches(t *testing.T) {
	const claims = 12_000
	quads := func(yield func(quad.Quad) bool) {
		for i := range claims {
			label := quad.IRI(fmt.Sprintf("claim/%d", i))
			subject := quad.IRI(fmt.Sprintf("entity/%d", i%700))
			object := quad.IRI(fmt.Sprintf("entity/%d", i%900))
			if !yield(quad.Quad{Subject: subject, Predicate: quad.IRI("met"), Object: object, Label: label}) ||
				!yield(quad.Quad{Subject: label, Predicate: quadstore.Polarity, Object: quad.String("positive")}) {
				return
			}
		}
	}
	s := quadstoretest.Fill(t, quads)
	if n, _ := s.Count(context.Background()); n != 2*claims {
		t.Fatalf("Count is %d, want %d", n, 2*claims)
	}
	ctx := context.Background()
	qs, err := s.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		direction quad.Direction
		value     quad.IRI
		want      int
	}{
		{quad.Subject, "entity/3", claims/700 + 1},
		{quad.Object, "entity/3", claims/900 + 1},
		{quad.Label, "claim/11999", 1},
		{quad.Predicate, quadstore.Polarity, claims},
	} {
		ref, err := qs.ValueOf(c.value)
		if err != nil || ref == nil {
			t.Fatalf("%v is not there: %v", c.value, err)
		}
		it := qs.QuadIterator(c.direction, ref)
		if _, ok := it.(*kv.QuadIterator); !ok {
			t.Errorf("quads by %v are found by a %T, which reads the whole store", c.direction, it)
		}
		n, err := iterator.Iterate(ctx, it).All()
		if err != nil || len(n) != c.want {
			t.Errorf("%v %v: %d quads, %v; want %d", c.direction, c.value, len(n), err, c.want)
		}
	}
}

// A writer that has failed stays failed, and nobody takes what it left for a
// store.
func TestFailedWriterLeavesNoStore(t *testing.T) {
	iri := func(format string, i int) quad.IRI { return quad.IRI(fmt.Sprintf(format, i)) }
	document := func(bad bool) []quad.Quad {
		var out []quad.Quad
		for i := range 50 {
			text := fmt.Sprintf("sentence %d", i)
			if bad && i == 30 {
				text = "torn \xff\xfe text"
			}
			out = append(out,
				quad.Quad{Subject: iri("entity/a%d", i), Predicate: quad.IRI("met"), Object: iri("entity/b%d", i), Label: iri("claim/%d", i)},
				quad.Quad{Subject: iri("claim/%d", i), Predicate: quadstore.Evidence, Object: quad.String(text)})
		}
		return out
	}
	path := filepath.Join(t.TempDir(), "quads.db")
	w, err := quadstore.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	for _, q := range document(true) {
		if failed = w.Add(q); failed != nil {
			break
		}
	}
	if failed == nil || !strings.Contains(failed.Error(), "UTF-8") {
		t.Fatalf("invalid UTF-8 gave %v", failed)
	}
	if err := w.Add(document(false)[0]); err == nil {
		t.Error("a writer that has failed took another quad")
	}
	if err := w.Close(); err == nil {
		t.Error("a writer that has failed closed as if nothing were the matter")
	}
	if s, err := quadstore.Open(path); err == nil {
		s.Close()
		t.Error("what a failed writer left can be opened")
	}
	// The same document, cleaned, in the store that takes its place.
	clean := slices.Values(document(false))
	if d := cmp.Diff(lines(clean), list(t, quadstoretest.Fill(t, clean))); d != "" {
		t.Errorf("stored quads differ (-want +got):\n%s", d)
	}
}

func TestCheck(t *testing.T) {
	good := quad.Quad{Subject: quad.IRI("entity/a"), Predicate: quad.IRI("met"), Object: quad.IRI("entity/b"), Label: quad.IRI("claim/1")}
	if err := quadstore.Check(good); err != nil {
		t.Errorf("a good quad: %v", err)
	}
	for reason, change := range map[string]func(*quad.Quad){
		"subject is missing":   func(q *quad.Quad) { q.Subject = nil },
		"object is empty":      func(q *quad.Quad) { q.Object = quad.String("") },
		"label is empty":       func(q *quad.Quad) { q.Label = quad.IRI("") },
		"predicate is no IRI":  func(q *quad.Quad) { q.Predicate = quad.String("met") },
		"no IRI may have":      func(q *quad.Quad) { q.Predicate = quad.IRI("met with") },
		"object is not valid":  func(q *quad.Quad) { q.Object = quad.String("\xc3") },
		"subject is not valid": func(q *quad.Quad) { q.Subject = quad.IRI("entity/\xc3") },
		"not stored":           func(q *quad.Quad) { q.Object = quad.LangString{Value: "a", Lang: "en"} },
	} {
		q := good
		change(&q)
		if err := quadstore.Check(q); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := quadstore.Open(filepath.Join(dir, "none.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none.db")); err == nil {
		t.Error("opening a file that is not there made it")
	}
	for name, content := range map[string]string{"empty.db": "", "other.db": strings.Repeat("not a store ", 1000)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := quadstore.Open(path); err == nil {
			s.Close()
			t.Errorf("%s was opened", name)
		}
		if _, err := quadstore.Create(path); err == nil {
			t.Errorf("%s was overwritten", name)
		}
	}
}

// A file that is being written is no store yet, which is known at once.
func TestFileBeingWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quads.db")
	w, err := quadstore.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abort()
	start := time.Now()
	if s, err := quadstore.Open(path); err == nil {
		s.Close()
		t.Error("a file that is being written was opened")
	}
	if d := time.Since(start); d > 20*time.Second { // two on a quiet machine
		t.Errorf("it took %v to say so", d)
	}
}

func TestSeveralReaders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quads.db")
	w, err := quadstore.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for q := range quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates) {
		if err := w.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(list(t, quadstoretest.Open(t, path)), list(t, quadstoretest.Open(t, path))); d != "" {
		t.Errorf("two readers differ:\n%s", d)
	}
}

func TestRegisteredBackend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quads.db")
	fill := func() error {
		w, err := quadstore.Create(path)
		if err != nil {
			return err
		}
		return w.Close()
	}
	if err := fill(); err != nil {
		t.Fatal(err)
	}
	qs, err := cgraph.NewQuadStore(quadstore.Backend, path, cgraph.Options{"no_bloom": true, "read_only": true})
	if err != nil {
		t.Fatal(err)
	}
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
}

// A view that is cancelled fails, and the store can then be closed.
func TestViewEndsWithItsContext(t *testing.T) {
	const total = 2000
	s := quadstoretest.Fill(t, func(yield func(quad.Quad) bool) {
		for i := range total {
			if !yield(quad.Quad{Subject: quad.IRI(fmt.Sprint("entity/", i)), Predicate: quad.IRI("met"), Object: quad.IRI("entity/x")}) {
				return
			}
		}
	})
	ctx, cancel := context.WithCancel(context.Background())
	qs, err := s.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	it := qs.QuadsAllIterator().Iterate()
	if !it.Next(context.Background()) {
		t.Fatal("no quads")
	}
	cancel()
	n := 1
	for it.Next(context.Background()) {
		n++ // what it had read before
	}
	if n > total/2 {
		t.Errorf("the iterator went on to quad %d after its view had ended", n)
	}
	if !errors.Is(it.Err(), context.Canceled) {
		t.Errorf("the iterator ended with %v", it.Err())
	}
	it.Close()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestClaimEdges(t *testing.T) {
	predicates := graph.Predicates{
		"allied":   {Symmetric: true},
		"supports": {Implies: []nlp.Predicate{"allied"}},
		"funds":    {Implies: []nlp.Predicate{"supports"}},
		"first":    {Implies: []nlp.Predicate{"second"}},
		"second":   {Implies: []nlp.Predicate{"first"}},
	}
	base := graph.Claim{
		ID: "claim/1", Document: "doc/1", Subject: graph.End{Entity: "entity/a"}, Predicate: "met",
		Object: graph.End{Entity: "entity/b"}, Polarity: nlp.Positive, Modality: nlp.Certain,
	}
	for _, c := range []struct {
		name   string
		change func(*graph.Claim)
		want   []string
	}{
		{"a fact", func(*graph.Claim) {}, []string{"a met b"}},
		{"symmetric", func(c *graph.Claim) { c.Predicate = "allied" }, []string{"a allied b", "b allied a"}},
		{"symmetric with itself", func(c *graph.Claim) { c.Predicate, c.Object.Entity = "allied", "entity/a" }, []string{"a allied a"}},
		{"implied at two removes", func(c *graph.Claim) { c.Predicate = "funds" },
			[]string{"a allied b", "a funds b", "a supports b", "b allied a"}},
		{"implied in a circle", func(c *graph.Claim) { c.Predicate = "first" }, []string{"a first b", "a second b"}},
		{"negative", func(c *graph.Claim) { c.Polarity = nlp.Negative }, nil},
		{"possible", func(c *graph.Claim) { c.Modality = nlp.Possible }, nil},
		{"a number", func(c *graph.Claim) { c.Object = graph.End{Quantity: &nlp.Quantity{Value: 84}} }, []string{`a met "84"^^<xsd:integer>`}},
		{"a fraction", func(c *graph.Claim) { c.Object = graph.End{Quantity: &nlp.Quantity{Value: 2.5}} }, []string{`a met "2.5E+00"^^<xsd:double>`}},
		{"a text", func(c *graph.Claim) { c.Object = graph.End{Text: "x y"} }, []string{`a met "x y"`}},
		{"without object", func(c *graph.Claim) { c.Object = graph.End{} }, nil},
		{"about a text", func(c *graph.Claim) { c.Subject = graph.End{Text: "x"} }, nil},
		{"of an odd predicate", func(c *graph.Claim) { c.Predicate = "open:50% <more>" },
			[]string{"a open:50%25%20%3Cmore%3E b"}},
	} {
		claim := base
		c.change(&claim)
		var got []string
		for q := range quadstore.Quads(&graph.Resolution{Claims: []graph.Claim{claim}}, predicates) {
			if err := quadstore.Check(q); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			if q.Label == nil {
				continue
			}
			if id, ok := quadstore.ClaimOf(q.Label); !ok || id != "claim/1" {
				t.Errorf("%s: the label is %v", c.name, q.Label)
			}
			short := func(v quad.Value) string {
				if iri, ok := v.(quad.IRI); ok {
					return strings.TrimPrefix(string(iri), "entity/")
				}
				return fmt.Sprint(v)
			}
			got = append(got, short(q.Subject)+" "+short(q.Predicate)+" "+short(q.Object))
			if p, ok := quadstore.PredicateOf(q.Predicate); c.name == "of an odd predicate" && (!ok || p != claim.Predicate) {
				t.Errorf("predicate came back as %q", p)
			}
		}
		slices.Sort(got)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: edges differ (-want +got):\n%s", c.name, d)
		}
	}
}

func TestProperties(t *testing.T) {
	var got []string
	for q := range quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates) {
		if q.Label != nil {
			continue
		}
		if !quadstore.Reserved(nlp.Predicate(q.Predicate.(quad.IRI))) {
			t.Errorf("property %v is not in the list", q.Predicate)
		}
		if q.Subject == quad.IRI("claim/0009") || q.Subject == quad.IRI("event/2031-05-01-marlow-bombing") ||
			q.Subject == quad.IRI("entity/ministry-of-ports") {
			got = append(got, strings.TrimSuffix(q.NQuad(), " ."))
		}
	}
	want := []string{
		`<entity/ministry-of-ports> <type> "Organization"`,
		`<entity/ministry-of-ports> <name> "Ministry of Ports"`,
		`<entity/ministry-of-ports> <key> "entity/ministry-of-ports"`,
		`<entity/ministry-of-ports> <key> "ministry of ports"`,
		`<entity/ministry-of-ports> <alias> "M.O.P."`,
		`<entity/ministry-of-ports> <key> "mop"`,
		`<entity/ministry-of-ports> <alias> "the Ministry"`,
		`<entity/ministry-of-ports> <key> "ministry"`,
		`<entity/ministry-of-ports> <mentioned_in> <doc/0000000000000002>`,
		`<event/2031-05-01-marlow-bombing> <type> "Event"`,
		`<event/2031-05-01-marlow-bombing> <name> "Marlow bombing"`,
		`<event/2031-05-01-marlow-bombing> <key> "event/2031-05-01-marlow-bombing"`,
		`<event/2031-05-01-marlow-bombing> <key> "marlow bombing"`,
		`<event/2031-05-01-marlow-bombing> <event_type> "bombing"`,
		`<event/2031-05-01-marlow-bombing> <time> "2031-05-01"`,
		`<event/2031-05-01-marlow-bombing> <place> <entity/marlow>`,
		`<event/2031-05-01-marlow-bombing> <mentioned_in> <doc/0000000000000001>`,
		`<event/2031-05-01-marlow-bombing> <mentioned_in> <doc/0000000000000002>`,
		`<claim/0009> <type> "Claim"`,
		`<claim/0009> <subject> <event/2031-05-01-marlow-bombing>`,
		`<claim/0009> <predicate> <death_toll>`,
		`<claim/0009> <object> "7"^^<xsd:integer>`,
		`<claim/0009> <qualifier> "at least"`,
		`<claim/0009> <polarity> "positive"`,
		`<claim/0009> <modality> "certain"`,
		`<claim/0009> <confidence> "9E-01"^^<xsd:double>`,
		`<claim/0009> <time> "2031-05-02"`,
		`<claim/0009> <document> <doc/0000000000000001>`,
		`<claim/0009> <evidence> "Evidence for 0009."`,
		`<claim/0009> <start> "10"^^<xsd:integer>`,
		`<claim/0009> <end> "60"^^<xsd:integer>`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("properties differ (-want +got):\n%s", d)
	}
}

func TestKey(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Red Tide", "red tide"},
		{"  the   RED tide's ", "red tide"},
		{"The Ministry’s", "ministry"},
		{"militants'", "militants"},
		{"U.S.", "us"},
		{"the", "the"},
		{"'s", "'s"},
		{"<entity/red-tide>", "entity/red-tide"},
		{"al‑Noor", "al-noor"},
		{"Cafe\u0301", "café"},
		{"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
		{"", ""},
	} {
		got := quadstore.Key(c.name)
		if got != c.want {
			t.Errorf("Key(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"The U.S.'s", "the the <x>", "İstanbul's", "...", "''s's", "ſt. <the>", "Å\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := quadstore.Key(s)
		if again := quadstore.Key(k); again != k {
			t.Errorf("the key of %q is %q, whose key is %q", s, k, again)
		}
	})
}
