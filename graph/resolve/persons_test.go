package resolve

import (
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestSkeleton(t *testing.T) {
	same := [][]string{
		{"Muhammad", "Mohamed", "Mohammed", "Mohammad"},
		{"Qasem", "Qassem", "Kasim"},
		{"Mowahid", "Mowahed", "Muvahid"},
		{"Sayefullah", "Seif-Allah", "Seyfullah"},
		{"al-Mujahid", "el-Mujahed", "Mujahid"},
		{"Yusuf", "Youssef", "Yousuf"},
		{"Tchaikovsky", "Chaikovskiy"},
		{"Zelensky", "Zelenskyy", "Zelenskiy"},
	}
	for _, group := range same {
		want := skeleton(stripParticle(group[0]))
		for _, n := range group[1:] {
			if got := skeleton(stripParticle(n)); got != want {
				t.Errorf("skeletons of %q and %q are %q and %q", group[0], n, want, got)
			}
		}
	}
	for _, pair := range [][2]string{{"Ali", "Omar"}, {"Hassan", "Hamid"}, {"Bush", "Busby"}, {"Smith", "Jones"}} {
		if skeleton(stripParticle(pair[0])) == skeleton(stripParticle(pair[1])) {
			t.Errorf("skeletons of %q and %q are equal", pair[0], pair[1])
		}
	}
}

func TestPersonName(t *testing.T) {
	for form, want := range map[string]string{
		"General Qasem Soleimani":           "qasem soleimani",
		"Iranian-born":                      "iranianborn",
		"Supreme Leader Ayatollah Khamenei": "khamenei",
		"Omar al-Mowahid":                   "omar mowahid",
		"Seif-Allah al-Mujahed":             "seifallah mujahed",
		"Dr. Martin Luther King Jr.":        "martin luther king",
		"Abu Hutaifa al-Ansari":             "abu hutaifa ansari",
		"Vice President":                    "",
	} {
		if got := parsePerson(form).key(); got != want {
			t.Errorf("%q is %q, want %q", form, got, want)
		}
	}
}

// person adds a person who has to do with a body.
func (a *article) person(name, body string, descriptions ...string) nlp.ChainID {
	p := a.name(nlp.Person, name)
	a.o.Chains[p].Descriptions = descriptions
	if body != "" {
		a.claim(p, "member_of", a.name(nlp.Organization, body))
	}
	return p
}

// TestPersons checks two persons of two documents: one or two.
func TestPersons(t *testing.T) {
	type teller struct {
		name, body string
		descs      []string
	}
	cases := []struct {
		a, b   teller
		same   bool
		maybe  bool
		reason string
	}{
		{teller{"Qasem Soleimani", "Quds", nil}, teller{"General Qasem Soleimani", "", nil}, true, false, "titles are no part of a name"},
		{teller{"Qasem Soleimani", "Quds", nil}, teller{"Qassem Soleimani", "Quds", nil}, true, false, "one letter, shared body"},
		{teller{"Qasem Soleimani", "Quds", nil}, teller{"Qassem Soleimani", "Acme", nil}, false, true, "no shared context"},
		{teller{"Omar al-Mowahid", "ISIS", nil}, teller{"Omar al-Muvahid", "Islamic State", nil}, true, false, "romanisations, shared body under two names"},
		{teller{"Sayefullah al-Mujahid", "ISIS", nil}, teller{"Seif-Allah al-Mujahed", "ISIS", nil}, true, false, "a part written with a hyphen"},
		{teller{"Omar al-Mowahid", "ISIS", nil}, teller{"Sayefullah al-Mujahid", "ISIS", nil}, false, false, "two names that sound differently"},
		{teller{"Ali Khamenei", "Quds", nil}, teller{"Ruhollah Khomeini", "Quds", nil}, false, false, "surnames alone that sound alike"},
		{teller{"Khamenei", "Quds", nil}, teller{"Khomeini", "Quds", nil}, false, false, "one-part names join by letters only"},
		{teller{"John Smith", "", []string{"Australian swimmer"}}, teller{"John Smith", "", []string{"American senator"}}, false, true, "nationality and trade differ"},
		{teller{"John Smith", "", []string{"Australian swimmer"}}, teller{"John Smith", "", []string{"Australian senator"}}, true, false, "a second trade is no contradiction"},
		{teller{"John Smith", "Acme", []string{"Australian swimmer"}}, teller{"John Smith", "Acme", []string{"American senator"}}, true, false, "a shared body outweighs descriptions"},
		{teller{"George W. Bush", "Senate Club", nil}, teller{"George Bush", "Senate Club", nil}, true, false, "a middle initial"},
		{teller{"George W. Bush", "Senate Club", nil}, teller{"George H. Bush", "Senate Club", nil}, false, false, "two middle initials"},
		{teller{"George W. Bush", "Senate Club", nil}, teller{"George H.W. Bush", "Senate Club", nil}, false, false, "initials that sound alike"},
		{teller{"R. Anton Weller", "Senate Club", nil}, teller{"Anton Weller", "Senate Club", nil}, true, false, "a first initial left out"},
		{teller{"R. Anton Weller", "Senate Club", nil}, teller{"Boris Weller", "Senate Club", nil}, false, false, "another given name"},
		{teller{"Aaron Zelin", "Institute Nine", nil}, teller{"Zelin", "Institute Nine", nil}, true, false, "surname with context"},
		{teller{"Aaron Zelin", "Institute Nine", nil}, teller{"Zelin", "Acme", nil}, false, true, "surname without context"},
		{teller{"Pelé", "Santos", nil}, teller{"Pele", "Santos", nil}, true, false, "one name only, shared context"},
		{teller{"Pelé", "Santos", nil}, teller{"Pele", "Acme", nil}, false, true, "one name only"},
	}
	for _, c := range cases {
		x, y := newArticle("x", ""), newArticle("y", "")
		x.person(c.a.name, c.a.body, c.a.descs...)
		y.person(c.b.name, c.b.body, c.b.descs...)
		res, _ := derive(t, "", x, y)
		if got := one(t, res, x, c.a.name) == one(t, res, y, c.b.name); got != c.same {
			t.Errorf("%v and %v are one: %t, want %t: %s", c.a, c.b, got, c.same, c.reason)
		}
		if got := len(res.Maybe) > 0; got != c.maybe {
			t.Errorf("%v and %v may be one: %+v, want %t: %s", c.a, c.b, res.Maybe, c.maybe, c.reason)
		}
	}
}

// TestCompany checks that two who are named together in two documents support
// each other, and that a person whom one reader took for a body is still found.
func TestCompany(t *testing.T) {
	write := func(id, first, second string, kind nlp.EntityType) *article {
		a := newArticle(id, "")
		p := a.chain(nlp.Chain{Type: nlp.Person, Name: first, Names: []string{first}})
		q := a.chain(nlp.Chain{Type: kind, Name: second, Names: []string{second}})
		a.put(p, first, nlp.NameMention, false)
		a.put(q, second, nlp.NameMention, false)
		a.end()
		return a
	}
	x := write("x", "Omar al-Mowahid", "Sayefullah al-Mujahid", nlp.Person)
	y := write("y", "Omar al-Muvahid", "Seif-Allah al-Mujahed", nlp.Person)
	z := write("z", "Omar al-Muvahid", "Seif-Allah al-Mujahed", nlp.Organization)
	res, _ := derive(t, "", x, y, z)
	if one(t, res, x, "Omar al-Mowahid") != one(t, res, y, "Omar al-Muvahid") {
		t.Errorf("the first of two is two persons: %+v", res.Maybe)
	}
	id := one(t, res, y, "Seif-Allah al-Mujahed")
	if one(t, res, x, "Sayefullah al-Mujahid") != id || one(t, res, z, "Seif-Allah al-Mujahed") != id {
		t.Errorf("the second of two is several: %+v", res.Maybe)
	}
}

func TestSurnameInDocument(t *testing.T) {
	x := newArticle("x", "")
	x.name(nlp.Person, "Aaron Zelin")
	x.name(nlp.Person, "Zelin")
	res, _ := derive(t, "", x)
	if one(t, res, x, "Zelin") != one(t, res, x, "Aaron Zelin") {
		t.Error("a surname did not join the one full name of its document")
	}
	x.name(nlp.Person, "Maria Zelin")
	res, _ = derive(t, "", x)
	if id := one(t, res, x, "Zelin"); id == one(t, res, x, "Aaron Zelin") || id == one(t, res, x, "Maria Zelin") {
		t.Error("a surname of two persons went to one")
	}
}

func TestBestName(t *testing.T) {
	var all []*article
	for id, name := range map[string]string{"a": "Qassem Soleimani", "b": "General Qassem Soleimani", "c": "Qasem Soleimani"} {
		a := newArticle(id, "")
		a.person(name, "Quds")
		all = append(all, a)
	}
	res, _ := derive(t, "", all...)
	e := entityOf(t, res, "entity/qassem-soleimani")
	if e.Name != "Qassem Soleimani" || len(e.Aliases) != 2 || len(e.Mentions) != 6 {
		t.Errorf("got %q, %q, %d mentions", e.Name, e.Aliases, len(e.Mentions))
	}
}
