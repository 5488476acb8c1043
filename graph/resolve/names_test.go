package resolve

import (
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// TestNames checks pairs of names of two documents: one entity or two.
func TestNames(t *testing.T) {
	cases := []struct {
		a, b   string
		typ    nlp.EntityType
		same   bool
		reason string
	}{
		{"Islamic State", "ISIS", nlp.Organization, true, "names of one entry of the gazetteer"},
		{"Islamic State group", "IS", nlp.Organization, true, "the gazetteer, long and short"},
		{"Islamic State", "ISIS-K", nlp.Organization, false, "a branch is another body"},
		{"Islamic State", "Islamic State Khorasan", nlp.Organization, false, "a name inside a name"},
		{"Islamic State terror group", "ISIS", nlp.Organization, true, "a known name and words that say what body it is"},
		{"Chrysler", "Chrysler Group LLC", nlp.Organization, true, "legal forms may be left out"},
		{"Fiat Group SpA", "Fiat", nlp.Organization, true, "two words that say what body it is"},
		{"Houthi militia", "the Houthis", nlp.Organization, true, "kind of body and plural"},
		{"Revolutionary Guards", "Revolutionary Guard Corps", nlp.Organization, true, "plural inside, weak word at the end"},
		{"Marine Corps", "Marine", nlp.Organization, false, "a weak word counts when one word would remain"},
		{"Peace Party", "Freedom Party", nlp.Organization, false, "what is left differs"},
		{"The Green Party", "Green Party", nlp.Organization, true, "an article is no part of a name"},
		{"São Paulo", "Sao Paulo", nlp.City, true, "marks"},
		{"the U.S.", "US", nlp.Country, true, "dots"},
		{"Supreme Court", "Supreme Court", nlp.Organization, false, "every country has one, and none is named"},
		{"Ministry of Health", "ministry of health", nlp.Organization, false, "likewise"},
		{"Iranian Parliament", "Iran's parliament", nlp.Organization, true, "the country is in both names"},
		{"Iranian Parliament", "Israeli parliament", nlp.Organization, false, "two countries"},
		{"American Red Cross", "Iranian Red Cross", nlp.Organization, false, "two countries"},
		{"Fla.", "Florida", nlp.Place, true, "an abbreviation that every paper has"},
		{"Miss.", "Mississippi", nlp.Concept, false, "which it is for places alone"},
		{"NORCOM", "Norcom", nlp.Organization, true, "an acronym that others write as a word"},
		{"WHO", "Who", nlp.Organization, false, "too short to be read as a word"},
		{"POLICE", "Police", nlp.Organization, false, "a common word in capitals"},
		{"Acme Steel", "Acme Bank", nlp.Organization, false, "different names"},
	}
	for _, c := range cases {
		x, y := newArticle("x", ""), newArticle("y", "")
		x.name(c.typ, c.a)
		y.name(c.typ, c.b)
		res, _ := derive(t, "", x, y)
		if got := one(t, res, x, c.a) == one(t, res, y, c.b); got != c.same {
			t.Errorf("%q and %q are one: %t, want %t: %s", c.a, c.b, got, c.same, c.reason)
		}
	}
}

func TestTypesMustAgree(t *testing.T) {
	x, y, z := newArticle("x", ""), newArticle("y", ""), newArticle("z", "")
	x.name(nlp.Organization, "Telegram")
	y.name(nlp.Product, "Telegram")
	z.name(nlp.Person, "Telegram")
	res, _ := derive(t, "", x, y, z)
	if one(t, res, x, "Telegram") != one(t, res, y, "Telegram") {
		t.Error("a product and an organisation of one name are two")
	}
	if one(t, res, x, "Telegram") == one(t, res, z, "Telegram") {
		t.Error("a person and an organisation are one")
	}
}

func TestAcronyms(t *testing.T) {
	both, short, other := newArticle("both", ""), newArticle("short", ""), newArticle("other", "")
	both.name(nlp.Organization, "National Seismic Institute", "NSI")
	short.name(nlp.Organization, "NSI")
	res, _ := derive(t, "", both, short)
	if one(t, res, both, "NSI") != one(t, res, short, "NSI") {
		t.Error("an acronym did not join the long form that a document gives for it")
	}
	other.name(nlp.Organization, "Northern Sugar Industries", "NSI")
	res, _ = derive(t, "", both, short, other)
	if one(t, res, both, "NSI") == one(t, res, other, "NSI") {
		t.Error("one acronym made two long forms one")
	}
	id := one(t, res, short, "NSI")
	if id == one(t, res, both, "NSI") || id == one(t, res, other, "NSI") {
		t.Error("an acronym of two names went to one of them")
	}
	if len(res.Maybe) != 2 {
		t.Errorf("the two that it may be are not said: %+v", res.Maybe)
	}
}

// TestAcronymSpelledOut checks that what a document says an acronym means comes
// before the gazetteer's reading of it.
func TestAcronymSpelledOut(t *testing.T) {
	both, short, known := newArticle("both", ""), newArticle("short", ""), newArticle("known", "")
	both.name(nlp.Organization, "Industrial Strategy", "IS")
	short.name(nlp.Organization, "IS")
	known.name(nlp.Organization, "Islamic State")
	res, _ := derive(t, "", both, short)
	if id := one(t, res, both, "IS"); id != one(t, res, both, "Industrial Strategy") || id != one(t, res, short, "IS") {
		t.Error("an acronym is not what a document spells it out as")
	}
	if name := entityOf(t, res, one(t, res, both, "IS")).Name; name != "Industrial Strategy" {
		t.Errorf("it is called %q, after the gazetteer", name)
	}
	res, _ = derive(t, "", both, short, known)
	if one(t, res, both, "IS") == one(t, res, known, "Islamic State") {
		t.Error("the gazetteer's reading joined two bodies")
	}
}

func TestStrayNameDoesNotJoin(t *testing.T) {
	x, y, z := newArticle("x", ""), newArticle("y", ""), newArticle("z", "")
	x.name(nlp.Organization, "Acme Steel", "Bolt Motors")
	y.name(nlp.Organization, "Acme Steel")
	z.name(nlp.Organization, "Bolt Motors")
	res, _ := derive(t, "", x, y, z)
	if one(t, res, y, "Acme Steel") == one(t, res, z, "Bolt Motors") {
		t.Error("a chain with two unrelated names pulled two bodies together")
	}
}

func TestCapitalByUse(t *testing.T) {
	a := newArticle("a", "2024-01-04")
	iran := a.name(nlp.Country, "Iran")
	tehran := a.chain(nlp.Chain{Type: nlp.City, Name: "Tehran", Names: []string{"Tehran"}})
	attack := a.event("attack", nlp.EventFacts{Type: "attack", Time: on("2017-06"), Places: []nlp.ChainID{tehran}})
	israel := a.name(nlp.Country, "Israel")
	a.put(tehran, "Tehran", nlp.NameMention, true)
	a.end()
	a.claim(tehran, "threatened", israel)
	a.claim(attack, "located_in", tehran)
	a.o.Chains[tehran].Mentions[2].Place = true
	a.claim(iran, "hostile", israel)
	res, _ := derive(t, "", a)

	got := make(map[nlp.Predicate]graph.Claim)
	for _, c := range res.Claims {
		got[c.Predicate] = c
	}
	if s := got["threatened"].Subject.Entity; s != "entity/iran" {
		t.Errorf("who threatened is %s", s)
	}
	if o := got["located_in"].Object.Entity; o != "entity/tehran" {
		t.Errorf("where it was is %s", o)
	}
	if e := entityOf(t, res, "event/2017-06-tehran-attack"); len(e.Places) != 1 || e.Places[0] != "entity/tehran" {
		t.Errorf("the event is in %v", e.Places)
	}
	if e := entityOf(t, res, "entity/tehran"); e.Type != nlp.City || len(e.Mentions) != 2 {
		t.Errorf("the city is %+v", e)
	}
	if m := res.Merges; len(m) != 1 || m[0].Rule != "capital" {
		t.Errorf("merges are %+v", m)
	}
}

func TestGovernmentAndAdjective(t *testing.T) {
	a := newArticle("a", "")
	iran := a.name(nlp.Country, "Iran")
	gov := a.nominal(nlp.Organization, "the Iranian government")
	people := a.name(nlp.Group, "Iranians")
	israel := a.name(nlp.Country, "Israel")
	adjective := a.name(nlp.Country, "Israeli")
	parliament := a.nominal(nlp.Organization, "Iran's parliament")
	a.claim(gov, "condemned", israel)
	a.claim(parliament, "condemned", israel)
	_, _, _ = iran, people, adjective
	b := newArticle("b", "")
	b.claim(b.nominal(nlp.Facility, "the Iranian parliament"), "criticized", b.name(nlp.Country, "Israel"))
	res, _ := derive(t, "", a, b)
	if one(t, res, a, "the Iranian government") != "entity/iran" || one(t, res, a, "Israeli") != "entity/israel" {
		t.Errorf("a government or an adjective is not its state: %+v", res.Merges)
	}
	if one(t, res, a, "Iran's parliament") != one(t, res, b, "the Iranian parliament") {
		t.Error("one parliament is two")
	}
	if one(t, res, a, "Iranians") == "entity/iran" {
		t.Error("a people is its state")
	}
}

func TestCommonNameWithinCountry(t *testing.T) {
	x, y, z := newArticle("x", ""), newArticle("y", ""), newArticle("z", "")
	for _, a := range []*article{x, y} {
		a.name(nlp.Country, "Iran")
		a.name(nlp.Organization, "Parliament")
	}
	z.name(nlp.Country, "Israel")
	z.name(nlp.Organization, "Parliament")
	res, _ := derive(t, "", x, y, z)
	if one(t, res, x, "Parliament") != one(t, res, y, "Parliament") {
		t.Error("the parliament of articles on one country is two")
	}
	if one(t, res, x, "Parliament") == one(t, res, z, "Parliament") {
		t.Error("the parliaments of two countries are one")
	}
}

func TestNominalsStayApart(t *testing.T) {
	x, y := newArticle("x", ""), newArticle("y", "")
	for _, a := range []*article{x, y} {
		a.claim(a.nominal(nlp.Group, "militants"), "attacked", a.name(nlp.Country, "Israel"))
	}
	res, _ := derive(t, "", x, y)
	if one(t, res, x, "militants") == one(t, res, y, "militants") {
		t.Error("militants of two articles are one")
	}
}
