package event

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

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
func nameOf(a *nlp.Analysis, trees []*tree.Tree, c *nlp.Chain, readings []*Reading) string {
	noun := nounOf(c.Event.Type, readings)
	if noun == "" {
		return c.Name
	}
	noun = gazetteer.EventWord(noun)
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
		return year + noun + " " + linking(c.Event.Type, noun) + " " + who
	}
	phrase, own := plainPhrase(trees, readings)
	if own {
		if whose, what, ok := strings.Cut(phrase, "'s "); ok && year != "" {
			return whose + "'s " + year + what
		}
		return year + phrase
	}
	if by := agent(a, c); by != nil {
		return year + doneBy(c.Event.Type, noun, by)
	}
	if phrase == "" {
		phrase = noun
	}
	if at := c.Event.Time; at.Start.Day != 0 && at.Start == at.End {
		return phrase + " of " + at.Start.Time().Format("2 January 2006")
	}
	return year + phrase
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
func linking(kind, noun string) string {
	switch noun {
	case "visit", "trip", "threat":
		return "to"
	case "charge", "protest", "fight", "war", "battle", "violence", "insurgency", "campaign", "hostility", "game", "match", "rebellion", "crackdown":
		return "against"
	case "victory", "win", "triumph":
		return "over"
	}
	switch {
	case gazetteer.EventIsA(kind, "attack") && !suffered[kind] && !befalling[kind]:
		return "on"
	case gazetteer.EventIsA(kind, "conflict") && kind != "invasion":
		return "with"
	}
	return "of"
}

// befalling are kinds of attacks of which one speaks as those of their victims:
// "the shooting of X".
var befalling = map[string]bool{"shooting": true, "stabbing": true, "killing": true, "kidnapping": true}

// doneBy joins the noun of an event with the name of who did it as people do:
// "raid by X" of a deed, "resignation of X" of what somebody does by himself,
// "Boeing scandal" of what a body or thing has part in.
func doneBy(kind, noun string, by *nlp.Chain) string {
	is := func(broader ...string) bool {
		return slices.ContainsFunc(broader, func(k string) bool { return gazetteer.EventIsA(kind, k) })
	}
	name := strings.TrimPrefix(by.Name, "the ")
	switch by.Type {
	case nlp.Person, nlp.Group:
		switch {
		case between[kind]:
			return noun + " with " + by.Name
		case is("resignation", "campaign", "competition", "debut", "birth", "marriage", "appointment", "bankruptcy", "defeat", "scandal"):
			return noun + " of " + by.Name
		}
	case nlp.Organization, nlp.Country:
		if noun != "signing" && is("scandal", "conflict", "competition", "match", "festival", "accident", "agreement", "trial") {
			return name + " " + noun
		}
	default:
		if _, government := gazetteer.CountryByCapital(by.Name); !government {
			return name + " " + noun
		}
	}
	return noun + " by " + by.Name
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

// agent returns the first named one who did it, or nil.
func agent(a *nlp.Analysis, c *nlp.Chain) *nlp.Chain {
	for _, p := range c.Event.Participants {
		if x := &a.Chains[p.Chain]; p.Role == nlp.AgentRole && x.Named() {
			return x
		}
	}
	return nil
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
