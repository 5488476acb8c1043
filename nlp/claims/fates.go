package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// fate says of so many people that they died or were hurt.
type fate struct {
	predicate nlp.Predicate
	quantity  nlp.Quantity
	at        int  // token of the word that says it
	total     bool // it is said to be the toll, not some of it
	byActor   bool // the clause says who did it to them
}

// Words that say what became of people. The first two are verbs whose object,
// or passive subject, it befell; the second two are of those who suffer it.
var (
	killVerbs    = words("kill murder massacre slaughter slay butcher electrocute asphyxiate behead incinerate")
	hurtVerbs    = words("injure wound hurt maim hospitalize hospitalise scald")
	dieVerbs     = words("die perish drown succumb suffocate")
	fallVerbs    = words("fall plunge plummet jump leap slip tumble burn freeze starve choke bleed")
	sufferVerbs  = words("suffer sustain receive")
	deadWords    = words("dead killed drowned")
	hurtWords    = words("injured wounded hurt hospitalized hospitalised")
	bodyNouns    = words("body corpse")
	findVerbs    = words("recover find retrieve discover pull identify exhume bring")
	deathNouns   = words("death fatality")
	injuryNouns  = words("injury wound burn fracture")
	treatedNouns = words("bruise inhalation shock cut concussion hypothermia dehydration exposure burns laceration poisoning")
	hospitals    = words("hospital clinic infirmary hospitals")
	doubtedWords = words("feared believed presumed thought")
)

// tolls adds to the claims of a sentence the numbers of dead and injured that no
// pattern has given to an event: their event may stand in another clause, or in
// a sentence before. A deed that only says what became of those people is then
// no event of its own beside it.
func (d *document) tolls(t *tree, cs []candidate) []candidate {
	var out []candidate
	absorbed := make(map[nlp.ChainID]bool)
	stated := func(f fate) bool {
		return slices.ContainsFunc(cs, func(c candidate) bool {
			return c.Predicate == f.predicate && c.Object.Quantity != nil && c.Object.Quantity.Value == f.quantity.Value
		})
	}
	for _, f := range append(t.raisedTolls(), d.fates(t)...) {
		if stated(f) {
			continue
		}
		e, sure := d.eventOf(t, f)
		if e == nlp.NoChain || !f.total && sure < sameClause && d.exceeded(e, f, append(cs, out...)) {
			continue
		}
		s := d.stanceOf(t, f.at)
		if numbering[t.lemma(f.at)] && (f.total || t.passive(f.at)) {
			d.estimatedBy(t, f.at, &s)
		}
		if s.polarity == nlp.Negative {
			continue
		}
		if f.at > 0 && doubtedWords[t.form(f.at-1)] && s.modality == nlp.Certain {
			s.modality = nlp.Possible
		}
		if own := d.chainAt(t, f.at); own != nlp.NoChain && own != e && sure == sameClause && d.onlyVerb(own) {
			absorbed[own] = true
		}
		out = append(out, d.fatePlaces(t, f, e, sure, append(cs, out...))...)
		out = append(out, t.candidate(f.at, nlp.ChainEnd(e), f.predicate, nlp.QuantityEnd(f.quantity), s, sure, "number of people").during(d.timeOf(t, f.at)))
	}
	out = append(out, d.unharmed(t, append(cs, out...))...)
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return absorbed[c.Subject.Chain] && c.Predicate == "located_in" })
	return append(cs, out...)
}

// onlyVerb reports whether verbs alone tell of an event.
func (d *document) onlyVerb(c nlp.ChainID) bool {
	return !slices.ContainsFunc(d.a.Chains[c].Mentions, func(m nlp.Mention) bool { return m.Kind != nlp.VerbMention })
}

// exceeded reports whether more victims of the event have been told of: fewer
// are then some of them.
func (d *document) exceeded(e nlp.ChainID, f fate, now []candidate) bool {
	more := func(c *nlp.Claim) bool {
		return c.Predicate == f.predicate && c.Subject.Chain == e && c.Object.Quantity != nil && c.Object.Quantity.Value > f.quantity.Value
	}
	return slices.ContainsFunc(now, func(c candidate) bool { return more(&c.Claim) }) ||
		slices.ContainsFunc(d.done, func(c nlp.Claim) bool { return more(&c) })
}

// fates returns what the number phrases of a sentence say became of people.
func (d *document) fates(t *tree) []fate {
	var out []fate
	for _, p := range quantity.Find(t.s) {
		if p.Unit != quantity.Count || p.Quantity.Value < 1 || p.Quantity.Value == 1 && p.Noun < 0 {
			continue
		}
		k := p.Noun
		if k < 0 {
			k = p.Head
		}
		if p.Noun >= 0 && !d.countsLives(t, k) && !bodyNouns[t.lemma(k)] && !hurtWords[t.form(k)] || t.someOf(p) {
			continue
		}
		predicate, at := t.fateOf(p, k)
		if predicate == "" {
			continue
		}
		q := p.Quantity
		together := k
		if first := t.first(k); t.verbal(at) && t.head(first) == at {
			together = first
		}
		if all := t.conjuncts(together); len(all) > 1 {
			if sum, ok := d.total(t, all); ok {
				q = sum
			} else if together != k {
				continue // "a family and two soldiers" are more than two
			}
		}
		out = append(out, fate{predicate: predicate, quantity: q, at: at, byActor: d.byActor(t, at)})
	}
	return out
}

// byActor reports whether the word that says what became of people has somebody
// for its subject who did it.
func (d *document) byActor(t *tree, at int) bool {
	if !t.verbal(at) || t.inflicted(at) == "" {
		return false
	}
	for _, k := range t.subject(at).tokens {
		if c := d.chainAt(t, k); c != nlp.NoChain {
			switch d.a.Chains[c].Type {
			case nlp.Person, nlp.Group, nlp.Organization, nlp.Country:
				return true
			case nlp.Product: // "a car bomb in Baghdad killed 20"
				if own := d.deedAt(t, at); own != nlp.NoChain && d.a.Chains[own].Event != nil && gazetteer.EventIsAny(d.a.Chains[own].Event.Type, []string{"explosion", "killing"}) {
					return true
				}
			}
		}
	}
	return false
}

// diseased reports whether the subject of a verb is a disease or what brings it,
// whose victims are those of its outbreak.
func (t *tree) diseased(v int) bool {
	return slices.ContainsFunc(t.surface(v, maxControl).tokens, func(k int) bool { return k >= 0 && diseases[t.lemma(k)] })
}

var diseases = words(`virus disease fever flu influenza cholera ebola measles malaria plague infection bacterium bacteria illness typhoid dengue
	pneumonia coronavirus covid covid-19 meningitis hepatitis diphtheria tuberculosis polio smallpox anthrax strain pathogen mers sars swine_flu`)

// someOf reports whether a number counts some of those told of: "three of
// them", "including six children", "another two".
func (t *tree) someOf(p quantity.Phrase) bool {
	if next := max(p.Number.End, p.Noun+1); p.Noun < 0 && next < len(t.s.Tokens) && t.form(next) == "of" {
		v := t.head(p.Head)
		return v < 0 || t.base(p.Head) != "obj" || !killVerbs[t.lemma(v)] || !t.diseased(v) // "the virus killed 20 of them"
	}
	for i := p.Tokens.First - 1; i >= 0 && i >= p.Tokens.First-2; i-- {
		switch t.form(i) {
		case "including", "among", "includes", "included":
			return true
		}
	}
	if p.Noun >= 0 && t.base(p.Noun) == "appos" {
		return true
	}
	return false
}

// fateOf returns the predicate of what became of those counted, whose noun or
// number is k, and the word that says so; "" when the clause says neither.
func (t *tree) fateOf(p quantity.Phrase, k int) (nlp.Predicate, int) {
	switch l := t.lemma(k); {
	case deadWords[t.form(k)]:
		return "death_toll", k // "14 dead, over 60 hurt"
	case hurtWords[t.form(k)]:
		return "injury_toll", k
	case deathNouns[l]:
		return "death_toll", k
	case l == "injury" && t.base(t.first(k)) != "obl":
		return "injury_toll", k
	}
	if h := t.head(k); t.lemma(k) == "life" && h >= 0 && t.lemma(h) == "loss" && t.preposition(k) == "of" {
		return "death_toll", h // "with the loss of 32 lives"
	}
	if h := t.head(k); h >= 0 && bodyNouns[t.lemma(h)] && t.preposition(k) == "of" {
		k = h // "the bodies of 70 civilians"
	}
	behind := max(p.Number.End, p.Noun+1)
	if predicate, i := t.wordBehind(behind); i == behind {
		return predicate, i
	}
	if i := t.harmBefore(p); i >= 0 {
		return t.inflicted(i), i
	}
	if t.base(k) == "conj" && t.nominal(t.first(k)) {
		k = t.first(k)
	}
	if h := t.head(k); h >= 0 {
		switch t.base(k) { // of a coordination the first member stands for all
		case "nsubj":
			if p := t.suffered(h, t.rel(k) == "nsubj:pass"); p != "" && !(bodyNouns[t.lemma(k)] && p == "injury_toll") {
				return p, h
			}
			if bodyNouns[t.lemma(k)] && findVerbs[t.verbLemma(h)] && t.passive(h) {
				return "death_toll", h
			}
		case "obj":
			if p := t.inflicted(h); p != "" {
				return p, h
			}
			if bodyNouns[t.lemma(k)] && findVerbs[t.verbLemma(h)] {
				return "death_toll", h
			}
		}
	}
	return t.wordBehind(behind)
}

// suffered returns what a predicate says of its subject; passive is true when
// the tree marks it as one that something is done to.
func (t *tree) suffered(h int, passive bool) nlp.Predicate {
	switch l := t.verbLemma(h); {
	case t.is(h, "ADJ") || t.tok(h).XPOS == "VBN" && !t.perfect(h):
		if deadWords[t.form(h)] {
			return "death_toll"
		}
		if hurtWords[t.form(h)] {
			return "injury_toll"
		}
		return t.deadly(h, l)
	case !t.verbal(h):
		return ""
	case dieVerbs[l], fallVerbs[l] && t.toDeath(h):
		return "death_toll"
	case l == "lose":
		if o := t.ownObject(h); o >= 0 && t.lemma(o) == "life" {
			return "death_toll"
		}
	case sufferVerbs[l]:
		if o := t.ownObject(h); o >= 0 && injuryNouns[t.lemma(o)] {
			return "injury_toll"
		}
	case passive || t.passive(h):
		switch {
		case killVerbs[l]:
			return "death_toll"
		case hurtVerbs[l]:
			return "injury_toll"
		}
		return t.deadly(h, l)
	}
	return ""
}

// deadly returns the toll of verbs that kill or hurt with a word more: "shot dead",
// "trampled to death", "treated for injuries", "taken to hospital".
func (t *tree) deadly(h int, lemma string) nlp.Predicate {
	switch lemma {
	case "shoot", "find", "confirm", "pronounce", "declare":
		for _, k := range t.children(h, "xcomp", "advmod", "conj", "obj") {
			if deadWords[t.form(k)] {
				return "death_toll"
			}
		}
	case "burn", "crush", "trample", "beat", "stab", "hack", "freeze", "starve", "choke", "sweep", "drag", "suck", "hurl", "pull", "throw", "carry":
		if t.toDeath(h) {
			return "death_toll"
		}
	case "treat":
		if o := t.oblique(h, "for"); len(o.tokens) > 0 && (injuryNouns[t.lemma(o.tokens[0])] || treatedNouns[t.lemma(o.tokens[0])]) {
			return "injury_toll"
		}
	case "take", "rush", "airlift", "admit", "send", "transport", "fly", "bring":
		if o := t.oblique(h, "to"); len(o.tokens) > 0 && hospitals[t.lemma(o.tokens[0])] {
			return "injury_toll"
		}
	}
	return ""
}

// toDeath reports whether what a verb tells ended in death: "fell to their deaths".
func (t *tree) toDeath(v int) bool {
	o := t.oblique(v, "to")
	return len(o.tokens) > 0 && o.tokens[0] >= 0 && t.lemma(o.tokens[0]) == "death"
}

// toHospital reports whether a verb leaves its object in a hospital.
func (t *tree) toHospital(v int) bool {
	where := t.oblique(v, "in").tokens
	if o := t.ownObject(v); o >= 0 {
		where = append(where, t.oblique(o, "in").tokens...)
	}
	return slices.ContainsFunc(where, func(k int) bool { return k >= 0 && hospitals[t.lemma(k)] })
}

// hurtThere reports whether the hospital at token k is where a verb leaves people.
func (t *tree) hurtThere(k int) bool {
	v := t.head(k)
	if v >= 0 && !t.verbal(v) && t.base(v) == "obj" {
		v = t.head(v)
	}
	return v >= 0 && t.inflicted(v) == "injury_toll" && t.toHospital(v)
}

// inflicted returns what a verb does to its object.
func (t *tree) inflicted(h int) nlp.Predicate {
	l := t.verbLemma(h)
	switch {
	case !t.verbal(h) || t.passive(h) && t.child(h, "nsubj:pass") >= 0:
		return ""
	case killVerbs[l], t.killedBy(h):
		return "death_toll"
	case hurtVerbs[l]:
		return "injury_toll"
	case l == "claim" || l == "take" || l == "cost":
		if o := t.ownObject(h); o >= 0 && t.lemma(o) == "life" {
			return "death_toll"
		}
	case (l == "leave" || l == "put") && t.toHospital(h):
		return "injury_toll"
	case l == "leave" || l == "send" || l == "see":
		for _, k := range append(t.children(h, "xcomp"), t.children(max(t.ownObject(h), 0), "amod", "acl")...) {
			if k > h && deadWords[t.form(k)] {
				return "death_toll"
			}
			if k > h && hurtWords[t.form(k)] {
				return "injury_toll"
			}
		}
	}
	return ""
}

// killedBy reports whether an active verb of violence says of its object that it
// died: "shot dead six people", "fatally stabbed two".
func (t *tree) killedBy(v int) bool {
	if !violent[t.verbLemma(v)] {
		return false
	}
	if next := v + 1; next < len(t.s.Tokens) && deadWords[t.form(next)] {
		return true
	}
	if o := t.oblique(v, "to"); len(o.tokens) > 0 && t.lemma(o.tokens[0]) == "death" {
		return true
	}
	return slices.ContainsFunc(t.children(v, "advmod"), func(k int) bool { return t.form(k) == "fatally" })
}

var violent = words("shoot stab beat hack club bludgeon burn crush trample strike wound")

// harmBefore returns the verb of harm right before a number phrase, however the
// tree joins them ("killing six and injuring 27"), or -1.
func (t *tree) harmBefore(p quantity.Phrase) int {
	i := t.wordBefore(p)
	if i > 0 && deadWords[t.form(i)] && violent[t.verbLemma(i-1)] {
		i-- // "shot dead six people"
	}
	if i < 0 || t.tok(i).XPOS != "VBG" && t.tok(i).XPOS != "VBD" && t.tok(i).XPOS != "VBZ" || t.passive(i) || t.inflicted(i) == "" {
		return -1
	}
	return i
}

// wordBefore returns the word before a number phrase, past words that only add
// to a count, or -1.
func (t *tree) wordBefore(p quantity.Phrase) int {
	i := p.Tokens.First - 1
	for i >= 0 && (t.form(i) == "another" || t.form(i) == "a" || t.form(i) == "further" || t.form(i) == "some") {
		i--
	}
	return i
}

// wordBehind returns the predicate of the word behind a number phrase, past
// auxiliaries and adverbs: "27 people were also injured".
func (t *tree) wordBehind(i int) (nlp.Predicate, int) {
	for n := 0; n < 4 && i < len(t.s.Tokens); n++ {
		switch {
		case deadWords[t.form(i)] && !t.attributive(i):
			return "death_toll", i
		case hurtWords[t.form(i)] && !t.attributive(i):
			return "injury_toll", i
		case t.form(i) == "with" && t.woundsBehind(i):
			return "injury_toll", i
		case t.is(i, "AUX"), t.is(i, "ADV"), doubtedWords[t.form(i)], t.form(i) == "others", t.form(i) == "confirmed", t.form(i) == "reported":
			i++
		default:
			return "", -1
		}
	}
	return "", -1
}

// woundsBehind reports whether a preposition governs what the hurt have: "with
// minor injuries".
func (t *tree) woundsBehind(p int) bool {
	k := t.head(p)
	return k > p && k <= p+3 && t.plural(k) && injuryNouns[t.lemma(k)] && t.child(k, "nmod:poss") < 0
}

// attributive reports whether a participle modifies a noun behind it or has an
// object: "84 injured players", "12 hurt their chances".
func (t *tree) attributive(i int) bool {
	return t.base(i) == "amod" && t.head(i) > i || t.child(i, "obj") > i
}
