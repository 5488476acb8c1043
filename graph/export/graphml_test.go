package export

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
	"testing"
)

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
	data := written(t, "graphml", Claims)
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
	if len(nodes) != 5+4 || len(edges) != 9 {
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
	if got := edges["claim/0000000000000001"]; got["e_first"] != "2024-01-04" || got["e_evidence"] != "Müller-backed \"Lee\"\n\tleft\uFFFD." {
		t.Errorf("edge %v", got)
	}
}
