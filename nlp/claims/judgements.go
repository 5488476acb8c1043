package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// judgementReliability is the confidence of praise and blame that lies in the
// words of a speech without a verb that calls it so.
const judgementReliability = 0.72

// judgeable are the types of what can be judged.
var judgeable = codebook.Types{
	nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.City: true, nlp.Place: true,
	nlp.Facility: true, nlp.Event: true, nlp.Product: true, nlp.Concept: true,
}

// bodies are the types that mild words judge too.
var bodies = codebook.Types{nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true}

// judgements reads praise and blame off what speakers call things: "The
// supporters were fantastic", "She did a superb job", "called it a farce".
// Outside speech the judging word is the article's own and tells nothing of
// anybody.
func (d *document) judgements(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if t.is(k, "PUNCT") || t.is(k, "DET") || t.is(k, "ADP") {
			continue
		}
		out = append(out, d.judgingPredicate(t, k)...)
		out = append(out, d.judgingPhrase(t, k)...)
		out = append(out, d.feeling(t, k)...)
		if t.verbal(k) {
			out = append(out, d.judgingName(t, k)...)
			out = append(out, d.judgingDeed(t, k)...)
			out = append(out, d.judgingFeeling(t, k)...)
			out = append(out, d.judgingLoss(t, k)...)
			out = append(out, d.outcry(t, k)...)
		}
	}
	return append(out, d.tributes(t)...)
}

// verdict returns what a phrase says of what it is said of: by its noun, else
// by an adjective before the noun.
func (t *tree) verdict(k int) gazetteer.Verdict {
	if p, ok := t.phrases()[k]; ok && p.slot < 0 && !t.verbal(k) {
		return p.verdict
	}
	switch {
	case t.is(k, "ADJ"), t.is(k, "VERB"), t.is(k, "ADV"):
		return t.adjectiveVerdict(k)
	case !t.nominal(k) || t.hasDeterminer(k, "no"):
		return gazetteer.Verdict{}
	}
	if part := t.partitive(k); part >= 0 {
		return t.verdict(part)
	}
	if v := gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)); v.Sign != 0 && !t.is(k, "PROPN") {
		return v
	}
	if plainNouns[t.lemma(k)] {
		return gazetteer.Verdict{}
	}
	for _, a := range t.children(k, "amod") {
		for _, c := range t.conjuncts(a) {
			if superlatives[t.form(c)] && knownFor[t.lemma(k)] && !t.unequalled(k) {
				continue
			}
			if v := t.adjectiveVerdict(c); v.Sign != 0 {
				return v
			}
		}
	}
	return gazetteer.Verdict{}
}

// unequalled reports whether a noun is set above all that the speaker knows: "the
// best player I have ever seen", "the best in the world".
func (t *tree) unequalled(k int) bool {
	for _, r := range t.children(k, "acl:relcl", "acl") {
		if t.hasDeterminer(r, "ever") || t.speaking(direct(t.ownSubject(r)...)) {
			return true
		}
	}
	for _, n := range t.children(k, "nmod", "obl") {
		if scopes[t.lemma(n)] {
			return true
		}
	}
	return false
}

// scopes are all that somebody can be set above.
var scopes = words("world history time country league generation planet life era business earth continent")

// plainNouns are nouns of which a judging adjective only tells how things are
// or feel, or how great a trouble is ("a terrible day", "a tremendous loss").
var plainNouns = words(`time day night year week month season weekend moment news thing way place situation feeling feel question
	sense start chance opportunity life loss accident crash storm weather injury condition pain sign luck part interest case
	scenario hope wish price number majority amount pleasure honour honor privilege shape health fortune reason point measure
	tragedy damage problem pressure impact debt risk crisis struggle trouble difficulty suffering need demand expense cost quarter half
	challenge concern change threat disease illness schizophrenia defeat difference`)

// superlatives stand before the nouns of [knownFor] without judging: "my best
// friend", "best actress", "the best thing to do".
var (
	superlatives = words("best worst good bad great")
	knownFor     = words(`friend man actor actress picture film director song album novel practice idea deal move decision option choice
		result player coverage interest seller man state example`)
)

func (t *tree) adjectiveVerdict(k int) gazetteer.Verdict {
	v := gazetteer.Judgement(gazetteer.JudgingAdjective, t.form(k))
	if v.Sign == 0 {
		v = gazetteer.Judgement(gazetteer.JudgingAdjective, t.lemma(k))
	}
	for _, a := range t.children(k, "advmod") {
		switch f := t.form(a); {
		case f == "too" && v.Sign > 0, f == "so-called":
			return gazetteer.Verdict{}
		case negators[f] || f == "less" || f == "least":
			if v.Sign > 0 && !v.Mild {
				return gazetteer.Verdict{Sign: -1}
			}
			return gazetteer.Verdict{}
		}
	}
	return v
}

// judgingPredicate reads "X was brilliant", "X is a disgrace".
func (d *document) judgingPredicate(t *tree, k int) []candidate {
	if t.child(k, "cop") < 0 && !(t.is(k, "ADJ") && t.child(k, "aux:pass") >= 0) && !t.participial(k) {
		return nil
	}
	v := t.verdict(k)
	if t.is(k, "ADJ") && v.Sign == 0 && len(t.negators(k)) == 0 {
		for _, c := range t.children(k, "conj") { // "quiet, clean and beautiful"
			if v.Sign == 0 && t.is(c, "ADJ") && len(t.ownSubject(c)) == 0 && t.hasConjunction(c, "and") {
				v = t.adjectiveVerdict(c)
			}
		}
	}
	if v.Sign == 0 {
		return nil
	}
	if v.Sign > 0 && t.marvels(k) {
		v.Sign = -1
	}
	of := t.predicateSubject(k)
	if v.Mild && t.is(k, "ADJ") && (len(t.oblique(k, "for").tokens) > 0 || t.compares(k) && !t.pointing(of)) {
		v.Mild = false // "the deal is good for workers", "the new engine is better than the old one"
	}
	if t.nominal(k) && len(t.negators(k)) > 0 && !t.phrases()[k].negated {
		if v.Sign < 0 || v.Mild {
			return nil
		}
		v.Sign = -1
	}
	if _, phrase := t.phrases()[k]; !phrase && t.nominal(k) && len(t.negators(k)) == 0 && t.pointing(of) && gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)).Sign == 0 && t.child(k, "acl:relcl") < 0 {
		of = direct(k) // "It was a disgraceful tackle" judges the tackle
	}
	what := d.judgedEnds(t, of)
	if t.child(k, "csubj") >= 0 {
		of, what = found{}, nil // "It is a disgrace that X did it"
	}
	if len(what) == 0 && (t.pointing(of) || len(of.tokens) == 0) {
		if what = d.clauseJudged(t, k, v.Sign); len(what) == 0 {
			what = d.pointedTo(t, k, of, v.Sign)
		}
		v.Sad = false
	}
	return d.judgedBy(t, k, d.orTopic(t, k, of, what), v)
}

// participial reports whether a participle that judges was taken for a verb: "the
// reform is worrying".
func (t *tree) participial(k int) bool {
	if !t.is(k, "VERB") || t.tok(k).XPOS != "VBG" || t.ownObject(k) >= 0 || gazetteer.Judgement(gazetteer.JudgingAdjective, t.form(k)).Sign == 0 {
		return false
	}
	a := t.child(k, "aux")
	return a >= 0 && t.lemma(a) == "be" && t.child(k, "obl", "xcomp", "ccomp", "compound:prt") < 0
}

// hasConjunction reports whether a coordinating word joins a token to the one
// before, or stands before a later member of the coordination.
func (t *tree) hasConjunction(k int, word string) bool {
	for _, c := range t.conjuncts(t.first(k)) {
		for _, cc := range t.children(c, "cc") {
			if t.form(cc) != word {
				return false
			}
		}
	}
	return true
}

// marvels reports whether an adjective of wonder is said of what should not be:
// "It's stunning that we would close the hospital".
func (t *tree) marvels(k int) bool {
	if !wonder[t.form(k)] {
		return false
	}
	for _, c := range t.children(k, "csubj", "ccomp", "advcl") {
		if t.preposition(c) != "to" && (t.child(c, "aux") >= 0 && t.supposed(c) || len(t.negators(c)) > 0) {
			return true
		}
	}
	return false
}

var wonder = words("stunning astonishing astounding unbelievable incredible amazing staggering extraordinary remarkable")

// compares reports whether an adjective sets something above or below others.
func (t *tree) compares(k int) bool {
	return t.tok(k).XPOS == "JJR" && (len(t.oblique(k, "than").tokens) > 0 || len(t.oblique(k, "on").tokens) > 0)
}

// clauseJudged returns whom or what a clause that "it" stands for tells of:
// "It is a disgrace that X did it".
func (d *document) clauseJudged(t *tree, k, sign int) []end {
	for _, c := range t.children(k, "csubj", "ccomp", "advcl", "acl", "xcomp") {
		if m := t.preposition(c); t.base(c) == "acl" && t.nominal(k) && m != "that" || t.base(c) == "advcl" && m == "" && len(t.ownSubject(c)) == 0 {
			continue // "an act to avoid the law"
		}
		if es := d.clauseTargets(t, c, sign); len(es) > 0 {
			return es
		}
	}
	return nil
}

// pointing reports whether a subject is a pronoun that points to a thing of
// which only the predicate tells what it is.
func (t *tree) pointing(f found) bool {
	if len(f.tokens) != 1 || f.tokens[0] < 0 {
		return false
	}
	switch t.form(f.tokens[0]) {
	case "it", "this", "that":
		return t.is(f.tokens[0], "PRON")
	case "today", "tonight", "yesterday":
		return true // "Today is a great day": what happened today
	}
	return false
}

// naming are the verbs that give something a name or a nature, with what they
// say themselves.
var naming = map[string]int{
	"call": 0, "describe": 0, "label": 0, "brand": 0, "dub": 0, "term": 0, "deem": 0, "consider": 0, "regard": 0, "view": 0, "see": 0,
	"find": 0, "portray": 0, "characterize": 0, "characterise": 0, "depict": 0, "remember": 0, "declare": 0, "pronounce": 0, "think": 0,
	"hail": 1, "praise": 1, "dismiss": -1, "denounce": -1, "slam": -1, "blast": -1, "deride": -1, "mock": -1, "condemn": -1,
}

// judgingName reads "called X a farce", "dismissed X as 'cheap theatre'".
func (d *document) judgingName(t *tree, v int) []candidate {
	own, ok := naming[t.lemma(v)]
	if !ok {
		return nil
	}
	objects := t.object(v)
	if len(objects.tokens) == 0 {
		return nil
	}
	subject := t.subject(v)
	var verdict gazetteer.Verdict
	for _, c := range t.named(v, objects) {
		if verdict.Sign = own; own == 0 {
			verdict = t.namedAs(c)
		}
		if verdict.Sign != 0 {
			if t.passive(v) && len(subject.tokens) == 0 {
				subject = t.agent(c) // "hailed as a triumph by X"
				for _, n := range t.children(c, "nmod") {
					if len(subject.tokens) == 0 && t.preposition(n) == "by" {
						subject = direct(n)
					}
				}
			}
			break
		}
	}
	if verdict.Sign == 0 {
		return nil
	}
	s := d.stanceOf(t, v)
	if s.polarity == nlp.Negative {
		return nil
	}
	var out []candidate
	for _, who := range d.ends(t, subject, actors) {
		named := append(d.judgedEnds(t, objects), d.pointedAt(t, objects)...)
		if len(named) == 0 && t.pointing(objects) {
			named = d.leavingOut(d.toldBeforeSpeech(t.index, who.Chain, verdict.Sign), v) // "called it a disgrace"
		}
		for _, what := range named {
			if c, ok := d.judgement(t, v, who, what, verdict, s); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// namedAs returns what a phrase that somebody is called by says of them, also by
// what is joined to it ("one of the founders of the club and a true visionary")
// or by a role that is an honour as a name, though not as an office.
func (t *tree) namedAs(k int) gazetteer.Verdict {
	if v := t.verdict(k); v.Sign != 0 {
		return v
	}
	if honouring[t.lemma(k)] && t.is(k, "NOUN") && len(t.children(k, "amod")) == 0 {
		return gazetteer.Verdict{Sign: 1}
	}
	for i := k + 1; i < len(t.s.Tokens); i++ {
		if t.base(i) == "conj" && t.within(i, k) && t.hasDeterminer(i, "a", "an", "the") {
			if v := t.verdict(i); v.Sign != 0 {
				return v
			}
		}
	}
	return gazetteer.Verdict{}
}

// honouring are nouns that praise when somebody is called by them.
var honouring = words("ambassador champion fighter warrior conscience patriot servant father mother role-model friend pillar voice heartbeat cornerstone testament")

// named returns what a verb of naming calls its object.
func (t *tree) named(v int, objects found) []int {
	out := t.complements(v)
	out = append(out, t.oblique(v, "as").tokens...)
	for _, k := range t.children(v, "advcl", "ccomp", "advmod") {
		if t.preposition(k) == "as" && !t.verbal(k) || t.base(k) == "ccomp" && len(t.ownSubject(k)) == 0 {
			out = append(out, k)
		}
	}
	for _, o := range objects.tokens {
		if o < v || o >= len(t.s.Tokens) {
			continue
		}
		for _, k := range t.children(o, "appos", "nmod") {
			if k > o && (t.base(k) == "appos" || t.preposition(k) == "as") {
				out = append(out, k)
			}
		}
	}
	if k := v + 1; k < len(t.s.Tokens) && t.head(k) == v && t.is(k, "ADV") {
		out = append(out, k) // "a policy I consider cowardly"
	}
	return out
}

// doing are verbs whose object may tell how good whoever does it is.
var doing = words(`do produce show give have get make put deliver play display bring demonstrate possess run score lead`)

// behaving are verbs that say how somebody acts.
var behaving = words(`behave act play perform handle respond treat run manage conduct do defend bat bowl serve fight lead sing write speak
	work represent coach react deal`)

// heightening are adverbs that leave "well" what it is, or make more of it.
var heightening = words("very really so incredibly extremely fantastically exceptionally brilliantly remarkably extraordinarily amazingly particularly")

// making are verbs whose passive with an adverb says how good a thing is.
var making = words(`write make act play produce direct design build plan organise organize execute think craft shoot compose
	perform sing edit draft handle manage run thought`)

// judgingDeed reads "She did a superb job", "He has a lovely attitude", "They
// played brilliantly". Of what is the speaker's own ("We have great players")
// the thing is judged.
func (d *document) judgingDeed(t *tree, v int) []candidate {
	subject := t.subject(v)
	if behaving[t.lemma(v)] {
		for _, a := range t.children(v, "advmod") {
			verdict := gazetteer.Judgement(gazetteer.JudgingAdverb, t.form(a))
			if t.form(a) == "hard" && t.lemma(v) == "work" && t.perfect(v) {
				verdict = gazetteer.Verdict{Sign: 1, Mild: true}
			}
			if how := t.child(a, "advmod"); t.form(a) == "well" && a > v && (how < 0 || heightening[t.form(how)]) {
				verdict = gazetteer.Verdict{Sign: 1, Mild: true}
			}
			if verdict.Sign != 0 && !t.passive(v) && !t.speaking(subject) && len(t.negators(v)) == 0 {
				return d.judgedBy(t, v, d.judgedEnds(t, subject), gazetteer.Verdict{Sign: verdict.Sign, Mild: true})
			}
		}
	}
	if making[t.lemma(v)] && t.passive(v) && len(t.negators(v)) == 0 {
		for _, a := range t.children(v, "advmod") {
			if verdict := gazetteer.Judgement(gazetteer.JudgingAdverb, t.form(a)); verdict.Sign != 0 {
				return d.judgedBy(t, v, d.judgedEnds(t, t.object(v)), verdict)
			}
		}
	}
	if !doing[t.lemma(v)] || t.passive(v) || len(t.negators(v)) > 0 {
		return nil
	}
	o := t.ownObject(v)
	if o < 0 || !t.nominal(o) || plainNouns[t.lemma(o)] {
		return nil // "had a great night" praises nobody
	}
	verdict := t.verdict(o)
	if verdict.Sign == 0 {
		return nil
	}
	if t.speaking(subject) {
		if t.lemma(v) != "have" && t.lemma(v) != "get" || gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(o)).Sign != 0 {
			return nil
		}
		return d.judgedBy(t, v, d.judgedEnds(t, direct(o)), verdict)
	}
	verdict.Mild = true // only persons and bodies do well
	return d.judgedBy(t, v, d.judgedEnds(t, subject), verdict)
}

// speaking reports whether a place is filled by the speaker, "I" or "we".
func (t *tree) speaking(f found) bool {
	for _, k := range f.tokens {
		if k >= 0 && firstPerson[t.form(k)] {
			return true
		}
	}
	return false
}

var firstPerson = words("i we me us my our myself ourselves")

// faulting are verbs that praise when they are said to be impossible.
var faulting = words("fault blame criticise criticize knock")

// disbelieving are verbs that blame what they are said to be unable to grasp.
var disbelieving = words("believe understand accept fathom comprehend tolerate condone imagine")

func (t *tree) able(v int) bool {
	for _, a := range t.children(v, "aux") {
		if f := t.form(a); f == "can" || f == "ca" || f == "could" {
			return true
		}
	}
	return false
}

// esteem are nouns for what is felt for somebody who is thought well of.
var esteem = words("respect admiration faith confidence praise trust love affection gratitude")

// judgingFeeling reads "He impresses me", "I admire her", "I have nothing but
// respect for them", "I take my hat off to them".
func (d *document) judgingFeeling(t *tree, v int) []candidate {
	lemma := t.lemma(v)
	subject := t.subject(v)
	if verdict := gazetteer.Judgement(gazetteer.JudgingEffect, lemma); verdict.Sign != 0 && !t.passive(v) && len(t.negators(v)) == 0 {
		if o := t.ownObject(v); o >= 0 && firstPerson[t.form(o)] && !t.speaking(subject) {
			return d.judgedBy(t, v, d.judgedEnds(t, subject), verdict)
		}
	}
	if !t.speaking(subject) {
		return nil
	}
	if faulting[lemma] && len(t.negators(v)) > 0 && t.able(v) {
		if o := t.ownObject(v); o >= 0 { // "I can't fault them"
			return d.judgedBy(t, v, d.judgedEnds(t, found{tokens: t.expand(o, v)}), gazetteer.Verdict{Sign: 1, Mild: true})
		}
	}
	if c := t.child(v, "ccomp"); c >= 0 && (lemma == "regret" && len(t.negators(v)) == 0 || disbelieving[lemma] && len(t.negators(v)) > 0 && t.able(v)) {
		return d.judgedBy(t, v, d.clauseTargets(t, c, -1), gazetteer.Verdict{Sign: -1}) // "I cannot believe that X did it"
	}
	if verdict := gazetteer.Judgement(gazetteer.JudgingAttitude, lemma); verdict.Sign != 0 && len(t.negators(v)) == 0 {
		if o := t.ownObject(v); o >= 0 {
			verdict.Mild = true
			return d.judgedBy(t, v, d.judgedEnds(t, found{tokens: t.expand(o, v)}), verdict)
		}
	}
	o := t.ownObject(v)
	if o < 0 {
		return nil
	}
	sign := 1
	if lemma == "take" && t.lemma(o) == "hat" && t.hasParticle(o, "off") {
		return d.judgedBy(t, v, d.judgedEnds(t, t.oblique(v, "to")), gazetteer.Verdict{Sign: 1})
	}
	if lemma != "have" && lemma != "get" && lemma != "feel" && lemma != "lose" {
		return nil
	}
	if lemma == "lose" || t.hasDeterminer(o, "no", "little") || len(t.negators(v)) > 0 {
		sign = -1
	}
	if t.form(o) == "nothing" {
		for _, k := range t.children(o, "nmod", "conj") {
			if t.form(k-1) == "but" {
				o = k
			}
		}
	}
	if !esteem[t.lemma(o)] {
		return nil
	}
	of := t.oblique(o, "for")
	for _, p := range []string{"in", "for"} {
		if len(of.tokens) == 0 {
			of = t.oblique(o, p)
		}
		if len(of.tokens) == 0 {
			of = t.oblique(v, p)
		}
	}
	return d.judgedBy(t, v, d.judgedEnds(t, of), gazetteer.Verdict{Sign: sign})
}

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
				if es := d.ends(t, found{tokens: t.expand(o, k), remote: f.remote}, bodies); len(es) > 0 {
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

// judgedBy makes the claims of whoever speaks at token k about what is judged
// there. What is only supposed, asked or denied is no judgement.
func (d *document) judgedBy(t *tree, k int, what []end, v gazetteer.Verdict) []candidate {
	if len(what) == 0 || t.asked(k) || t.unproven(k) || t.supposed(k) && !t.phrases()[k].modal && !(t.imagined(k) && (v.Sign < 0 || t.nominal(k))) {
		return nil
	}
	s := d.stanceOf(t, k)
	if len(s.by) == 0 || (s.modality == nlp.Desired || s.modality == nlp.Future) && !t.phrases()[k].modal || s.polarity == nlp.Negative && !t.denies(k) {
		return nil
	}
	return d.saidBy(t, k, what, v, s)
}

// unproven reports whether a clause is what there is no sign of: "there is no
// evidence that they acted badly".
func (t *tree) unproven(k int) bool {
	for h, n := k, 0; h >= 0 && n < maxControl; h, n = t.head(h), n+1 {
		if g := t.head(h); g >= 0 && in(t.base(h), "acl", "ccomp") && t.is(g, "NOUN") && t.hasDeterminer(g, "no", "any", "little") {
			return true
		}
	}
	return false
}

// denies reports whether the negation of a clause is its own and has been
// weighed with its words: "was no masterpiece", "does not go far enough".
func (t *tree) denies(k int) bool {
	if len(t.negators(k)) > 0 || t.phrases()[k].negated {
		return true
	}
	for _, x := range t.children(k, "obj", "xcomp", "advmod", "amod") {
		if len(t.negators(x)) > 0 {
			return true
		}
	}
	return false
}

// saidBy makes the claims of the speaker of a stance.
func (d *document) saidBy(t *tree, k int, what []end, v gazetteer.Verdict, s stance) []candidate {
	last := len(s.by) - 1
	who := end{End: nlp.ChainEnd(s.by[last]), token: unstated, entity: d.a.Chains[s.by[last]].Type, sure: 1}
	if !actors.Allows(who.entity) {
		return nil
	}
	s.by, s.modality, s.polarity = s.by[:last], nlp.Certain, nlp.Positive
	var out []candidate
	for _, e := range what {
		if c, ok := d.judgement(t, k, who, e, v, s); ok {
			out = append(out, c)
		}
	}
	return out
}

// supposed reports whether a clause has a modal or depends on a condition.
func (t *tree) supposed(k int) bool {
	for _, a := range t.children(k, "aux") {
		if _, modal := modals[t.form(a)]; modal && t.form(a) != "can" && t.form(a) != "ca" {
			return true
		}
	}
	for _, m := range t.children(k, "mark") {
		switch t.form(m) {
		case "if", "whether", "unless":
			return true
		}
	}
	return t.conditional(k)
}

// conditional reports whether a clause says what will happen if something does:
// "if it fails, it will be a disaster".
func (t *tree) conditional(k int) bool {
	for _, c := range t.children(k, "advcl") {
		if t.preposition(c) == "if" && t.child(k, "aux") >= 0 {
			return true
		}
	}
	return false
}

// imagined reports whether a clause tells what something would be.
func (t *tree) imagined(k int) bool {
	for _, a := range t.children(k, "aux") {
		if f := t.form(a); f == "would" || f == "could" {
			return t.child(k, "cop") >= 0 && !t.perfect(k)
		}
	}
	return false
}

// judgement makes one claim of praise or blame.
func (d *document) judgement(t *tree, k int, who, what end, v gazetteer.Verdict, s stance) (candidate, bool) {
	if who.Chain == what.Chain || v.Mild && !bodies.Allows(what.entity) || v.Deed && bodies.Allows(what.entity) {
		return candidate{}, false
	}
	if v.Sad && !d.decided(t, what) || v.Sign < 0 && d.misfortune(what) {
		return candidate{}, false
	}
	p := nlp.Predicate("praised")
	switch {
	case v.Sign < 0 && t.imagined(k):
		p = "warned" // "Silence would be a betrayal"
	case v.Sign < 0:
		p = "criticized"
	}
	by := s.by
	for i, c := range by {
		if c == who.Chain {
			by = append(append([]nlp.ChainID(nil), by[:i]...), by[i+1:]...)
			break
		}
	}
	return t.candidate(k, who.End, p, what.End, s.saidBy(by), judgementReliability*what.sure, "judging word"), true
}
