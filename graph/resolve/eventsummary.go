package resolve

import (
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// eventSummary is what one document says of an event.
type eventSummary struct {
	noun     string // the type that the document gives
	nouns    []form // head nouns of its nominal mentions, best first
	time     nlp.Interval
	places   []unitID
	agents   []unitID
	patients []unitID
	killed   []unitID // those of the patients who died in it
	honoured []unitID
	related  []unitID // other events that it is told to have hit, caused, been part of
	hitBy    []unitID // those of the related that happened at it or were aimed at it
	deaths   []nlp.Quantity
	injuries []nlp.Quantity
	partOf   unitID
	every    bool // joined though it names a kind; see Options.EveryEvent
}

func (e *eventSummary) shift(base unitID) {
	for _, s := range [][]unitID{e.places, e.agents, e.patients, e.killed, e.honoured, e.related, e.hitBy} {
		for i := range s {
			s[i] += base
		}
	}
	if e.partOf != noUnit {
		e.partOf += base
	}
}

// addEvents gathers what the observation says of its events, in their facts and
// in claims about them.
func (s *summary) addEvents(o *graph.Observation, d *division) {
	for i := range o.Chains {
		c := &o.Chains[i]
		if c.Type != nlp.Event {
			continue
		}
		facts := c.Event
		if facts == nil {
			facts = &nlp.EventFacts{PartOf: nlp.NoChain}
		}
		for u := s.doc.starts[i]; u < s.doc.starts[i+1]; u++ {
			s.units[u].event = s.factsOf(facts, &s.units[u])
		}
	}
	for i := range s.units {
		if e := s.units[i].event; e != nil {
			for _, p := range slices.Concat(e.places, e.patients) {
				s.relate(unitID(i), p)
				s.hit(unitID(i), p)
			}
		}
	}
	for i := range o.Claims {
		c := &o.Claims[i]
		if c.Polarity == nlp.Negative || c.Modality == nlp.Desired {
			continue
		}
		subject, object := s.doc.claimUnits(o, d, c)
		if subject != noUnit && object != noUnit && subject != object {
			s.relate(subject, object)
			if c.Predicate == "targeted" || c.Predicate == "located_in" {
				s.hit(subject, object)
			}
		}
		if subject != noUnit && s.units[subject].event != nil {
			s.addAsSubject(s.units[subject].event, c, object)
		}
		if object != noUnit && s.units[object].event != nil && subject != noUnit {
			s.addAsObject(s.units[object].event, c, subject)
		}
	}
}

// relate notes that two events have to do with one another.
func (s *summary) relate(a, b unitID) {
	if x, y := s.units[a].event, s.units[b].event; x != nil && y != nil {
		x.related, y.related = addNew(x.related, b), addNew(y.related, a)
	}
}

// hit notes that one event happened at another.
func (s *summary) hit(a, b unitID) {
	if x, y := s.units[a].event, s.units[b].event; x != nil && y != nil && a != b {
		y.hitBy = addNew(y.hitBy, a)
	}
}

func (s *summary) factsOf(f *nlp.EventFacts, u *unit) *eventSummary {
	e := &eventSummary{noun: f.Type, time: f.Time, partOf: noUnit}
	e.deaths = append(e.deaths, f.Deaths...)
	e.injuries = append(e.injuries, f.Injuries...)
	for _, p := range f.Places {
		// An event lies in the place, whatever else the chain is used as.
		if q := s.unitFor(p, placeUse); q != noUnit {
			e.places = addNew(e.places, q)
		}
	}
	for _, p := range f.Participants {
		q := s.unitFor(p.Chain, actorUse)
		if q == noUnit {
			continue
		}
		switch p.Role {
		case nlp.AgentRole:
			e.agents = addNew(e.agents, q)
		case nlp.PatientRole:
			e.patients = addNew(e.patients, q)
		case nlp.HonoureeRole:
			e.honoured = addNew(e.honoured, q)
		}
	}
	if q := s.unitFor(f.PartOf, wholeUse); f.PartOf != nlp.NoChain && q != noUnit {
		e.partOf = q
	}
	var nouns []form
	for _, n := range u.nominals {
		head, modified := headNoun(n.text)
		if tableKinds(modified) != nil && kindClasses()[modified] != nil {
			head = modified
		}
		if head != "" {
			nouns = countForm(nouns, head, n.count)
		}
	}
	e.nouns = rankForms(nouns)
	if e.noun == "" {
		e.noun = "event"
	}
	return e
}

// unitFor returns the unit of a chain that is used in a way, or its first.
func (s *summary) unitFor(c nlp.ChainID, want use) unitID {
	if c < 0 || int(c) >= len(s.doc.starts)-1 {
		return noUnit
	}
	for u := s.doc.starts[c]; u < s.doc.starts[c+1]; u++ {
		if s.units[u].use == want {
			return unitID(u)
		}
	}
	return s.doc.unit(c, 0)
}

func (s *summary) addAsSubject(e *eventSummary, c *nlp.Claim, object unitID) {
	if q := c.Object.Quantity; q != nil {
		switch c.Predicate {
		case "death_toll":
			if !slices.Contains(e.deaths, *q) {
				e.deaths = append(e.deaths, *q)
			}
		case "injury_toll":
			if !slices.Contains(e.injuries, *q) {
				e.injuries = append(e.injuries, *q)
			}
		}
		return
	}
	if object == noUnit {
		return
	}
	switch c.Predicate {
	case "located_in":
		e.places = addNew(e.places, object)
	case "targeted", "attacked", "injured":
		e.patients = addNew(e.patients, object)
	case "killed":
		e.patients = addNew(e.patients, object)
		e.killed = addNew(e.killed, object)
	case "honours":
		e.honoured = addNew(e.honoured, object)
	}
}

func (s *summary) addAsObject(e *eventSummary, c *nlp.Claim, subject unitID) {
	switch c.Predicate {
	case "carried_out", "claimed":
		if c.Modality == nlp.Certain {
			e.agents = addNew(e.agents, subject)
		}
	}
}
