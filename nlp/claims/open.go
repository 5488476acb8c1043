package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// Reliability of claims that no codebook entry backs.
const (
	openReliability = 0.6
	saidReliability = 0.8
)

// openClaims states the clauses whose verb no codebook claim has used, when
// both ends are worth a node.
func (d *document) openClaims(t *tree, known []candidate) []candidate {
	used := make(map[int]bool)
	for _, c := range known {
		used[c.trigger] = true
	}
	var out []candidate
	for v := range t.s.Tokens {
		if used[v] || !t.is(v, "VERB") || t.child(v, "xcomp", "ccomp") >= 0 || in(t.base(v), "amod", "compound", "case", "mark", "fixed") || lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech] && t.child(v, "obj") < 0 {
			continue
		}
		out = append(out, d.openClaim(t, v)...)
	}
	return out
}

func (d *document) openClaim(t *tree, v int) []candidate {
	subject, object := t.subject(v), t.object(v)
	phrase := t.lemma(v)
	if k := t.child(v, "compound:prt"); k >= 0 {
		phrase += "_" + t.form(k)
	}
	var out []candidate
	for _, s := range d.worthy(t, subject) {
		for _, o := range d.worthy(t, object) {
			out = append(out, d.open(t, v, s, o, phrase)...)
		}
		noun := ""
		if len(object.tokens) > 0 && !t.passive(v) && len(d.worthy(t, object)) == 0 && t.is(object.tokens[0], "NOUN") {
			noun = "_" + t.lemma(object.tokens[0])
		}
		if len(object.tokens) > 0 && noun == "" {
			continue
		}
		hooks := []int{v}
		if noun != "" {
			hooks = append(hooks, object.tokens[0])
		}
		for _, h := range hooks {
			for _, k := range t.children(h, "obl", "nmod") {
				p := t.preposition(k)
				if p == "" || t.rel(k) == "nmod:poss" || t.rel(k) == "obl:agent" || p == "according_to" {
					continue
				}
				for _, o := range d.worthy(t, found{tokens: t.expand(k, h)}) {
					out = append(out, d.open(t, v, s, o, phrase+noun+"_"+p)...)
				}
			}
		}
	}
	if len(t.subject(v).tokens) == 0 && t.passive(v) {
		for _, s := range d.worthy(t, object) {
			for _, k := range t.children(v, "obl") {
				if p := t.preposition(k); p != "" && p != "according_to" {
					for _, o := range d.worthy(t, found{tokens: t.expand(k, v)}) {
						out = append(out, d.open(t, v, s, o, "be_"+t.form(v)+"_"+p)...)
					}
				}
			}
		}
	}
	return out
}

// worthy returns the ends that a chain of the document stands for: names,
// events, and persons or groups that are described.
func (d *document) worthy(t *tree, f found) []end {
	var out []end
	for _, k := range f.tokens {
		if k < 0 {
			continue
		}
		c := d.chainAt(t, k)
		if c == nlp.NoChain || isTime(d.a, t, k) {
			continue
		}
		ch := &d.a.Chains[c]
		if ch.Unknown || ch.Generic || !ch.Named() && ch.Type != nlp.Event && ch.Type != nlp.Person && ch.Type != nlp.Group && ch.Type != nlp.Organization {
			continue
		}
		out = append(out, end{End: nlp.ChainEnd(c), token: k, entity: ch.Type, sure: d.nameScore(t, k)})
	}
	return out
}

func (d *document) open(t *tree, v int, s, o end, phrase string) []candidate {
	if s.Chain == o.Chain {
		return nil
	}
	st := d.stanceOf(t, v)
	return []candidate{{open: true, trigger: v, Claim: nlp.Claim{
		Subject: s.End, Predicate: nlp.Predicate(nlp.OpenPrefix + strings.ToLower(phrase)), Object: o.End,
		Polarity: st.polarity, Modality: st.modality, Attribution: st.by, Time: d.timeOf(t, v),
		Confidence: openReliability * s.sure * o.sure, Sentence: t.index, Evidence: t.s.Span,
		Trigger: t.tok(v).Span, Rule: "open/clause",
	}}}
}
