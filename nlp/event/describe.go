package event

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Describe fills in the event facts and the names of the chains whose type is
// Event, from the readings of their mentions.
func Describe(a *nlp.Analysis, trees []*tree.Tree, readings []Reading) {
	of := make(map[nlp.ChainID][]*Reading)
	for i := range readings {
		if c := a.ChainAt(readings[i].Ref); c != nlp.NoChain {
			of[c] = append(of[c], &readings[i])
		}
	}
	for i := range a.Chains {
		c := &a.Chains[i]
		if c.Type != nlp.Event {
			continue
		}
		own := of[c.ID]
		c.Event = factsOf(a, c.ID, own)
		if len(own) > 0 {
			tolls(a, trees, c, own)
			generic := true
			for _, x := range own {
				generic = generic && (x.Bare || x.Other && x.Plural && x.Count == 0 && x.Time.IsZero())
			}
			c.Generic = generic && !c.Named()
		}
		if !c.Named() {
			c.Name = nameOf(a, c, own)
		}
	}
	parts(a, of)
}

func factsOf(a *nlp.Analysis, self nlp.ChainID, readings []*Reading) *nlp.EventFacts {
	f := &nlp.EventFacts{Type: typeOf(readings), PartOf: nlp.NoChain}
	add := func(list *[]nlp.ChainID, ref nlp.TokenRef) {
		if c := a.ChainAt(ref); c != nlp.NoChain && c != self && !slices.Contains(*list, c) {
			*list = append(*list, c)
		}
	}
	take := func(role nlp.Role, refs []nlp.TokenRef) {
		for _, ref := range refs {
			c := a.ChainAt(ref)
			p := nlp.Participant{Role: role, Chain: c}
			if c != nlp.NoChain && c != self && !a.Chains[c].Unknown && !slices.Contains(f.Participants, p) {
				f.Participants = append(f.Participants, p)
			}
		}
	}
	for _, x := range readings {
		if !x.Time.IsZero() && (f.Time.IsZero() || narrower(x.Time, f.Time)) {
			f.Time = x.Time
		}
		for _, p := range x.Places {
			add(&f.Places, p)
		}
		take(nlp.AgentRole, x.Agents)
		take(nlp.PatientRole, x.Patients)
		take(nlp.HonoureeRole, x.Honourees)
		if x.Count > 1 && f.Count == nil {
			f.Count = &nlp.Quantity{Value: float64(x.Count), Qualifier: nlp.Exactly}
		}
	}
	return f
}

// typeOf chooses the narrowest type that most readings bear out: a type is
// borne out by its own kinds and by what it is a kind of.
func typeOf(readings []*Reading) string {
	best, score := gazetteer.AnyEvent, -1
	for _, x := range readings {
		s := 0
		for _, y := range readings {
			switch {
			case vague(y):
			case gazetteer.EventIsA(x.Type, y.Type):
				s += 3
			case gazetteer.EventIsA(y.Type, x.Type):
				s++
			}
		}
		if vague(x) {
			s = 0
		}
		if s > score || s == score && depth(x.Type) > depth(best) {
			best, score = x.Type, s
		}
	}
	return best
}

func depth(kind string) int {
	n := 0
	for k := gazetteer.BroaderEvent(kind); k != ""; k = gazetteer.BroaderEvent(k) {
		n++
	}
	return n
}

// nounOf chooses the noun that names the event: of the event's type, used most
// often, the type's own name before others, the shorter before the longer.
func nounOf(kind string, readings []*Reading) string {
	count := make(map[string]int)
	for _, x := range readings {
		if x.Noun != "" {
			count[x.Noun]++
		}
	}
	best, score := "", -1
	for _, x := range readings {
		if x.Noun == "" {
			continue
		}
		s := 3 * count[x.Noun]
		if i := strings.LastIndex(x.Noun, " "); i > 0 {
			// "Memorial service" and then "the service": the noun alone says less.
			if _, alone := gazetteer.EventType(x.Noun[i+1:]); !alone {
				s += 3*count[x.Noun[i+1:]] + 1
			}
		}
		if x.Type == kind {
			s += 20
		}
		if x.Noun == kind {
			s++
		}
		if x.Headline {
			s += 4 // what the title calls it is what people call it
		}
		if vagueNouns[x.Noun] {
			s -= 10
		}
		if s > score || s == score && len(x.Noun) < len(best) {
			best, score = x.Noun, s
		}
	}
	return best
}

// nameOf makes the name that a person would give: place and noun, with the
// year when it is not the article's; or the noun with the one it happened to.
func nameOf(a *nlp.Analysis, c *nlp.Chain, readings []*Reading) string {
	noun := nounOf(c.Event.Type, readings)
	if noun == "" {
		return c.Name
	}
	if c.Generic {
		return c.Name
	}
	year := ""
	if y := c.Event.Time.Start.Year; y != 0 && (a.Document.Date.IsZero() || a.Document.Date.Year != y) {
		year = c.Event.Time.Start.String()[:4] + " "
	}
	if (gazetteer.EventIsA(c.Event.Type, "ceremony") || c.Event.Type == "award") && year == "" {
		if who := participant(a, c, nlp.HonoureeRole); who != "" {
			return noun + " for " + who
		}
	}
	if suffered[c.Event.Type] && c.Event.Type != "accident" {
		if who := participant(a, c, nlp.PatientRole); who != "" {
			return noun + " " + suffering(noun) + " " + who
		}
	}
	if between[c.Event.Type] {
		if sides := sidesOf(a, c); len(sides) > 1 {
			return year + sides[0] + "–" + sides[1] + " " + noun
		}
	}
	if place := placeName(a, c); place != "" {
		return year + place + " " + noun
	}
	if who := participant(a, c, nlp.HonoureeRole); who != "" {
		return year + noun + " for " + who
	}
	if who := participant(a, c, nlp.PatientRole); who != "" {
		return year + noun + " " + linking(c.Event.Type, noun, readings) + " " + who
	}
	if who := participant(a, c, nlp.AgentRole); who != "" {
		return year + noun + " by " + who
	}
	if year != "" {
		return year + noun
	}
	if c.Name != "" {
		return c.Name
	}
	return noun
}

// hasMany reports whether an event of this type has victims of whom none is
// what it is called by.
func hasMany(kind string) bool {
	return gazetteer.EventIsA(kind, "disaster") || gazetteer.EventIsA(kind, "conflict") || kind == "outbreak"
}

// suffering returns the preposition for what befalls somebody.
func suffering(noun string) string {
	if noun == "lawsuit" {
		return "against"
	}
	return "of"
}

// linking returns the preposition between the noun of an event and the one it
// was done to.
func linking(kind, noun string, readings []*Reading) string {
	switch noun {
	case "visit":
		return "to"
	case "charge", "protest":
		return "against"
	}
	for _, x := range readings {
		if !x.Verbal {
			return "on" // as the text has it: only attacks have targets of their own
		}
	}
	if gazetteer.EventIsA(kind, "attack") && !suffered[kind] {
		return "on"
	}
	return "of"
}

// sidesOf returns the named participants of what takes two sides.
func sidesOf(a *nlp.Analysis, c *nlp.Chain) []string {
	var out []string
	for _, p := range c.Event.Participants {
		if x := &a.Chains[p.Chain]; x.Named() && !slices.Contains(out, x.Name) {
			out = append(out, x.Name)
		}
	}
	return out
}

// participant returns the name of the first named participant in a role.
func participant(a *nlp.Analysis, c *nlp.Chain, role nlp.Role) string {
	for _, p := range c.Event.Participants {
		if p.Role == role && a.Chains[p.Chain].Named() {
			return a.Chains[p.Chain].Name
		}
	}
	return ""
}

// placeName returns the place by which an event goes: a city before a building,
// before a region, before a country.
func placeName(a *nlp.Analysis, c *nlp.Chain) string {
	order := []nlp.EntityType{nlp.City, nlp.Facility, nlp.Place, nlp.Country}
	for _, kind := range order {
		for _, p := range c.Event.Places {
			if x := &a.Chains[p]; x.Type == kind && x.Named() {
				return strings.TrimPrefix(x.Name, "the ")
			}
		}
	}
	return ""
}
