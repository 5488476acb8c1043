package obslog

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// newObservation makes the observation number n.
func newObservation(n int) *graph.Observation {
	text := fmt.Sprintf("Article %d. The council of Arn met – again.", n)
	sum := sha256.Sum256([]byte(text))
	sha := hex.EncodeToString(sum[:])
	return &graph.Observation{
		Document: graph.Document{ID: graph.NewDocumentID(sha), Title: "Article", Date: nlp.Date{Year: 2024, Month: 1}, Path: "a.txt", SHA256: sha},
		Text:     text,
		Blocks:   []nlp.Block{{Span: nlp.Span{Start: 0, End: 10}, Kind: nlp.TitleBlock}},
		Chains: []nlp.Chain{{ID: 0, Type: nlp.Event, Name: "meeting", Mentions: []nlp.Mention{{Text: "met", Kind: nlp.VerbMention}},
			Event: &nlp.EventFacts{Type: "meeting", PartOf: nlp.NoChain, Count: &nlp.Quantity{Value: 1, Qualifier: nlp.Exactly}}}},
		Claims: []nlp.Claim{{Subject: nlp.ChainEnd(0), Predicate: "death_toll", Object: nlp.QuantityEnd(nlp.Quantity{Value: 0, Qualifier: nlp.AtLeast}), Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.5}},
		Tokens: n, Analyser: "test",
	}
}

func mustOpen(t testing.TB, path string) *Log {
	t.Helper()
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func mustAppend(t testing.TB, l *Log, n int) {
	t.Helper()
	if added, err := l.Append(newObservation(n)); err != nil || !added {
		t.Fatalf("append %d: %v, %v", n, added, err)
	}
}

func mustClose(t testing.TB, l *Log) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// wantNumbers checks that a log holds exactly these observations.
func wantNumbers(t testing.TB, l *Log, numbers ...int) {
	t.Helper()
	want := make(map[graph.DocumentID]*graph.Observation)
	var ids []graph.DocumentID
	for _, n := range numbers {
		o := newObservation(n)
		want[o.Document.ID] = o
		ids = append(ids, o.Document.ID)
	}
	slices.Sort(ids)
	var got []graph.DocumentID
	for o, err := range l.All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[o.Document.ID], o); diff != "" {
			t.Fatalf("observation changed (-written +read):\n%s", diff)
		}
		got = append(got, o.Document.ID)
	}
	if diff := cmp.Diff(ids, got, cmp.Comparer(func(a, b []graph.DocumentID) bool { return slices.Equal(a, b) })); diff != "" {
		t.Fatalf("documents (-want +got):\n%s", diff)
	}
	if l.Len() != len(ids) {
		t.Fatalf("length %d, want %d", l.Len(), len(ids))
	}
}

func TestLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	wantNumbers(t, l)
	for n := range 4 {
		mustAppend(t, l, n)
	}
	size := l.Size()
	if added, err := l.Append(newObservation(2)); err != nil || added || l.Size() != size {
		t.Errorf("again: %v, %v, %d bytes more", added, err, l.Size()-size)
	}
	o := newObservation(1).Document
	if !l.Has(o.SHA256) || l.Has(newObservation(9).Document.SHA256) {
		t.Error("Has is wrong")
	}
	if there, err := l.Withdraw(o.ID); err != nil || !there {
		t.Errorf("withdraw: %v, %v", there, err)
	}
	if there, err := l.Withdraw(o.ID); err != nil || there {
		t.Errorf("withdraw again: %v, %v", there, err)
	}
	if _, err := l.Get(o.ID); !errors.Is(err, ErrNotFound) || l.Has(o.SHA256) {
		t.Errorf("after withdrawal: %v", err)
	}
	wantNumbers(t, l, 0, 2, 3)
	mustClose(t, l)
	l = mustOpen(t, path)
	wantNumbers(t, l, 0, 2, 3)
	mustAppend(t, l, 1)
	wantNumbers(t, l, 0, 1, 2, 3)
	if err := l.Verify(context.Background()); err != nil {
		t.Error(err)
	}
	if l.Cut() != 0 {
		t.Errorf("%d bytes cut off a sound log", l.Cut())
	}
}

func TestAppendRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	for reason, change := range map[string]func(*graph.Observation){
		"no SHA-256":                                         func(o *graph.Observation) { o.Document.SHA256 = "12" },
		"does not follow":                                    func(o *graph.Observation) { o.Document.ID = "doc/0123456789abcdef" },
		"invalid UTF-8 in observation.Text":                  func(o *graph.Observation) { o.Text = "a\xff" },
		"invalid UTF-8 in observation.Chains[0":              func(o *graph.Observation) { o.Chains[0].Mentions[0].Text = "\xc3(" },
		"invalid UTF-8 in observation.Claims[0].Object.Text": func(o *graph.Observation) { o.Claims[0].Object = nlp.TextEnd("\x80") },
		"unsupported value":                                  func(o *graph.Observation) { o.Claims[0].Confidence = nan() },
	} {
		o := newObservation(1)
		change(o)
		if added, err := l.Append(o); err == nil || added || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v, %v", reason, added, err)
		}
	}
	if l.Size() != fileHeader {
		t.Errorf("refused observations left %d bytes", l.Size())
	}
	wantNumbers(t, l)
}

func nan() float64 { zero := 0.0; return zero / zero }

func TestReaderIsReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	w := mustOpen(t, path)
	mustAppend(t, w, 1)
	r, err := OpenRead(path)
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, r)
	wantNumbers(t, r, 1)
	if _, err := r.Append(newObservation(2)); !errors.Is(err, ErrReadOnly) {
		t.Errorf("append: %v", err)
	}
	if _, err := r.Withdraw(newObservation(1).Document.ID); !errors.Is(err, ErrReadOnly) {
		t.Errorf("withdraw: %v", err)
	}
	mustAppend(t, w, 2)
	wantNumbers(t, r, 1)
	if err := r.Refresh(); err != nil {
		t.Fatal(err)
	}
	wantNumbers(t, r, 1, 2)
}

func TestSecondWriterIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	if _, err := Open(path, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("second writer: %v", err)
	}
	mustClose(t, l)
	mustOpen(t, path)
}

func TestOtherFiles(t *testing.T) {
	for content, want := range map[string]string{
		"some text that is no log at all": "this is no observation log",
		"short":                           "this is no observation log",
		string(damagedFileHeader(8, 2)):   "the head of the file is damaged",
		string(newerFileHeader()):         "the file has version 3, made by a newer program; this one reads up to version 2",
	} {
		path := filepath.Join(t.TempDir(), "log")
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, Options{}); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", content, err)
		}
		if _, err := OpenRead(path); !errors.Is(err, ErrFormat) {
			t.Errorf("%q for reading: %v", content, err)
		}
		if now, _ := os.ReadFile(path); string(now) != content {
			t.Errorf("%q was changed", content)
		}
	}
	if _, err := OpenRead(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func damagedFileHeader(at int, b byte) []byte {
	h := encodeFileHeader()
	h[at] ^= b
	return h
}

func newerFileHeader() []byte {
	h := encodeFileHeader()
	h[8] = Version + 1
	sum := checksumOf(h[:12])
	copy(h[12:], sum)
	return h
}

// A log written by the first version of the format stays readable, and can be
// written to. The file is made by TestLog's steps: 0 to 3 appended, 1 withdrawn.
func TestFirstFormat(t *testing.T) {
	first, err := os.ReadFile("testdata/version1.obslog")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(path, first, 0o666); err != nil {
		t.Fatal(err)
	}
	l, err := OpenRead(path)
	if err != nil {
		t.Fatal(err)
	}
	wantNumbers(t, l, 0, 2, 3)
	wantNamed(t, l, "a.txt", 0, 2, 3)
	mustClose(t, l)
	if now, _ := os.ReadFile(path); string(now) != string(first) {
		t.Error("reading changed the file")
	}

	l = mustOpen(t, path)
	wantNumbers(t, l, 0, 2, 3)
	if added, err := l.Replace(newObservation(4), newObservation(2).Document.ID); err != nil || !added {
		t.Fatalf("replace: %v, %v", added, err)
	}
	mustClose(t, l)
	l = mustOpen(t, path)
	wantNumbers(t, l, 0, 3, 4)
	wantNamed(t, l, "a.txt", 0, 3, 4)
}
