package event

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// counting words pick one event out of several that make up a whole; "last" and
// "next" rather set it apart from them.
var counting = words("first second third fourth fifth 1st 2nd 3rd 4th")

// oneOfSeveral reports whether x counts one event while y tells of a number of
// them.
func oneOfSeveral(x, y *Reading) bool {
	return !x.Plural && (counting[x.Ordinal] || x.Part) && y.Plural && y.Count > 1
}

// within returns the phrase for the whole in "one of the two explosions".
func (r *reader) within(c *mention.Candidate) (nlp.TokenRef, bool) {
	if c.Name != "" || c.Noun != "one" && c.Noun != "another" && !counting[c.Noun] {
		return nlp.TokenRef{}, false
	}
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "nmod") {
		ref := nlp.TokenRef{Sentence: c.Sentence, Token: k}
		if j, ok := r.at[ref]; ok && t.Case(k) == "of" && r.c[j].Number == mention.Plural && r.c[j].Definite == mention.Definite {
			return ref, true
		}
	}
	return nlp.TokenRef{}, false
}

// parts notes which events are parts of others of the same document: "one of
// the two explosions" of the two, "the second blast" of the blasts told of. of
// holds the readings of each chain.
func parts(a *nlp.Analysis, of map[nlp.ChainID][]*Reading) {
	for i := range a.Chains {
		c := &a.Chains[i]
		if c.Type != nlp.Event || c.Event == nil || c.Generic {
			continue
		}
		for _, x := range of[c.ID] {
			if whole := wholeOf(a, of, c, x); whole != nlp.NoChain {
				c.Event.PartOf = whole
				break
			}
		}
	}
}

// wholeOf returns the event of which x says that its own is a part.
func wholeOf(a *nlp.Analysis, of map[nlp.ChainID][]*Reading, c *nlp.Chain, x *Reading) nlp.ChainID {
	if x.Plural {
		return nlp.NoChain
	}
	if x.Part {
		w := a.ChainAt(x.Within)
		if w == nlp.NoChain || w == c.ID || a.Chains[w].Event == nil || a.Chains[w].Event.PartOf == c.ID {
			return nlp.NoChain
		}
		return w
	}
	if !counting[x.Ordinal] || x.Other {
		return nlp.NoChain
	}
	best, score := nlp.NoChain, 0
	for i := range a.Chains {
		w := &a.Chains[i]
		if w.ID == c.ID || w.Type != nlp.Event || w.Event == nil || w.Generic || w.Event.PartOf != nlp.NoChain || apart(c.Event, w.Event) {
			continue
		}
		if s := several(of[w.ID], x); s > score {
			best, score = w.ID, s
		}
	}
	return best
}

// several scores how well an event can be what x is one of: several events of
// x's kind, best when their number is given; 0 when it cannot.
func several(readings []*Reading, x *Reading) int {
	score := 0
	for _, y := range readings {
		if !y.Plural || y.Bare || y.Other && y.Count == 0 || y.Ordinal != "" || y.Ref.Sentence > x.Ref.Sentence+2 {
			continue
		}
		switch kin, ok := kinship(x, y); {
		case !ok || kin < 1.5 || !gazetteer.EventIsA(x.Type, y.Type):
		case y.Count > 1:
			score = max(score, 3)
		case y.Headline || y.Lead || y.Definite == mention.Definite:
			score = max(score, 2)
		}
	}
	return score
}

// apart reports whether two events differ in time, so that one is no part of
// the other. Their places may differ: two blasts shake two streets.
func apart(part, whole *nlp.EventFacts) bool {
	return !part.Time.IsZero() && !whole.Time.IsZero() && !overlap(part.Time, whole.Time)
}

// elsewhere are the prepositions of a circumstance that has a place of its own:
// a cause, another time, what something is compared with.
var elsewhere = words("due because after before since following despite like than until over")

// ofAnother reports whether a place stands right behind another event, in that
// event's own phrase, wherever a parser hangs it: "shot over the war in Gaza".
func (r *reader) ofAnother(sentence, place, self int) bool {
	t := r.trees[sentence]
	first := place
	for _, k := range t.Children(place, "case", "det", "amod", "compound") {
		first = min(first, k)
	}
	before := first - 1
	if before < 0 || before == self {
		return false
	}
	j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: before}]
	return ok && r.c[j].Head == before && r.c[j].Type() == nlp.Event && tree.Matches(t.Token(before).Relation, "obl", "nmod") &&
		elsewhere[firstWord(t.Case(before))]
}

func firstWord(s string) string {
	for i, c := range s {
		if c == ' ' {
			return s[:i]
		}
	}
	return s
}
