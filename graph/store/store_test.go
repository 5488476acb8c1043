package store_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

// news derives the same small graph from any observations.
var news = store.Derivation{
	Resolve: store.InMemory(func(context.Context, iter.Seq2[*graph.Observation, error]) (*graph.Resolution, error) {
		return quadstoretest.News(), nil
	}),
	Predicates: quadstoretest.Predicates,
	Program:    "test",
}

// observation is document i: somebody met somebody there.
func observation(i int) *graph.Observation {
	text := fmt.Sprintf("Person %d met person %d.", i, i+1)
	sum := sha256.Sum256([]byte(text))
	sha := hex.EncodeToString(sum[:])
	return &graph.Observation{
		Document: graph.Document{ID: graph.NewDocumentID(sha), Path: fmt.Sprintf("%d.txt", i), SHA256: sha},
		Text:     text,
		Chains: []nlp.Chain{
			{ID: 0, Type: nlp.Person, Name: fmt.Sprintf("Person %d", i)},
			{ID: 1, Type: nlp.Person, Name: fmt.Sprintf("Person %d", i+1)},
		},
		Claims: []nlp.Claim{{
			Subject: nlp.ChainEnd(0), Predicate: "met", Object: nlp.ChainEnd(1),
			Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.5,
		}},
	}
}

// people derives an entity for each name and a claim for each claim.
var people = store.Derivation{
	Resolve: store.InMemory(func(_ context.Context, observations iter.Seq2[*graph.Observation, error]) (*graph.Resolution, error) {
		r := &graph.Resolution{}
		entities := make(map[graph.EntityID]graph.Entity)
		id := func(c nlp.Chain) graph.EntityID {
			return graph.EntityID("entity/" + strings.ReplaceAll(strings.ToLower(c.Name), " ", "-"))
		}
		for o, err := range observations {
			if err != nil {
				return nil, err
			}
			r.Documents = append(r.Documents, o.Document)
			for _, c := range o.Chains {
				entities[id(c)] = graph.Entity{ID: id(c), Type: c.Type, Name: c.Name}
			}
			for i, c := range o.Claims {
				r.Claims = append(r.Claims, graph.Claim{
					ID: graph.ClaimID("claim/" + graph.HashID(string(o.Document.ID), fmt.Sprint(i))), Document: o.Document.ID,
					Subject: graph.End{Entity: id(o.Chains[c.Subject.Chain])}, Predicate: c.Predicate,
					Object:   graph.End{Entity: id(o.Chains[c.Object.Chain])},
					Polarity: c.Polarity, Modality: c.Modality, Confidence: c.Confidence,
					Evidence: []graph.Evidence{{Document: o.Document.ID, End: 5, Text: o.Text}},
				})
			}
		}
		for _, e := range entities {
			r.Entities = append(r.Entities, e)
		}
		slices.SortFunc(r.Entities, func(a, b graph.Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
		slices.SortFunc(r.Claims, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
		return r, nil
	}),
	Predicates: graph.Predicates{"met": {Symmetric: true}},
	Program:    "people",
}

func openWriter(t testing.TB, dir string) *store.Writer {
	t.Helper()
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func open(t testing.TB, dir string) *store.Reader {
	t.Helper()
	r, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func rebuild(t testing.TB, w *store.Writer, d store.Derivation) *store.Manifest {
	t.Helper()
	m, err := w.Rebuild(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func add(t testing.TB, w *store.Writer, i int) {
	t.Helper()
	if _, err := w.Log().Append(observation(i)); err != nil {
		t.Fatal(err)
	}
}

// newsReader returns a store that holds the small graph.
func newsReader(t testing.TB) *store.Reader {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	rebuild(t, w, news)
	return open(t, dir)
}

// export writes everything that a reader has, in the reader's order.
func export(t testing.TB, r *store.Reader) string {
	t.Helper()
	var b strings.Builder
	line := func(v any, err error) {
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(text, '\n'))
	}
	for d, err := range r.Documents() {
		line(d, err)
	}
	for e, err := range r.Entities() {
		line(e, err)
		for m, err := range r.Merges(e.ID) {
			line(m, err)
		}
		for m, err := range r.Maybe(e.ID) {
			line(m, err)
		}
	}
	for c, err := range r.Claims() {
		line(c, err)
	}
	return b.String()
}

func gather[T any](t testing.TB, seq iter.Seq2[*T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *v)
	}
	return out
}

func TestRecords(t *testing.T) {
	r, want := newsReader(t), quadstoretest.News()
	if d := cmp.Diff(want.Documents, gather(t, r.Documents())); d != "" {
		t.Errorf("documents differ (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want.Entities, gather(t, r.Entities())); d != "" {
		t.Errorf("entities differ (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want.Claims, gather(t, r.Claims())); d != "" {
		t.Errorf("claims differ (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want.Merges, gather(t, r.Merges("entity/red-tide"))); d != "" {
		t.Errorf("merges differ (-want +got):\n%s", d)
	}
	if got := gather(t, r.Merges("entity/red")); len(got) != 0 {
		t.Errorf("an id that begins another's has its merges: %v", got)
	}
	for _, id := range []graph.EntityID{"entity/northern-union", "entity/southern-union"} {
		if d := cmp.Diff(want.Maybe, gather(t, r.Maybe(id))); d != "" {
			t.Errorf("maybe of %s differ (-want +got):\n%s", id, d)
		}
	}
	e, err := r.Entity("entity/red-tide")
	if err != nil || e.Name != "Red Tide" {
		t.Errorf("entity: %v, %v", e, err)
	}
	c, err := r.Claim("claim/0009")
	if err != nil || c.Object.Quantity == nil || c.Object.Quantity.Value != 7 {
		t.Errorf("claim: %v, %v", c, err)
	}
	d, err := r.Document("doc/0000000000000001")
	if err != nil || d.Title != "Blast in Marlow" {
		t.Errorf("document: %v, %v", d, err)
	}
	if _, err := r.Entity("entity/nobody"); !errors.Is(err, store.ErrNotFound) || err.Error() != "entity/nobody: not in the graph" {
		t.Errorf("an unknown entity: %v", err)
	}
	m := store.Manifest{Format: store.Version, Log: r.Manifest.Log, LogBytes: r.Manifest.LogBytes, Corrections: r.Manifest.Corrections, Program: "test",
		Documents: 2, Entities: 7, Events: 1, Claims: 13, Merges: 1, Quads: r.Manifest.Quads, Predicates: quadstoretest.Predicates}
	if d := cmp.Diff(m, r.Manifest); d != "" || m.Quads < 100 || m.Corrections == "" {
		t.Errorf("manifest differs (-want +got):\n%s", d)
	}
	n := 0
	for range r.Claims() {
		if n++; n == 3 {
			break
		}
	}
	if err := r.Close(); err != nil {
		t.Errorf("closing after a range that was left early: %v", err)
	}
}

func TestClaimsOfEntity(t *testing.T) {
	r := newsReader(t)
	for _, c := range []struct {
		what   string
		claims iter.Seq2[*graph.Claim, error]
		want   string
	}{
		{"from", r.ClaimsFrom("entity/vera-holt"), "0010 0011 0012 0013"},
		{"to", r.ClaimsTo("entity/northern-union"), "0006"},
		{"by", r.ClaimsBy("entity/vera-holt"), "0007"},
		{"to the event", r.ClaimsTo("event/2031-05-01-marlow-bombing"), "0001 0002 0004 0007 0012"},
		{"from nobody", r.ClaimsFrom("entity/nobody"), ""},
		{"from half an id", r.ClaimsFrom("entity/vera"), ""},
	} {
		var got []string
		for _, claim := range gather(t, c.claims) {
			got = append(got, strings.TrimPrefix(string(claim.ID), "claim/"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("claims %s: %v, want %s", c.what, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	r := newsReader(t)
	for name, want := range map[string]string{
		"Red Tide": "entity/red-tide", "the RED tide's": "entity/red-tide", "RT": "entity/red-tide", "m.o.p.": "entity/ministry-of-ports",
		"<entity/red-tide>": "entity/red-tide", "Red": "", "": "",
	} {
		got, err := r.EntitiesNamed(name)
		if err != nil || len(got) > 1 || (len(got) == 1) != (want != "") || want != "" && string(got[0]) != want {
			t.Errorf("%q: %v, %v; want %q", name, got, err, want)
		}
	}
	near := func(name string, n int) []string {
		found, err := r.NearestNames(name, n)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range found {
			out = append(out, f.EntityName)
		}
		return out
	}
	for _, c := range []struct {
		name string
		n    int
		want []string
	}{
		{"Red Tied", 1, []string{"Red Tide"}},
		{"Norrthern Union", 2, []string{"Northern Union", "Southern Union"}},
		{"marlow", 3, []string{"Marlow", "Marlow bombing"}},
		{"Hold, Vera", 1, []string{"Vera Holt"}},
		{"xyzzy", 5, nil},
		{"", 5, nil},
	} {
		if d := cmp.Diff(c.want, near(c.name, c.n)); d != "" {
			t.Errorf("nearest to %q differ (-want +got):\n%s", c.name, d)
		}
	}
}

func TestLabels(t *testing.T) {
	r := newsReader(t)
	for v, want := range map[quad.Value]string{
		quad.IRI("entity/red-tide"):      "Red Tide",
		quad.IRI("entity/nobody"):        "entity/nobody",
		quad.IRI("doc/0000000000000002"): "Who did it?",
		quad.IRI("claimed"):              "claimed",
		quad.IRI("claim/0001"):           "Red Tide claimed Marlow bombing",
		quad.IRI("claim/0007"):           "Vera Holt: Northern Union (possible) carried_out Marlow bombing",
		quad.IRI("claim/0008"):           "Northern Union not allied Ministry of Ports",
		quad.IRI("claim/0009"):           "Marlow bombing death_toll at least 7",
		quad.IRI("claim/0010"):           `Vera Holt said "we will rebuild"`,
		quad.String("plain"):             "plain",
		quad.Int(84):                     "84",
	} {
		if got, err := r.Label(v); err != nil || got != want {
			t.Errorf("label of %v is %q, %v; want %q", v, got, err, want)
		}
	}
}

func TestQueriesAndWalks(t *testing.T) {
	r := newsReader(t)
	ctx := context.Background()
	res, err := r.Gizmo(ctx, gizmo.Query{Script: `entity("ministry").out("denied").out("concerns").all()`}, gizmo.Limits{Time: time.Minute})
	if err != nil || len(res.Rows) != 1 || res.Rows[0].Tags["id"] != quad.IRI("event/2031-05-01-marlow-bombing") {
		t.Errorf("query gave %v, %v", res, err)
	}
	paths, err := walk.ShortestPaths(ctx, r.Quads(), "entity/southern-union", "entity/ministry-of-ports", walk.PathOptions{})
	if err != nil || len(paths) != 1 || len(paths[0]) != 2 {
		t.Errorf("path gave %v, %v", paths, err)
	}
	for _, step := range paths[0] {
		for _, id := range step.Claims() {
			if _, err := r.Claim(id); err != nil {
				t.Errorf("the claim of a step: %v", err)
			}
		}
	}
}

// The order of ingestion, a withdrawal that is taken back, and a rebuild
// change no byte of what is read.
func TestSameObservationsSameGraph(t *testing.T) {
	var exports []string
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 2, 0, 3, 1}} {
		dir := filepath.Join(t.TempDir(), "kgbuild.db")
		w := openWriter(t, dir)
		for _, i := range order {
			add(t, w, i)
		}
		rebuild(t, w, people)
		exports = append(exports, export(t, open(t, dir)))
		rebuild(t, w, people)
		exports = append(exports, export(t, open(t, dir)))
		if _, err := w.Log().Withdraw(observation(2).Document.ID); err != nil {
			t.Fatal(err)
		}
		rebuild(t, w, people)
		less := export(t, open(t, dir))
		if strings.Contains(less, "met person 3.") || strings.Contains(less, "Person 2 ") {
			t.Errorf("a withdrawn document is still there:\n%s", less)
		}
		add(t, w, 2)
		rebuild(t, w, people)
		exports = append(exports, export(t, open(t, dir)))
	}
	for i, e := range exports {
		if d := cmp.Diff(exports[0], e); d != "" || len(e) < 100 {
			t.Errorf("export %d differs from the first:\n%s", i, d)
		}
	}
}

func TestStale(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	if _, err := store.Open(dir); !errors.Is(err, store.ErrNoGraph) {
		t.Errorf("a store without graph: %v", err)
	}
	check := func(when string, d store.Derivation, want bool) {
		t.Helper()
		if got, err := w.Stale(d); err != nil || got != want {
			t.Errorf("%s: stale is %v, %v; want %v", when, got, err, want)
		}
	}
	check("before any graph", people, true)
	add(t, w, 1)
	rebuild(t, w, people)
	check("after a rebuild", people, false)
	check("for another program", news, true)
	r := open(t, dir)
	if stale, err := r.Stale(); err != nil || stale {
		t.Errorf("the reader of the newest graph: stale %v, %v", stale, err)
	}
	add(t, w, 2)
	check("with another document", people, true)
	if stale, err := r.Stale(); err != nil || !stale {
		t.Errorf("the reader of an older graph: stale %v, %v", stale, err)
	}
	rebuild(t, w, people)
	if err := os.WriteFile(store.CorrectionsPath(dir), []byte("drop Person 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	check("with another correction", people, true)
}

// A reader keeps its generation while newer ones are built, and generations
// that nobody reads go away.
func TestReadersKeepTheirGeneration(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	add(t, w, 1)
	rebuild(t, w, people)
	old := open(t, dir)
	before := export(t, old)
	for i := range 3 {
		add(t, w, 10+i)
		rebuild(t, w, people)
	}
	folders := func() []string {
		entries, err := os.ReadDir(filepath.Join(dir, "graph"))
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range entries {
			out = append(out, e.Name())
		}
		return out
	}
	if d := cmp.Diff([]string{"1", "4"}, folders()); d != "" {
		t.Errorf("generations differ (-want +got):\n%s", d)
	}
	if d := cmp.Diff(before, export(t, old)); d != "" {
		t.Errorf("what an open reader sees changed:\n%s", d)
	}
	if n, err := old.Quads().Count(context.Background()); err != nil || n != old.Manifest.Quads {
		t.Errorf("an open reader counts %d quads, %v; want %d", n, err, old.Manifest.Quads)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	rebuild(t, w, people)
	if d := cmp.Diff([]string{"5"}, folders()); d != "" {
		t.Errorf("generations differ (-want +got):\n%s", d)
	}
}

// Reading goes on in this process and finds whole generations only, while
// another goroutine rebuilds.
func TestReadingDuringWriting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	add(t, w, 0)
	rebuild(t, w, people)
	ctx, stop := context.WithCancel(context.Background())
	written := make(chan error, 1)
	go func() {
		defer stop()
		for i := 1; i < 12; i++ {
			if _, err := w.Log().Append(observation(i)); err != nil {
				written <- err
				return
			}
			if _, err := w.Rebuild(context.Background(), people); err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	reads := 0
	for ctx.Err() == nil {
		r, err := store.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(gather(t, r.Claims())); n != r.Manifest.Documents || n == 0 {
			t.Errorf("%d claims of %d documents", n, r.Manifest.Documents)
		}
		res, err := r.Gizmo(context.Background(), gizmo.Query{Script: `g.V().has("type", "Claim").count()`}, gizmo.Limits{})
		if err != nil || res.Rows[0].Value != int64(r.Manifest.Documents) {
			t.Errorf("query gave %v, %v", res.Rows, err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		reads++
	}
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if reads < 2 {
		t.Errorf("only %d reads while writing", reads)
	}
}

func TestSecondWriter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	start := time.Now()
	_, err := store.OpenWriter(dir, obslog.Options{})
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %v to refuse a second writer", took)
	}
	want := fmt.Sprintf("open %s for writing: another process is writing it, process %d", dir, os.Getpid())
	if !errors.Is(err, store.ErrLocked) || err.Error() != want {
		t.Errorf("a second writer: %v\nwant %s", err, want)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	openWriter(t, dir)
}

func TestOtherFolders(t *testing.T) {
	write := func(name, content string) string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	file := filepath.Join(write("a", ""), "a")
	for _, c := range []struct {
		dir, read, write string // parts of the errors
	}{
		{filepath.Join(t.TempDir(), "none"), "there is no store", ""},
		{t.TempDir(), "there is no store", ""},
		{write("notes.txt", "mine"), "there is no store", `the folder holds "notes.txt" and is no store`},
		{write("format", "kgbuild store format 3\n"), "made by a newer kgbuild; this one reads formats 1 to 2", "made by a newer kgbuild"},
		{write("format", "kgbuild store format 0\n"), "the store has format 0", "cannot convert it"},
		{write("format", "GIF89a"), `its file "format" is not one of kgbuild's`, "not one of kgbuild's"},
		{file, "there is no store", "not a directory"},
	} {
		if r, err := store.Open(c.dir); err == nil || !strings.Contains(err.Error(), c.read) || strings.Contains(err.Error(), "\n") {
			t.Errorf("reading %s: %v, %v; want %s", c.dir, r, err, c.read)
		}
		w, err := store.OpenWriter(c.dir, obslog.Options{})
		if c.write == "" && err != nil || c.write != "" && (err == nil || !strings.Contains(err.Error(), c.write)) {
			t.Errorf("writing %s: %v; want %s", c.dir, err, c.write)
		}
		if err == nil {
			w.Close()
		}
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("permissions do not bind the superuser")
	}
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	rebuild(t, w, news)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := os.FileMode(0o444)
		if d.IsDir() {
			mode = 0o555
		}
		t.Cleanup(func() { os.Chmod(path, 0o755) })
		return os.Chmod(path, mode)
	})
	if err != nil {
		t.Fatal(err)
	}
	export(t, open(t, dir))
	if _, err := store.OpenWriter(dir, obslog.Options{}); !errors.Is(err, os.ErrPermission) {
		t.Errorf("a writer without permission: %v", err)
	}
}

// A rebuild that fails, whatever the reason, leaves the graph as it was and
// nothing half-built behind.
func TestFailedRebuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	add(t, w, 1)
	rebuild(t, w, people)
	want := export(t, open(t, dir))
	add(t, w, 2)
	oops := errors.New("oops")
	broken := func(change func(*graph.Resolution)) store.Resolver {
		return store.InMemory(func(context.Context, iter.Seq2[*graph.Observation, error]) (*graph.Resolution, error) {
			r := quadstoretest.News()
			change(r)
			return r, nil
		})
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		reason  string
		ctx     context.Context
		resolve store.Resolver
		want    string
	}{
		{"the resolver fails", context.Background(), store.InMemory(func(context.Context, iter.Seq2[*graph.Observation, error]) (*graph.Resolution, error) {
			return nil, oops
		}), "oops"},
		{"the context is done", cancelled, people.Resolve, "context canceled"},
		{"invalid UTF-8 in a claim", context.Background(), broken(func(r *graph.Resolution) {
			r.Claims[9].Object.Text = "torn \xff text"
		}), "not valid UTF-8"},
		{"an id that is no node", context.Background(), broken(func(r *graph.Resolution) {
			r.Entities[3].ID = ""
		}), "the subject is empty"},
	} {
		_, err := w.Rebuild(c.ctx, store.Derivation{Resolve: c.resolve, Program: "people"})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.reason, err, c.want)
		}
		if d := cmp.Diff(want, export(t, open(t, dir))); d != "" {
			t.Errorf("%s: the graph changed:\n%s", c.reason, d)
		}
		if entries, err := os.ReadDir(filepath.Join(dir, "graph")); err != nil || len(entries) != 1 {
			t.Errorf("%s: %d generations are there, %v", c.reason, len(entries), err)
		}
	}
	if stale, err := w.Stale(people); err != nil || !stale {
		t.Errorf("stale is %v, %v after failed rebuilds", stale, err)
	}
	rebuild(t, w, people)
	if got := export(t, open(t, dir)); !strings.Contains(got, "Person 3") {
		t.Errorf("the next rebuild gave\n%s", got)
	}
}

func TestQuadsAgreeWithRecords(t *testing.T) {
	r := newsReader(t)
	want := make(map[string]bool)
	for q := range quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates) {
		want[q.NQuad()] = true
	}
	if r.Manifest.Quads != int64(len(want)) {
		t.Errorf("the manifest counts %d quads, want %d", r.Manifest.Quads, len(want))
	}
}
