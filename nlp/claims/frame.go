package claims

// maxControl bounds how far a missing subject is looked for upwards.
const maxControl = 6

// found is the tokens that fill a place of a frame.
type found struct {
	tokens []int
	// remote is true when they were found through control, coordination or an
	// antecedent rather than beside the word.
	remote bool
	path   string // of the codebook, when one led here
	agent  bool   // they stand where somebody acts or speaks
}

func direct(tokens ...int) found { return found{tokens: tokens} }

// passive reports whether a verb is in the passive voice, also where the
// auxiliary is left out.
func (t *tree) passive(v int) bool {
	if t.child(v, "aux:pass", "nsubj:pass", "csubj:pass") >= 0 {
		return true
	}
	tok := t.tok(v)
	participle := tok.XPOS == "VBN" || tok.Features.Get("Voice") == "Pass"
	if !participle || t.perfect(v) {
		return false
	}
	switch t.base(v) {
	case "conj":
		h := t.head(v)
		return t.child(v, "nsubj", "aux") < 0 && t.verbal(h) && t.passive(h) || t.child(v, "obl:agent") >= 0
	case "acl", "amod":
		return t.rel(v) != "acl:relcl" && t.child(v, "nsubj") < 0
	case "advcl", "xcomp", "parataxis", "dep", "ccomp", "root":
		return t.child(v, "obj", "nsubj") < 0 || t.child(v, "obl:agent") >= 0
	}
	return tok.Features.Get("Voice") == "Pass"
}

// perfect reports whether a verb has the auxiliary "have".
func (t *tree) perfect(v int) bool {
	for _, k := range t.children(v, "aux") {
		if t.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// ownSubject returns the subjects that stand beside a predicate.
func (t *tree) ownSubject(v int) []int {
	var out []int
	for _, k := range t.children(v, "nsubj", "csubj") {
		if t.rel(k) == "nsubj:outer" || k > v && len(out) > 0 {
			continue
		}
		out = append(out, t.antecedent(k))
	}
	return out
}

// relativePronouns stand for the noun that a relative clause modifies.
var relativePronouns = words("who whom which that whose")

// antecedent returns the noun that a relative pronoun stands for, and other
// tokens as they are.
func (t *tree) antecedent(i int) int {
	if !relativePronouns[t.form(i)] || !(t.is(i, "PRON") || t.is(i, "DET") || t.is(i, "SCONJ")) {
		return i
	}
	if t.tok(i).XPOS == "DT" {
		return i // "that was true": a demonstrative
	}
	for h, n := t.head(i), 0; h >= 0 && n < maxControl; h, n = t.head(h), n+1 {
		if t.rel(h) == "acl:relcl" || t.rel(h) == "acl" {
			return t.head(h)
		}
	}
	return i
}

// subjectControl are the verbs whose subject, not object, is the subject of
// their infinitive though they may have an object.
var subjectControl = words("promise threaten vow swear pledge use")

// surface returns the grammatical subject of a predicate: its own, or the one
// that coordination, control, a participle or a relative clause gives it.
func (t *tree) surface(v, depth int) found {
	if own := t.ownSubject(v); len(own) > 0 {
		return direct(own...)
	}
	if depth <= 0 || t.head(v) < 0 {
		return found{}
	}
	g := t.head(v)
	switch {
	case t.rel(v) == "acl:relcl":
		return found{tokens: []int{g}, remote: true}
	case t.base(v) == "conj":
		if t.verbal(g) || len(t.ownSubject(g)) > 0 {
			return t.surface(g, depth-1).far()
		}
	case t.base(v) == "acl":
		return t.modifiedSubject(v, g, depth)
	case t.base(v) == "xcomp":
		return t.controller(g, depth)
	case t.base(v) == "advcl", t.rel(v) == "advcl:relcl":
		return t.adverbialSubject(v, g, depth)
	case t.base(v) == "obl" || t.base(v) == "nmod":
		if t.tok(v).XPOS == "VBG" {
			return t.adverbialSubject(v, g, depth)
		}
	case t.base(v) == "ccomp" && t.tok(v).XPOS == "VBG":
		return t.surface(g, depth-1).far()
	case t.base(v) == "parataxis" && t.tok(v).XPOS != "VBD" && t.tok(v).XPOS != "VBZ":
		return found{}
	}
	return found{}
}

func (f found) far() found { f.remote = true; return f }

// modifiedSubject is the subject of a participle or infinitive that modifies a noun.
func (t *tree) modifiedSubject(v, noun, depth int) found {
	if t.child(v, "mark") < 0 {
		// "X claimed responsibility, saying …": not the responsibility says.
		if t.tok(v).XPOS == "VBG" && verbAttitudes[t.lemma(v)][speech] && v > 0 && t.form(v-1) == "," {
			for g, n := t.head(noun), 0; g >= 0 && n < maxControl; g, n = t.head(g), n+1 {
				if t.verbal(g) {
					return t.surface(g, depth-1).far()
				}
			}
		}
		return found{tokens: []int{noun}, remote: true}
	}
	if !t.infinitive(v) {
		return found{}
	}
	// "its plan to attack": the possessor; "has a plan to attack": the haver.
	if p := t.child(noun, "nmod:poss"); p >= 0 {
		return found{tokens: []int{p}, remote: true}
	}
	if g := t.head(noun); g >= 0 && in(t.base(noun), "obj", "obl", "nsubj") && t.verbal(g) && t.base(noun) != "nsubj" {
		return t.surface(g, depth-1).far()
	}
	return found{}
}

// infinitive reports whether a verb has the mark "to".
func (t *tree) infinitive(v int) bool {
	for _, k := range t.children(v, "mark") {
		if t.form(k) == "to" {
			return true
		}
	}
	return false
}

// controller is the subject that a governing predicate gives to its infinitive.
func (t *tree) controller(g, depth int) found {
	if t.verbal(g) && !subjectControl[t.lemma(g)] {
		if t.passive(g) {
			return t.surface(g, depth-1).far()
		}
		if o := t.children(g, "obj", "iobj"); len(o) > 0 {
			return found{tokens: o[:1], remote: true}
		}
		if t.lemma(g) == "call" || t.lemma(g) == "appeal" || t.lemma(g) == "plead" {
			for _, k := range t.children(g, "obl") {
				if p := t.preposition(k); p == "on" || p == "upon" || p == "to" || p == "with" {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	return t.surface(g, depth-1).far()
}

// judged are verbs of judging, whose gerund with a preposition tells what the
// object did: "accused X of attacking".
var judged = words(`accuse blame criticize criticise condemn praise thank suspect charge arrest punish
	convict commend fault attack denounce prevent stop keep fine sentence sanction honor honour apologize`)

func (t *tree) adverbialSubject(v, g, depth int) found {
	if t.verbal(g) && judged[t.lemma(g)] && t.tok(v).XPOS == "VBG" {
		if p := t.preposition(v); p == "of" || p == "for" || p == "from" || p == "with" {
			if t.passive(g) {
				return t.surface(g, depth-1).far()
			}
			if o := t.children(g, "obj"); len(o) > 0 {
				return found{tokens: o[:1], remote: true}
			}
		}
	}
	if t.tok(v).XPOS == "VBD" || t.tok(v).XPOS == "VBZ" || t.tok(v).XPOS == "VBP" {
		return found{} // a finite clause without subject is a misparse
	}
	if t.infinitive(v) && t.verbal(g) && !t.passive(g) && (t.lemma(g) == "call" || t.lemma(g) == "appeal") {
		return t.controller(g, depth)
	}
	if t.infinitive(v) && t.verbal(g) && !t.passive(g) && employing[t.lemma(g)] {
		return t.controller(g, depth)
	}
	if t.nominal(g) && len(t.ownSubject(g)) == 0 {
		return found{tokens: []int{g}, remote: true}
	}
	return t.surface(g, depth-1).far()
}

// employing are verbs whose object is to do what their purpose clause says.
var employing = words(`hire pay send dispatch deploy recruit order task train tell ask urge command instruct invite
	encourage allow force persuade convince lead help enable press push appoint authorize authorise`)

// subject returns the logical subject of a predicate.
func (t *tree) subject(p int) found {
	if !t.verbal(p) {
		return t.predicateSubject(p)
	}
	if t.passive(p) {
		return t.agent(p)
	}
	return t.surface(p, maxControl)
}

// agent returns the agent of a passive ("by X").
func (t *tree) agent(v int) found {
	if a := t.children(v, "obl:agent"); len(a) > 0 {
		return direct(a...)
	}
	for _, k := range t.children(v, "obl") {
		if t.preposition(k) == "by" && t.nominal(k) && t.tok(k).XPOS != "CD" {
			return direct(k)
		}
	}
	return found{}
}

// predicateSubject is the subject of a nominal, adjectival or adverbial
// predicate, or the noun that an adjective modifies.
func (t *tree) predicateSubject(p int) found {
	if own := t.ownSubject(p); len(own) > 0 {
		return direct(own...)
	}
	g := t.head(p)
	if g < 0 {
		return found{}
	}
	switch t.base(p) {
	case "conj":
		if t.nominal(g) == t.nominal(p) || len(t.ownSubject(g)) > 0 {
			return t.predicateSubject(g).far()
		}
	case "amod":
		return direct(g)
	case "acl":
		if !t.nominal(p) {
			return direct(g)
		}
		if t.rel(p) == "acl:relcl" {
			return found{tokens: []int{g}, remote: true}
		}
	case "xcomp":
		return t.controller(g, maxControl)
	case "advcl":
		if !t.nominal(p) {
			return t.surface(g, maxControl).far()
		}
	}
	return found{}
}

// object returns the logical object of a verb.
func (t *tree) object(v int) found {
	if !t.verbal(v) {
		return found{}
	}
	if o := t.ownObject(v); o >= 0 {
		return direct(t.antecedent(o))
	}
	if t.passive(v) {
		return t.surface(v, maxControl)
	}
	if t.rel(v) == "acl:relcl" && len(t.ownSubject(v)) > 0 && t.ownSubject(v)[0] != t.head(v) && !t.hasRelative(v) {
		return found{tokens: []int{t.head(v)}, remote: true}
	}
	return t.sharedObject(v)
}

// ownObject returns the object that stands beside a verb, or -1. Of several,
// as parsers give them for "labelled the attack a crime", it is the first. A
// second subject behind the verb ("left 84 people dead") and a receiver without
// an object are objects too.
func (t *tree) ownObject(v int) int {
	if o := t.children(v, "obj"); len(o) > 0 {
		if len(o) > 1 && o[0] < v && t.antecedent(o[0]) != o[0] {
			return o[1] // the relative pronoun stands for something else
		}
		return o[0]
	}
	if s := t.children(v, "nsubj"); len(s) > 1 && s[0] < v && s[1] > v {
		return s[1]
	}
	if r := t.child(v, "iobj"); r >= 0 && t.child(v, "ccomp") < 0 {
		return r
	}
	return -1
}

// hasRelative reports whether a relative clause has a relative pronoun or
// adverb somewhere, which then is what stands for the noun.
func (t *tree) hasRelative(v int) bool {
	for _, k := range t.kids[v] {
		if t.tok(k).Features.Get("PronType") == "Rel" || t.tok(k).XPOS == "WRB" || t.tok(k).XPOS == "WDT" {
			return true
		}
	}
	return false
}

// sharedObject is the object that coordinated verbs share: "arrested and
// questioned the student".
func (t *tree) sharedObject(v int) found {
	if t.base(v) == "conj" {
		u := t.head(v)
		for _, o := range t.children(u, "obj") {
			if o > v && t.verbal(u) {
				return found{tokens: []int{o}, remote: true}
			}
		}
	}
	for _, u := range t.children(v, "conj") {
		if u == v+2 && t.verbal(u) && !t.passive(u) {
			if o := t.children(u, "obj"); len(o) > 0 {
				return found{tokens: o, remote: true}
			}
		}
	}
	return found{}
}

// receiver returns the one to whom a verb gives its object.
func (t *tree) receiver(v int) found {
	if r := t.children(v, "iobj"); len(r) > 0 {
		return direct(r...)
	}
	if t.passive(v) && t.ownObject(v) >= 0 {
		return t.surface(v, maxControl)
	}
	return found{}
}

// oblique returns the dependents of h with a preposition: nouns, and gerunds
// whose mark it is.
func (t *tree) oblique(h int, prep string) found {
	var out found
	for _, k := range t.kids[h] {
		switch t.base(k) {
		case "obl", "nmod":
			if t.rel(k) != "nmod:poss" && t.preposition(k) == prep {
				out.tokens = append(out.tokens, t.antecedent(k))
			}
		case "advcl", "acl":
			if t.preposition(k) == prep && (t.tok(k).XPOS == "VBG" || t.nominal(k)) {
				out.tokens = append(out.tokens, k)
			}
		}
	}
	if len(out.tokens) == 0 && t.verbal(h) {
		// "were killed and wounded in an attack" has its oblique at the last verb.
		for _, u := range t.children(h, "conj") {
			if !t.verbal(u) || t.child(u, "nsubj") >= 0 && !t.passive(h) {
				continue
			}
			for _, k := range t.children(u, "obl") {
				if k > u && t.preposition(k) == prep {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	if len(out.tokens) == 0 && t.base(h) == "conj" && t.verbal(h) {
		// "met and talked with X" has its oblique at the first verb.
		if u := t.head(h); t.verbal(u) {
			for _, k := range t.children(u, "obl") {
				if k > h && t.preposition(k) == prep {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	return out
}
