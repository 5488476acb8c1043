package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// fearing are feelings about what may come.
var fearing = words("worried concerned afraid fearful anxious alarmed nervous apprehensive scared")

// feared returns the clause of what somebody fears will happen, or -1.
func (t *tree) feared(k int) int {
	if !fearing[t.form(k)] || len(t.negators(k)) > 0 {
		return -1
	}
	for _, c := range t.children(k, "ccomp", "advcl", "xcomp") {
		for _, a := range t.children(c, "aux") {
			if m, ok := modals[t.form(a)]; ok && m != nlp.Desired {
				return c
			}
		}
	}
	return -1
}

// fears reads "We are worried that the plan will cost jobs" as a warning of what
// the clause is about.
func (d *document) fears(t *tree, k, c int, who []end) []candidate {
	what := d.ends(t, direct(t.ownSubject(c)...), fearedTypes)
	what = slices.DeleteFunc(what, func(e end) bool { return e.token >= 0 && t.is(e.token, "PRON") })
	if len(what) == 0 {
		if k := d.ownClause(t, c); k != nlp.NoChain {
			what = []end{{End: nlp.ChainEnd(k), token: c, entity: nlp.Concept, sure: 1}}
		}
	}
	var out []candidate
	if len(who) > 0 {
		out = d.judgedAs(t, k, who, what, gazetteer.Verdict{Sign: -1})
	} else {
		out = d.judgedBy(t, k, what, gazetteer.Verdict{Sign: -1})
	}
	for i := range out {
		out[i].Predicate = "warned"
	}
	return out
}

// fearedTypes are the types of what may bring about what is feared.
var fearedTypes = codebook.Types{nlp.Event: true, nlp.Concept: true, nlp.Organization: true, nlp.Country: true, nlp.Product: true, nlp.Facility: true}
