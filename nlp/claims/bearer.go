package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// titled returns a role noun and the words that share its modifiers: the name
// it stands before ("Chilean Vice President X"), further titles.
func (t *tree) titled(h int) []int {
	out := []int{h}
	for i, n := h, 0; n < maxControl; n++ {
		g := t.head(i)
		if g < 0 || !t.titleLink(i, g) {
			break
		}
		out = append(out, g)
		i = g
	}
	// "Volvo Chief Executive X": titles beside each other share modifiers.
	if top := out[len(out)-1]; top != h {
		for _, k := range t.children(top, "nmod:desc", "compound") {
			if k < top && k > h && (t.nominal(k) || t.rel(k) == "nmod:desc") {
				out = append(out[:len(out)-1], k, top)
			}
		}
	}
	return out
}

// titleLink reports whether i stands as a title before the name or title g.
func (t *tree) titleLink(i, g int) bool {
	switch t.rel(i) {
	case "nmod:desc":
		return true
	case "compound", "flat", "amod":
		return t.is(g, "PROPN") && g > i && (t.is(i, "PROPN") || t.is(i, "NOUN")) && t.rel(i) != "amod" ||
			t.rel(i) == "amod" && titleAdjective[t.lemma(i)] ||
			t.rel(i) == "compound" && titleAdjective[t.lemma(i)]
	}
	return false
}

// titleAdjective are the words that begin a title of several words.
var titleAdjective = words("chief head vice deputy prime foreign general")

// titleNoun returns the noun that a word begins the title of ("executive" of
// "the chief executive"), where what is said of the role stands; h itself for
// any other word.
func (t *tree) titleNoun(h int) int {
	if g := t.head(h); g > h && titleAdjective[t.lemma(h)] && in(t.base(h), "amod", "compound") && t.is(g, "NOUN") {
		return g
	}
	return h
}

// bearer returns who holds the role that a noun names.
func (t *tree) bearer(h int) found { return t.bearerUpTo(h, maxControl) }

func (t *tree) bearerUpTo(h, depth int) found {
	if depth == 0 {
		return direct(h)
	}
	// The end of a chain of titles is the name: "President X".
	ts := t.titled(h)
	if top := ts[len(ts)-1]; top != h {
		if t.is(top, "PROPN") || t.properName(top) {
			return direct(top)
		}
		return t.bearerUpTo(top, depth-1)
	}
	if own := t.ownSubject(h); len(own) > 0 && t.child(h, "cop") >= 0 {
		return direct(own...)
	}
	if t.properName(h) {
		return direct(h)
	}
	if f, ok := t.bearerAbove(h, depth); ok {
		return f
	}
	return t.bearerBelow(h)
}

// bearerAbove returns who holds the role that a noun names by what it hangs on.
func (t *tree) bearerAbove(h, depth int) (found, bool) {
	g := t.head(h)
	if t.equated(h) {
		return direct(g), true
	}
	if t.base(h) == "conj" && t.child(h, "cop") >= 0 && g >= 0 && t.verbal(g) {
		// "X sat in the senate and was chairman of Y"
		if f := t.surface(g, maxControl); len(f.tokens) > 0 {
			return f.far(), true
		}
	}
	switch t.base(h) {
	case "appos":
		if g >= 0 {
			return t.apposition(h, g, depth), true
		}
	case "conj":
		if k := t.child(h, "appos"); k > h && (t.is(k, "PROPN") || t.properTail(k)) {
			return direct(k), true // "his aide, A, and the mayor of X, B": each has a name of its own
		}
		if u := t.head(h); t.nominal(u) && t.child(h, "nsubj") < 0 {
			if f := t.sharedRole(u, h, depth); len(f.tokens) > 0 {
				return f, true
			}
		}
	case "xcomp":
		if g >= 0 {
			return t.controller(g, maxControl), true
		}
	case "obj", "nsubj":
		// "identified the attackers as X and Y"
		if g >= 0 && identifying[t.lemma(g)] && !t.namedBehind(h) {
			if as := t.oblique(g, "as"); len(as.tokens) > 0 {
				return as.far(), true
			}
			if as := t.oblique(h, "as"); len(as.tokens) > 0 {
				return as.far(), true
			}
		}
	case "obl", "nmod", "advcl", "dislocated":
		if g >= 0 && t.fronted(h, g) {
			return found{tokens: t.ownSubject(g), remote: true}, true
		}
		if g >= 0 && t.verbal(g) && (t.preposition(h) == "as" || t.preposition(h) == "to" && raisingTo[t.lemma(g)]) {
			if o := t.object(g); len(o.tokens) > 0 && t.personal(o.tokens[0]) {
				if replacing[t.lemma(g)] {
					o.tokens = append(o.tokens, t.surface(g, maxControl).tokens...)
				}
				return o.far(), true
			}
			return t.surface(g, maxControl).far(), true
		}
	}
	return found{}, false
}

// bearerBelow returns who holds the role that a noun names by what hangs on it, or
// the noun.
func (t *tree) bearerBelow(h int) found {
	if f, post := t.postHolder(h); post {
		return f
	}
	for _, k := range t.children(h, "appos", "flat", "parataxis") {
		if t.is(k, "PROPN") {
			return direct(k)
		}
	}
	// "co-founder and former chief executive X": the name hangs on the last.
	for _, k := range t.children(h, "conj") {
		if t.nominal(k) && t.properTail(k) && t.child(k, "det", "nmod:poss") < 0 {
			return t.bearerUpTo(k, 1)
		}
	}
	// "members including X and Y": the instances.
	if x := t.instances(h); len(x) > 0 {
		return direct(x...)
	}
	return direct(h)
}

// posts are nouns of having, getting or losing an office, which goes on behind
// them with "as".
var posts = words(`role job post position capacity work tenure time term stint spell reign career appointment nomination
	promotion reappointment election re-election reelection installation inauguration resignation retirement departure dismissal
	sacking removal ouster exit`)

// postHolder returns who holds the office that stands behind a noun for the
// post, if anybody: "his resignation as chairman", "the appointment of X as
// chairman", "took a job as chairman". It reports whether there is such a noun.
func (t *tree) postHolder(h int) (holder found, post bool) {
	g := t.head(h)
	if g < 0 || t.base(h) != "nmod" || t.preposition(h) != "as" {
		return found{}, false
	}
	if as := t.child(h, "case"); t.is(g, "PROPN") && as > 0 && (posts[t.lemma(as-1)] || t.head(g) >= 0 && posts[t.lemma(t.head(g))] && t.preposition(g) == "of") {
		return direct(g), true // "the appointment of X as chairman", "X, in his role as chairman"
	}
	if !posts[t.lemma(g)] || !t.is(g, "NOUN") {
		return found{}, false
	}
	if p := t.child(g, "nmod:poss"); p >= 0 {
		return found{tokens: []int{t.antecedent(p)}, remote: true}, true
	}
	if of := t.oblique(g, "of"); len(of.tokens) > 0 {
		return of.far(), true
	}
	if v := t.head(g); v >= 0 && t.base(g) == "obj" {
		switch {
		case gettingPosts[t.lemma(v)]:
			return t.subject(v).far(), true
		case t.lemma(v) == "give" || t.lemma(v) == "hand":
			return t.receiver(v).far(), true
		}
	}
	return found{}, true
}

// gettingPosts are verbs whose subject has had or comes to have the post.
var gettingPosts = words("take get hold have accept assume land fill resign quit leave lose start begin relinquish vacate resume keep retain enjoy secure")

// namedBehind reports whether the name of who bears a role stands right behind it:
// "named her aide X as premier".
func (t *tree) namedBehind(h int) bool { return h+1 < len(t.s.Tokens) && t.beginsPerson(h+1) }

// equated reports whether a role is the subject of a copula that says who
// bears it: "the party's leader is X". What will be or is not so tells no bearer.
func (t *tree) equated(h int) bool {
	g := t.head(h)
	return g > h && t.rel(h) == "nsubj" && t.is(g, "PROPN") && t.child(g, "cop") >= 0 && t.child(g, "case", "aux") < 0 &&
		len(t.negators(g)) == 0 && t.tok(h).XPOS != "NNS"
}

// raisingTo are verbs of giving somebody the role that stands behind "to".
var raisingTo = words("promote elevate upgrade reappoint raise demote")

// replacing are verbs whose subject comes into the role that the object had.
var replacing = words("replace succeed follow")

// onlyBearer reports whether the name x behind the role noun h bears the role
// alone: of "its president X and his guest Y" only X does.
func (t *tree) onlyBearer(h, x int) bool {
	return x > h && t.is(x, "PROPN") && !t.plural(t.titleNoun(h))
}

// instances returns what "such as" and "including" name behind a noun.
func (t *tree) instances(h int) []int {
	var out []int
	for _, k := range t.children(h, "nmod", "obl") {
		if p := t.preposition(k); p == "including" || p == "such_as" {
			out = append(out, t.conjuncts(k)...)
		} else if p == "of" || p == "from" {
			out = append(out, t.instances(k)...)
		}
	}
	return out
}

// apposition is the bearer of an apposition to g: g, or who bears g when that
// is a role too ("X, a lawmaker, a former minister").
func (t *tree) apposition(h, g, depth int) found {
	if n := t.nameBefore(h); n >= 0 && n != g && (!t.is(g, "PROPN") && !t.properName(g) || t.lastJoined(n, g)) {
		return found{tokens: []int{n}, remote: true}
	}
	if t.is(g, "PROPN") || t.properName(g) || t.base(g) != "appos" {
		return direct(g)
	}
	return t.bearerUpTo(g, depth-1)
}

// sharedRole is the bearer that coordinated role nouns have in common. "the
// president and the minister" are two persons: a determiner of its own parts.
func (t *tree) sharedRole(u, h, depth int) found {
	if t.child(h, "det") >= 0 && t.child(u, "det") >= 0 && t.form(t.child(h, "det")) == "the" && t.base(u) != "appos" && t.child(u, "cop") < 0 {
		return found{}
	}
	if t.is(u, "PROPN") && t.base(u) != "appos" {
		return found{}
	}
	f := t.bearerUpTo(u, depth-1)
	if len(f.tokens) == 1 && f.tokens[0] == u {
		return found{}
	}
	return f.far()
}

// properName reports whether a noun carries a name itself, as when the parser
// hangs a first name and a surname flat on "co-founder".
func (t *tree) properName(h int) bool {
	for _, k := range t.children(h, "flat") {
		if t.is(k, "PROPN") {
			return true
		}
	}
	return false
}

func (t *tree) properTail(h int) bool {
	if t.properName(h) || t.is(h, "PROPN") && t.child(h, "nmod:desc", "compound") >= 0 {
		return true
	}
	k := t.child(h, "appos")
	return k >= 0 && t.is(k, "PROPN")
}

// nameBefore returns the last token of the name that an apposition follows
// after a comma, or -1. Parsers hang appositions too high; the name beside them
// is the safer guess.
func (t *tree) nameBefore(h int) int {
	first := t.extent(h, func(k int) bool { return k > h }).First
	if first < 2 || t.form(first-1) != "," || !t.is(first-2, "PROPN") {
		return -1
	}
	return first - 2
}

// lastJoined reports whether n is the name that a coordination begun by g ends
// with: "A and B, a minority" says what B is.
func (t *tree) lastJoined(n, g int) bool {
	for n >= 0 && t.base(n) == "flat" {
		n = t.head(n)
	}
	return n >= 0 && t.base(n) == "conj" && t.first(n) == g
}

// identifying are verbs that say who an unknown is.
var identifying = words("identify name unmask list")

// fronted reports whether h stands before the subject of g as a description of
// it: "A native of Brooklyn, Gruber graduated …".
func (t *tree) fronted(h, g int) bool {
	s := t.ownSubject(g)
	return len(s) == 1 && h < s[0] && t.preposition(h) == "" && t.is(h, "NOUN") && t.first(h) == h &&
		t.extent(h, func(k int) bool { return k > h && in(t.base(k), "punct") }).First == 0
}

// personal reports whether a noun is a name, a pronoun or a word for persons,
// and so can be given an office.
func (t *tree) personal(k int) bool {
	return t.is(k, "PROPN") || t.is(k, "PRON") || gazetteer.NounType(t.lemma(k)) == nlp.Person
}
