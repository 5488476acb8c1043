package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// localOffice is an office that goes with one body: the mayor's town, the
// governor's province, the judge's court.
type localOffice struct {
	predicate nlp.Predicate
	// holds reports whether a chain of the document can be that body.
	holds func(*nlp.Chain) bool
}

var localOffices = map[string]localOffice{
	"mayor":      {"leads", town},
	"governor":   {"leads", province},
	"judge":      {"works_for", court},
	"justice":    {"works_for", court},
	"magistrate": {"works_for", court},

	"speaker":         {"leads", chamber},
	"principal":       {"leads", school},
	"vice-principal":  {"works_for", school},
	"headmaster":      {"leads", school},
	"headmistress":    {"leads", school},
	"headteacher":     {"leads", school},
	"senator":         {"member_of", senate},
	"lawmaker":        {"member_of", parliament},
	"legislator":      {"member_of", parliament},
	"mp":              {"member_of", parliament},
	"parliamentarian": {"member_of", parliament},
	"congressman":     {"member_of", congress},
	"congresswoman":   {"member_of", congress},
}

func town(ch *nlp.Chain) bool { return ch.Type == nlp.City && ch.Named() }
func province(ch *nlp.Chain) bool {
	return ch.Type == nlp.Place && ch.Named() && hasWord(ch, provinces)
}
func court(ch *nlp.Chain) bool { return ch.Type == nlp.Organization && hasWord(ch, courts) }

func senate(ch *nlp.Chain) bool {
	return ch.Type == nlp.Organization && ch.Named() && hasWord(ch, words("senate"))
}
func parliament(ch *nlp.Chain) bool {
	return ch.Type == nlp.Organization && ch.Named() && hasWord(ch, parliaments)
}

// school is one with a name of its own.
func school(ch *nlp.Chain) bool {
	return (ch.Type == nlp.Organization || ch.Type == nlp.Facility) && ch.Named() && hasWord(ch, words("school college academy lycee lycée"))
}

// schoolHeads are the offices of schools, of several of which the document is about
// the one that it names so many times as often as any other.
var schoolHeads = words("principal vice-principal headmaster headmistress headteacher")

const schoolDominance = 2

// chamber is a house that has a speaker, with a name of its own or without.
func chamber(ch *nlp.Chain) bool {
	return ch.Type == nlp.Organization && len(ch.Members) == 0 && (hasWord(ch, parliaments) || hasWord(ch, congresses))
}

func congress(ch *nlp.Chain) bool {
	return ch.Type == nlp.Organization && ch.Named() && hasWord(ch, congresses)
}

var (
	parliaments = words(`parliament bundestag knesset duma sejm riksdag storting folketing eduskunta oireachtas dáil dail sabha
		assembly commons legislature`)
	congresses = words("congress representatives")
	provinces  = words("state province region county prefecture department governorate oblast territory")
	courts     = words("court tribunal")
)

// townTalkedOf returns the only town that the sentence names, or else the one that
// the document names far more often than any other, or NoChain.
func (d *document) townTalkedOf(t *tree) nlp.ChainID {
	only, several := nlp.NoChain, false
	for _, n := range t.s.Names {
		if n.Type != nlp.City {
			continue
		}
		if c := d.nameChain(t, n.Tokens); c != nlp.NoChain && c != only {
			several = only != nlp.NoChain
			only = c
		}
	}
	if only != nlp.NoChain {
		if several {
			return nlp.NoChain
		}
		return only
	}
	return d.dominant(town, townDominance)
}

// placeOfStory reports whether the document speaks of a town more than once, or the once
// as of the place of what it tells: no mayor is one of the town he "marched to".
func (d *document) placeOfStory(town nlp.ChainID) bool {
	ms := d.a.Chains[town].Mentions
	if len(ms) != 1 {
		return true
	}
	t := d.tree(ms[0].Sentence)
	return t.tellsWhere(t.headOf(ms[0].Tokens))
}

// townDominance is how many times as often as any other the document must name
// the town of a mayor.
const townDominance = 2

// dominant returns the chain that is admitted and that the document speaks of at
// least so many times as often as of any other, or NoChain.
func (d *document) dominant(admitted func(*nlp.Chain) bool, times int) nlp.ChainID {
	best, most, second := nlp.NoChain, 0, 0
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if !admitted(ch) {
			continue
		}
		if n := len(ch.Mentions); n > most {
			best, most, second = ch.ID, n, most
		} else {
			second = max(second, n)
		}
	}
	if most < times*second {
		return nlp.NoChain
	}
	return best
}

// withGovernors are the codes of states whose parts are known by bare names and
// have governors.
var withGovernors = words("US NG MX BR AR PH ID")

// governedRegion returns the known part of such a state, or what the document calls a
// state or province, that it names far more often than any other, or NoChain. Where a
// central bank is named, a governor may be the bank's.
func (d *document) governedRegion() nlp.ChainID {
	if slices.ContainsFunc(d.a.Chains, func(ch nlp.Chain) bool { return ch.Type == nlp.Organization && hasWord(&ch, words("bank")) }) {
		return nlp.NoChain
	}
	return d.dominant(func(ch *nlp.Chain) bool {
		code, ok := gazetteer.RegionCountry(ch.Name)
		return ok && ch.Type == nlp.Place && withGovernors[code] || province(ch)
	}, regionDominance)
}

// regionDominance is how many times as often as any other the document must name
// the region of a governor.
const regionDominance = 2

// hasWord reports whether one of the words stands in what the document calls a chain.
func hasWord(ch *nlp.Chain, ws map[string]bool) bool {
	for _, m := range ch.Mentions {
		for w := range strings.FieldsSeq(strings.ToLower(m.Text)) {
			if ws[w] {
				return true
			}
		}
	}
	return false
}

// localBearers gives those who bear a local office, without a word of whose,
// the only body of the kind that the document speaks of.
func (d *document) localBearers(t *tree, cs []candidate) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		o, ok := localOffices[t.lemma(h)]
		if !ok || !t.nominal(h) || h+1 < len(t.s.Tokens) && t.lemma(h+1) == "general" || t.tok(h).Features.Get("Number") == "Plur" || o.predicate != "member_of" && t.bodyNamed(h) {
			continue
		}
		if t.lemma(h) == "speaker" && !t.presiding(h) {
			continue
		}
		admitted := anyBody
		if o.predicate == "member_of" {
			// Members of a house belong to a party besides, and sit for a place.
			admitted = func(b nlp.ChainID) bool { return b >= 0 && o.holds(&d.a.Chains[b]) }
		}
		for _, e := range d.bearersWithoutBody(t, h, admitted, cs, out) {
			body := d.onlyBody(o.holds)
			switch {
			case body != nlp.NoChain:
			case t.lemma(h) == "governor":
				body = d.governedRegion()
			case schoolHeads[t.lemma(h)]:
				body = d.dominant(school, schoolDominance)
			case t.lemma(h) == "mayor":
				body = d.townTalkedOf(t)
			}
			if body != nlp.NoChain && (t.lemma(h) != "mayor" || d.placeOfStory(body)) {
				out = append(out, d.impliedOffice(t, h, e, o.predicate, body, "local office"))
			}
		}
	}
	return out
}

// presiding reports whether a speaker is the one of a house, and not one of those
// who speak: "elected speaker", "the speaker, X", "as speaker".
func (t *tree) presiding(h int) bool {
	if k := t.child(h, "det"); k >= 0 {
		return t.form(k) == "the" && !t.plural(h)
	}
	return t.headless(h) && t.child(h, "nummod") < 0
}

// onlyBody returns the one chain of the document that is admitted, or NoChain
// when there is none or more than one.
func (d *document) onlyBody(admitted func(*nlp.Chain) bool) nlp.ChainID {
	only := nlp.NoChain
	for i := range d.a.Chains {
		if ch := &d.a.Chains[i]; admitted(ch) {
			if only != nlp.NoChain {
				return nlp.NoChain
			}
			only = ch.ID
		}
	}
	return only
}
