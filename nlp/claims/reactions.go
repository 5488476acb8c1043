package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// reactions reads praise and blame off words whose topic the clause that brings
// them in names: "Reacting to the ruling, the mayor said it was a sad day for the
// city". What "it" is need not be known then.
func (d *document) reactions(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		topics := d.topics(t, v)
		if len(topics) == 0 {
			continue
		}
		for _, who := range d.ends(t, t.subject(v), doers) {
			sign := d.tone(t, v, who)
			if sign == 0 {
				continue
			}
			s := d.stanceOf(t, v)
			for _, what := range topics {
				if d.hasJudged(cs, who.Chain, what.Chain) {
					continue
				}
				if c, ok := d.judgement(t, v, who, what, gazetteer.Verdict{Sign: sign}, s); ok && s.fact() {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// topicTypes are the types of what reactions are to.
var topicTypes = codebook.Types{nlp.Person: true, nlp.Organization: true, nlp.Event: true, nlp.Concept: true, nlp.Country: true, nlp.Group: true}

// Verbs with the prepositions behind which they name what somebody speaks of.
var topicPrepositions = map[string][]string{
	"react": {"to"}, "respond": {"to"}, "comment": {"on", "about"}, "reply": {"to"},
	"speak": {"of", "about"}, "say": {"of", "about"}, "write": {"of", "about"}, "tweet": {"about"}, "remark": {"on", "about"},
}

// topics returns what verb v says that its subject speaks of.
func (d *document) topics(t *tree, v int) []end {
	if !t.verbal(v) || t.passive(v) {
		return nil
	}
	for _, p := range topicPrepositions[t.lemma(v)] {
		o := t.oblique(v, p)
		o.tokens = slices.DeleteFunc(o.tokens, func(k int) bool { return t.is(k, "PRON") || listeners[t.lemma(k)] || isTime(d.a, t, k) })
		if es := d.ends(t, o, topicTypes); len(es) > 0 {
			return es
		}
	}
	if !slices.Contains(topicPrepositions[t.lemma(v)], "of") {
		return nil
	}
	for _, k := range t.ownSubject(v) { // "said X of Y": what stands behind a person's name and is a person is spoken of
		if es := d.ends(t, t.oblique(k, "of"), codebook.Types{nlp.Person: true}); k > v && len(es) > 0 {
			return es
		}
	}
	return nil
}

// listeners are those whom people speak to, not of.
var listeners = words("question request call email message letter enquiry inquiry query reporter journalist medium")

// tone returns the sign of the judging words among the words that clause v
// brings in: those of the clause that it belongs to, and of quotations of its
// speaker here and right behind.
func (d *document) tone(t *tree, v int, who end) int {
	var sum int
	for i := range t.s.Tokens {
		if d.saidIn(t, i, who.Chain) {
			sum += t.judgingSign(i)
		}
	}
	if next := t.index + 1; next < len(d.a.Sentences) && d.a.Sentences[next].Block == t.s.Block {
		nt := d.tree(next)
		for i := range nt.s.Tokens {
			if d.quotedOf(nt, i, who.Chain) {
				sum += nt.judgingSign(i)
			}
		}
	}
	return sign(sum)
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// saidIn reports whether token i stands in words of somebody's: a quotation, or
// the clause of a verb of saying.
func (d *document) saidIn(t *tree, i int, who nlp.ChainID) bool {
	if d.quotedOf(t, i, who) {
		return true
	}
	for h, n := i, 0; h >= 0 && n < len(t.s.Tokens); h, n = t.head(h), n+1 {
		if g := t.head(h); t.base(h) == "ccomp" && g >= 0 && lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] {
			return true
		}
	}
	return false
}

// quotedOf reports whether token i stands in a quotation of the speaker.
func (d *document) quotedOf(t *tree, i int, who nlp.ChainID) bool {
	for _, q := range d.a.Quotations {
		if q.Known && q.Span.Contains(t.tok(i).Span) {
			st := d.tree(q.Speaker.Sentence)
			return d.speakerAt(st, q.Speaker.Token) == who
		}
	}
	return false
}

// judgingSign is what token i says when it judges as a predicate, of whatever a
// pronoun stands for, or as a verb whose object is whoever judges.
func (t *tree) judgingSign(i int) int {
	sign := 0
	switch {
	case t.is(i, "VERB") && t.base(i) != "amod":
		sign = gazetteer.Judgement(gazetteer.JudgingEffect, t.lemma(i)).Sign
	case t.child(i, "cop") >= 0, t.base(i) == "xcomp", t.base(i) == "root", t.base(i) == "conj" && t.child(t.head(i), "cop") >= 0:
		if s := t.predicateSubject(i); len(s.tokens) > 0 && !t.is(s.tokens[0], "PRON") {
			return 0
		}
		sign = t.verdict(i).Sign
		for _, a := range t.children(i, "amod") { // "a sad day"
			if sign == 0 {
				sign = t.adjectiveVerdict(a).Sign
			}
		}
	}
	if len(t.negators(i)) > 0 || t.hasDeterminer(i, "no") {
		return -max(sign, 0) // "it is no joke" praises nothing
	}
	return sign
}

// hasJudged reports whether the claims already have somebody praise or blame something.
func (d *document) hasJudged(cs []candidate, who, what nlp.ChainID) bool {
	return slices.ContainsFunc(cs, func(c candidate) bool {
		return c.Subject.Chain == who && c.Object.Chain == what &&
			(c.Predicate == "praised" || c.Predicate == "criticized" || c.Predicate == "condemned")
	})
}
