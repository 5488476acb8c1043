package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// applies checks voice, particle, light noun and conditions.
func (m *matcher) applies() bool {
	t, p := m.t, m.p
	if p.Voice != codebook.AnyVoice && t.passive(m.h) != (p.Voice == codebook.Passive) {
		return false
	}
	if p.Class == codebook.Word && (t.base(m.h) != "case" || t.head(m.h) < 0) {
		return false
	}
	if !m.particle() || !m.lightNoun() || m.insistsOnFact() {
		return false
	}
	for _, c := range p.With {
		if !m.holds(c) {
			return false
		}
	}
	for _, c := range p.Without {
		if m.holds(c) {
			return false
		}
	}
	return true
}

// insistsOnFact reports whether the word insists or suggests that something is so, rather
// than that somebody do it: only the bare verb or a modal asks for a deed.
func (m *matcher) insistsOnFact() bool {
	t := m.t
	if l := t.lemma(m.h); m.predicate != "called_for" || l != "insist" && l != "suggest" {
		return false
	}
	for _, c := range t.children(m.h, "ccomp") {
		bare := t.tok(c).XPOS == "VB" && t.child(c, "aux") < 0
		for _, k := range t.children(c, "aux", "aux:pass", "cop") {
			bare = bare || t.form(k) == "be" && t.child(c, "aux") == k
			if modal := modals[t.form(k)]; modal == nlp.Desired {
				return false
			}
		}
		if !bare {
			return true
		}
	}
	return false
}

// particle checks the particle of a phrasal verb. A verb whose particle the
// pattern does not name is another verb ("carry" is not "carry out").
func (m *matcher) particle() bool {
	t := m.t
	k := t.child(m.h, "compound:prt")
	if m.p.Class != codebook.Verb {
		return true
	}
	if m.p.Particle == "" {
		return k < 0 || harmlessParticle[t.form(k)] && !otherSense[t.phrasal(m.h)]
	}
	if k >= 0 {
		return t.form(k) == m.p.Particle
	}
	// Parsers often call the particle an adverb or a preposition.
	for _, a := range t.children(m.h, "advmod", "obl", "case", "mark") {
		if t.form(a) == m.p.Particle {
			return true
		}
	}
	return m.h+1 < len(t.s.Tokens) && t.form(m.h+1) == m.p.Particle
}

// otherSense are phrasal verbs that tell nothing of what their verb alone does:
// a court that strikes out a case strikes nobody.
var otherSense = words(`rule_out head_off head_out strike_off strike_out strike_up strike_down hit_upon shoot_back fire_off use_up hang_out hang_up hang_on
	free_up hold_up storm_out storm_off throw_in throw_up kick_off kick_in
	call_off call_out call_up tell_off pick_up turn_up turn_out turn_down turn_over turn_off turn_in back_down back_off back_out push_over`)

var harmlessParticle = words("up out down off in on back together over for upon at to with")

// lightNoun finds the noun that carries the meaning of a light verb.
func (m *matcher) lightNoun() bool {
	if len(m.p.Light) == 0 {
		return true
	}
	for _, k := range m.t.object(m.h).tokens {
		for _, c := range m.t.conjuncts(k) {
			for _, l := range m.p.Light {
				if m.t.lemma(c) == l || singular(m.t.lemma(c)) == l {
					m.light = c
					return true
				}
			}
		}
	}
	return false
}

// holds reports whether a condition's place is filled by one of its lemmas.
func (m *matcher) holds(c codebook.Condition) bool {
	for _, path := range c.At.Paths {
		f := m.path(m.h, path)
		for _, k := range f.tokens {
			if k == unstated {
				return true
			}
			if c.Lemmas == nil && m.t.rel(k) == "acl:relcl" {
				continue // what is asked for is no relative clause
			}
			if c.Lemmas == nil || m.t.listed(k, c.Lemmas) {
				return true
			}
			// Coordinated: "a heinous and inhumane crime".
			for _, x := range m.t.conjuncts(k) {
				if c.Lemmas[m.t.lemma(x)] {
					return true
				}
			}
		}
	}
	return false
}

// conditioned drops, from the tokens at a place for which the pattern has a
// list of lemmas, those that are not in it: of "caused deaths and injuries"
// only the deaths are a death toll. Of the nouns before a role it drops those
// that are listed, if there are others: "the White House press secretary"
// speaks for the White House and not for the press. How long something goes on
// is no end: "had called for a ban for years".
func (m *matcher) conditioned(f found) found {
	if strings.HasSuffix(f.path, "obl:for") {
		f.tokens = slices.DeleteFunc(slices.Clone(f.tokens), func(k int) bool { return k >= 0 && durations[m.t.lemma(k)] })
	}
	for _, c := range m.p.With {
		if c.Lemmas == nil || !hasPath(c.At, f.path) {
			continue
		}
		kept, other := found{remote: f.remote, path: f.path}, found{remote: f.remote, path: f.path}
		for _, k := range f.tokens {
			if k >= 0 && m.t.listed(k, c.Lemmas) {
				kept.tokens = append(kept.tokens, k)
			} else {
				other.tokens = append(other.tokens, k)
			}
		}
		if f.path == "compound" && len(other.tokens) > 0 {
			return other
		}
		return kept
	}
	return f
}

// durations are nouns that tell, behind "for", how long something goes on.
var durations = words("minute hour day night week fortnight month year decade century generation while time")

func hasPath(pl codebook.Place, path string) bool {
	for _, p := range pl.Paths {
		if p.String() == path {
			return true
		}
	}
	return false
}

// listed reports whether a token's lemma or form is in a list. Lemmatisers leave
// the plural of nouns that are mostly plural ("troops", "talks").
func (t *tree) listed(k int, lemmas map[string]bool) bool {
	return lemmas[t.lemma(k)] || lemmas[t.form(k)] || lemmas[singular(t.lemma(k))]
}

func singular(lemma string) string {
	if strings.HasSuffix(lemma, "ss") {
		return lemma
	}
	return strings.TrimSuffix(lemma, "s")
}
