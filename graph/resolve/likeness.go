package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Weights of what two tellings of an event agree in. They were set by hand so
// that two independent agreements are needed, one of them particular; a person
// dies once, so that agreement alone is enough.
const (
	sameDay       = 3.0
	sameMonth     = 2.0
	sameYear      = 1.5
	nextDay       = 1.0
	sameReport    = 1.0
	sameCity      = 3.0
	sameState     = 1.5
	sameNamed     = 3.0 // a named target or honouree
	sameDeath     = 5.0 // a named person who died in it
	sameSite      = 1.5
	sameVictim    = 1.5 // a person described in the same words
	sameRelated   = 2.0 // another event that both hit, caused or are part of
	sameScene     = 5.5 // another event that hit both, or happened at both
	sameAgent     = 1.5
	sameToll      = 2.0
	nearToll      = 1.0
	sameEventName = 3.0
	onlyOfKind    = 2.5 // the only ones of their kind in a document
	farToll       = -2.0
	onlyRelated   = -1.0
	oneStory      = 2.5 // told by documents that tell of much the same
	likeStories   = 1.0
	sameNoun      = 1.5 // by the same noun or verb, or of one particular kind
	otherPeople   = -1.5

	enoughLikeness = 4.0
	// Chains of one document were kept apart by its reader; more is needed to
	// overrule that.
	enoughInside = 5.5
	// From here on, two tellings may be one event and are reported as such.
	doubtfulLikeness = 3.0
)

// likeness is how well two occurrences go together.
type likeness struct {
	weight  float64
	reasons []string
	kinds   int  // independent agreements
	sharp   bool // one of them is particular to an event
	refused bool
	explain bool
}

// add counts an agreement; why is asked only when the reasons are wanted.
func (l *likeness) add(weight float64, sharp bool, why func() string) {
	l.weight += weight
	if weight > 0 {
		l.kinds++
		l.sharp = l.sharp || sharp
	}
	if l.explain {
		l.reasons = append(l.reasons, why())
	}
}

// compare weighs whether two occurrences are one event.
func (r *resolver) compare(a, b *occurrence) likeness { return r.weigh(a, b, false) }

// explain says what speaks for two occurrences being one event.
func (r *resolver) explain(a, b *occurrence) string {
	l := r.weigh(a, b, true)
	return strings.Join(l.reasons, "; ")
}

func (r *resolver) weigh(a, b *occurrence, explain bool) likeness {
	l := likeness{explain: explain}
	switch kindAgreement(a.kinds, b.kinds) {
	case unlike:
		l.refused = true
		return l
	case related:
		l.weight += onlyRelated
	}
	if len(shared(a.wholes, b.members)) > 0 || len(shared(b.wholes, a.members)) > 0 {
		l.refused = true // one is part of the other
		return l
	}
	if r.namedApart(a.names, b.names) {
		l.refused = true
		return l
	}
	l.compareTimes(a, b)
	if l.refused {
		return l
	}
	r.comparePlaces(&l, a, b)
	l.refused = l.refused || r.toldApart(a, b)
	if l.refused {
		return l
	}
	r.compareParticipants(&l, a, b)
	if g := r.alone(a, b); g != "" {
		l.add(onlyOfKind, true, func() string { return fmt.Sprintf("the article has no other event of the kind %s", quote(g)) })
	}
	l.compareTolls(a, b)
	r.compareStories(&l, a, b)
	if len(shared(a.names, b.names)) > 0 {
		l.add(sameEventName, true, func() string { return fmt.Sprintf("the name is %s", quote(shared(a.names, b.names)[0])) })
	}
	return l
}

// Likenesses of two documents' stories from which they tell of much the same,
// and from which of similar things.
const (
	oneStoryLikeness = 0.2
	storyLikeness    = 0.1
)

// compareStories weighs whether two occurrences are told in one story, by the
// same noun or verb, and of other people.
//
// One document's tellings are one story whatever they tell of: a report of a
// disaster, whose reader has kept two apart, often looks back at another.
func (r *resolver) compareStories(l *likeness, a, b *occurrence) {
	if insideOne(a, b) && slices.ContainsFunc(shared(a.kinds, b.kinds), func(k kind) bool { return k.family == "disaster" }) {
		return
	}
	switch s := r.sameStory(a, b); {
	case s >= oneStoryLikeness:
		l.add(oneStory, true, func() string { return "the articles tell of much the same" })
	case s >= storyLikeness:
		l.add(likeStories, false, func() string { return "the articles tell of similar things" })
	default:
		return
	}
	if nouns := shared(a.nouns, b.nouns); len(nouns) > 0 {
		l.add(sameNoun, false, func() string { return fmt.Sprintf("both tell of a %s", quote(nouns[0])) })
	} else if k := particular(shared(a.kinds, b.kinds)); k != "" {
		l.add(sameNoun, false, func() string { return fmt.Sprintf("both tell of an event of the kind %s", quote(k)) })
	}
	if apart(a.patients, b.patients) || apart(a.agents, b.agents) && len(shared(a.patients, b.patients)) == 0 {
		l.add(otherPeople, false, func() string { return "they name different people" })
	}
}

// particular returns the first group of kinds that is one, or "".
func particular(kinds []kind) string {
	for _, k := range kinds {
		if k.group != anyGroup {
			return k.group
		}
	}
	return ""
}

// apart reports whether two lists are known and share nothing.
func apart(a, b []unitID) bool { return len(a) > 0 && len(b) > 0 && len(shared(a, b)) == 0 }

// alone returns the kind of which a document that tells of both occurrences has
// no other event, or "".
func (r *resolver) alone(a, b *occurrence) string {
	for _, k := range shared(a.kinds, b.kinds) {
		if k.group == anyGroup {
			continue
		}
		for _, u := range b.members {
			d := r.units[u].doc
			if !a.toldIn(d) {
				continue
			}
			if !slices.ContainsFunc(r.kindInDocument[kindIn{d, k}], func(u unitID) bool {
				return !slices.Contains(a.members, u) && !slices.Contains(b.members, u)
			}) {
				return k.group
			}
		}
	}
	return ""
}

func kindAgreement(a, b []kind) agreement {
	best := unlike
	for _, k := range a {
		for _, m := range b {
			best = max(best, k.agrees(m))
		}
	}
	return best
}

func (l *likeness) compareTimes(a, b *occurrence) {
	switch {
	case a.when.known && b.when.known:
		gap, long := a.when.gap(b.when), max(a.when.length(), b.when.length())
		switch {
		case gap == 0 && long <= dayLong:
			l.add(sameDay, true, func() string { return fmt.Sprintf("both on %s", a.time.Start) })
		case gap == 0 && long <= monthLong:
			l.add(sameMonth, false, func() string { return fmt.Sprintf("the times %s and %s agree", timeText(a.time), timeText(b.time)) })
		case gap == 0 && long <= yearLong:
			l.add(sameYear, false, func() string { return fmt.Sprintf("the times %s and %s agree", timeText(a.time), timeText(b.time)) })
		case gap == 0:
		case gap == 1 && long <= dayLong:
			l.add(nextDay, false, func() string { return fmt.Sprintf("%s is the day next to %s", a.time.Start, b.time.Start) })
		default:
			l.refused = true
		}
	case a.when.known && b.reported.known && a.when.gap(b.reported) == 0 && a.when.length() <= monthLong:
		l.add(sameReport, false, func() string { return "it was reported at the time" })
	case b.when.known && a.reported.known && b.when.gap(a.reported) == 0 && b.when.length() <= monthLong:
		l.add(sameReport, false, func() string { return "it was reported at the time" })
	case (farFrom(a, b) || farFrom(b, a)) && slices.ContainsFunc(a.docs, b.toldIn):
		l.refused = true // "an explosion in 2014" in the report of another
	case (lookedBackFrom(a, b) || lookedBackFrom(b, a)) && slices.ContainsFunc(a.docs, b.toldIn):
		l.refused = true // "a 2014 explosion" in the undated report of another
	case a.reported.known && b.reported.known && a.reported.gap(b.reported) == 0:
		l.add(sameReport, false, func() string { return "both were reported at the same time" })
	}
}

// farFrom reports whether a was at a time long before or after the reports of b,
// of which nothing else tells when it was.
func farFrom(a, b *occurrence) bool {
	return a.when.known && !b.when.known && b.reported.known && a.when.gap(b.reported) > monthLong
}

// lookedBackFrom reports whether a is known by its year alone and of b, or of
// when it was reported, no time is known.
func lookedBackFrom(a, b *occurrence) bool {
	return a.when.known && a.when.length() > monthLong && !b.when.known && !b.reported.known
}

func timeText(i nlp.Interval) string {
	switch {
	case i.Start == i.End || i.End.IsZero():
		return i.Start.String()
	case i.Start.IsZero():
		return i.End.String()
	}
	return i.Start.String() + " to " + i.End.String()
}

func (r *resolver) comparePlaces(l *likeness, a, b *occurrence) {
	if cities := shared(a.cities, b.cities); len(cities) > 0 {
		l.add(sameCity, true, func() string { return fmt.Sprintf("both in %s", r.nameList(cities)) })
		return
	}
	if len(a.cities) > 0 && len(b.cities) > 0 {
		l.refused = true
		return
	}
	if states := shared(a.states, b.states); len(states) > 0 {
		l.add(sameState, false, func() string { return "both in one country" })
		return
	}
	if len(a.states) > 0 && len(b.states) > 0 {
		l.refused = true
	}
}

func (r *resolver) compareParticipants(l *likeness, a, b *occurrence) {
	if dead := shared(a.killed, b.killed); len(dead) > 0 {
		l.add(sameDeath, true, func() string { return fmt.Sprintf("%s died in both", r.nameList(dead)) })
	} else if targets := shared(a.patients, b.patients); len(targets) > 0 {
		l.add(sameNamed, true, func() string { return fmt.Sprintf("both were done to %s", r.nameList(targets)) })
	} else if sites := shared(a.sites, b.sites); len(sites) > 0 {
		l.add(sameSite, false, func() string { return fmt.Sprintf("both at a place of the kind %s", quote(sites[0])) })
	}
	if sites := shared(a.sites, b.sites); len(sites) > 1 {
		l.add(sameSite, true, func() string { return fmt.Sprintf("both at places of the kinds %s", strings.Join(sites, " and ")) })
	}
	if len(shared(a.killed, b.killed)) == 0 {
		if victims := shared(a.victims, b.victims); slices.ContainsFunc(victims, isRole) && (len(a.killed) == 0 || len(b.killed) == 0) {
			l.add(sameVictim, true, func() string { return "those it was done to are described alike" })
		}
	}
	if honoured := shared(a.honoured, b.honoured); len(honoured) > 0 {
		l.add(sameNamed, true, func() string { return fmt.Sprintf("both honour %s", r.nameList(honoured)) })
	}
	if hit := shared(r.roots(a.hitBy), r.roots(b.hitBy)); len(hit) > 0 {
		l.add(sameScene, true, func() string { return fmt.Sprintf("%s happened at both", quote(r.phrase(hit[0]))) })
	} else if around := shared(a.around, b.around); len(around) > 0 {
		l.add(sameNamed, true, func() string { return fmt.Sprintf("both hit a ceremony for %s", r.nameList(around)) })
	} else if related := shared(r.roots(a.related), r.roots(b.related)); len(related) > 0 {
		l.add(sameRelated, true, func() string { return fmt.Sprintf("both have to do with %s", quote(r.phrase(related[0]))) })
	}
	if agents := shared(a.agents, b.agents); len(agents) > 0 {
		l.add(sameAgent, false, func() string { return fmt.Sprintf("%s did or claimed both", r.nameList(agents)) })
	}
}

// roots returns the clusters of units, each once.
func (r *resolver) roots(units []unitID) []unitID {
	var out []unitID
	for _, u := range units {
		out = addNew(out, r.find(u))
	}
	return out
}

// phrase is how a unit's document puts it, for reasons.
func (r *resolver) phrase(u unitID) string {
	if n := r.units[u].nominals; len(n) > 0 && !r.units[u].named() {
		return n[0].text
	}
	return r.units[u].name
}

// same reports whether the likeness is enough for one event, and near whether
// it is enough to say that it may be.
func (l *likeness) same(inside bool) bool {
	need := enoughLikeness
	if inside {
		need = enoughInside
	}
	return !l.refused && l.weight >= need && (l.kinds >= 2 || l.weight >= sameDeath) && l.sharp
}

func (l *likeness) near() bool {
	return !l.refused && l.weight >= doubtfulLikeness && l.kinds >= 2
}

// namedApart reports whether two lists of folded names share no word of their own,
// beside those that say what kind of event it is: "cyclone ada" and "cyclone bob"
// are two. A short single word may abbreviate the other name.
func (r *resolver) namedApart(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			own, theirs := r.ownWords(x), r.ownWords(y)
			if len(own) == 0 || len(theirs) == 0 || abbreviates(own) || abbreviates(theirs) || len(shared(own, theirs)) > 0 {
				return false
			}
		}
	}
	return true
}

// abbreviates reports whether the words of a name are one that may be an acronym.
func abbreviates(words []string) bool { return len(words) == 1 && len(words[0]) <= 5 }

// ownWords returns the words of an event's folded name that do not say what kind
// of event it is.
func (r *resolver) ownWords(name string) []string {
	return slices.DeleteFunc(strings.Fields(name), func(w string) bool {
		return w == "the" || w == "of" || w == "in" || tellsOfEvent(w, r.know)
	})
}
