package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
)

// hostile are names that break formats which do not escape them.
var hostile = []string{
	"a\"b\\c\n\td\r\x00\x01\x1b\x7f\u0085\u2028\u2029é😀",
	"حركة المقاومة \u202e\u200f (right to left)",
	"</data></node><script>alert(1)</script><!-- ]]> &amp; {{.}}",
	"\"; DROP TABLE x; --, ;'`$(x)",
	"invalid \xff\xc3( UTF-8 \ufffe\uffff",
	"\\N \\G \\",
}

// namedSample returns the sample with a name in every place that takes a text.
func namedSample(name string) (*graph.Resolution, Options) {
	r, options := sample()
	r.Entities[0].Name, r.Entities[0].Aliases = name, []string{name, name + "2"}
	r.Documents[0].Title, r.Documents[0].Source, r.Documents[0].Path = name, name, name
	r.Claims[0].Evidence[0].Text = name
	r.Claims[3].Object.Text = name
	r.Entities[3].EventType = name
	return r, options
}

// clean is s as formats write it that cannot hold bad UTF-8 and some characters.
func clean(s string, drop func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if drop(r) {
			return '\uFFFD'
		}
		return r
	}, validUTF8(s))
}

func notInXML(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

func TestHostileNames(t *testing.T) {
	for _, name := range hostile {
		checkHostile(t, name)
	}
}

func FuzzHostileNames(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if strings.TrimSpace(name) != "" {
			checkHostile(t, name)
		}
	})
}

// checkHostile reads the sample with a name back from every format.
func checkHostile(t *testing.T, name string) {
	out := func(format string) []byte {
		f, err := Lookup(format)
		if err != nil {
			t.Fatal(err)
		}
		r, options := namedSample(name)
		var b bytes.Buffer
		if err := f.Write(&b, memory{r}, options); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	never := func(rune) bool { return false }
	var ml graphMLFile
	if err := xml.Unmarshal(out("graphml"), &ml); err != nil {
		t.Fatalf("graphml of %q: %v", name, err)
	}
	if got, want := ml.Nodes[0].Data[0].Value, clean(name, notInXML); got != want {
		t.Errorf("graphml: %q, want %q", got, want)
	}
	var gexf struct {
		Nodes []struct {
			Label string `xml:"label,attr"`
		} `xml:"graph>nodes>node"`
	}
	if err := xml.Unmarshal(out("gexf"), &gexf); err != nil {
		t.Fatalf("gexf of %q: %v", name, err)
	}
	if got, want := gexf.Nodes[0].Label, clean(name, notInXML); got != want {
		t.Errorf("gexf: %q, want %q", got, want)
	}
	var cy struct {
		Elements struct {
			Nodes []struct{ Data struct{ Name string } }
		}
	}
	if err := json.Unmarshal(out("cytoscape"), &cy); err != nil {
		t.Fatalf("cytoscape of %q: %v", name, err)
	}
	if got, want := cy.Elements.Nodes[0].Data.Name, clean(name, never); got != want {
		t.Errorf("cytoscape: %q, want %q", got, want)
	}
	nodes, _, _ := bytes.Cut(unpacked(t, out("neo4j")), []byte("-- "+neo4jRelationships))
	_, nodes, _ = bytes.Cut(nodes, []byte("\n"))
	rows, err := csv.NewReader(bytes.NewReader(nodes)).ReadAll()
	if err != nil {
		t.Fatalf("neo4j of %q: %v", name, err)
	}
	if strings.ContainsFunc(rows[1][1], func(r rune) bool { return unicode.IsControl(r) }) || strings.Count(rows[1][4], ";") != 1 {
		t.Errorf("neo4j: %q", rows[1])
	}
	label := quad.IRI("http://www.w3.org/2000/01/rdf-schema#label")
	for _, q := range readQuads(t, out("nquads")) {
		if q.Predicate == label && q.Subject == quad.IRI("urn:kgbuild:entity/ann-lee") && q.Object != quad.String(clean(name, never)) {
			t.Errorf("nquads: %q, want %q", q.Object, name)
		}
	}
	for _, format := range []string{"jsonld", "cytoscape"} {
		if !json.Valid(out(format)) {
			t.Errorf("%s of %q is no JSON", format, name)
		}
	}
	checkDOT(t, name, out("dot"))
	page := string(out("html"))
	if strings.Contains(page, "<script") || strings.Contains(page, "<!-- ]]") || !utf8.ValidString(page) && utf8.ValidString(name) {
		t.Errorf("html of %q is not escaped", name)
	}
}

// checkDOT checks that strings end where they should: outside of them stands
// nothing that a name could have put there.
func checkDOT(t *testing.T, name string, data []byte) {
	inside, escaped := false, false
	var outside strings.Builder
	for _, r := range string(data) {
		switch {
		case escaped:
			escaped = false
		case inside && r == '\\':
			escaped = true
		case r == '"':
			inside = !inside
		case !inside:
			outside.WriteRune(r)
		case unicode.IsControl(r) && r >= 0xA0:
			t.Errorf("dot of %q: control character", name)
		}
	}
	if inside || strings.ContainsFunc(outside.String(), func(r rune) bool { return r > unicode.MaxASCII || r == '$' || r == '(' || r == '&' }) {
		t.Errorf("dot of %q: a string is not closed:\n%s", name, data)
	}
}

func FuzzEscapes(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return
		}
		back, err := url.PathUnescape(escapeID(s))
		if err != nil || back != s {
			t.Errorf("id %q is read back as %q, %v", s, back, err)
		}
		var b bytes.Buffer
		w := newWriter(&b)
		w.text("<a:a> <b:b> ")
		w.rdfString(s)
		w.text(" .\n")
		if err := w.finish(); err != nil {
			t.Fatal(err)
		}
		if quads := readQuads(t, b.Bytes()); len(quads) != 1 || quads[0].Object != quad.String(validUTF8(s)) {
			t.Errorf("%q is read back as %v", s, quads)
		}
		b.Reset()
		w.json(s)
		w.text("\n")
		if err := w.finish(); err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(validUTF8(s)); err != nil || want.String() != b.String() {
			t.Errorf("JSON of %q is %s, want %s", s, &b, &want)
		}
	})
}
