package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

const goldFile = `{"document": "a.txt",
 "entities": {"Union": {"type": "Organization", "names": ["Dockers' Union", "union"]},
  "Port": {"type": "Organization", "names": ["Port Authority"]},
  "Strike": {"type": "Event", "names": ["strike"]}},
 "events": {"Strike": {"date": "2021-05"}},
 "facts": [
  {"subject": "Union", "predicates": ["called_for"], "object": "Strike", "polarity": "positive", "modality": "certain", "attribution": "Port", "tier": "core"},
  {"subject": "Strike", "predicates": ["injury_toll"], "object": "#3", "polarity": "positive", "modality": "certain", "attribution": null, "tier": "core"},
  {"subject": "Port", "predicates": ["met", "negotiated"], "object": "Union", "polarity": "positive", "modality": "certain", "attribution": null, "tier": "core"},
  {"subject": "Union", "predicates": ["criticized"], "object": "*harbour", "polarity": "positive", "modality": "certain", "attribution": null, "tier": "extra"}]}`

func resolution() *graph.Resolution {
	date := nlp.On(nlp.Date{Year: 2021, Month: 5, Day: 4})
	other := nlp.On(nlp.Date{Year: 2019})
	end := func(id graph.EntityID) graph.End { return graph.End{Entity: id} }
	claim := func(id graph.ClaimID, s graph.EntityID, p nlp.Predicate, o graph.End) graph.Claim {
		return graph.Claim{ID: id, Document: "doc/a", Subject: end(s), Predicate: p, Object: o,
			Polarity: nlp.Positive, Modality: nlp.Certain}
	}
	g := &graph.Resolution{
		Documents: []graph.Document{{ID: "doc/a", Path: "articles/a.txt"}},
		Entities: []graph.Entity{
			{ID: "entity/u", Name: "the Dockers’ Union"},
			{ID: "entity/p", Name: "Port Authority"},
			{ID: "entity/h", Name: "harbour board"},
			{ID: "event/s", Name: "2021 strike", Time: date, Mentions: []graph.Mention{{Document: "doc/a", Text: "the strike"}}},
			{ID: "event/t", Name: "strike", Time: other},
		},
	}
	three := nlp.Quantity{Value: 3, Qualifier: nlp.Exactly}
	called := claim("claim/1", "entity/u", "called_for", end("event/s"))
	called.Attribution = []graph.EntityID{"entity/p"}
	called.Modality = nlp.Possible
	g.Claims = []graph.Claim{
		called,
		claim("claim/2", "event/t", "injury_toll", graph.End{Quantity: &three}), // another year's strike
		claim("claim/3", "entity/u", "met", end("entity/p")),                    // symmetric
		claim("claim/4", "entity/u", "criticized", end("entity/h")),
		claim("claim/5", "entity/u", "praised", end("entity/h")),
		claim("claim/6", "entity/u", "open:like", end("entity/h")),
		claim("claim/7", "entity/u", "said", graph.End{Text: "x"}),
	}
	return g
}

var predicates = graph.Predicates{
	"called_for": {}, "injury_toll": {}, "met": {Symmetric: true}, "criticized": {}, "praised": {}, "said": {},
}

func TestCompare(t *testing.T) {
	gold, err := ReadGold("a.json", strings.NewReader(goldFile))
	if err != nil {
		t.Fatal(err)
	}
	r := Compare(resolution(), gold, predicates)
	var wrong []graph.ClaimID
	for _, c := range r.Wrong {
		wrong = append(wrong, c.ID)
	}
	if diff := cmp.Diff([]graph.ClaimID{"claim/2", "claim/5"}, wrong); diff != "" {
		t.Errorf("wrong claims (-want +got):\n%s", diff)
	}
	if m := r.Misstated; len(m) != 1 || m[0].Fact != &gold.Facts[0] || len(m[0].Claims) != 1 || m[0].Claims[0].ID != "claim/1" {
		t.Errorf("misstated: %+v, want the strike called for", m)
	}
	r.Wrong, r.Missed, r.Misstated = nil, nil, nil
	want := &Result{Document: "a.txt", Judged: 5, Right: 3, Core: 3, Found: 2, Stated: 1, Attributed: 1, Attributing: 1}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("result (-want +got):\n%s", diff)
	}
}

func TestCompareOtherSpeaker(t *testing.T) {
	gold, err := ReadGold("a.json", strings.NewReader(strings.Replace(goldFile, `"attribution": "Port"`, `"attribution": "Union"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	r := Compare(resolution(), gold, predicates)
	if m := r.Misattributed; r.Attributed != 0 || len(m) != 1 || m[0].Fact != &gold.Facts[0] || m[0].Claims[0].ID != "claim/1" {
		t.Errorf("%d attributed, misattributed: %+v, want the strike called for", r.Attributed, m)
	}
}

func TestCompareAbsentDocument(t *testing.T) {
	gold, err := ReadGold("a.json", strings.NewReader(strings.ReplaceAll(goldFile, "a.txt", "other.txt")))
	if err != nil {
		t.Fatal(err)
	}
	r := Compare(resolution(), gold, predicates)
	if !r.Absent || r.Core != 3 || r.Found != 0 || r.Recall() != 0 {
		t.Errorf("absent document scored %+v", r)
	}
}

func TestReadGoldErrors(t *testing.T) {
	for _, text := range []string{"", "{}", `{"document":"a","facts":[{"subject":"x"}]}`} {
		if _, err := ReadGold("bad.json", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "bad.json") {
			t.Errorf("ReadGold(%q) = %v, want an error that names the file", text, err)
		}
	}
}
