package coref

import (
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
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
		if r.resolved(i) {
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
		r.describePronoun(i)
	}
}

// describePronoun joins the description in apposition to a pronoun to it, once
// the pronoun has its antecedent: "A former judge, she founded the trust".
func (r *resolver) describePronoun(i int) {
	c := &r.c[i]
	for _, k := range r.trees[c.Sentence].Children(c.Head, "appos") {
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && r.c[j].Kind == nlp.NominalMention && !clash(c.Number, r.c[j].Number) {
			r.join(j, i, AppositionReason)
		}
	}
}

// resolved reports whether pronoun i has an antecedent already: something in
// its cluster stands before it that is more than the speaker's own "I".
func (r *resolver) resolved(i int) bool {
	members := r.members[r.cluster[i]]
	if len(members) < 2 || members[0] == i {
		return false
	}
	for _, m := range members {
		if d := &r.c[m]; d.Kind != nlp.PronounMention || d.Person == 3 && m < i {
			return true
		}
	}
	return false
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

// personal joins a personal or possessive pronoun to its antecedent.
func (r *resolver) personal(i int) {
	options := r.antecedents(i)
	if o := r.spokenFor(i, options); o != nil {
		r.take(i, o)
		return
	}
	if o := r.successor(i, options); o != nil {
		r.take(i, o)
		return
	}
	if n := r.choose(r, i, options); n >= 0 {
		r.take(i, &options[n])
	}
}

// speakerOf returns the cluster of whoever says the words around a pronoun in
// direct speech, and so is no "he" or "she" there; -1 when nobody does. Words
// quoted in the middle of a clause ("she was "proud of her team"") are the
// writer's as well: whole sentences begin with a capital.
func (r *resolver) speakerOf(c *candidate) int {
	if !c.Quoted {
		return -1
	}
	for _, q := range r.a.Quotations {
		if !q.Known || !q.Span.Contains(c.Span) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(r.a.Document.Text.Slice(q.Span))
		if j, ok := r.at[q.Speaker]; ok && unicode.IsUpper(first) {
			return r.cluster[j]
		}
	}
	return -1
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
