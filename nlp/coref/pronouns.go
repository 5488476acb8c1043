package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// pronounsBack is how many sentences back a pronoun's antecedent may stand.
const pronounsBack = 3

// pronouns gives every pronoun in the third person its antecedent, in text
// order, so that each choice counts for the next.
func (r *resolver) pronouns() {
	for i := range r.c {
		c := &r.c[i]
		if c.Kind != nlp.PronounMention || c.Relative >= 0 || c.Person < 3 || c.Definite == mention.Indefinite {
			continue
		}
		if len(r.members[r.cluster[i]]) > 1 && r.members[r.cluster[i]][0] != i {
			continue
		}
		if c.Definite == mention.Demonstrative {
			r.demonstrative(i)
			continue
		}
		if c.Reflexive && r.reflexive(i) {
			continue
		}
		r.personal(i)
	}
}

// reflexive joins "itself" to the subject of its clause.
func (r *resolver) reflexive(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for clause := t.Clause(c.Head); clause >= 0; clause = t.Head(clause) {
		if s := t.Child(clause, "nsubj"); s >= 0 {
			j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]
			return ok && r.join(i, j, ReflexiveReason)
		}
	}
	return false
}

// personal joins a personal or possessive pronoun to the antecedent with the
// greatest salience among those that agree and that grammar allows.
func (r *resolver) personal(i int) {
	c := &r.c[i]
	if r.cataphora(i) {
		return
	}
	best, weight := -1, 0.0
	seen := make(map[int]bool)
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= pronounsBack; j-- {
		k := r.cluster[j]
		if seen[k] || r.c[j].Kind == nlp.PronounMention && r.c[j].Relative >= 0 {
			continue
		}
		if !r.agrees(i, k) || r.bound(i, k) {
			seen[k] = true
			continue
		}
		seen[k] = true
		if w := r.preference(i, j, k); w > weight {
			best, weight = j, w
		}
	}
	group, groupWeight := r.coordination(i)
	switch {
	case group != nil && groupWeight > weight:
		if j := r.sameGroup(i, group); j >= 0 {
			r.join(i, j, PronounReason)
			return
		}
		r.groups[r.cluster[i]] = group
	case best >= 0:
		r.join(i, best, PronounReason)
	}
}

// preference is the salience of cluster k for pronoun i, with the factors that
// depend on the pronoun: parallel function, the same clause, the subject that
// a possessive most often takes up.
func (r *resolver) preference(i, j, k int) float64 {
	c := &r.c[i]
	w := r.salience(k, i)
	t := r.trees[c.Sentence]
	own := roleOf(t, c.Head)
	last := &r.c[r.lastBefore(k, i)]
	theirs := roleOf(r.trees[last.Sentence], last.Head)
	if own == theirs {
		w += parallelWeight
	}
	if r.otherNumber(i, k) {
		w *= 0.4
	}
	f := r.facts(k)
	if f.bare {
		w *= 0.5
	}
	if c.Gender != gazetteer.UnknownGender && !f.named && !f.bare {
		w *= 0.7
		if r.asRole(k) {
			w *= 0.3
		}
	}
	if c.Gender != gazetteer.UnknownGender && f.kind != nlp.Person && f.named {
		w *= 0.6
	}
	w += r.possessorOf(i, k)
	if c.Types != nil && f.kind == "" {
		w *= 0.7 // a type that is not known may not fit
	}
	switch {
	case f.kind == nlp.Concept && !f.named:
		w *= 0.6
	case f.kind == nlp.Event && c.Noun == "its":
		w *= 0.4 // events own little
	case f.kind == nlp.Event:
		w *= 0.8
	}
	if c.Gender != gazetteer.UnknownGender && f.gender == gazetteer.UnknownGender && f.kind == nlp.Person && !f.named {
		w *= 0.9
	}
	return w
}

// asRole reports whether a cluster is only a role that somebody has: "as head
// of the office".
func (r *resolver) asRole(k int) bool {
	for _, m := range r.members[k] {
		if c := &r.c[m]; c.Kind != nlp.PronounMention && r.trees[c.Sentence].Case(c.Head) != "as" {
			return false
		}
	}
	return true
}

// possessorWeight is what the possessor of the noun on which a possessive
// pronoun depends gains: "Ann's quarrel with her father".
const possessorWeight = 200.0

func (r *resolver) possessorOf(i, k int) float64 {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for n := t.Head(c.Head); n >= 0; n = t.Head(n) {
		if p := t.Child(n, "nmod:poss"); p >= 0 && p < c.Head && p != c.Head {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: p}]; ok && r.cluster[j] == k {
				return possessorWeight
			}
		}
		if !tree.Matches(t.Token(n).Relation, "nmod", "conj") {
			break
		}
	}
	return 0
}

// otherNumber reports whether the sentence, or the one before, takes up a
// collective in the other number: who has just been "they" is hardly "it".
func (r *resolver) otherNumber(i, k int) bool {
	c := &r.c[i]
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m < i && d.Kind == nlp.PronounMention && d.Relative < 0 && d.Person == 3 && c.Sentence-d.Sentence <= 1 && clash(c.Number, d.Number) {
			return true
		}
	}
	return false
}

// lastBefore returns the last mention of cluster k before i.
func (r *resolver) lastBefore(k, i int) int {
	last := r.members[k][0]
	for _, m := range r.members[k] {
		if m >= i {
			break
		}
		if r.c[m].Kind != nlp.PronounMention || r.c[m].Relative < 0 {
			last = m
		}
	}
	return last
}

// agrees reports whether cluster k fits pronoun i in number, gender, person
// and type.
func (r *resolver) agrees(i, k int) bool {
	c := &r.c[i]
	f := r.facts(k)
	if r.speaks(i) {
		switch f.kind {
		case nlp.Event, nlp.Concept, nlp.Product, nlp.Facility, nlp.Place:
			return false
		}
	}
	if f.bare && len(f.types) == 0 {
		return false // "this" and "what" are nobody
	}
	// A thing told of in the plural and then in the singular goes by the last.
	if last := &r.c[r.lastBefore(k, i)]; f.kind == nlp.Event && last.Kind != nlp.PronounMention {
		f.number = last.Number
	}
	if f.person < 3 || len(r.groups[k]) > 0 && c.Number == mention.Singular {
		return false
	}
	if c.Number == mention.Plural && f.number == mention.Singular && f.kind != nlp.Organization && f.kind != nlp.Group {
		return false
	}
	if c.Number == mention.Singular && f.number == mention.Plural {
		return false
	}
	if c.Number == mention.Plural && len(f.types) == 1 && f.types[0] == nlp.Person && f.number != mention.Plural {
		return false
	}
	if c.Number == mention.Plural && (f.kind == nlp.Country || f.kind == nlp.City || f.kind == nlp.Place) && f.named {
		return false
	}
	if !compatible(c.Types, f.types) {
		return false
	}
	if c.Gender != gazetteer.UnknownGender {
		if f.gender != gazetteer.UnknownGender && f.gender != c.Gender {
			return false
		}
		if f.kind != nlp.Person && f.kind != "" && !f.named {
			return false
		}
	}
	// "it" for a person is wrong even when the type list would allow it.
	if (c.Noun == "it" || c.Noun == "its" || c.Noun == "itself") && (f.kind == nlp.Person || f.gender != gazetteer.UnknownGender) {
		return false
	}
	return true
}

// speaks reports whether a candidate is the subject of a verb of speech or
// thought, and so somebody.
func (r *resolver) speaks(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	return h >= 0 && t.Token(c.Head).Relation == "nsubj" && speech[tree.Lemma(t.Token(h))] && tree.Lemma(t.Token(h)) != "suggest" && tree.Lemma(t.Token(h)) != "report"
}

// bound reports whether grammar forbids pronoun i to stand for cluster k: a
// pronoun that is not reflexive is neither a fellow argument of its predicate
// nor part of, or above, the phrase it would stand for (principle B and the
// i-within-i filter).
func (r *resolver) bound(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for _, m := range r.members[k] {
		d := &r.c[m]
		if d.Sentence != c.Sentence {
			continue
		}
		if t.Dominates(d.Head, c.Head) && !r.conjoined(d, c) && !r.inClauseBelow(t, d.Head, c.Head) {
			return true
		}
		if d.Relative >= 0 {
			continue
		}
		// "her aunt Ann": she is not her own aunt, whatever the tree says.
		if tree.Matches(t.Token(c.Head).Relation, "nmod:poss") && d.Tokens.First > c.Head && d.Tokens.First <= c.Head+2 && d.Kind == nlp.NameMention {
			return true
		}
		if !tree.Matches(t.Token(c.Head).Relation, "nmod:poss") && r.coargument(t, c.Head, d.Head) {
			return true
		}
	}
	return false
}

// inClauseBelow reports whether i hangs from the phrase of h through a clause
// of its own: in "the man who lost his hat" the man may be "his".
func (r *resolver) inClauseBelow(t *tree.Tree, h, i int) bool {
	for n := i; n >= 0 && n != h; n = t.Head(n) {
		if tree.Matches(t.Token(n).Relation, "acl", "acl:relcl", "appos", "parataxis", "advcl", "ccomp") {
			return true
		}
	}
	return false
}

// coargument reports whether two tokens are arguments of one predicate, the
// members of a coordination or phrases inside a prepositional phrase included.
func (r *resolver) coargument(t *tree.Tree, i, j int) bool {
	up := func(n int) int {
		for tree.Matches(t.Token(n).Relation, "conj", "appos", "flat", "compound") {
			h := t.Head(n)
			if h < 0 {
				break
			}
			n = h
		}
		return n
	}
	a, b := up(i), up(j)
	if a == b { // "Ann and her": members of one coordination
		return i != j
	}
	ha, hb := t.Head(a), t.Head(b)
	if ha >= 0 && ha == hb && t.Token(ha).UPOS != "NOUN" {
		return tree.Matches(t.Token(a).Relation, "nsubj", "obj", "iobj", "obl") && tree.Matches(t.Token(b).Relation, "nsubj", "obj", "iobj", "obl")
	}
	// A participle has the subject of its main clause: "X hit Y, injuring him".
	if ha >= 0 && hb >= 0 && tree.Matches(t.Token(ha).Relation, "advcl") && t.Head(ha) == hb && t.Child(ha, "nsubj") < 0 &&
		tree.Matches(t.Token(b).Relation, "nsubj") && tree.Matches(t.Token(a).Relation, "obj", "iobj", "obl") {
		return true
	}
	// Control: "X wants to see him": the subject of the verb above is the
	// subject of the infinitive.
	if ha >= 0 && hb >= 0 && tree.Matches(t.Token(ha).Relation, "xcomp") && t.Head(ha) == hb && tree.Matches(t.Token(b).Relation, "nsubj") {
		return t.Child(hb, "obj", "iobj") < 0 && tree.Matches(t.Token(a).Relation, "obj", "iobj")
	}
	return false
}

// coordination returns the coordination that a plural pronoun takes up, with
// its salience.
func (r *resolver) coordination(i int) ([]int, float64) {
	c := &r.c[i]
	if c.Number != mention.Plural {
		return nil, 0
	}
	var best []int
	weight := 0.0
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= 2; j-- {
		if len(r.c[j].Coordinates) == 0 || r.bound(i, r.cluster[j]) {
			continue
		}
		members := r.coordinated(j)
		if len(members) < 2 || len(members) < len(r.c[j].Coordinates) {
			continue
		}
		persons, named := true, true
		for _, m := range members {
			f := r.facts(r.cluster[m])
			persons = persons && (f.kind == nlp.Person || f.kind == nlp.Organization || f.kind == nlp.Country || f.kind == nlp.Group)
			named = named && f.number != mention.Plural
		}
		if !persons || !named {
			continue
		}
		if w := r.salience(r.cluster[j], i); w > weight {
			best, weight = members, w+1
		}
	}
	return best, weight
}

// sameGroup returns an earlier candidate that stands for the same members, or -1.
func (r *resolver) sameGroup(i int, members []int) int {
	for j := i - 1; j >= 0; j-- {
		g, ok := r.groups[r.cluster[j]]
		if !ok || len(g) != len(members) {
			continue
		}
		same := true
		for k := range g {
			same = same && r.cluster[g[k]] == r.cluster[members[k]]
		}
		if same {
			return j
		}
	}
	return -1
}

// cataphora joins a pronoun in a clause or phrase before its main clause to
// that clause's subject: "In his speech, the mayor said".
func (r *resolver) cataphora(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for n := c.Head; n >= 0; n = t.Head(n) {
		if !tree.Matches(t.Token(n).Relation, "advcl", "obl") {
			continue
		}
		main := t.Head(n)
		if main < 0 {
			break
		}
		s := t.Child(main, "nsubj")
		if s < 0 || s < c.Head || n > s {
			continue
		}
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]; ok && r.c[j].Kind == nlp.NameMention && r.agrees(i, r.cluster[j]) && !r.bound(i, r.cluster[j]) {
			return r.join(i, j, CataphoraReason)
		}
	}
	return false
}

// demonstrative joins "this" and "these" used alone to an event just told of,
// and leaves them without antecedent otherwise: they mostly take up a clause.
func (r *resolver) demonstrative(i int) {
	c := &r.c[i]
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= 1; j-- {
		f := r.facts(r.cluster[j])
		if f.kind == nlp.Event && !clash(c.Number, f.number) && !r.bound(i, r.cluster[j]) && r.c[j].Kind != nlp.PronounMention {
			r.join(i, j, PronounReason)
			return
		}
	}
}
