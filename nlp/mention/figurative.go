package mention

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// figures are, for verbs of harm, what stands beside them when they tell of none:
// a particle, a preposition with its noun, whom or what it befalls.
var figures = map[string]map[string]bool{
	"shoot": wordSet("to fame|to prominence|to stardom|to power|to number|to top|to attention|scene|film|footage|video|documentary|advert|picture|photo|photograph|episode|series|movie|drama|glance|look"),
	"die":   wordSet("down|out|away|bill|amendment|proposal|motion|deal|hope|custom|language|tradition"),
	"kill":  wordSet("game|match|contest|tie|deal|bill|hope|idea|project|plan|proposal|conversation|mood|momentum|time|pain|demand|industry|story|measure|amendment|engine|career|joke|dream|rumour|rumor|weed|bacterium|bacteria|germ|virus|cell"),
	"sink":  wordSet("campaign|candidacy|bill|deal|hope|chance|plan|bid|amendment|proposal|merger|talk|share|price|stock|market|currency|profit|sale|pound|dollar|euro|rating|reputation|morale|poll"),
	"bomb":  wordSet("film|movie|musical|play|show|single|album|sequel|comedy"),
	"collapse": wordSet("price|share|stock|market|sale|support|vote|trade|demand|currency|merger|bid|deal|case|trial|marriage|tourism|attendance|talk|negotiation|coalition|" +
		"government|alliance|plan|export|import|revenue|profit|confidence|trust|turnout|popularity|effort|appeal|round|process|truce|ceasefire|pact|accord|agreement|bloc|majority"),
	"plunge":   wordSet("price|share|stock|market|sale|support|trade|demand|currency|export|import|revenue|profit|confidence|rating|popularity|temperature|pound|dollar|euro|index|rate"),
	"crash":    wordSet("price|share|stock|market|sale|currency|pound|dollar|euro|index|economy|website|server|site"),
	"explode":  wordSet("price|rate|cost|debt|demand|sale|population|number|popularity|anger|deficit"),
	"overturn": wordSet("conviction|verdict|ruling|decision|law|ban|sentence|order|judgment|judgement|deficit|lead|policy|result|acquittal|veto|injunction|award|suspension|election|referendum"),
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.SplitSeq(s, "|") {
		out[w] = true
	}
	return out
}

// figurative reports whether the verb at token i is one of harm in another sense:
// "shot to fame", "shares plunged", "had the ruling overturned".
func figurative(t *tree.Tree, i int, c gazetteer.Clause) bool {
	figure := figures[c.Verb]
	if figure == nil {
		return false
	}
	if figure[c.Actor] {
		return true
	}
	if slices.ContainsFunc(c.Beside, func(b string) bool { return figure[b] }) {
		return true
	}
	for _, k := range t.Children(i, "nsubj:pass") {
		if figure[tree.Lemma(t.Token(k))] {
			return true
		}
	}
	h := t.Head(i)
	return h >= 0 && tree.Matches(t.Token(i).Relation, "acl", "xcomp", "ccomp") && (c.Actor == "" || t.Token(i).XPOS == "VBN") && (figure[tree.Lemma(t.Token(h))] || figure[objectOf(t, h)])
}

// objectOf returns the lemma of a verb's object.
func objectOf(t *tree.Tree, v int) string {
	if o := t.Child(v, "obj"); o >= 0 {
		return tree.Lemma(t.Token(o))
	}
	return ""
}
