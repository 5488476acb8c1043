package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	rdfnquads "github.com/cayleygraph/quad/nquads"
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
		},
	}
	return r, Options{Predicates: graph.Predicates{
		"supports": {Implies: []nlp.Predicate{"allied"}}, "allied": {Symmetric: true, Implies: []nlp.Predicate{"supports"}},
	}}
}

func export(t testing.TB, name string) []byte {
	t.Helper()
	f, err := Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	r, options := sample()
	var out bytes.Buffer
	if err := f.Write(&out, r, options); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	all, err := Formats()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		t.Run(f.Name, func(t *testing.T) {
			got := export(t, f.Name)
			if !bytes.Equal(got, export(t, f.Name)) {
				t.Error("two exports of one graph differ")
			}
			golden := filepath.Join("testdata", "sample"+f.Extension)
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

// The records have the fields of the contract and nothing in them is lost.
func TestJSONLines(t *testing.T) {
	var kinds []string
	records := make(map[string]map[string]any)
	for line := range bytes.Lines(export(t, "jsonl")) {
		var rec map[string]any
		if err := json.Unmarshal(line, &rec); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		kinds = append(kinds, rec["kind"].(string))
		records[rec["id"].(string)] = rec
	}
	want := strings.Fields("document document entity entity entity entity entity claim claim claim claim claim claim")
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
	toll := records["claim/0000000000000002"]
	if diff := cmp.Diff(map[string]any{"value": 84.0, "qualifier": "at least"}, toll["object"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"start": "2024-01-03", "end": "2024-01-03"}, toll["time"]); diff != "" {
		t.Error(diff)
	}
	if _, there := records["claim/0000000000000001"]["time"]; there {
		t.Error("a claim without a time has one")
	}
	if a, ok := records["claim/0000000000000001"]["attribution"].([]any); !ok || len(a) != 0 {
		t.Error("no attribution is not an empty list")
	}
	if m := records["entity/ann-lee"]["mentions"].([]any)[0]; !cmp.Equal(m, map[string]any{"document": "doc/0011223344556677", "start": 3.0, "end": 10.0, "text": "Ann Lee"}) {
		t.Errorf("mention %v", m)
	}
	if d := records["doc/8899aabbccddeeff"]; d["date"] != nil || d["title"] != nil {
		t.Errorf("unknown facts: %v", d)
	}
}

type graphMLFile struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Nodes []graphMLItem `xml:"graph>node"`
	Edges []graphMLItem `xml:"graph>edge"`
}

type graphMLItem struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func TestGraphML(t *testing.T) {
	data := export(t, "graphml")
	var file graphMLFile
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = true
	if err := decoder.Decode(&file); err != nil {
		t.Fatal(err)
	}
	types := make(map[string]string)
	for _, k := range file.Keys {
		if types[k.ID] != "" {
			t.Errorf("key %s twice", k.ID)
		}
		types[k.ID] = k.For + " " + k.Type
	}
	ids := make(map[string]bool)
	attributes := func(on string, item graphMLItem) map[string]string {
		if ids[item.ID] || item.ID == "" {
			t.Errorf("id %q is not unique", item.ID)
		}
		ids[item.ID] = true
		out := make(map[string]string)
		for _, d := range item.Data {
			var err error
			switch types[d.Key] {
			case on + " int":
				_, err = strconv.Atoi(d.Value)
			case on + " double":
				_, err = strconv.ParseFloat(d.Value, 64)
			case on + " boolean":
				_, err = strconv.ParseBool(d.Value)
			case on + " string":
			default:
				t.Errorf("key %q of %s has type %q", d.Key, item.ID, types[d.Key])
			}
			if err != nil {
				t.Errorf("%s of %s: %v", d.Key, item.ID, err)
			}
			out[d.Key] = d.Value
		}
		if out[on[:1]+"_label"] == "" {
			t.Errorf("%s has no label", item.ID)
		}
		return out
	}
	nodes := make(map[string]map[string]string)
	for _, n := range file.Nodes {
		nodes[n.ID] = attributes("node", n)
	}
	edges := make(map[string]map[string]string)
	for _, e := range file.Edges {
		edges[e.ID] = attributes("edge", e)
		if nodes[e.Source] == nil || nodes[e.Target] == nil {
			t.Errorf("%s hangs between %q and %q", e.ID, e.Source, e.Target)
		}
	}
	if len(nodes) != 5+4 || len(edges) != 6 {
		t.Errorf("%d nodes, %d edges", len(nodes), len(edges))
	}
	if got, want := nodes["entity/müller-söhne"]["n_label"], "Müller & Söhne\uFFFD \u2028 \U0001F600"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	if got := nodes["claim/0000000000000002/object"]; got["n_label"] != "at least 84" || got["n_type"] != "Quantity" || got["n_value"] != "84" {
		t.Errorf("quantity %v", got)
	}
	if got := edges["claim/0000000000000003"]; got["e_label"] != "not denied (possible)" || !strings.HasSuffix(got["e_attribution"], " > Ann Lee") || got["e_evidence"] != "Lee may not have denied it. […] Not at all." {
		t.Errorf("edge %v", got)
	}
	if got := edges["claim/0000000000000001"]; got["e_date"] != "2024-01-04" || got["e_evidence"] != "Müller-backed \"Lee\"\n\tleft\uFFFD." {
		t.Errorf("edge %v", got)
	}
}

// readQuads reads N-Quads with a parser of others.
func readQuads(t testing.TB, data []byte) []quad.Quad {
	t.Helper()
	reader := rdfnquads.NewReader(bytes.NewReader(data), false)
	var out []quad.Quad
	for {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
}

func TestNQuads(t *testing.T) {
	data := export(t, "nquads")
	quads := readQuads(t, data)
	if lines := bytes.Count(data, []byte("\n")); len(quads) != lines {
		t.Errorf("%d quads read of %d written", len(quads), lines)
	}
	written := make(map[string]bool)
	for _, q := range quads {
		written[q.String()] = true
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if i, ok := v.(quad.IRI); ok {
				if u, err := url.Parse(string(i)); err != nil || !u.IsAbs() {
					t.Errorf("%s is no absolute IRI", i)
				}
			}
		}
		if q.Label != nil && !strings.HasPrefix(q.Label.String(), "<urn:kgbuild:claim/") {
			t.Errorf("label %v", q.Label)
		}
	}
	id := func(s string) quad.IRI { return quad.IRI("urn:kgbuild:" + s) }
	claim, corp, lee := id("claim/0000000000000001"), id("entity/m%C3%BCller-s%C3%B6hne"), id("entity/ann-lee")
	bomb := id("event/2024-01-03-arn-bombing")
	for _, want := range []quad.Quad{
		{Subject: corp, Predicate: id("predicate/supports"), Object: lee, Label: claim},
		{Subject: corp, Predicate: id("predicate/allied"), Object: lee, Label: claim},
		{Subject: lee, Predicate: id("predicate/allied"), Object: corp, Label: claim},
		{Subject: bomb, Predicate: id("predicate/death_toll"), Object: quad.Int(84), Label: id("claim/0000000000000002")},
		{Subject: claim, Predicate: id("property/confidence"), Object: quad.TypedString{Value: "0.93", Type: "http://www.w3.org/2001/XMLSchema#decimal"}},
		{Subject: id("event/war"), Predicate: id("property/end_time"), Object: quad.TypedString{Value: "2024-02", Type: "http://www.w3.org/2001/XMLSchema#gYearMonth"}},
		{Subject: id("claim/0000000000000001/evidence/1"), Predicate: id("property/text"), Object: quad.String("Müller-backed \"Lee\"\n\tleft\x0B.")},
		{Subject: corp, Predicate: quad.IRI("http://www.w3.org/2000/01/rdf-schema#label"), Object: quad.String("Müller & Söhne\x01 \u2028 \U0001F600")},
		{Subject: id("claim/0000000000000003"), Predicate: quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#_1"), Object: corp},
	} {
		if !written[want.String()] {
			t.Errorf("missing: %v", want)
		}
	}
	for _, q := range quads {
		if q.Label == id("claim/0000000000000003") || q.Label == id("claim/0000000000000006") {
			t.Errorf("an edge that no fact states: %v", q)
		}
		if q.Predicate == id("predicate/supports") && q.Subject == lee {
			t.Errorf("reversed: %v", q)
		}
	}
	if bytes.Contains(data, []byte("<xsd:")) {
		t.Error("an unexpanded data type")
	}
}

// A claim about something that is not in the graph must not vanish.
func TestDanglingClaim(t *testing.T) {
	all, err := Formats()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		r, options := sample()
		r.Claims[1].Object = graph.End{Entity: "entity/nobody"}
		err := f.Write(io.Discard, r, options)
		if err == nil || !strings.Contains(err.Error(), "claim/0000000000000002 is about entity/nobody") {
			t.Errorf("%s: %v", f.Name, err)
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
	all, err := Formats()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		r, options := sample()
		for _, left := range []int{0, 100} {
			if err := f.Write(&fullDisk{left}, r, options); err == nil || err.Error() != "export "+f.Name+": no space left on device" {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
}

func TestEmptyGraph(t *testing.T) {
	all, err := Formats()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		var out bytes.Buffer
		if err := f.Write(&out, new(graph.Resolution), Options{}); err != nil {
			t.Error(err)
		}
		if f.Name == "graphml" && xml.Unmarshal(out.Bytes(), new(graphMLFile)) != nil {
			t.Error("an empty graph is no XML")
		}
	}
}

func TestRegister(t *testing.T) {
	all, err := Formats()
	if err != nil || len(all) != 3 || all[0].Name != "graphml" || all[2].Name != "nquads" {
		t.Errorf("%v, %v", all, err)
	}
	if _, err := Lookup("gexf"); err == nil || !strings.Contains(err.Error(), "graphml, jsonl, nquads") {
		t.Errorf("lookup: %v", err)
	}
	for _, b := range []Format{{Name: "a", Extension: ".b"}, {Name: "b", Extension: ".a"}, {Name: "", Extension: ".c"}} {
		if _, err := register(Format{Name: "a", Extension: ".a"}, b); err == nil {
			t.Errorf("%+v: no error", b)
		}
	}
}

func FuzzEscapes(f *testing.F) {
	f.Add("a\"b\\c\n\x00\u0085\u2028é😀")
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return
		}
		back, err := url.PathUnescape(escapeID(s))
		if err != nil || back != s {
			t.Errorf("id %q is read back as %q, %v", s, back, err)
		}
		if !utf8.ValidString(s) {
			return
		}
		quads := readQuads(t, []byte("<a:a> <b:b> "+string(literal(s))+" .\n"))
		if len(quads) != 1 || quads[0].Object != quad.String(s) {
			t.Errorf("%q is read back as %v", s, quads)
		}
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(s)); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte("<a>"+b.String()+"</a>"), new(string)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}
