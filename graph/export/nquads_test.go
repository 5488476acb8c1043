package export

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	rdfnquads "github.com/cayleygraph/quad/nquads"
)

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
	data := written(t, "nquads", Claims)
	quads := readQuads(t, data)
	if lines := bytes.Count(data, []byte("\n")); len(quads) != lines {
		t.Errorf("%d quads read of %d written", len(quads), lines)
	}
	found := make(map[string]bool)
	for _, q := range quads {
		found[q.String()] = true
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
		{Subject: id("event/war"), Predicate: quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/hasEndTimeStamp"), Object: quad.TypedString{Value: "2024-02", Type: "http://www.w3.org/2001/XMLSchema#gYearMonth"}},
		{Subject: id("evidence/0000000000000001-1-quote"), Predicate: quad.IRI("http://www.w3.org/ns/oa#exact"), Object: quad.String("Müller-backed \"Lee\"\n\tleft\x0B.")},
		{Subject: corp, Predicate: quad.IRI("http://www.w3.org/2000/01/rdf-schema#label"), Object: quad.String("Müller & Söhne\x01 \u2028 \U0001F600")},
		{Subject: id("claim/0000000000000003/attribution"), Predicate: quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#_1"), Object: corp},
	} {
		if !found[want.String()] {
			t.Errorf("missing: %v", want)
		}
	}
	for _, q := range quads {
		if q.Label == id("claim/0000000000000003") || q.Label == id("claim/0000000000000006") {
			t.Errorf("an edge that no fact states: %v", q)
		}
		if q.Predicate == id("predicate/supports") && q.Subject == lee && q.Label == claim {
			t.Errorf("reversed: %v", q)
		}
	}
	if bytes.Contains(data, []byte("<xsd:")) {
		t.Error("an unexpanded data type")
	}
}
