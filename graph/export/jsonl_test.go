package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The records have the fields of the contract and nothing in them is lost.
func TestJSONLines(t *testing.T) {
	var kinds []string
	records := make(map[string]map[string]any)
	for line := range bytes.Lines(written(t, "jsonl", Claims)) {
		var rec map[string]any
		if err := json.Unmarshal(line, &rec); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		kinds = append(kinds, rec["kind"].(string))
		records[rec["id"].(string)] = rec
	}
	want := strings.Fields("document document document entity entity entity entity entity claim claim claim claim claim claim claim claim claim")
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
