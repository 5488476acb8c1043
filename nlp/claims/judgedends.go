package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// judgingLoss reads "We have lost a giant" as praise of the one whose death the
// text tells of.
func (d *document) judgingLoss(t *tree, v int) []candidate {
	if t.lemma(v) != "lose" || t.passive(v) {
		return nil
	}
	o := t.ownObject(v)
	if o < 0 || t.verdict(o).Sign <= 0 {
		return nil
	}
	dead := d.dead()
	if dead == nlp.NoChain {
		return nil
	}
	return d.judgedBy(t, v, []end{{End: nlp.ChainEnd(dead), token: o, entity: nlp.Person, sure: 1}}, gazetteer.Verdict{Sign: 1})
}

// dead returns the first named person of whom the text says that they died.
func (d *document) dead() nlp.ChainID { return d.deadIn(len(d.a.Sentences)) }

// deadIn looks in the first n sentences of the article.
func (d *document) deadIn(n int) nlp.ChainID {
	for i := range d.a.Sentences {
		if !d.a.Article(i) {
			continue
		}
		if n--; n < 0 {
			break
		}
		t := d.tree(i)
		for v := range t.s.Tokens {
			if t.lemma(v) != "die" || !t.verbal(v) {
				continue
			}
			for _, k := range t.surface(v, maxControl).tokens {
				if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Person && d.a.Chains[c].Named() {
					return c
				}
			}
		}
	}
	return nlp.NoChain
}

// conduct are nouns for what somebody is or does: judged through them is whose
// they are ("Her generosity was extraordinary").
var conduct = words(`quality talent work performance attitude courage response commitment generosity ability skill bravery
	professionalism dedication spirit energy passion character kindness honesty integrity loyalty resilience determination
	leadership effort display behaviour behavior conduct hesitation silence inaction indifference arrogance incompetence
	reaction handling voice writing music acting playing record career contribution service sacrifice strength humour humor
	humility wisdom intelligence knowledge achievement legacy grace warmth style form treatment failure refusal`)

// judgedEnds resolves what is judged. Speakers and hearers are left out, and
// pronouns for things, whose antecedents in speech are seldom known.
func (d *document) judgedEnds(t *tree, f found) []end {
	var out []end
	for _, k := range f.tokens {
		if k >= 0 && t.form(k) == "you" {
			out = append(out, d.addressed(t, k)...)
			continue
		}
		if k < 0 || t.is(k, "PRON") && !personalPronouns[t.form(k)] || t.lemma(k) == "thing" || t.lemma(k) == "way" || t.form(k) == "one" {
			continue
		}
		if conduct[t.lemma(k)] && t.is(k, "NOUN") {
			if o := t.whose(k); o >= 0 {
				if firstPerson[t.form(o)] || t.form(o) == "its" {
					continue
				}
				if es := d.ends(t, found{tokens: t.expand(o, k), remote: f.remote}, doers); len(es) > 0 {
					out = append(out, es...)
					continue
				}
			}
		}
		out = append(out, d.ends(t, found{tokens: []int{k}, remote: f.remote}, judgeable)...)
	}
	return out
}

// addressed returns whom the quotation that holds token k speaks to: "told Smith:
// 'You are a coward'".
func (d *document) addressed(t *tree, k int) []end {
	for _, q := range d.a.Quotations {
		if !q.Known || !q.Span.Contains(t.tok(k).Span) {
			continue
		}
		ct := d.tree(q.Cue.Sentence)
		for _, o := range ct.children(q.Cue.Token, "iobj", "obj") {
			if es := d.ends(ct, direct(o), codebook.Types{nlp.Person: true}); len(es) > 0 && d.a.Chains[es[0].Chain].Named() {
				es[0].token = k
				return es[:1]
			}
		}
	}
	return nil
}

// pointedAt are the first persons that a verb of naming judges: "called us
// racist".
func (d *document) pointedAt(t *tree, f found) []end {
	var out []end
	for _, k := range f.tokens {
		if k >= 0 && firstPerson[t.form(k)] {
			out = append(out, d.ends(t, found{tokens: []int{k}}, judgeable)...)
		}
	}
	return out
}

// personalPronouns can stand for somebody who is judged.
var personalPronouns = words("he she they him her them his their who")

// whose returns the possessor of a noun or what "of" and "in" add to it, or -1.
func (t *tree) whose(n int) int {
	if k := t.child(n, "nmod:poss"); k >= 0 {
		return k
	}
	for _, k := range t.children(n, "nmod") {
		if p := t.preposition(k); (p == "of" || p == "in" || p == "from" || p == "by") && t.nominal(k) {
			return k
		}
	}
	return -1
}
