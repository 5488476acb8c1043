package resolve

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// telling is what one article says of an event.
type telling struct {
	phrase, kind, date   string
	city, country        string
	whom, agent, honours string // named target, doer, honouree
	site                 string // unnamed target
	dead                 float64
	killed               string
	report               string // date of the article
}

func (tl telling) write(id string) *article {
	a := newArticle(id, tl.report)
	f := nlp.EventFacts{Type: tl.kind, PartOf: nlp.NoChain}
	if tl.date != "" {
		f.Time = on(tl.date)
	}
	if tl.city != "" {
		f.Places = append(f.Places, a.name(nlp.City, tl.city))
	}
	if tl.country != "" {
		f.Places = append(f.Places, a.name(nlp.Country, tl.country))
	}
	e := a.event(tl.phrase, f)
	if tl.whom != "" {
		a.claim(e, "targeted", a.name(nlp.Person, tl.whom))
	}
	if tl.honours != "" {
		a.claim(e, "honours", a.name(nlp.Person, tl.honours))
	}
	if tl.killed != "" {
		a.claim(e, "killed", a.name(nlp.Person, tl.killed))
	}
	if tl.site != "" {
		a.claim(e, "targeted", a.nominal(nlp.Facility, tl.site))
	}
	if tl.agent != "" {
		a.claim(a.name(nlp.Organization, tl.agent), "claimed", e)
	}
	if tl.dead != 0 {
		a.number(e, "death_toll", tl.dead)
	}
	a.claim(a.name(nlp.Organization, "Bystander "+id), "condemned", e)
	return a
}

// TestEventPairs checks two tellings: one event or two.
func TestEventPairs(t *testing.T) {
	kerman := telling{phrase: "two explosions", kind: "explosion", date: "2024-01-03", city: "Kerman", country: "Iran", dead: 84, report: "2024-01-04"}
	cases := []struct {
		a, b   telling
		same   bool
		reason string
	}{
		{kerman, telling{phrase: "the suicide bombings", kind: "bombing", date: "2024-01-03", city: "Kerman", report: "2024-01-05"},
			true, "day, city, and kinds that are two words for one"},
		{kerman, telling{phrase: "the attacks", kind: "attack", date: "2024-01", country: "Iran", dead: 84, agent: "ISIS", report: "2024-01-04"},
			true, "month, country and toll"},
		{kerman, telling{phrase: "the attack", kind: "attack", country: "Iran", dead: 100, report: "2024-01-05"},
			false, "a country and a near toll of an undated attack are little, even if reported then"},
		{kerman, telling{phrase: "the bombings", kind: "bombing", city: "Kerman", report: "2024-01-05"},
			true, "city, and reported at the time"},
		{kerman, telling{phrase: "the attack", kind: "attack", date: "2017-06", city: "Tehran", dead: 18, report: "2024-01-04"},
			false, "another year and city"},
		{kerman, telling{phrase: "the blast", kind: "blast", date: "2024-01-03", city: "Shiraz", report: "2024-01-04"},
			false, "another city on the same day"},
		{kerman, telling{phrase: "the earthquake", kind: "earthquake", date: "2024-01-03", city: "Kerman", report: "2024-01-04"},
			false, "another kind at the same time and place"},
		{kerman, telling{phrase: "the shooting", kind: "shooting", date: "2024-01-03", city: "Kerman", report: "2024-01-04"},
			false, "a bombing is no shooting"},
		{telling{phrase: "a deadly attack", kind: "attack", date: "2022", country: "Iran", site: "a Shi'ite shrine", dead: 15, agent: "Islamic State", report: "2024-01-04"},
			telling{phrase: "a shooting", kind: "shooting", date: "2022", city: "Shiraz", country: "Iran", site: "a Shiite mosque", dead: 13, report: "2024-01-04"},
			true, "year, country, place of worship and nearly the same toll"},
		{telling{phrase: "a deadly attack", kind: "attack", date: "2022", report: "2024-01-04"},
			telling{phrase: "a shooting", kind: "shooting", date: "2022", city: "Shiraz", report: "2024-01-04"},
			false, "kind and year alone"},
		{telling{phrase: "attack", kind: "attack", date: "2017", city: "Tehran", report: "2024-01-04"},
			telling{phrase: "prior attack", kind: "attack", date: "2017-06", city: "Tehran", report: "2024-01-04"},
			true, "a year and a month in it, and the city"},
		{telling{phrase: "drone strike", kind: "airstrike", date: "2020-01-03", killed: "Qasem Soleimani", report: "2024-01-04"},
			telling{phrase: "the assassination", kind: "killing", date: "2020", whom: "Qasem Soleimani", report: "2024-01-04"},
			true, "a person dies once"},
		{telling{phrase: "memorial service", kind: "ceremony", honours: "Qasem Soleimani", city: "Kerman", report: "2024-01-04"},
			telling{phrase: "commemoration", kind: "commemoration", honours: "Qasem Soleimani", city: "Kerman", report: "2024-01-05"},
			true, "whom it honours, and where"},
		{telling{phrase: "the election", kind: "election", date: "2024-03-17", country: "Iran", report: "2024-03-18"},
			telling{phrase: "the vote", kind: "vote", date: "2024-03-17", country: "Iran", report: "2024-03-18"},
			true, "day and country"},
		{telling{phrase: "the election", kind: "election", date: "2020", country: "Iran", report: "2024-03-18"},
			telling{phrase: "the election", kind: "election", date: "2024", country: "Iran", report: "2024-03-18"},
			false, "two years"},
		{telling{phrase: "an attack", kind: "attack", date: "2023-05-02", city: "Kerman", dead: 2, report: "2023-05-03"},
			telling{phrase: "an attack", kind: "attack", date: "2023-05", country: "Iran", dead: 90, report: "2023-05-09"},
			false, "tolls far apart"},
		{telling{phrase: "a knee injury", kind: "injury", city: "Kerman", whom: "Ali Karami", report: "2023-05-03"},
			telling{phrase: "the injury", kind: "injury", city: "Kerman", whom: "Reza Nouri", report: "2023-05-03"},
			false, "two persons are hurt"},
		{telling{phrase: "a knee injury", kind: "injury", city: "Kerman", whom: "Ali Karami", report: "2023-05-03"},
			telling{phrase: "the injury", kind: "injury", city: "Kerman", whom: "Ali Karami", report: "2023-05-03"},
			true, "one person is hurt"},
		{telling{phrase: "a late goal", kind: "goal", city: "Kerman"},
			telling{phrase: "the goal", kind: "goal", city: "Kerman", agent: "Acme"},
			false, "many goals are shot in a town"},
	}
	for _, c := range cases {
		x, y := c.a.write("x"), c.b.write("y")
		res, _ := derive(t, "", x, y)
		if got := one(t, res, x, c.a.phrase) == one(t, res, y, c.b.phrase); got != c.same {
			t.Errorf("%+v\n%+v\nare one: %t, want %t: %s\n%+v", c.a, c.b, got, c.same, c.reason, res.Maybe)
		}
	}
}

func TestGenericEventsStayApart(t *testing.T) {
	x, y := newArticle("x", "2024-01-04"), newArticle("y", "2024-01-04")
	for _, a := range []*article{x, y} {
		e := a.event("attacks", nlp.EventFacts{Type: "attack", Time: on("2024-01-03"), Places: []nlp.ChainID{a.name(nlp.City, "Kerman")}})
		a.o.Chains[e].Generic = true
		a.claim(a.name(nlp.Organization, "ISIS"), "threatened", e)
	}
	res, _ := derive(t, "", x, y)
	if one(t, res, x, "attacks") == one(t, res, y, "attacks") {
		t.Error("attacks in general are one event")
	}
}

func TestEventNamesAndIDs(t *testing.T) {
	cases := []struct {
		tell     telling
		id, name string
	}{
		{telling{phrase: "twin blasts", kind: "bombing", date: "2024-01-03", city: "Kerman", report: "2024-01-04", dead: 1},
			"event/2024-01-03-kerman-bombing", "Kerman bombing"},
		{telling{phrase: "a shooting", kind: "shooting", date: "2022", city: "Shiraz", report: "2024-01-04", dead: 1},
			"event/2022-shiraz-shooting", "2022 Shiraz shooting"},
		{telling{phrase: "an earthquake", kind: "earthquake", country: "Iran", report: "2024-01-04", dead: 1},
			"event/iran-earthquake", "Iran earthquake"},
		{telling{phrase: "the killing", kind: "killing", whom: "Qasem Soleimani", date: "2020", report: "2024-01-04"},
			"event/2020-killing-of-qasem-soleimani", "killing of Qasem Soleimani"},
		{telling{phrase: "memorial service", kind: "ceremony", honours: "Qasem Soleimani", report: "2024-01-04"},
			"event/memorial-service-for-qasem-soleimani", "memorial service for Qasem Soleimani"},
	}
	for _, c := range cases {
		a := c.tell.write("a")
		res, _ := derive(t, "", a)
		id := one(t, res, a, c.tell.phrase)
		if e := entityOf(t, res, id); string(id) != c.id || e.Name != c.name {
			t.Errorf("%+v is %s %q, want %s %q", c.tell, id, e.Name, c.id, c.name)
		}
	}
}

func TestFiguresStayApart(t *testing.T) {
	var all []*article
	for id, dead := range map[string]float64{"a": 84, "b": 100, "c": 80} {
		all = append(all, telling{phrase: "bombing", kind: "bombing", date: "2024-01-03", city: "Kerman", dead: dead, report: "2024-01-04"}.write(id))
	}
	res, _ := derive(t, "", all...)
	tolls := make(map[float64]graph.EntityID)
	for _, c := range res.Claims {
		if c.Predicate == "death_toll" {
			tolls[c.Object.Quantity.Value] = c.Subject.Entity
		}
	}
	if len(tolls) != 3 || tolls[84] != tolls[100] || tolls[84] != tolls[80] {
		t.Errorf("three figures of one event are %v", tolls)
	}
}

func TestSlipOfPlaceIsLeftOut(t *testing.T) {
	var all []*article
	for id, country := range map[string]string{"a": "Iran", "b": "Iran", "c": "Iran", "d": "Israel"} {
		tell := telling{phrase: "bombing", kind: "bombing", date: "2024-01-03", city: "Kerman", country: country, dead: 84, report: "2024-01-04"}
		all = append(all, tell.write(id))
	}
	res, _ := derive(t, "", all...)
	e := entityOf(t, res, "event/2024-01-03-kerman-bombing")
	if d := cmp.Diff([]graph.EntityID{"entity/iran", "entity/kerman"}, e.Places); d != "" {
		t.Errorf("places (-want +got)\n%s", d)
	}
}

func TestSeveralTargetsOfUndatedAttack(t *testing.T) {
	var all []*article
	for id, tomb := range map[string]string{"a": "the mausoleum", "b": "the tomb"} {
		a := newArticle(id, "")
		e := a.event("attack", nlp.EventFacts{Type: "attack"})
		a.claim(e, "targeted", a.nominal(nlp.Organization, "Iran's parliament"))
		a.claim(e, "targeted", a.nominal(nlp.Facility, tomb))
		all = append(all, a)
	}
	res, _ := derive(t, "", all...)
	if one(t, res, all[0], "attack") != one(t, res, all[1], "attack") {
		t.Errorf("an attack on the same two targets is two: %+v", res.Maybe)
	}
}

func TestPartStaysPart(t *testing.T) {
	a := newArticle("a", "2024-01-04")
	city := a.name(nlp.City, "Kerman")
	a.name(nlp.Organization, "Acme")
	whole := a.event("attacks", nlp.EventFacts{Type: "attack", Time: on("2024-01-03"), Places: []nlp.ChainID{city}})
	first := a.event("the first blast", nlp.EventFacts{Type: "blast", Time: on("2024-01-03"), Places: []nlp.ChainID{city}, PartOf: whole})
	a.number(first, "death_toll", 50)
	a.number(whole, "death_toll", 50)
	res, _ := derive(t, "", a)
	part, all := one(t, res, a, "the first blast"), one(t, res, a, "attacks")
	if part == all {
		t.Fatal("a part became its whole")
	}
	if e := entityOf(t, res, part); e.PartOf != all {
		t.Errorf("the blast is part of %q, want %q", e.PartOf, all)
	}
}
