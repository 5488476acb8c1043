package event

import (
	"slices"

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
			c.Name = nameOf(a, trees, c, own)
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
