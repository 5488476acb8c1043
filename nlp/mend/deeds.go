package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// deedNouns: a gerund without an object that stands for the subject, with who
// did it behind "by", is a noun: "shelling by the army destroyed a bus".
func (m *mender) deedNouns() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "VERB" || t.XPOS != "VBG" || !in(t.Relation, "csubj") || m.has(i, "obj", "nsubj", "aux", "mark") {
			continue
		}
		by := false
		for k := range m.s.Tokens {
			if c := m.tok(k); c.Head == i && in(c.Relation, "obl") && m.hasCase(k, "by") {
				by = true
			}
		}
		if !by {
			continue
		}
		for k := range m.s.Tokens {
			if c := m.tok(k); c.Head == i && in(c.Relation, "obl") {
				c.Relation = "nmod"
			}
		}
		t.UPOS, t.XPOS, t.Lemma, t.Features, t.Relation = "NOUN", "NN", strings.ToLower(t.Form), "Number=Sing", "nsubj"
	}
}

// harmDeeds: behind "in" and its like, at a verb of coming to harm, a gerund of
// violence without an object is a noun: "was killed in fighting near the border".
func (m *mender) harmDeeds() {
	for i := 1; i < len(m.s.Tokens); i++ {
		t, c := m.tok(i), m.tok(i-1)
		if t.XPOS != "VBG" || t.UPOS != "VERB" || !violence[strings.ToLower(t.Form)] || t.Head < 0 || t.Head >= i || !in(t.Relation, "advcl", "acl") ||
			c.Head != i || !amid[strings.ToLower(c.Form)] || m.has(i, "obj", "nsubj", "aux") || !harmedIn[tree.VerbLemma(m.tok(t.Head))] {
			continue
		}
		for k := range m.s.Tokens {
			if x := m.tok(k); x.Head == i && in(x.Relation, "obl") {
				x.Relation = "nmod"
			}
		}
		c.Relation, c.UPOS = "case", "ADP"
		t.UPOS, t.XPOS, t.Lemma, t.Features, t.Relation = "NOUN", "NN", strings.ToLower(t.Form), "Number=Sing", "obl"
	}
}

// Gerunds that are nouns of violence, the prepositions before them, and verbs of
// coming to harm.
var (
	violence = words("fighting shelling bombing rioting shooting flooding looting stabbing")
	amid     = words("in during amid from")
	harmedIn = words("kill die injure wound hurt perish destroy damage slay maim lose displace trap burn level")
)

// doersBehind: "by" behind the name of whom a deed was done to tells who did the
// deed: in "the takeover of A by B" A is not by B.
func (m *mender) doersBehind() {
	for i := range m.s.Tokens {
		if t := m.tok(i); t.Relation.Base() != "nmod" || t.Head < 0 || t.Head > i || !m.hasCase(i, "by") {
			continue
		}
		name := m.tok(i).Head
		deed := m.tok(name).Head
		if m.tok(name).UPOS == "PROPN" && m.named(name) && m.tok(name).Relation.Base() == "nmod" && m.hasCase(name, "of") && deed >= 0 && deed < name && m.tok(deed).UPOS == "NOUN" {
			m.set(i, deed, "nmod")
		}
	}
}

// deadObjects hangs "dead" between a verb and its object on the verb: "shot dead two
// drivers" and "shot dead a driver" tell who was shot, not what the dead are like.
func (m *mender) deadObjects() {
	for i := 1; i+1 < len(m.s.Tokens); i++ {
		dead, verb := m.tok(i), m.tok(i-1)
		if !strings.EqualFold(dead.Form, "dead") || verb.UPOS != "VERB" || !deadly[tree.VerbLemma(verb)] {
			continue
		}
		if o := dead.Head; o > i && dead.Relation == "amod" && m.tok(o).Head == i-1 {
			if u := m.tok(i + 1).UPOS; u == "NOUN" && m.tok(i+1).XPOS == "NNS" {
				continue // "shot dead leaves"
			}
			m.set(i, i-1, "xcomp")
		}
		if m.has(i-1, "obj", "nsubj:pass") {
			continue
		}
		for k := i + 1; k < len(m.s.Tokens); k++ {
			if c := m.tok(k); c.Head == i-1 && c.Relation == "obl" && !m.has(k, "case") {
				c.Relation = "obj"
				break
			}
		}
	}
}

// deadly are verbs that have "dead" behind them for what came of it.
var deadly = words("shoot stab beat hack knock strike gun bludgeon")

// shotDead makes a verb of the "shot" before "dead" and an object that was taken
// for a noun: "police shot dead a driver".
func (m *mender) shotDead() {
	for i := 1; i+1 < len(m.s.Tokens); i++ {
		shot, dead := m.tok(i), m.tok(i+1)
		if shot.UPOS != "NOUN" || !strings.EqualFold(shot.Form, "shot") || !strings.EqualFold(dead.Form, "dead") || shot.Head != i+1 || !m.has(i+1, "obj") {
			continue
		}
		who := -1
		for k := range i {
			if c := m.tok(k); c.Head == i && in(c.Relation, "compound", "amod", "nmod") {
				who = k
			}
		}
		if who < 0 {
			continue
		}
		head, rel := dead.Head, dead.Relation
		for k := range m.s.Tokens {
			if c := m.tok(k); k != i && c.Head == i+1 {
				c.Head = i
			}
		}
		shot.UPOS, shot.XPOS, shot.Lemma, shot.Features = "VERB", "VBD", "shoot", "Mood=Ind|Tense=Past|VerbForm=Fin"
		shot.Head, shot.Relation = head, rel
		m.set(who, i, "nsubj")
		m.set(i+1, i, "xcomp")
	}
}
