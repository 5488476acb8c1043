package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the difference before committing it")

// A small graph with everything that formats have to cope with.
func sample() (*graph.Resolution, Options) {
	const (
		doc1 = graph.DocumentID("doc/0011223344556677")
		doc2 = graph.DocumentID("doc/8899aabbccddeeff")
		doc3 = graph.DocumentID("doc/99aabbccddeeff00")
		bomb = graph.EntityID("event/2024-01-03-arn-bombing")
		arn  = graph.EntityID("entity/arn")
		lee  = graph.EntityID("entity/ann-lee")
		corp = graph.EntityID("entity/müller-söhne")
	)
	day := nlp.On(nlp.Date{Year: 2024, Month: 1, Day: 3})
	evidence := func(d graph.DocumentID, start, end nlp.Offset, text string) []graph.Evidence {
		return []graph.Evidence{{Document: d, Start: start, End: end, Text: text}}
	}
	r := &graph.Resolution{
		Documents: []graph.Document{
			{ID: doc1, Title: "Bomb in Arn <kills> \"84\" & more", Date: nlp.Date{Year: 2024, Month: 1, Day: 4}, Author: "Bo Chi", Source: "Arn Herald", Language: "en", Path: "a.txt", MediaType: "text/plain", SHA256: "00112233"},
			{ID: doc2, Path: "b.txt", SHA256: "8899", CopyOf: doc1},
			{ID: doc3, Title: "Allies", Date: nlp.Date{Year: 2024, Month: 2}, Source: "Bay Post", Path: "c.txt", SHA256: "99aa"},
		},
		Entities: []graph.Entity{
			{ID: lee, Type: nlp.Person, Name: "Ann Lee", Aliases: []string{"A. Lee", "Lee"}, Mentions: []graph.Mention{
				{Document: doc1, Start: 3, End: 10, Text: "Ann Lee", Kind: nlp.NameMention, Because: "name"}, {Document: doc1, Start: 20, End: 23, Text: "she"}, {Document: doc2, Start: 0, End: 3, Text: "Lee"}}},
			{ID: arn, Type: nlp.City, Name: "Arn", Aliases: []string{}},
			{ID: corp, Type: nlp.Organization, Name: "Müller & Söhne\x01 \u2028 \U0001F600", Unknown: true},
			{ID: bomb, Type: nlp.Event, Name: "Arn bombing", Aliases: []string{"the blast"}, EventType: "bombing", Time: day, Places: []graph.EntityID{arn}, PartOf: "event/war"},
			{ID: "event/war", Type: nlp.Event, Name: "war", EventType: "war", Time: nlp.Interval{Start: nlp.Date{Year: 2023}, End: nlp.Date{Year: 2024, Month: 2}}},
		},
		Claims: []graph.Claim{
			{ID: "claim/0000000000000001", Document: doc1, Subject: graph.End{Entity: corp}, Predicate: "supports", Object: graph.End{Entity: lee}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.93, Evidence: evidence(doc1, 3, 40, "Müller-backed \"Lee\"\n\tleft\x0B.")},
			{ID: "claim/0000000000000002", Document: doc1, Subject: graph.End{Entity: bomb}, Predicate: "death_toll", Object: graph.End{Quantity: &nlp.Quantity{Value: 84, Qualifier: nlp.AtLeast}}, Polarity: nlp.Positive, Modality: nlp.Certain, Time: day, Confidence: 0.9, Evidence: evidence(doc1, 41, 60, "At least 84 died.")},
			{ID: "claim/0000000000000003", Document: doc2, Subject: graph.End{Entity: lee}, Predicate: "denied", Object: graph.End{Entity: bomb}, Polarity: nlp.Negative, Modality: nlp.Possible, Attribution: []graph.EntityID{corp, lee}, Confidence: 0.5,
				Evidence: append(evidence(doc2, 0, 9, "Lee may not have denied it."), graph.Evidence{Document: doc2, Start: 30, End: 41, Text: "Not at all."})},
			{ID: "claim/0000000000000004", Document: doc2, Subject: graph.End{Entity: lee}, Predicate: "said", Object: graph.End{Text: strings.Repeat("that is so ", 10) + "\\ end"}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 1, Evidence: evidence(doc2, 10, 20, "So, said Lee.")},
			{ID: "claim/0000000000000005", Document: doc2, Subject: graph.End{Entity: lee}, Predicate: "open:express_condolences_to", Object: graph.End{Entity: lee}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 1},
			{ID: "claim/0000000000000006", Document: doc2, Subject: graph.End{Text: "a third"}, Predicate: "owns", Object: graph.End{Quantity: &nlp.Quantity{Value: 0.5, Qualifier: nlp.Exactly}}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 1},
			// One statement in three documents, of which two are one source.
			{ID: "claim/0000000000000007", Document: doc1, Subject: graph.End{Entity: corp}, Predicate: "allied", Object: graph.End{Entity: lee}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.75, Evidence: evidence(doc1, 60, 70, "Allied.")},
			{ID: "claim/0000000000000008", Document: doc2, Subject: graph.End{Entity: lee}, Predicate: "allied", Object: graph.End{Entity: corp}, Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.75, Evidence: evidence(doc2, 60, 70, "Allied.")},
			{ID: "claim/0000000000000009", Document: doc3, Subject: graph.End{Entity: lee}, Predicate: "allied", Object: graph.End{Entity: corp}, Polarity: nlp.Positive, Modality: nlp.Certain, Attribution: []graph.EntityID{lee}, Time: nlp.Interval{Start: nlp.Date{Year: 2020}}, Confidence: 0.5, Evidence: evidence(doc3, 0, 8, "Friends.")},
		},
	}
	return r, Options{About: lee, Predicates: graph.Predicates{
		"supports": {Implies: []nlp.Predicate{"allied"}}, "allied": {Symmetric: true, Implies: []nlp.Predicate{"supports"}},
	}}
}

// written returns the sample in a format.
func written(t testing.TB, name string, edges Edges) []byte {
	t.Helper()
	f, err := Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	r, options := sample()
	options.Edges = edges
	var out bytes.Buffer
	if err := f.Write(&out, memory{r}, options); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func formats(t testing.TB) []Format {
	t.Helper()
	all, err := Formats()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGolden(t *testing.T) {
	for _, f := range formats(t) {
		kinds := []Edges{Claims}
		if f.Kind == Network {
			kinds = append(kinds, Folded)
		}
		for _, edges := range kinds {
			golden := filepath.Join("testdata", "sample"+f.Extension)
			if edges == Folded {
				golden = filepath.Join("testdata", "folded"+f.Extension)
			}
			t.Run(filepath.Base(golden), func(t *testing.T) {
				got := written(t, f.Name, edges)
				if !bytes.Equal(got, written(t, f.Name, edges)) {
					t.Error("two exports of one graph differ")
				}
				if f.Files {
					got = unpacked(t, got)
					golden += ".txt"
				}
				if *update {
					if err := os.WriteFile(golden, got, 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), string(got)); diff != "" {
					t.Errorf("unlike %s (-want +got):\n%s", golden, diff)
				}
			})
		}
	}
}

// unpacked returns the files of a zip archive, each behind its name.
func unpacked(t testing.TB, data []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, f := range archive.File {
		file, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "-- %s --\n", f.Name)
		if _, err := io.Copy(&out, file); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// A claim about something that is not in the graph must not vanish.
func TestDanglingClaim(t *testing.T) {
	for _, f := range formats(t) {
		if f.Kind == Report {
			continue
		}
		for _, edges := range []Edges{Claims, Folded} {
			r, options := sample()
			options.Edges = edges
			r.Claims[1].Object = graph.End{Entity: "entity/nobody"}
			err := f.Write(io.Discard, memory{r}, options)
			if err == nil || !strings.Contains(err.Error(), "claim/0000000000000002 is about entity/nobody") {
				t.Errorf("%s, %s: %v", f.Name, edges, err)
			}
		}
	}
}

type fullDisk struct{ left int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	for _, f := range formats(t) {
		r, options := sample()
		for _, left := range []int{0, 100} {
			if err := f.Write(&fullDisk{left}, memory{r}, options); err == nil || err.Error() != "export "+f.Name+": no space left on device" {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
}

// broken fails where a record is read.
type broken struct{ memory }

func (broken) Claims() iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) { yield(nil, errors.New("bad page")) }
}

func (b broken) ClaimsFrom(graph.EntityID) iter.Seq2[*graph.Claim, error] { return b.Claims() }

func TestReadError(t *testing.T) {
	for _, f := range formats(t) {
		for _, edges := range []Edges{Claims, Folded} {
			r, options := sample()
			options.Edges = edges
			if err := f.Write(io.Discard, broken{memory{r}}, options); err == nil || err.Error() != "export "+f.Name+": bad page" {
				t.Errorf("%s, %s: %v", f.Name, edges, err)
			}
		}
	}
}

func TestEmptyGraph(t *testing.T) {
	for _, f := range formats(t) {
		var out bytes.Buffer
		err := f.Write(&out, memory{new(graph.Resolution)}, Options{})
		if f.Kind == Report {
			if !errors.Is(err, errNoSubject) {
				t.Errorf("a report about nothing: %v", err)
			}
			continue
		}
		if err != nil {
			t.Error(err)
		}
		if strings.HasSuffix(f.Name, "ml") && xml.Unmarshal(out.Bytes(), new(struct{})) != nil {
			t.Errorf("%s: an empty graph is no XML", f.Name)
		}
		if (f.Name == "cytoscape" || f.Name == "jsonld") && !json.Valid(out.Bytes()) {
			t.Errorf("%s: an empty graph is no JSON", f.Name)
		}
	}
}

// A format of several files is the same in a folder and in an archive.
func TestWriteFiles(t *testing.T) {
	r, options := sample()
	for _, f := range formats(t) {
		folder := filepath.Join(t.TempDir(), "new")
		err := f.WriteFiles(folder, memory{r}, options)
		if !f.Files {
			if err == nil {
				t.Errorf("%s: no error", f.Name)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		for _, name := range []string{neo4jNodes, neo4jRelationships} {
			data, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "-- %s --\n%s", name, data)
		}
		if diff := cmp.Diff(string(unpacked(t, written(t, f.Name, ""))), got.String()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRegister(t *testing.T) {
	var names []string
	for _, f := range formats(t) {
		names = append(names, f.Name)
	}
	want := "cayley cytoscape dot gexf graphml html jsonl jsonld neo4j nquads trig turtle"
	if diff := cmp.Diff(strings.Fields(want), names); diff != "" {
		t.Error(diff)
	}
	if _, err := Lookup("gml"); err == nil || !strings.Contains(err.Error(), "graphml, html, jsonl") {
		t.Errorf("lookup: %v", err)
	}
	for _, b := range []Format{{Name: "a", Extension: ".b"}, {Name: "b", Extension: ".a"}, {Name: "", Extension: ".c"}} {
		if _, err := register(Format{Name: "a", Extension: ".a"}, b); err == nil {
			t.Errorf("%+v: no error", b)
		}
	}
}
