package dispute

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

// The predicates of the codebook that speak of who is responsible.
var (
	responsible = map[nlp.Predicate]bool{"carried_out": true, "claimed": true} // actor → event
	accusing    = []nlp.Predicate{"blamed", "accused"}                         // accuser → actor
	// speaksFor leads from who denies to whom the denial may be on behalf of.
	speaksFor = []nlp.Predicate{"spokesperson_of", "leads", "works_for", "member_of", "part_of", "branch_of"}
)

const (
	denying    nlp.Predicate = "denied"
	concerning nlp.Predicate = "concerns"
)

// inquiry gathers who is held responsible for one event, and who denies it.
type inquiry struct {
	event   graph.EntityID
	held    map[graph.EntityID][]*graph.Claim
	denials map[graph.EntityID][]*graph.Claim
}

// responsibility finds the events that somebody denies although held
// responsible for.
func (f *finder) responsibility() ([]Contradiction, error) {
	inquiries, err := f.denied()
	if err != nil {
		return nil, err
	}
	accusations, err := f.accusations()
	if err != nil {
		return nil, err
	}
	var out []Contradiction
	for _, id := range slices.Sorted(maps.Keys(inquiries)) {
		q := inquiries[id]
		if err := f.hold(q, accusations); err != nil {
			return nil, err
		}
		if err := f.onBehalf(q); err != nil {
			return nil, err
		}
		sides, err := f.positions(q)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(sides, func(s Side) bool { return len(s.Claims) > 0 && len(s.Denials) > 0 }) {
			out = append(out, Contradiction{Kind: Responsibility, About: id, Sides: sides})
		}
	}
	return out, nil
}

// denied returns an inquiry for every event of which something is denied.
func (f *finder) denied() (map[graph.EntityID]*inquiry, error) {
	out := make(map[graph.EntityID]*inquiry)
	add := func(event graph.EntityID, c *graph.Claim) {
		q := out[event]
		if q == nil {
			q = &inquiry{event, make(map[graph.EntityID][]*graph.Claim), make(map[graph.EntityID][]*graph.Claim)}
			out[event] = q
		}
		q.denials[c.Subject.Entity] = append(q.denials[c.Subject.Entity], c)
	}
	denials, err := f.with(quadstore.Predicate, quadstore.PredicateIRI(denying))
	if err != nil {
		return nil, err
	}
	for _, c := range denials {
		if c.Subject.Entity == "" || c.Object.Entity == "" || !c.Fact() {
			continue
		}
		events, err := f.meant(c)
		if err != nil {
			return nil, err
		}
		for _, event := range events {
			add(event, c)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(responsible)) {
		claims, err := f.with(quadstore.Predicate, quadstore.PredicateIRI(p))
		if err != nil {
			return nil, err
		}
		for _, c := range claims {
			if c.Polarity == nlp.Negative && c.Asserted() && c.Subject.Entity != "" && c.Object.Entity.IsEvent() {
				add(c.Object.Entity, c)
			}
		}
	}
	return out, nil
}

// meant returns the events that a denial is about: its object; or what its
// object, such as an involvement, concerns; or, when the document does not say
// what that is, the event that it holds the denier responsible for, of several
// the one it does so nearest to the denial.
func (f *finder) meant(c *graph.Claim) ([]graph.EntityID, error) {
	if c.Object.Entity.IsEvent() {
		return []graph.EntityID{c.Object.Entity}, nil
	}
	var out []graph.EntityID
	for about, err := range f.g.ClaimsFrom(c.Object.Entity) {
		if err != nil {
			return nil, err
		}
		if about.Predicate == concerning && about.Object.Entity.IsEvent() {
			out = append(out, about.Object.Entity)
		}
	}
	if len(out) > 0 {
		slices.Sort(out)
		return slices.Compact(out), nil
	}
	nearest, err := f.suspected(c.Subject.Entity, c)
	if err != nil || nearest == "" {
		return nil, err
	}
	return []graph.EntityID{nearest}, nil
}

// suspected returns the event that the document of a claim says or reports an
// actor may have carried out, of several the one it does so nearest to the
// claim; "" when there is none. What the document states as a fact in its own
// voice is not meant: nobody argues about that.
func (f *finder) suspected(actor graph.EntityID, near *graph.Claim) (graph.EntityID, error) {
	type found struct {
		distance nlp.Offset
		event    graph.EntityID
	}
	var best *found
	for c, err := range f.g.ClaimsFrom(actor) {
		if err != nil {
			return "", err
		}
		if c.Document != near.Document || !responsible[c.Predicate] || !c.Object.Entity.IsEvent() || !c.Asserted() ||
			c.Fact() && len(c.Attribution) == 0 {
			continue
		}
		x := found{abs(c.Start() - near.Start()), c.Object.Entity}
		if best == nil || cmp.Or(cmp.Compare(x.distance, best.distance), cmp.Compare(x.event, best.event)) < 0 {
			best = &x
		}
	}
	if best == nil {
		return "", nil
	}
	return best.event, nil
}

func abs(n nlp.Offset) nlp.Offset { return max(n, -n) }

// accusations returns the claims that hold somebody responsible without naming
// the event, by document.
func (f *finder) accusations() (map[graph.DocumentID][]*graph.Claim, error) {
	out := make(map[graph.DocumentID][]*graph.Claim)
	for _, p := range accusing {
		claims, err := f.with(quadstore.Predicate, quadstore.PredicateIRI(p))
		if err != nil {
			return nil, err
		}
		for _, c := range claims {
			if c.Object.Entity != "" && c.Polarity == nlp.Positive && c.Asserted() {
				out[c.Document] = append(out[c.Document], c)
			}
		}
	}
	return out, nil
}

// hold finds who is held responsible for the inquiry's event.
func (f *finder) hold(q *inquiry, accusations map[graph.DocumentID][]*graph.Claim) error {
	for c, err := range f.g.ClaimsTo(q.event) {
		if err != nil {
			return err
		}
		if !responsible[c.Predicate] || c.Subject.Entity == "" || c.Polarity != nlp.Positive || !c.Asserted() {
			continue
		}
		if ok, err := f.m.Keeps(c); err != nil {
			return err
		} else if ok {
			q.held[c.Subject.Entity] = append(q.held[c.Subject.Entity], c)
		}
	}
	event, err := f.g.Entity(q.event)
	if err != nil {
		return err
	}
	for i, m := range event.Mentions {
		if i > 0 && event.Mentions[i-1].Document == m.Document {
			continue
		}
		for _, c := range accusations[m.Document] {
			ok, err := f.accusedOf(c, event)
			if err != nil {
				return err
			}
			if ok {
				q.held[c.Object.Entity] = append(q.held[c.Object.Entity], c)
			}
		}
	}
	return nil
}

// accusedOf reports whether an accusation is about an event: its sentence names
// the event, or names no event and the document elsewhere suspects the accused
// of this one.
func (f *finder) accusedOf(c *graph.Claim, event *graph.Entity) (bool, error) {
	if names(event, c) {
		return true, nil
	}
	suspected, err := f.suspected(c.Object.Entity, c)
	if err != nil || suspected != event.ID {
		return false, err
	}
	ids, err := walk.EntitiesWith(f.ctx, f.g.Quads(), quadstore.MentionedIn, quadstore.DocumentIRI(c.Document))
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		if !id.IsEvent() {
			continue
		}
		other, err := f.g.Entity(id)
		if err != nil {
			return false, err
		}
		if names(other, c) {
			return false, nil
		}
	}
	return true, nil
}

// names reports whether a sentence that a claim stands in names an event, by
// more than a pronoun.
func names(event *graph.Entity, c *graph.Claim) bool {
	return slices.ContainsFunc(event.Mentions, func(m graph.Mention) bool {
		return m.Document == c.Document && m.Kind != nlp.PronounMention &&
			slices.ContainsFunc(c.Evidence, func(e graph.Evidence) bool { return e.Start <= m.Start && m.End <= e.End })
	})
}

// onBehalf counts the denial of somebody who is not held responsible as that of
// the parties that are and that the denier speaks for, leads or belongs to.
func (f *finder) onBehalf(q *inquiry) error {
	for _, denier := range slices.Sorted(maps.Keys(q.denials)) {
		if len(q.held[denier]) > 0 {
			continue
		}
		parties, err := f.parties(denier)
		if err != nil {
			return err
		}
		denials := q.denials[denier]
		for _, party := range parties {
			if len(q.held[party]) == 0 {
				continue
			}
			delete(q.denials, denier)
			q.denials[party] = append(q.denials[party], denials...)
		}
	}
	return nil
}

// parties returns those that somebody speaks for, leads or belongs to.
func (f *finder) parties(of graph.EntityID) ([]graph.EntityID, error) {
	if found, ok := f.spokenFor[of]; ok {
		return found, nil
	}
	steps, err := walk.Neighbours(f.ctx, f.g.Quads(), of, walk.Options{Directed: true, Predicates: speaksFor})
	if err != nil {
		return nil, err
	}
	var out []graph.EntityID
	for _, s := range steps {
		if s.To != of {
			out = append(out, s.To)
		}
	}
	f.spokenFor[of] = out
	return out, nil
}

// circular are the words for whoever did it. A party that is called nothing
// else is nobody in particular.
var circular = map[string]bool{
	"perpetrator": true, "perpetrators": true, "attacker": true, "attackers": true, "assailant": true, "assailants": true,
	"culprit": true, "culprits": true, "mastermind": true, "masterminds": true,
}

// nobody reports whether an entity has no name, and is described only as
// whoever did it.
func nobody(e *graph.Entity) bool {
	return !slices.ContainsFunc(e.Mentions, func(m graph.Mention) bool { return m.Kind == nlp.NameMention }) &&
		slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), func(w string) bool { return circular[w] })
}

// positions returns the sides of an inquiry: first those who deny it, then the
// others, each by how many claims hold them responsible.
func (f *finder) positions(q *inquiry) ([]Side, error) {
	actors := make(map[graph.EntityID]bool)
	for _, of := range []iter.Seq[graph.EntityID]{maps.Keys(q.held), maps.Keys(q.denials)} {
		for id := range of {
			actors[id] = true
		}
	}
	var out []Side
	for id := range actors {
		actor, err := f.g.Entity(id)
		if err != nil {
			return nil, err
		}
		if nobody(actor) {
			continue
		}
		claims, err := f.sort(q.held[id])
		if err != nil {
			return nil, err
		}
		denials, err := f.sort(q.denials[id])
		if err != nil {
			return nil, err
		}
		out = append(out, Side{Actor: id, Claims: claims, Denials: denials})
	}
	slices.SortFunc(out, func(a, b Side) int {
		return cmp.Or(cmp.Compare(min(1, len(b.Denials)), min(1, len(a.Denials))),
			cmp.Compare(len(b.Claims), len(a.Claims)), cmp.Compare(a.Actor, b.Actor))
	})
	return out, nil
}
