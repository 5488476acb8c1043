package gazetteer

import (
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestCountries(t *testing.T) {
	tests := []struct {
		look func(string) (Country, bool)
		in   string
		want string // code; empty when there is none
	}{
		{CountryByName, "Iran", "IR"},
		{CountryByName, "the United States", "US"},
		{CountryByName, "U.S.", "US"},
		{CountryByName, "us", ""}, // the pronoun
		{CountryByName, "US", "US"},
		{CountryByName, "Holland", "NL"},
		{CountryByName, "North Korea", "KP"},
		{CountryByName, "IS", ""}, // a code, not a name
		{CountryByDemonym, "Iranian", "IR"},
		{CountryByDemonym, "Iranians", "IR"},
		{CountryByDemonym, "Dutch", "NL"},
		{CountryByDemonym, "Danes", "DK"},
		{CountryByDemonym, "American", "US"},
		{CountryByDemonym, "Berlin", ""},
		{CountryByCapital, "Tehran", "IR"},
		{CountryByMetonym, "Kremlin", "RU"},
		{CountryByMetonym, "Beijing", "CN"},
		{CountryByMetonym, "Shanghai", ""},
	}
	for _, test := range tests {
		c, ok := test.look(test.in)
		if c.Code != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q, %t; want %q", test.in, c.Code, ok, test.want)
		}
	}
}

func TestEveryCountryHasAName(t *testing.T) {
	if n := len(load().countries); n < 245 {
		t.Fatalf("%d countries", n)
	}
	for _, c := range load().countries {
		if c.Name == "" || c.Code == "" {
			t.Errorf("country without name or code: %+v", c)
		}
		if got, ok := CountryByName(c.Name); !ok || got.Code != c.Code {
			t.Errorf("%s: its own name gives %q", c.Name, got.Code)
		}
	}
}

func TestNameType(t *testing.T) {
	tests := map[string]nlp.EntityType{
		"Yemen": nlp.Country, "Isfahan": nlp.City, "Red Sea": nlp.Place, "UN": nlp.Organization,
		"who": "", "WHO": nlp.Organization, "the White House": nlp.Facility, "Shiites": nlp.Group,
		"Sunni": nlp.Group, "Jane Bloggs": "",
	}
	for name, want := range tests {
		if got := NameType(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestOrganizationName(t *testing.T) {
	for _, file := range organizationFiles {
		if len(lines(file)) < 40 {
			t.Errorf("%s has %d lines", file, len(lines(file)))
		}
	}
	tests := []struct {
		form, want string
		kind       nlp.EntityType
	}{
		{"Boko Haram", "Boko Haram", nlp.Organization},
		{"the Taliban", "Taliban", nlp.Organization},
		{"TTP", "Tehrik-i-Taliban Pakistan", nlp.Organization},
		{"BJP", "Bharatiya Janata Party", nlp.Organization},
		{"Mossad", "Mossad", nlp.Organization},
		{"Ford", "Ford", ""}, // a surname too
		{"who", "", ""},
		{"apples", "", ""},
	}
	for _, test := range tests {
		name, ok := OrganizationName(test.form)
		if kind := NameType(test.form); name != test.want || ok != (test.want != "") || kind != test.kind {
			t.Errorf("%q: got %q, %t, %q; want %q, %q", test.form, name, ok, kind, test.want, test.kind)
		}
	}
}

func TestNouns(t *testing.T) {
	tests := map[string]nlp.EntityType{
		"mosque": nlp.Facility, "drone": nlp.Product, "militant": nlp.Person, "militants": nlp.Group,
		"city": nlp.City, "bombing": nlp.Event, "ministry": nlp.Organization, "country": nlp.Country,
		"president": nlp.Person, "freedom": "",
	}
	for noun, want := range tests {
		if got := NounType(noun); got != want {
			t.Errorf("%q: got %q, want %q", noun, got, want)
		}
	}
	if !IsTitle("General") || !IsTitle("spokesman") || IsTitle("mosque") {
		t.Error("titles")
	}
	if !IsLeader("president") || IsLeader("spokesman") {
		t.Error("leaders")
	}
	if !IsCarrier("group") || IsCarrier("spokesman") || !IsSettlement("city") {
		t.Error("institutions")
	}
}

func TestEvents(t *testing.T) {
	tests := []struct {
		noun      string
		modifiers []string
		want      string
	}{
		{"bombing", nil, "bombing"},
		{"attack", nil, "attack"},
		{"attack", []string{"bomb"}, "bombing"},
		{"strike", []string{"drone"}, "airstrike"},
		{"strike", []string{"hunger"}, "protest"},
		{"service", []string{"memorial"}, "commemoration"},
		{"service", nil, ""},
		{"quake", nil, "earthquake"},
		{"penalty", []string{"late"}, "goal"},
		{"penalty", []string{"death"}, ""},
		{"game", []string{"video"}, ""},
		{"statement", nil, ""},
	}
	for _, test := range tests {
		got, _ := EventType(test.noun, test.modifiers...)
		if got != test.want {
			t.Errorf("%v %s: got %q, want %q", test.modifiers, test.noun, got, test.want)
		}
	}
	if !EventIsA("bombing", "attack") || EventIsA("attack", "bombing") || !EventIsA("trial", AnyEvent) {
		t.Error("hierarchy of attacks")
	}
	for kind := range load().broader {
		if !EventIsA(kind, AnyEvent) || kind == BroaderEvent(kind) {
			t.Errorf("%s is not below %s", kind, AnyEvent)
		}
		for k, steps := kind, 0; k != ""; k, steps = BroaderEvent(k), steps+1 {
			if steps > 5 {
				t.Fatalf("%s: the hierarchy has a loop", kind)
			}
		}
	}
}

func TestGender(t *testing.T) {
	for name, want := range map[string]Gender{"Mary": Feminine, "Mohammed": Masculine, "Kerman": UnknownGender} {
		if got, _ := GivenName(name); got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
	if NounGender("spokeswoman") != Feminine || NounGender("general") != UnknownGender {
		t.Error("nouns")
	}
}

func TestHeadOf(t *testing.T) {
	for name, want := range map[string]string{
		"Barack Obama": "US", "Obama": "US", "Merkel": "DE", "Bashar al - Assad": "SY", "Jane Bloggs": "", "Barack": "",
	} {
		if got, _ := HeadOf(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if code, _ := RegionCountry("Quebec"); code != "CA" {
		t.Error("a region")
	}
	if _, ok := RegionCountry("Chicago"); ok {
		t.Error("a town is no region")
	}
}
