package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

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
	if m.reciprocal(m.place(p.ObjectAt, nil)) {
		return d.reciprocated(m, ref, d.ends(t, subjects, st))
	}
	objects := m.place(p.ObjectAt, func(f found) bool {
		return d.fits(t, m.conditioned(f), ot) && !d.sameNames(t, f, subjects) && slices.ContainsFunc(f.tokens, func(k int) bool { return !m.saysKind(k) })
	})
	if len(objects.tokens) == 0 {
		return nil
	}
	if samePlace(p.SubjectAt, p.ObjectAt) {
		return d.mutual(m, ref, d.ends(t, subjects, st))
	}
	objects.tokens = slices.DeleteFunc(slices.Clone(objects.tokens), m.saysKind)
	subjects.agent = true
	if ref.Entry.Predicate == "located_in" {
		objects.tokens = t.listedPlaces(objects.tokens)
		for i, k := range objects.tokens {
			if core := t.placeCore(k); core != k { // "parts of Texas and Oklahoma"
				objects.tokens[i] = core
				objects.tokens = append(objects.tokens, t.conjuncts(core)[1:]...)
			}
		}
	}
	s := d.stanceOf(t, m.stanceAt())
	if s.polarity == nlp.Negative && m.tellsNothingDenied() {
		return nil
	}
	var se []end
	if subjects.tokens[0] == speaker {
		se = d.speakerEnds(m, &s, st)
	} else {
		se = d.eventEnds(m, subjects, st)
	}
	if len(se) == 0 {
		return nil
	}
	var out []candidate
	own := false
	oe := d.forClients(m, d.ends(t, m.conditioned(objects), ot))
	if subjects.tokens[0] == speaker && t.pointing(objects) && judging[m.predicate] {
		oe = slices.DeleteFunc(oe, func(e end) bool { return !d.namesDeed(&d.a.Chains[e.Chain]) })
	}
	if m.structural() {
		if s.polarity == nlp.Negative {
			return nil // "no Chilean officers" are none
		}
		s.modality = nlp.Certain
		own = m.p.Class == codebook.Noun // the writer says what the speaker is
	}
	for i, a := range se {
		s := s
		if own {
			s = m.roleStance(d, a, s)
		}
		for j, b := range oe {
			if !m.paired(se, oe, i, j) || !d.tells(m, ref, a, b) || subjects.path == "advcl" && d.onlyCounted(t, b) {
				continue
			}
			c := d.claim(m, ref, a, b, s)
			if own && slices.Contains(c.Attribution, a.Chain) {
				c.Attribution = slices.DeleteFunc(slices.Clone(c.Attribution), func(by nlp.ChainID) bool { return by == a.Chain })
			}
			out = append(out, c)
		}
	}
	return out
}

// tells reports whether a claim of two ends that a pattern has found would say
// something that the pattern's predicate means.
func (d *document) tells(m *matcher, ref codebook.Ref, a, b end) bool {
	if a.Chain == b.Chain || a.token == b.token || ref.Entry.Predicate == "caused" && d.noEffect(m, b) {
		return false
	}
	if b.token >= 0 && b.Quantity == nil && m.ofPart(b, d.a.Chains[b.Chain].Type) {
		return false
	}
	return d.mayStand(ref, a, b) && !d.unknownDoer(m, a, b) && !d.empty(m, ref, a, b) && !d.vacuous(m, ref, a, b)
}

// judging are the predicates of judgements. What "it" stands for in a judgement is
// seldom the thing named last: see [document.pointedTo].
var judging = map[nlp.Predicate]bool{"praised": true, "criticized": true, "condemned": true}

// coming reports whether somebody only will hold the role that the word names:
// "Japan's next premier".
func (m *matcher) coming() bool {
	for _, k := range m.t.children(m.t.titleNoun(m.h), "amod") {
		switch m.t.form(k) {
		case "next", "future", "incoming", "prospective", "designate":
			return true
		}
	}
	return false
}

// sameNames reports whether what fills a place is nothing but words of the
// subject's own name: the "Justice" of "Department of Justice".
func (d *document) sameNames(t *tree, f, subjects found) bool {
	for _, k := range f.tokens {
		own := false
		for _, s := range subjects.tokens {
			own = own || k >= 0 && s >= 0 && k != s && d.chainAt(t, k) != nlp.NoChain && d.chainAt(t, k) == d.chainAt(t, s) && d.partOfName(t, k)
		}
		if !own {
			return false
		}
	}
	return len(f.tokens) > 0
}

// saysKind reports whether the word that fills the place of a larger body or a
// holding is a common noun before the pattern's noun that says of which kind that is:
// the "labour" of a labour court, the "border" of its police, the "film" of a division.
func (m *matcher) saysKind(k int) bool {
	if m.p.Class != codebook.Noun || m.predicate != "part_of" && m.predicate != "branch_of" && m.predicate != "owns" {
		return false
	}
	if k < 0 || m.t.rel(k) != "compound" || m.t.is(k, "PROPN") && m.t.tok(k).Form != m.t.form(k) {
		return false
	}
	// A name before it makes it a larger body: "the Victorian state government".
	return !slices.ContainsFunc(m.t.children(k, "amod", "compound"), func(x int) bool { return hasName(m.t.tok(x).Form) })
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

// claim builds the claim between two ends.
func (d *document) claim(m *matcher, ref codebook.Ref, a, b end, s stance) candidate {
	t, p := m.t, m.p
	if ref.Entry.Predicate != "located_in" {
		s = t.prevented(m.h, s)
	}
	c := nlp.Claim{
		Subject: a.End, Predicate: ref.Entry.Predicate, Object: b.End,
		Polarity: s.polarity, Modality: s.modality, Attribution: s.by,
		Time: d.timeOfDeed(t, m.h, ref.Entry.Predicate), Confidence: p.Confidence * a.sure * b.sure,
		Sentence: t.index, Evidence: t.s.Span, Trigger: m.triggerSpan(), Rule: p.Name,
	}
	if p.Polarity != "" {
		c.Polarity = p.Polarity
	}
	if p.Modality == nlp.Certain || p.Modality != "" && c.Modality == nlp.Certain {
		c.Modality = p.Modality
	}
	for _, e := range []end{a, b} {
		if e.token >= 0 && t.hasDeterminer(e.token, "no", "neither") && c.Polarity == nlp.Positive && !t.verbal(m.h) {
			c.Polarity = nlp.Negative
		}
	}
	return candidate{Claim: c, trigger: m.h, unstated: a.token == unstated || b.token == unstated, anyWord: p.Lemmas[0] == codebook.AnyLemma}
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
