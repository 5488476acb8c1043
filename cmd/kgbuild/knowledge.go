package main

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph/resolve"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// worldKnowledge hands the gazetteer to resolution, which must not import it.
func worldKnowledge() *resolve.Knowledge {
	return &resolve.Knowledge{Senses: remembered(nameSenses), EventKinds: eventKinds, EventWord: gazetteer.EventWord}
}

// maxRemembered bounds how many names are remembered at a time.
const maxRemembered = 1 << 15

// remembered makes a look-up of names, of which the usual ones come again and
// again, cheap. It is for one goroutine.
func remembered(look func(string) []resolve.Sense) func(string) []resolve.Sense {
	known := make(map[string][]resolve.Sense)
	return func(name string) []resolve.Sense {
		senses, ok := known[name]
		if !ok {
			if len(known) == maxRemembered {
				clear(known)
			}
			senses = look(name)
			known[strings.Clone(name)] = senses
		}
		return senses
	}
}

// nameSenses returns what a name can stand for, likeliest first: a state
// before its capital's other readings, a city before its state's government.
func nameSenses(name string) []resolve.Sense {
	var out []resolve.Sense
	add := func(s resolve.Sense) { out = append(out, s) }
	if c, ok := gazetteer.CountryByName(name); ok {
		add(stateSense(c, resolve.ProperForm))
	}
	if code, ok := gazetteer.CityCountry(name); ok {
		city := strings.TrimSpace(name)
		add(resolve.Sense{
			Key: "city/" + strings.ToLower(city), Name: city, Type: nlp.City,
			Form: resolve.ProperForm, Country: "country/" + code,
		})
	}
	if c, ok := gazetteer.CountryByMetonym(name); ok {
		add(stateSense(c, resolve.CapitalForm))
	}
	if c, ok := gazetteer.CountryByDemonym(name); ok {
		form := resolve.PeopleForm
		if slices.ContainsFunc(c.Adjectives, func(a string) bool { return strings.EqualFold(a, name) }) {
			form = resolve.AdjectiveForm
		}
		add(stateSense(c, form))
	}
	if full, ok := gazetteer.OrganizationName(name); ok {
		add(resolve.Sense{
			Key: "organization/" + strings.ToLower(full), Name: full,
			Type: nlp.Organization, Form: resolve.ProperForm,
		})
	}
	if people, ok := gazetteer.PeopleName(name); ok {
		add(resolve.Sense{
			Key: "people/" + strings.ToLower(people), Name: people,
			Type: nlp.Group, Form: resolve.PeopleForm,
		})
	}
	return out
}

func stateSense(c gazetteer.Country, form resolve.NameForm) resolve.Sense {
	return resolve.Sense{Key: "country/" + c.Code, Name: c.Name, Type: nlp.Country, Form: form}
}

// eventKinds returns what an event noun is a kind of, nearest first.
func eventKinds(noun string) []string {
	kind, ok := gazetteer.EventType(noun)
	if !ok {
		return nil
	}
	var out []string
	if kind != noun {
		out = append(out, kind)
	}
	for broader := gazetteer.BroaderEvent(kind); broader != "" && !slices.Contains(out, broader); broader = gazetteer.BroaderEvent(broader) {
		out = append(out, broader)
	}
	return out
}
