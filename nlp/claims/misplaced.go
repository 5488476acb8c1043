package claims

import "github.com/kgbuild/kgbuild/nlp"

// misplaced reports whether the words around a place that the model has read with
// something say that it is no place of it: what is talked of, another place of a
// list, where something else lies, the other side of a match, where somebody was
// going.
func (t *tree) misplaced(r nlp.Reading) bool {
	if r.Predicate != "located_in" || r.Subject < 0 || r.Object < 0 {
		return false
	}
	return t.talkedOf(r.Subject, r.Object) || t.besideInList(r.Subject, r.Object) || t.listedTogether(r.Subject, r.Object) || t.bearingOfAnother(r.Subject, r.Object) ||
		t.otherTeam(r.Subject, r.Object) || t.destined(r.Subject, r.Object)
}

// talkedOf reports whether a place belongs to what is discussed: "talks on the
// situation in X", "a conference on X".
func (t *tree) talkedOf(what, where int) bool {
	for k, n := where, 0; k >= 0 && k != what && n < maxControl; k, n = t.head(k), n+1 {
		h := t.head(k)
		if h < 0 || !t.within(k, h) {
			return false
		}
		if topical[t.preposition(k)] && (discussions[t.lemma(h)] || h == what && discussions[t.lemma(what)]) {
			return true
		}
	}
	return false
}

// Discussions, and the prepositions of what they are about.
var (
	discussions = words(`talk talks discussion meeting conference summit debate negotiation dialogue speech lecture address resolution statement
		briefing session hearing consultation conversation seminar workshop forum testimony report`)
	topical = words("on about over regarding concerning")
)

// besideInList reports whether two words are joined by "and" or "or", directly or in
// one list: "in Leeds and parts of Wales".
func (t *tree) besideInList(i, j int) bool {
	return i != j && t.first(i) == t.first(j)
}

// listedTogether reports whether two names stand beside each other in one list of
// places, however the tree hangs them: "in Brussels, Washington and Beijing".
func (t *tree) listedTogether(i, j int) bool {
	for n := 0; n+1 < len(t.s.Names); n++ {
		a, b := t.s.Names[n].Tokens, t.s.Names[n+1].Tokens
		if a.Contains(i) && b.Contains(j) && b.First == a.End+1 && t.enumerated(n) {
			return true
		}
	}
	return false
}

// bearingOfAnother reports whether a place is that from which the direction of
// another place is told: the blast "in Woodburn, south of Portland" was in the one.
func (t *tree) bearingOfAnother(what, where int) bool {
	where = t.nameHead(where)
	h := t.head(where)
	if h < 0 || where < h || t.form(h+1) != "of" || !directionsOf[t.form(h)] {
		return false
	}
	k := t.measured(h)
	if k >= 0 && t.farOff(k, h) {
		return true
	}
	return k >= 0 && k != what && t.is(k, "PROPN") && t.within(k, what) != t.within(what, k)
}

// otherTeam reports whether a place is the name of a side that another met: "the
// victory over Leeds".
func (t *tree) otherTeam(what, where int) bool {
	switch t.preposition(where) {
	case "over", "against", "to", "by", "with":
		return t.head(where) == what && results[t.lemma(what)]
	}
	return false
}

// results are nouns of how a match ends.
var results = words("victory win defeat loss draw triumph rout drubbing thrashing")

// destined reports whether a place is where somebody was on the way to when
// something happened to him elsewhere: "shot on his way to work at the jail".
func (t *tree) destined(what, where int) bool {
	for k, n := where, 0; k >= 0 && k != what && n < maxControl; k, n = t.head(k), n+1 {
		if h := t.head(k); t.lemma(k) == "way" && t.preposition(k) == "on" || h >= 0 && t.lemma(h) == "way" && t.preposition(h) == "on" && t.preposition(k) == "to" {
			return true
		}
	}
	return false
}
