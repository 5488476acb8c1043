package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// ofPart reports whether the words beside a role tell that its bearer heads a
// party, a people or a chamber of the state whose adjective or name stands before
// it, or speaks for the state elsewhere, and does not head the state: "the French
// far-right leader", "the Senate president of Chile".
func (m *matcher) ofPart(state end, typ nlp.EntityType) bool {
	t := m.t
	if !areas[typ] || m.predicate != "leads" || m.p.Class != codebook.Noun || state.token < 0 {
		return false
	}
	var beside []string
	for _, k := range t.children(m.h, "amod", "compound") {
		if k == state.token {
			continue
		}
		if t.base(state.token) == "amod" && t.demonym(k) && t.head(state.token) == m.h {
			return true // "the Bosnian Serb leader"
		}
		beside = append(beside, t.lemma(k), t.form(k))
	}
	of := func(what map[string]bool) bool {
		return slices.ContainsFunc(beside, func(w string) bool { return what[w] })
	}
	switch t.lemma(m.h) {
	case "leader":
		return t.preposition(state.token) != "of" && of(factions)
	case "speaker", "president", "chair", "chairman", "chairwoman":
		return of(chambers)
	case "commissioner":
		return slices.Contains(beside, "high")
	}
	return false
}

// factions are words for parties, peoples and faiths, whose leader leads no state.
var factions = words(`right left wing right-wing left-wing far-right far-left leftist rightist populist nationalist ultranationalist
	islamist socialist communist conservative liberal green labour labor democratic democrat republican christian muslim shia shiite
	shi'ite sunni kurdish kurd jewish catholic orthodox protestant hindu sikh buddhist anglican tribal indigenous ethnic religious
	islamic church faith business community civil civic trade local regional party parliamentary minority guerrilla insurgent
	separatist secessionist pro-independence anti-immigration anti-immigrant pro-democracy student youth union protest
	opposition rebel jihadist taliban militia gang cult centrist centre-left centre-right center-left center-right unionist
	dissident exile exiled`)

// chambers are words for the part of a state that its speaker or president heads.
var chambers = words("house senate chamber parliament parliamentary assembly congress parliament's council court")
