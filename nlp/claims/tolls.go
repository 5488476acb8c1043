package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// lifeNouns are counted in tolls: people and what stands for them.
var lifeNouns = words(`people person man woman child civilian soldier passenger death fatality injury life victim casualty
	other more wounded dead injured worker student policeman officer pilgrim fan resident villager migrant tourist
	protester fighter militant troop rebel hostage shiite muslim christian jew guest crew employee bystander member
	insurgent demonstrator guard survivor pedestrian patient inmate prisoner teenager girl boy baby infant miner
	fisherman journalist american`)

// counted gives the tolls of a pattern whose object is a number.
func (d *document) counted(m *matcher, ref codebook.Ref, events []end) []candidate {
	t := m.t
	if len(events) == 0 {
		return nil
	}
	var out []candidate
	objects := m.conditioned(m.place(m.p.ObjectAt, nil))
	if each := d.respectively(m, objects.tokens, len(events)); each != nil {
		s := d.stanceOf(t, m.stanceAt())
		for i, e := range events {
			out = append(out, d.claim(m, ref, e, end{End: nlp.QuantityEnd(each[i]), token: objects.tokens[0], sure: 1}, s))
		}
		return out
	}
	sum, summed := d.total(t, objects.tokens)
	summed = summed && len(events) == 1
	if !summed && d.uncounted(t, objects.tokens) {
		return nil // "a family and two soldiers" are more than two
	}
	for i, k := range objects.tokens {
		if !d.countsLives(t, k) || k >= 0 && (t.preposition(k) == "including" || t.someOfThese(k)) {
			continue // "43 people, including six children" are 43
		}
		q, ok := d.quantity(t, k)
		if !ok || t.harmedBy(k, m.h) || i > 0 && t.ownFate(k) {
			continue
		}
		if summed {
			if len(out) > 0 {
				break
			}
			q = sum
		}
		s := d.stanceOf(t, m.stanceAt())
		for j, e := range events {
			// "the losses of A and B, which killed 102 and 21 people": one each.
			if len(events) == len(objects.tokens) && len(events) > 1 && i != j {
				continue
			}
			b := end{End: nlp.QuantityEnd(q), token: k, sure: 1}
			if objects.remote {
				b.sure = remoteReliability
			}
			out = append(out, d.claim(m, ref, e, b, s))
		}
	}
	return out
}

// respectively returns the numbers that go one to each of n events: "A and B,
// which killed 102 and 21 people respectively"; nil when the words say no such
// thing or the numbers are not as many.
func (d *document) respectively(m *matcher, objects []int, n int) []nlp.Quantity {
	t := m.t
	said := slices.ContainsFunc(t.children(m.h, "advmod"), func(k int) bool { return t.form(k) == "respectively" })
	if !said || n < 2 || len(objects) == 0 || objects[0] < 0 || !d.countsLives(t, objects[0]) {
		return nil
	}
	var out []nlp.Quantity
	r := t.extent(objects[0], nil)
	for _, p := range quantity.Find(t.s) {
		if p.Unit == quantity.Count && r.Contains(p.Number.First) {
			out = append(out, p.Quantity)
		}
	}
	if len(out) != n {
		return nil
	}
	return out
}

// harmedBy reports whether another verb of harm than v stands right before the
// number phrase of k.
func (t *tree) harmedBy(k, v int) bool {
	p, ok := quantity.Of(t.s, k)
	if !ok {
		return false
	}
	i := t.harmBefore(p)
	return i >= 0 && i != v && t.verbal(v)
}

// total returns the sum of the numbers of a coordination: "19 children and two
// teachers" are 21, "a teacher and two pupils" three. It is false unless all
// count lives exactly.
func (d *document) total(t *tree, tokens []int) (nlp.Quantity, bool) {
	var sum nlp.Quantity
	if !t.sameFate(tokens) {
		return sum, false
	}
	n := 0
	for _, k := range tokens {
		if k < 0 || t.preposition(k) == "including" || t.someOfThese(k) {
			continue
		}
		q, ok := d.quantity(t, k)
		if !ok && d.oneLife(t, k) {
			q, ok = nlp.Quantity{Value: 1, Qualifier: nlp.Exactly}, true
		}
		if !ok || q.Qualifier != nlp.Exactly || !d.countsLives(t, k) {
			return sum, false
		}
		sum.Value += q.Value
		sum.Qualifier = q.Qualifier
		n++
	}
	return sum, n > 1
}

// uncounted reports whether a coordination has, beside those that a number
// counts, some of whom it does not say how many they are.
func (d *document) uncounted(t *tree, tokens []int) bool {
	return len(tokens) > 1 && slices.ContainsFunc(tokens, func(k int) bool {
		if k < 0 || !t.plural(k) && !groupNouns[t.lemma(k)] || !d.countsLives(t, k) {
			return false
		}
		_, ok := d.quantity(t, k)
		return !ok
	})
}

// oneLife reports whether a noun phrase without a number tells of one person: "a
// woman", "the driver", "Jane Roe".
func (d *document) oneLife(t *tree, k int) bool {
	if t.plural(k) || groupNouns[t.lemma(k)] {
		return false
	}
	c := d.chainAt(t, k)
	if t.is(k, "PROPN") {
		return c != nlp.NoChain && d.a.Chains[c].Type == nlp.Person
	}
	if !t.is(k, "NOUN") || !t.hasDeterminer(k, "a", "an", "the", "another") && t.child(k, "nmod:poss") < 0 {
		return false
	}
	return lifeNouns[t.lemma(k)] || c != nlp.NoChain && d.a.Chains[c].Type == nlp.Person
}

// groupNouns are singulars that tell of many people.
var groupNouns = words("family couple crew team group public crowd staff people police member number pair rest toll audience")

// someOfThese reports whether a number is one of some of those before: "eight people,
// among them four children".
func (t *tree) someOfThese(k int) bool {
	p, counted := quantity.Of(t.s, k)
	for i := p.Number.First - 1; counted && i > 0 && i >= p.Number.First-3; i-- {
		if f := t.form(i); f == "them" || f == "whom" {
			return t.form(i-1) == "among" || t.form(i-1) == "of"
		}
	}
	return false
}

// sameFate reports whether nouns that are counted together do not set the hurt
// beside the dead: "107 deaths and 238 injuries", "two dead and nine wounded",
// "kills 10; 80 hurt".
func (t *tree) sameFate(all []int) bool {
	dead, hurt := false, false
	for i, k := range all {
		if k < 0 {
			continue
		}
		if i > 0 && t.ownFate(k) {
			return false
		}
		dead = dead || deathNouns[t.lemma(k)] || deadWords[t.form(k)]
		hurt = hurt || injuryNouns[t.lemma(k)] || hurtWords[t.form(k)]
	}
	return !dead || !hurt
}

// ownFate reports whether the words right behind a number phrase say what became
// of those it counts and not of the first with which it is joined: the second in
// "kills 10; 80 hurt", none in "four women and two men were killed".
func (t *tree) ownFate(k int) bool {
	p, ok := quantity.Of(t.s, k)
	if !ok {
		return false
	}
	predicate, at := t.wordBehind(max(p.Number.End, p.Noun+1))
	apart := p.Number.First > 0 && t.form(p.Number.First-1) == ";"
	return predicate != "" && (apart || t.head(t.first(k)) != at)
}

// countsLives reports whether a noun phrase counts people.
func (d *document) countsLives(t *tree, k int) bool {
	if of := t.partitive(k); of >= 0 && !t.is(of, "PRON") && t.is(of, "NOUN") && !t.is(k, "NUM") {
		return d.countsLives(t, of) // "thousands of fish"
	}
	if lifeNouns[t.lemma(k)] || lifeNouns[t.form(k)] || t.is(k, "NUM") || t.tok(k).XPOS == "CD" || lexicon.Quantifiers[t.form(k)] {
		return true
	}
	for _, n := range gazetteer.NounTypes(t.lemma(k)) {
		if n == nlp.Person || n == nlp.Group {
			return true
		}
	}
	if c := d.chainAt(t, k); c != nlp.NoChain {
		typ := d.a.Chains[c].Type
		return typ == nlp.Person || typ == nlp.Group
	}
	return false
}

// manyNouns are nouns that, with a number, only say how many: "84 people".
var manyNouns = words("people person other more soul individual death fatality injury casualty")

// onlyCounted reports whether an end is a bare number of people, which a toll
// states already.
func (d *document) onlyCounted(t *tree, e end) bool {
	if e.token < 0 || e.Chain < 0 || d.a.Chains[e.Chain].Named() {
		return false
	}
	if !manyNouns[t.lemma(e.token)] && !manyNouns[t.form(e.token)] && !t.is(e.token, "NUM") {
		return false
	}
	_, ok := d.quantity(t, e.token)
	return ok
}
