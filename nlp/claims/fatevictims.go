package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// fateVictims states who was killed or hurt where the clause tells neither by
// whom nor in what: by the event of the clause around it or the one that the
// text told of before, and else that somebody killed them. How many victims
// there were is a toll.
func (d *document) fateVictims(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if !t.verbal(v) || !t.passive(v) || len(t.agent(v).tokens) > 0 {
			continue
		}
		p := t.doneTo(v)
		if p == "" {
			continue
		}
		s := d.stanceOf(t, v)
		if s.polarity == nlp.Negative {
			continue
		}
		for _, x := range d.ends(t, t.everyoneOf(t.object(v)), persons) {
			if d.onlyCounted(t, x) || d.a.Chains[x.Chain].Generic || d.toldOf(cs, p, x.Chain) {
				continue
			}
			c := t.candidate(v, nlp.End{}, p, x.End, s, 0, "victim").during(d.timeOf(t, v))
			switch e, sure := d.eventOf(t, fate{predicate: tollOf[p], at: v}); {
			case e != nlp.NoChain && (!singling[t.lemma(v)] || gazetteer.EventIsAny(d.a.Chains[e].Event.Type, assaults)) && s.modality != nlp.Desired && s.modality != nlp.Future:
				c.Subject, c.Confidence = nlp.ChainEnd(e), sure*x.sure
			case p == "killed":
				c.Subject, c.Confidence, c.unstated = nlp.ChainEnd(d.unstatedActor()), unstatedKiller*x.sure, true
			default:
				continue
			}
			out = append(out, c)
		}
	}
	return out
}

// singling are verbs of killing somebody in particular, which is a deed of its own and
// no part of what was told of before unless that was an assault.
var singling = words("assassinate execute lynch behead hang")

var assaults = []string{"attack", "killing", "explosion"}

// unstatedKiller is the confidence of a killing of which the text does not say
// who did it.
const unstatedKiller = 0.7

// tollOf are the predicates of numbers that go with those of victims.
var tollOf = map[nlp.Predicate]nlp.Predicate{"killed": "death_toll", "injured": "injury_toll"}

// doneTo returns what a passive verb says was done to its subject: "killed",
// "injured" or "".
func (t *tree) doneTo(v int) nlp.Predicate {
	l := t.verbLemma(v)
	switch {
	case shootDown[t.phrasal(v)]:
		return "killed"
	case killVerbs[l], l == "assassinate", l == "execute", l == "lynch", t.deadly(v, l) == "death_toll":
		if l == "find" || l == "confirm" || l == "pronounce" || l == "declare" {
			return ""
		}
		return "killed"
	case hurtVerbs[l]:
		return "injured"
	}
	return ""
}

// shootDown are phrasal verbs of killing people.
var shootDown = words("gun_down mow_down cut_down")

// everyoneOf returns the members of the coordinations that the tokens of f head.
func (t *tree) everyoneOf(f found) found {
	out := t.everyone(f.tokens)
	out.remote = f.remote
	return out
}

// toldOf reports whether a claim says already who or what did that to somebody.
func (d *document) toldOf(cs []candidate, p nlp.Predicate, who nlp.ChainID) bool {
	same := func(c *nlp.Claim) bool { return c.Predicate == p && c.Object.Chain == who }
	return slices.ContainsFunc(cs, func(c candidate) bool { return same(&c.Claim) }) || slices.ContainsFunc(d.done, func(c nlp.Claim) bool { return same(&c) })
}
