package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
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
	objects := m.place(m.p.ObjectAt)
	for i, k := range objects.tokens {
		if !d.countsLives(t, k) {
			continue
		}
		q, ok := d.quantity(t, k)
		if !ok {
			continue
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

// countsLives reports whether a noun phrase counts people.
func (d *document) countsLives(t *tree, k int) bool {
	if lifeNouns[t.lemma(k)] || lifeNouns[t.form(k)] || t.is(k, "NUM") || t.tok(k).XPOS == "CD" || quantifiers[t.form(k)] {
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

// eventEnds resolves subjects that must be events. A participle behind a
// clause ("… bombings, killing 84") often hangs on the verb though it tells of
// the event that the clause names last before it.
func (d *document) eventEnds(m *matcher, f found, types codebook.Types) []end {
	t := m.t
	es := d.ends(t, f, types)
	if len(es) > 0 || !types.Allows(nlp.Event) || types.Allows(nlp.Person) {
		return es
	}
	if t.base(m.h) != "advcl" && t.base(m.h) != "conj" && t.base(m.h) != "acl" && t.base(m.h) != "parataxis" {
		return nil
	}
	v := t.first(m.h)
	g := t.head(v)
	if g < 0 || t.tok(v).XPOS != "VBG" {
		return nil
	}
	top := t.first(g)
	for i := v - 1; i >= 0; i-- {
		if !t.nominal(i) || !t.within(i, top) || t.within(i, v) {
			continue
		}
		if c := d.chainAt(t, i); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event && !isTime(d.a, t, i) {
			return d.ends(t, found{[]int{i}, true}, types)
		}
	}
	// The clause itself may tell of the event ("two gunmen opened fire, killing …").
	if c := d.a.ChainAt(t.ref(g)); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
		return d.ends(t, found{[]int{g}, true}, types)
	}
	return nil
}
