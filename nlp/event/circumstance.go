package event

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// occurrence are verbs whose clause is about the event itself.
var occurrence = words(`occur happen take strike hit rock kill injure wound leave carry conduct commit launch hold
	begin start end erupt follow target claim destroy damage devastate cause mark come stage perpetrate execute
	shake tear rip break see organize organise mount unfold explode detonate die prompt trigger spark play win
	schedule plan open celebrate commemorate attack bomb shoot stab murder assassinate slay massacre
	host attend gather include involve result send disrupt affect suffer survive witness do be
	sweep engulf rage spread flatten ravage batter lash pound level bury swallow crash collide derail capsize sink
	collapse overturn inundate jolt rattle burn blow continue force trap displace shut`)

// where collects the places of an event: in its phrase, as a compound before
// the noun, and in the clause of an occurrence verb.
func (r *reader) where(x *Reading, c *mention.Candidate) {
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "nmod", "obl", "compound", "nmod:poss") {
		j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]
		if !ok {
			continue
		}
		switch {
		case tree.Matches(t.Token(k).Relation, "compound"):
			// A country before an attack is whose it is or where it was; a city
			// is where.
			if k < c.Head && r.c[j].Name != "" && (r.c[j].Type() == nlp.City || r.c[j].Type() == nlp.Place || r.c[j].Type() == nlp.Facility ||
				r.c[j].Type() == nlp.Country && !adjectival(t.Token(k).Form) && !between[x.Type]) {
				r.addPlace(x, k)
			}
		case tree.Matches(t.Token(k).Relation, "nmod:poss"):
			if r.c[j].Type() == nlp.City && !suffered[x.Type] {
				r.addPlace(x, k)
			}
		case r.c[j].Place:
			r.addPlace(x, k)
		}
	}
	clauses := append(r.relatives(t, c.Head), r.clause(c.Sentence, c.Head))
	for _, h := range clauses {
		if h >= 0 {
			r.clausePlaces(x, c, h)
		}
	}
	if len(x.Places) == 0 {
		r.frontedPlaces(x, c)
	}
}

// frontedPlaces adds the places with which the clause begins that has the event
// for its subject: "Near Taiz, five strikes hit depots", "In Geneva, the talks
// went into a second day".
func (r *reader) frontedPlaces(x *Reading, c *mention.Candidate) {
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	if h < 0 || !tree.Matches(t.Token(c.Head).Relation, "nsubj") || reporting[tree.Lemma(t.Token(h))] {
		return
	}
	for _, k := range t.Children(h, "obl") {
		j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]
		if ok && k < c.Head && r.c[j].Place && fronted[t.Case(k)] {
			r.addPlace(x, k)
		}
	}
}

// fronted are prepositions of places that a clause begins with.
var fronted = words("in at near outside around across off")

// addPlace adds the place at a token and those it is said to lie in.
func (r *reader) addPlace(x *Reading, i int) {
	t := r.trees[x.Ref.Sentence]
	ref := nlp.TokenRef{Sentence: x.Ref.Sentence, Token: i}
	if j, ok := r.at[ref]; !ok || !r.place(j) {
		return
	}
	x.Places = addRef(x.Places, ref)
	for _, k := range t.Children(i, "appos", "nmod", "conj") { // "Springfield, Ohio"
		ref := nlp.TokenRef{Sentence: x.Ref.Sentence, Token: k}
		if j, ok := r.at[ref]; ok && r.place(j) && (r.c[j].Place || t.Case(k) == "") && !tree.Matches(t.Token(k).Relation, "nmod:poss") {
			x.Places = addRef(x.Places, ref)
		}
	}
}

// clausePlaces adds the places of the clause of verb h, which is about the
// event of c.
func (r *reader) clausePlaces(x *Reading, c *mention.Candidate, h int) {
	t := r.trees[c.Sentence]
	for _, k := range t.Children(h, "obl") {
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && r.c[j].Place && k != c.Head && !r.ofAnother(c.Sentence, k, c.Head) {
			r.addPlace(x, k)
		}
		for _, n := range r.deeper(c.Sentence, k) {
			r.addPlace(x, n)
		}
	}
	for _, k := range r.victims(c.Sentence, h, c.Head) {
		r.addPlace(x, k)
	}
}

// victims returns the places that a parser hangs from those whom or what the verb
// the verb tells of, though they say where it was: "killed Jane Doe in
// Rome", "shot down a helicopter near Rome". With
// "from" or "of" a place says who they are.
func (r *reader) victims(sentence, verb, self int) []int {
	t := r.trees[sentence]
	var out []int
	patients := t.Children(verb, "obj", "nsubj:pass")
	if s := t.Child(verb, "nsubj"); self == verb && s >= 0 && (len(patients) == 0 || r.thing(sentence, s)) {
		patients = append(patients, s) // "a bridge in Rome collapsed", "a bomb in Rome killed two people"
	}
	for _, k := range patients {
		j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: k}]
		if k == self {
			continue
		}
		if tree.Lemma(t.Token(k)) != "fire" { // "opened fire at a school in Rome"
			kind := nlp.EntityType("")
			if ok {
				kind = r.c[j].Type()
			}
			if town := kind == nlp.City && t.Token(k).UPOS == "NOUN"; !befallen[kind] && !town || (kind == nlp.Facility || town) && self != verb { // "a factory in Rome was damaged in the war"
				continue
			}
		}
		for _, n := range t.Children(k, "nmod") {
			p, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: n}]
			if ok && r.c[p].Place && at[t.Case(n)] {
				out = append(out, n)
			}
		}
	}
	return out
}

// thing reports whether a token heads the mention of a thing.
func (r *reader) thing(sentence, i int) bool {
	j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: i}]
	return ok && r.c[j].Type() == nlp.Product
}

// befallen are the types of whom and what an event befalls.
var befallen = map[nlp.EntityType]bool{nlp.Person: true, nlp.Group: true, nlp.Product: true, nlp.Facility: true}

// at are the prepositions of a place where something happens.
var at = words("in at near outside off")

// deeper returns the places inside the phrase of i: "amid a crowd gathered at
// the station in Rome". Finite clauses and other events bound the search.
func (r *reader) deeper(sentence, i int) []int {
	t := r.trees[sentence]
	var out []int
	stop := func(k int) bool {
		if tree.Matches(t.Token(k).Relation, "acl:relcl", "ccomp", "parataxis", "nmod:poss", "compound", "appos") {
			return true
		}
		j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: k}]
		return ok && r.c[j].Type() == nlp.Event
	}
	if stop(i) || elsewhere[firstWord(t.Case(i))] {
		return nil
	}
	for _, k := range t.Phrase(i, stop) {
		if j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: k}]; ok && r.c[j].Place && r.c[j].Head == k && k != i && t.Case(k) != "from" { // "with experts from Rome"
			out = append(out, k)
		}
	}
	return out
}

// relatives returns the occurrence verbs of relative clauses and participles
// behind the event: "the blast that occurred in", "the attack launched on".
func (r *reader) relatives(t *tree.Tree, i int) []int {
	var out []int
	for _, k := range t.Children(i, "acl:relcl", "acl") {
		if occurrence[tree.VerbLemma(t.Token(k))] {
			out = append(out, k)
		}
	}
	return out
}

// between are the types that a country before the noun takes part in ("Peru
// talks") rather than houses.
var between = map[string]bool{"conflict": true, "meeting": true, "agreement": true, "match": true, "invasion": true}

// adjectival reports whether a country's short form stands for its adjective
// ("U.S. strike" is a strike by the United States).
func adjectival(form string) bool {
	switch form {
	case "U.S.", "US", "U.S", "USA", "UK", "U.K.", "UAE", "UN", "EU":
		return true
	}
	return false
}

// clause returns the verb whose clause is about the event at the token, or -1:
// an occurrence verb of which it is subject, object or circumstance.
func (r *reader) clause(sentence, i int) int {
	t := r.trees[sentence]
	tok := t.Token(i)
	for tree.Matches(tok.Relation, "conj", "appos") && t.Head(i) >= 0 {
		i = t.Head(i)
		tok = t.Token(i)
	}
	h := t.Head(i)
	if h < 0 {
		return -1
	}
	up := t.Token(h)
	switch {
	case tree.Matches(tok.Relation, "nsubj:pass") && reporting[tree.Lemma(up)]:
		return -1 // "the attack was claimed on Thursday"
	case tree.Matches(tok.Relation, "nsubj", "obj"):
	case tree.Matches(tok.Relation, "obl"):
		switch t.Case(i) {
		case "in", "by", "during", "with", "after", "":
		default:
			return -1
		}
		if t.Case(i) == "after" || t.Case(i) == "" {
			return -1
		}
	default:
		return -1
	}
	lemma := tree.VerbLemma(up)
	if occurrence[lemma] && (lemma != "claim" || tree.Matches(tok.Relation, "nsubj")) || t.Child(h, "cop") >= 0 {
		return h
	}
	return -1
}
