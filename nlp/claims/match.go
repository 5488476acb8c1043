package claims

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// candidate is a claim with what is needed to choose between claims that
// compete for the same words.
type candidate struct {
	nlp.Claim
	trigger int // token
	open    bool
	// unstated is true when one end is the actor that the text leaves out.
	unstated bool
}

// match finds the claims of the codebook in one sentence.
func (d *document) match(t *tree) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		for _, key := range d.keys(t, h) {
			for _, ref := range d.cb.Match(key.class, key.lemma) {
				out = append(out, d.tryPattern(t, h, ref)...)
			}
		}
	}
	return out
}

// key is under what a token is looked up in the codebook.
type key struct {
	class codebook.Class
	lemma string
}

// keys returns the classes and lemmas a token can match as. A participle that
// modifies a noun counts as an adjective in its own form ("Iran-backed").
func (d *document) keys(t *tree, h int) []key {
	lemma := t.lemma(h)
	switch t.tok(h).UPOS {
	case "VERB":
		if in(t.base(h), "amod", "compound") || t.base(h) == "conj" && in(t.base(t.first(h)), "amod") {
			return []key{{codebook.Adjective, t.form(h)}}
		}
		return []key{{codebook.Verb, d.knownVerb(t, h)}, {codebook.Adjective, t.form(h)}}
	case "AUX":
		if t.verbal(h) {
			return []key{{codebook.Verb, lemma}}
		}
	case "NOUN":
		return []key{{codebook.Noun, lemma}}
	case "PROPN":
		return []key{{codebook.Noun, lemma}}
	case "ADJ":
		if titleAdjective[lemma] {
			return []key{{codebook.Noun, lemma}, {codebook.Adjective, lemma}}
		}
		return []key{{codebook.Adjective, lemma}}
	case "ADP", "ADV":
		return []key{{codebook.Word, lemma}}
	}
	return nil
}

// tryPattern returns the claims that a pattern gives at token h.
func (d *document) tryPattern(t *tree, h int, ref codebook.Ref) []candidate {
	p := ref.Pattern
	m := &matcher{t: t, p: p, predicate: ref.Entry.Predicate, h: h, light: -1}
	if !m.applies() {
		return nil
	}
	st, ot := types(p.Subject, ref.Entry.Subject), types(p.Object, ref.Entry.Object)
	subjects := m.place(p.SubjectAt, func(f found) bool { return d.fits(t, f, st) })
	if len(subjects.tokens) == 0 {
		// Nothing of a fitting type: an event may still stand elsewhere.
		if subjects = m.place(p.SubjectAt, nil); len(subjects.tokens) == 0 {
			return nil
		}
	}
	if p.ObjectAt.Count {
		return d.counted(m, ref, d.eventEnds(m, subjects, st))
	}
	objects := m.place(p.ObjectAt, func(f found) bool { return d.fits(t, m.conditioned(f), ot) })
	if len(objects.tokens) == 0 {
		return nil
	}
	if samePlace(p.SubjectAt, p.ObjectAt) {
		return d.mutual(m, ref, d.ends(t, subjects, st))
	}
	subjects.agent = true
	se := d.eventEnds(m, subjects, st)
	if len(se) == 0 {
		return nil
	}
	var out []candidate
	oe := d.ends(t, m.conditioned(objects), ot)
	s := d.stanceOf(t, m.stanceAt())
	if m.structural() {
		if s.polarity == nlp.Negative {
			return nil // "no Indonesian officers" are none
		}
		s.modality = nlp.Certain
	}
	for _, a := range se {
		for _, b := range oe {
			if a.Chain != b.Chain && a.token != b.token && d.mayStand(ref, a, b) && !d.empty(m, ref, a, b) && !(countedDeed[ref.Entry.Predicate] && d.onlyCounted(t, b)) {
				out = append(out, d.claim(m, ref, a, b, s))
			}
		}
	}
	return out
}

// stanceAt is the token whose clause decides how a claim is stated: the word
// itself, or for a preposition the predicate it makes.
func (m *matcher) stanceAt() int {
	if m.p.Class == codebook.Word {
		return m.t.head(m.h)
	}
	return m.h
}

func types(own, entry codebook.Types) codebook.Types {
	if len(own) > 0 {
		return own
	}
	return entry
}

func samePlace(a, b codebook.Place) bool {
	if len(a.Paths) != len(b.Paths) || b.Count {
		return false
	}
	for i := range a.Paths {
		if a.Paths[i].String() != b.Paths[i].String() {
			return false
		}
	}
	return true
}

// mutual gives the claims between the members of one coordination: "tensions
// between A, B and C".
func (d *document) mutual(m *matcher, ref codebook.Ref, es []end) []candidate {
	var out []candidate
	if len(es) < 2 {
		return nil
	}
	s := d.stanceOf(m.t, m.stanceAt())
	for i := range es {
		for j := i + 1; j < len(es); j++ {
			if es[i].Chain != es[j].Chain {
				out = append(out, d.claim(m, ref, es[i], es[j], s))
			}
		}
	}
	return out
}

// applies checks voice, particle, light noun and conditions.
func (m *matcher) applies() bool {
	t, p := m.t, m.p
	if p.Voice != codebook.AnyVoice && t.passive(m.h) != (p.Voice == codebook.Passive) {
		return false
	}
	if p.Class == codebook.Word && (t.base(m.h) != "case" || t.head(m.h) < 0) {
		return false
	}
	if !m.particle() || !m.lightNoun() {
		return false
	}
	for _, c := range p.With {
		if !m.holds(c) {
			return false
		}
	}
	for _, c := range p.Without {
		if m.holds(c) {
			return false
		}
	}
	return true
}

// particle checks the particle of a phrasal verb. A verb whose particle the
// pattern does not name is another verb ("carry" is not "carry out").
func (m *matcher) particle() bool {
	t := m.t
	k := t.child(m.h, "compound:prt")
	if m.p.Class != codebook.Verb {
		return true
	}
	if m.p.Particle == "" {
		return k < 0 || harmlessParticle[t.form(k)]
	}
	if k >= 0 {
		return t.form(k) == m.p.Particle
	}
	// Parsers often call the particle an adverb or a preposition.
	for _, a := range t.children(m.h, "advmod", "obl", "case", "mark") {
		if t.form(a) == m.p.Particle {
			return true
		}
	}
	return m.h+1 < len(t.s.Tokens) && t.form(m.h+1) == m.p.Particle
}

var harmlessParticle = words("up out down off in on back together over for upon at to with")

// lightNoun finds the noun that carries the meaning of a light verb.
func (m *matcher) lightNoun() bool {
	if len(m.p.Light) == 0 {
		return true
	}
	for _, k := range m.t.object(m.h).tokens {
		for _, c := range m.t.conjuncts(k) {
			for _, l := range m.p.Light {
				if m.t.lemma(c) == l {
					m.light = c
					return true
				}
			}
		}
	}
	return false
}

// holds reports whether a condition's place is filled by one of its lemmas.
func (m *matcher) holds(c codebook.Condition) bool {
	for _, path := range c.At.Paths {
		f := m.path(m.h, path)
		for _, k := range f.tokens {
			if k == unstated {
				return true
			}
			if c.Lemmas == nil || c.Lemmas[m.t.lemma(k)] || c.Lemmas[m.t.form(k)] {
				return true
			}
			// Coordinated: "a heinous and inhumane crime".
			for _, x := range m.t.conjuncts(k) {
				if c.Lemmas[m.t.lemma(x)] {
					return true
				}
			}
		}
	}
	return false
}

// claim builds the claim between two ends.
func (d *document) claim(m *matcher, ref codebook.Ref, a, b end, s stance) candidate {
	t, p := m.t, m.p
	c := nlp.Claim{
		Subject: a.End, Predicate: ref.Entry.Predicate, Object: b.End,
		Polarity: s.polarity, Modality: s.modality, Attribution: s.by,
		Time: d.timeOf(t, m.h), Confidence: p.Confidence * a.sure * b.sure,
		Sentence: t.index, Evidence: t.s.Span, Trigger: m.triggerSpan(), Rule: p.Name,
	}
	if p.Polarity == nlp.Negative {
		c.Polarity = nlp.Negative
	}
	if p.Modality != "" && c.Modality == nlp.Certain {
		c.Modality = p.Modality
	}
	for _, e := range []end{a, b} {
		if e.token >= 0 && t.hasDeterminer(e.token, "no", "neither") && c.Polarity == nlp.Positive && !t.verbal(m.h) {
			c.Polarity = nlp.Negative
		}
	}
	return candidate{Claim: c, trigger: m.h, unstated: a.token == unstated || b.token == unstated}
}

// triggerSpan covers the pattern's word with its particle and light noun.
func (m *matcher) triggerSpan() nlp.Span {
	t := m.t
	span := t.tok(m.h).Span
	if k := t.child(m.h, "compound:prt"); k >= 0 {
		span = span.Cover(t.tok(k).Span)
	}
	if m.light >= 0 {
		span = span.Cover(t.tok(m.light).Span)
	}
	return span
}

// timeOf returns the time expression that modifies a predicate.
func (d *document) timeOf(t *tree, h int) nlp.Interval {
	for _, k := range t.children(h, "obl", "nmod", "advmod") {
		for _, x := range d.a.Times {
			if x.Sentence == t.index && x.Tokens.Contains(k) {
				return x.Value
			}
		}
	}
	return nlp.Interval{}
}

// mayStand rules out pairs that no predicate means: a place as the actor of
// what happens in it, a name and a part of itself.
func (d *document) mayStand(ref codebook.Ref, a, b end) bool {
	if a.token == unstated || b.token == unstated || a.Quantity != nil || b.Quantity != nil {
		return true
	}
	x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
	if b.token == recent && !x.Named() {
		return false
	}
	switch ref.Entry.Predicate {
	case "targeted": // accidents and disasters have no target
		if !d.violent(a.Chain) {
			return false
		}
	case "honours":
		if d.violent(a.Chain) {
			return false
		}
	case "leads", "works_for", "member_of", "branch_of", "spokesperson_of":
		// Without a name on either side it says what every such noun says.
		if !x.Named() && !y.Named() && (x.Type == nlp.Group || y.Generic || !hasName(y.Name)) {
			return false
		}
	case "caused":
		if x.Type != nlp.Event && y.Type != nlp.Event {
			return false
		}
	case "supports", "owns":
		if ref.Pattern.Class == codebook.Adjective && !x.Named() && x.Type != nlp.Group {
			return false
		}
		if ref.Entry.Predicate == "owns" && ref.Pattern.Class == codebook.Noun && !y.Named() {
			return false
		}
	case "located_in":
		if x.Type != nlp.Event && !y.Named() || y.Type == nlp.Concept {
			return false
		}
		if (x.Type == nlp.Product || x.Type == nlp.Group) && !x.Named() && ref.Pattern.Class == codebook.Noun {
			return false
		}
	}
	if ref.Pattern.Lemmas[0] == codebook.AnyLemma && strings.EqualFold(x.Name, y.Name) {
		return false
	}
	if ref.Pattern.Lemmas[0] == codebook.AnyLemma && x.Generic && !x.Named() {
		return false
	}
	return true
}

// conditioned drops, from the tokens at a place for which the pattern has a
// list of lemmas, those that are not in it: of "caused deaths and injuries"
// only the deaths are a death toll.
func (m *matcher) conditioned(f found) found {
	for _, c := range m.p.With {
		if c.Lemmas == nil || !hasPath(c.At, f.path) {
			continue
		}
		kept := found{remote: f.remote, path: f.path}
		for _, k := range f.tokens {
			if k >= 0 && (c.Lemmas[m.t.lemma(k)] || c.Lemmas[m.t.form(k)]) {
				kept.tokens = append(kept.tokens, k)
			}
		}
		return kept
	}
	return f
}

func hasPath(pl codebook.Place, path string) bool {
	for _, p := range pl.Paths {
		if p.String() == path {
			return true
		}
	}
	return false
}

// irregular are past forms that lemmatisers often get wrong.
var irregular = map[string]string{
	"overthrew": "overthrow", "overthrown": "overthrow", "withdrew": "withdraw", "withdrawn": "withdraw",
	"slew": "slay", "slain": "slay", "shot": "shoot", "struck": "strike", "stricken": "strike", "fought": "fight",
	"led": "lead", "bought": "buy", "won": "win", "met": "meet", "fled": "flee", "swore": "swear", "sworn": "swear",
	"overran": "overrun", "beat": "beat", "beaten": "beat", "forbade": "forbid", "born": "bear", "wed": "wed",
	"founded": "found", "forgave": "forgive", "threw": "throw", "thrown": "throw", "rose": "rise",
}

// verbLemma is the lemma of a verb, with a doubled final consonant that a
// lemmatiser left from "controlled" or "planning" undone.
func (t *tree) verbLemma(h int) string {
	l, f := t.lemma(h), t.form(h)
	if base, ok := irregular[f]; ok {
		return base
	}
	n := len(l)
	if n < 4 || l[n-1] != l[n-2] || f == l || !(strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "ing")) {
		return l
	}
	switch l[n-1] {
	case 'l', 't', 'n', 'p', 'r', 'b', 'g', 'd', 'm':
		if !trueDouble[l] {
			return l[:n-1]
		}
	}
	return l
}

// trueDouble are verbs that end in a double consonant.
var trueDouble = words("kill call tell sell fill roll pull bill poll spell smell fall enroll drill add err install shell recall chill thrill grill yell stall swell dwell spill will butt purr putt egg")

// empty reports whether a claim would only repeat the words of its end: that
// "members of X" are members of X.
func (d *document) empty(m *matcher, ref codebook.Ref, a, b end) bool {
	if m.p.Class != codebook.Noun || a.Chain < 0 {
		return false
	}
	if b.token == m.h && bearerOnly(m.p.ObjectAt) {
		return true // "X's hometown" says where, not that it is there
	}
	if a.token != m.h {
		return false
	}
	ch := &d.a.Chains[a.Chain]
	plural := m.t.tok(m.h).Features.Get("Number") == "Plur" || m.t.tok(m.h).XPOS == "NNS"
	switch ref.Entry.Predicate {
	case "member_of":
		return plural && !ch.Named()
	case "part_of":
		return plural && m.t.is(m.h, "NOUN")
	case "works_for":
		return plural && !ch.Named() && b.entity != nlp.Country
	}
	return false
}

// countedDeed are predicates of which a bare number of victims is a toll.
var countedDeed = map[nlp.Predicate]bool{"killed": true, "injured": true}

// hasName reports whether a description has a word in capitals in it.
func hasName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// knownVerb is the lemma under which the codebook has a verb: its lemma, or
// another base that its form can have when the lemma is none of the codebook's
// (lemmatisers drop an "e", keep a doubled consonant).
func (d *document) knownVerb(t *tree, h int) string {
	l := t.verbLemma(h)
	if len(d.cb.Match(codebook.Verb, l)) > d.anyVerb {
		return l
	}
	for _, base := range bases(t.form(h)) {
		if len(d.cb.Match(codebook.Verb, base)) > d.anyVerb {
			return base
		}
	}
	return l
}

// bases lists what a regular verb form may be a form of.
func bases(form string) []string {
	for _, ending := range []string{"ed", "ing", "es", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		out := []string{stem, stem + "e"}
		if n := len(stem); stem[n-1] == stem[n-2] {
			out = append(out, stem[:n-1])
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok {
			out = append(out, y+"y")
		}
		return out
	}
	return nil
}

// bearerOnly reports whether a place is the bearer of the pattern's noun.
func bearerOnly(pl codebook.Place) bool {
	return len(pl.Paths) == 1 && len(pl.Paths[0]) == 1 && pl.Paths[0][0] == codebook.Bearer
}

// background are predicates that a noun phrase takes for granted.
var background = map[nlp.Predicate]bool{
	"leads": true, "works_for": true, "member_of": true, "national_of": true, "part_of": true, "spokesperson_of": true,
	"family_of": true, "branch_of": true, "lives_in": true, "owns": true, "founded": true,
}

// structural reports whether the pattern reads a noun phrase that does not
// predicate: what it says of roles and origins is taken for granted, whatever
// happens to the phrase.
func (m *matcher) structural() bool {
	return m.p.Class == codebook.Noun && background[m.predicate] && m.t.child(m.h, "cop") < 0 &&
		m.t.base(m.h) != "xcomp" && !(m.t.base(m.h) == "conj" && m.t.child(m.t.first(m.h), "cop") >= 0)
}
