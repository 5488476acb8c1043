package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// body reports whether an end is surely an organisation: it bears a name, or
// its noun can be nothing else first.
func (d *document) body(e end) bool {
	ch := &d.a.Chains[e.Chain]
	noun := nounOfBody(ch.Name)
	return ch.Named() || gazetteer.NounType(noun) == nlp.Organization && !abstractBodies[noun]
}

// abstractBodies are nouns of bodies that mean something else as often: the
// foundation of a company, the prosecution of a reporter.
var abstractBodies = words(`prosecution foundation leadership establishment presidency opposition brand body community
	chain label bench front movement service mission operation order branch network union alliance majority`)

// nounOfBody returns the noun in the name or description of a body, small: its last
// word, or that before what it is of or for.
func nounOfBody(name string) string {
	w := strings.Fields(strings.ToLower(name))
	if i := slices.IndexFunc(w, func(x string) bool { return x == "of" || x == "for" }); i >= 0 {
		w = w[:i]
	}
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// stateBody reports whether a chain can be an institution of a state: the noun
// of its name says so.
func stateBody(ch *nlp.Chain) bool {
	noun := nounOfBody(ch.Name)
	return stateBodies[noun] || publicNouns[noun] || publicNouns[strings.TrimSuffix(noun, "s")]
}

// publicNouns are further nouns of what a state or a people has, beside
// [stateBodies].
var publicNouns = words(`police team party union league club federation squad side opposition coalition military guard guards
	authorities regulator watchdog prosecutors supreme church legion forces troops delegation mission university academy
	embassy consulate museum library intelligence secretariat organization organisation front movement militia coastguard
	house chamber bundestag knesset duma diet lawmakers fleet brigade battalion regiment staff ministries directorate office
	chapter branch arm wing division hospital school college network post mint rail railways`)
