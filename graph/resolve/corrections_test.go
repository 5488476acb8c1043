package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// pairOfArticles tells of a body in two documents, and of two others.
func pairOfArticles() (x, y *article) {
	x, y = newArticle("x", "2024-01-04"), newArticle("y", "2024-01-05")
	for _, a := range []*article{x, y} {
		body := a.name(nlp.Organization, "Acme Steel")
		a.claim(body, "criticized", a.name(nlp.Country, "Iran"))
		a.claim(body, "praised", a.name(nlp.Organization, "Bolt Motors"))
	}
	y.claim(y.name(nlp.Organization, "Steelworks"), "owns", y.name(nlp.Organization, "Mill Nine"))
	return x, y
}

func problems(r *Report) []string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, p.Error())
	}
	return out
}

func TestCorrectMerge(t *testing.T) {
	x, y := pairOfArticles()
	for _, line := range []string{
		"merge Acme Steel = Steelworks",
		"merge acme steel (Organization) = Steelworks @ " + string(y.o.Document.ID)[:12],
		"merge entity/acme-steel = entity/steelworks",
		fmt.Sprintf("merge %s:%d-%d = Steelworks", x.o.Document.ID, x.o.Chains[0].Mentions[0].Span.Start, x.o.Chains[0].Mentions[0].Span.End),
	} {
		res, report := derive(t, line, x, y)
		if one(t, res, y, "Steelworks") != "entity/acme-steel" || len(report.Problems) > 0 {
			t.Errorf("%s: not merged: %v", line, problems(report))
		}
		found := false
		for _, m := range res.Merges {
			found = found || m.Rule == "correction" && strings.Contains(m.Reason, "corrections.txt line 1 says: "+line)
		}
		if !found {
			t.Errorf("%s: the merge is not explained: %+v", line, res.Merges)
		}
	}
}

func TestCorrectSplit(t *testing.T) {
	x, y := pairOfArticles()
	id := string(y.o.Document.ID)
	for _, line := range []string{
		"split Acme Steel: " + id,
		"split Acme Steel: Acme Steel @ " + id,
		"split Acme Steel @ " + string(x.o.Document.ID) + ": " + id,
	} {
		res, report := derive(t, line, x, y)
		if one(t, res, x, "Acme Steel") == one(t, res, y, "Acme Steel") || len(report.Problems) > 0 {
			t.Errorf("%s: not split: %v", line, problems(report))
		}
		if one(t, res, x, "Bolt Motors") != one(t, res, y, "Bolt Motors") {
			t.Errorf("%s: split something else", line)
		}
	}
}

func TestCorrectSplitOfMention(t *testing.T) {
	x, y := pairOfArticles()
	m := y.o.Chains[0].Mentions[2] // the one of "praised"
	line := fmt.Sprintf("split Acme Steel: %s:%d-%d", y.o.Document.ID, m.Span.Start, m.Span.End)
	res, report := derive(t, line, x, y)
	if len(report.Problems) > 0 {
		t.Fatal(problems(report))
	}
	subjects := make(map[nlp.Predicate]map[graph.EntityID]bool)
	for _, c := range res.Claims {
		if subjects[c.Predicate] == nil {
			subjects[c.Predicate] = make(map[graph.EntityID]bool)
		}
		subjects[c.Predicate][c.Subject.Entity] = true
	}
	if len(subjects["criticized"]) != 1 || len(subjects["praised"]) != 2 {
		t.Errorf("a mention was not taken out with its claim: %v", subjects)
	}
}

func TestCorrectNamesTypesAndDrops(t *testing.T) {
	x, y := pairOfArticles()
	var claim graph.ClaimID
	res, _ := derive(t, "", x, y)
	for _, c := range res.Claims {
		if c.Predicate == "owns" {
			claim = c.ID
		}
	}
	res, report := derive(t, `
rename Acme Steel: The Acme Works
retype The Acme Works: Product
drop Bolt Motors
drop `+string(claim), x, y)
	e := entityOf(t, res, "entity/acme-works")
	if e.Name != "The Acme Works" || e.Type != nlp.Product || cmp.Diff([]string{"Acme Steel"}, e.Aliases) != "" {
		t.Errorf("got %+v", e)
	}
	for _, c := range res.Claims {
		if c.Predicate == "praised" || c.Predicate == "owns" {
			t.Errorf("a dropped claim is there: %+v", c)
		}
	}
	if len(called(res, x, "Bolt Motors")) != 0 || report.Dropped != 3 || len(report.Problems) != 0 {
		t.Errorf("dropped %d, problems %v", report.Dropped, problems(report))
	}
}

func TestCorrectEvent(t *testing.T) {
	x := telling{phrase: "a blast", kind: "blast", date: "2024-01-03", city: "Kerman", dead: 9, report: "2024-01-04"}.write("x")
	y := telling{phrase: "an explosion", kind: "explosion", date: "2024-01-03", city: "Kerman", dead: 9, report: "2024-01-04"}.write("y")
	res, report := derive(t, "split a blast @ "+string(x.o.Document.ID)+": "+string(y.o.Document.ID)+"\nrename an explosion @ "+
		string(y.o.Document.ID)+": Second blast\nretype Kerman blast @ "+string(x.o.Document.ID)+": Concept", x, y)
	if len(report.Problems) > 0 {
		t.Fatal(problems(report))
	}
	if one(t, res, x, "a blast") == one(t, res, y, "an explosion") {
		t.Error("events were not split")
	}
	if id := one(t, res, y, "an explosion"); id != "event/2024-01-03-second-blast" {
		t.Errorf("the renamed event is %s", id)
	}
	if e := entityOf(t, res, one(t, res, x, "a blast")); e.Type != nlp.Concept {
		t.Errorf("what the article tells of under the event's name is a %s", e.Type)
	}
	if one(t, res, x, "Kerman") != one(t, res, y, "Kerman") {
		t.Error("the place of the events was split too")
	}
}

func TestCorrectionProblems(t *testing.T) {
	x, y := pairOfArticles()
	newcomer := newArticle("z", "2024-01-06")
	newcomer.name(nlp.Person, "Bolt Motors")
	_, report := derive(t, `merge Nobody = Acme Steel
rename Bolt Motors: Bolt
split Acme Steel: Mill Nine
drop claim/0123456789abcdef
rename Acme Steel: Acme
`, x, y, newcomer)
	want := []string{
		`corrections.txt:1: merge: not used, nothing is Nobody`,
		`corrections.txt:2: rename: Bolt Motors may be entity/bolt-motors (Organization) or entity/bolt-motors-person (Person): say which by id, by type in brackets, or by a document`,
		`corrections.txt:3: split: not used, Mill Nine is nothing in “Acme Steel”`,
		`corrections.txt:4: drop: not used, there is no claim/0123456789abcdef`,
	}
	if d := cmp.Diff(want, problems(report)); d != "" {
		t.Errorf("problems (-want +got)\n%s", d)
	}
}
