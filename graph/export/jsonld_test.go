package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
)

// The JSON-LD holds the statements of the N-Quads, as another program reads it.
func TestJSONLD(t *testing.T) {
	var document any
	if err := json.Unmarshal(written(t, "jsonld", ""), &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	out, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	text, ok := out.(string)
	if !ok {
		t.Fatalf("%T", out)
	}
	sorted := func(s string) []string {
		var out []string
		for _, q := range readQuads(t, []byte(s)) {
			out = append(out, q.String())
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	if diff := cmp.Diff(sorted(string(written(t, "nquads", ""))), sorted(text)); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(text, "_:") {
		t.Error("a blank node")
	}
}
