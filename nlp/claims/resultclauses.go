package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// turning are verbs that say what something becomes by an event.
var turning = words("make render leave keep turn")

// resultReliability is the confidence of a cause read off what it makes of a thing.
const resultReliability = 0.7

// resultClauses reads what an event or state of things makes of something: "the
// rise has made factories unprofitable", "leaving thousands homeless", "left 800
// families without water". Who is left dead or hurt is told by other predicates.
func (d *document) resultClauses(t *tree) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if !t.is(v, "VERB") || !turning[t.lemma(v)] || t.passive(v) {
			continue
		}
		o := t.ownObject(v)
		if o < 0 || o < v || t.is(o, "PRON") {
			continue
		}
		last := t.resultBehind(v, o)
		if last < 0 {
			continue
		}
		causes := d.ends(t, t.subject(v), codebook.Types{nlp.Event: true})
		if len(causes) == 0 && slices.ContainsFunc(t.subject(v).tokens, func(k int) bool { return pressures[t.lemma(k)] }) {
			causes = d.ends(t, t.subject(v), causeTypes)
		}
		if len(causes) == 0 {
			continue
		}
		s := d.stanceOf(t, v)
		if s.polarity == nlp.Negative {
			continue
		}
		first := t.extent(o, func(k int) bool { return k > o }).First
		r := nlp.Range{First: first, End: t.extent(last, func(k int) bool { return in(t.base(k), "punct", "conj", "cc", "advcl") }).End}
		m := d.mention(t, r, last, nlp.NominalMention)
		c := d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: m.Text, Mentions: []nlp.Mention{m}})
		for _, e := range causes {
			out = append(out, t.candidate(v, e.End, "caused", nlp.ChainEnd(c), s, resultReliability*e.sure, "result"))
		}
	}
	return out
}

// resultBehind returns the adjective, or the noun behind "without", that verb v
// says its object o to have become, or -1.
func (t *tree) resultBehind(v, o int) int {
	for _, k := range append(t.children(v, "xcomp", "obl", "advcl"), t.children(o, "nmod", "amod", "acl")...) {
		if k < o {
			continue
		}
		f := t.form(k)
		switch {
		case deadWords[f] || hurtWords[f]:
			return -1
		case in(t.base(k), "obl", "nmod", "advcl"):
			if p := t.preposition(k); p == "without" || p == "in" && straits[t.lemma(k)] || p == "on" && t.lemma(k) == "brink" {
				return k
			}
		case t.is(k, "ADJ") && t.preposition(k) == "", stranded[f]:
			return k
		}
	}
	return -1
}

// straits are nouns of the condition "in" which people and things are left.
var straits = words("need ruin ruins darkness limbo tatters chaos disarray turmoil shock debt poverty mourning pieces shambles crisis danger tears")

// pressures are nouns of changes and lacks that make things what they are.
var pressures = words(`rise increase surge fall drop decline shortage lack cost price competition demand ban tariff sanction closure
	cut delay loss failure damage spending inflation pollution contamination`)

// stranded are participles of how people and things are left.
var stranded = words("stranded trapped displaced damaged submerged destroyed paralysed paralyzed cut")
