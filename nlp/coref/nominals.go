package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// nominals joins definite descriptions with what they describe: by the same
// noun, by a title that a person bears, by a noun that fits a name ("the
// group"), by a noun of the same kind ("the attackers" for "two gunmen").
func (r *resolver) nominals() {
	for i := range r.c {
		c := &r.c[i]
		if c.Kind != nlp.NominalMention || r.members[r.cluster[i]][0] != i {
			continue // joined already by construction with what stands before
		}
		if c.Type() == nlp.Event || r.predicated(i) || !r.anaphoric(i) || r.named(i) {
			continue
		}
		if r.byAge(i) || r.bySameNoun(i) || c.Definite != mention.Definite && c.Definite != mention.Demonstrative || r.byCoordination(i) || r.byTitle(i) || r.byCounterpart(i) || r.byRole(i) || r.bySynonym(i) || r.byFate(i) || r.byKind(i) {
			continue
		}
	}
}

// named reports whether a nominal has a name of its own right behind it: "the
// website X" takes up no website told of before.
func (r *resolver) named(i int) bool {
	c := &r.c[i]
	for _, m := range r.members[r.cluster[i]] {
		if d := &r.c[m]; d.Kind == nlp.NameMention && d.Sentence == c.Sentence && d.Head > c.Head && d.Tokens.First <= c.Head+2 && d.Tokens.End > c.Head+1 {
			return true
		}
	}
	return false
}

// predicated reports whether a nominal is what a copula says of its subject,
// and so takes up nothing else. One that says it of several named together
// ("Ann and Bob were the two winners") stands for them.
func (r *resolver) predicated(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	s := t.Child(c.Head, "nsubj")
	if s < 0 || t.Child(c.Head, "cop") < 0 {
		return false
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]
	if ok && c.Number == mention.Plural && c.Definite == mention.Definite {
		if members := r.coordinated(j); len(members) > 1 {
			r.groups[r.cluster[i]] = members
		}
	}
	return true
}

// anaphoric reports whether a nominal may take up something mentioned before:
// it is definite, and not made so by what follows it.
func (r *resolver) anaphoric(i int) bool {
	c := &r.c[i]
	if c.Count > 1 && c.Definite != mention.Definite {
		return true // "two gunmen" once more: by the same words only
	}
	switch c.Definite {
	case mention.Definite, mention.Demonstrative:
	default:
		return false
	}
	return c.Possessor < 0 || c.Determiner != "'s"
}

// complement reports whether a clause or phrase behind the noun says which one
// is meant.
func (r *resolver) complement(i int) bool {
	t := r.trees[r.c[i].Sentence]
	for _, k := range t.Children(r.c[i].Head, "nmod", "acl", "acl:relcl", "ccomp") {
		if k > r.c[i].Head && !tree.Matches(t.Token(k).Relation, "nmod:poss", "nmod:unmarked") && t.Token(k).Relation != "nmod:desc" && !r.afterComma(t, k) {
			return true
		}
	}
	return false
}

// afterComma reports whether the clause of k is put in between commas, and so
// only tells more of what the noun means: "the airline, which is the third largest".
func (r *resolver) afterComma(t *tree.Tree, k int) bool {
	if !tree.Matches(t.Token(k).Relation, "acl:relcl", "acl") {
		return false
	}
	first := t.Phrase(k, nil)[0]
	return first > 0 && t.Token(first-1).Form == "," || t.Token(first).Form == ","
}

// sentencesBack is how far a description reaches back: a noun without further
// words is soon taken by something else of its kind.
const sentencesBack = 8

// bySameNoun joins "the crane" to the nearest mention with the noun "crane"
// that has all its modifiers.
func (r *resolver) bySameNoun(i int) bool {
	c := &r.c[i]
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if d.Kind == nlp.PronounMention || lastWord(d.Noun) != c.Noun || d.Determiner == "other" && c.Determiner != "other" || c.Sentence-d.Sentence > sentencesBack || r.nested(i, j) {
			continue
		}
		if c.Definite != mention.Definite && c.Definite != mention.Demonstrative && (c.Count != d.Count || !slices.Equal(c.Modifiers, d.Modifiers)) {
			continue
		}
		if !compatible(c.Types, d.Types) || clash(c.Number, d.Number) || c.Count > 0 && d.Count > 0 && c.Count != d.Count {
			continue
		}
		if d.Kind == nlp.NameMention && !carried(d) {
			continue
		}
		if !subset(c.Modifiers, r.allModifiers(j)) || r.differentPossessor(i, j) {
			continue
		}
		if of, other := r.ofPhrase(i), r.ofPhrase(j); of != "" && of != other {
			continue
		}
		if r.overtaken(i, j) {
			return false
		}
		return r.join(i, j, SameNounReason)
	}
	return false
}

// overtaken reports whether a bare noun for most bodies of a sort, last used for that
// of mention j, has another of that sort before it to stand for: one that is the
// subject in the same sentence, or the subject or object of the one before, where the
// former is not told of.
// "The Swiss company made an offer. Biolund was founded by a man who left the company".
func (r *resolver) overtaken(i, j int) bool {
	c := &r.c[i]
	if !general[c.Noun] || c.Determiner != "the" || len(c.Modifiers) > 0 || c.Possessor >= 0 || r.ofPhrase(i) != "" {
		return false
	}
	another, sentence := false, c.Sentence
	for k := i - 1; k >= 0 && r.c[k].Sentence >= c.Sentence-1; k-- {
		d := &r.c[k]
		if d.Sentence < sentence && another {
			break
		}
		sentence = d.Sentence
		if r.cluster[k] == r.cluster[j] {
			return false
		}
		if d.Kind != nlp.NameMention || d.Type() != nlp.Organization || r.foreign(c, r.cluster[k]) {
			continue
		}
		role := roleOf(r.trees[d.Sentence], d.Head)
		another = another || role == subjectRole || role == objectRole && d.Sentence < c.Sentence
	}
	return another
}

// carried reports whether a name stands beside a noun that says what it is.
func carried(c *mention.Candidate) bool { return c.Noun != "" }

// allModifiers returns the modifiers of all mentions in j's cluster and the
// words of its names.
func (r *resolver) allModifiers(j int) []string {
	var out []string
	for _, k := range r.members[r.cluster[j]] {
		d := &r.c[k]
		out = append(out, d.Modifiers...)
		out = append(out, strings.Fields(strings.ToLower(d.Name))...)
	}
	return out
}

// empty modifiers say nothing of which thing is meant.
var emptyModifiers = map[string]bool{"same": true, "said": true, "whole": true, "entire": true, "very": true, "latter": true, "former": true, "two": true, "own": true}

func subset(a, b []string) bool {
	for _, x := range a {
		if !emptyModifiers[x] && !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// nested reports whether one of two mentions lies in the phrase of the other.
func (r *resolver) nested(i, j int) bool {
	a, b := &r.c[i], &r.c[j]
	if a.Sentence != b.Sentence {
		return false
	}
	t := r.trees[a.Sentence]
	return t.Dominates(a.Head, b.Head) && !r.conjoined(a, b) || t.Dominates(b.Head, a.Head) && !r.conjoined(b, a)
}

// conjoined reports whether lower hangs from upper through a conjunction or a
// clause, so that it is no part of upper's own phrase.
func (r *resolver) conjoined(upper, lower *mention.Candidate) bool {
	t := r.trees[upper.Sentence]
	for n := lower.Head; n >= 0 && n != upper.Head; n = t.Head(n) {
		if tree.Matches(t.Token(n).Relation, "conj", "parataxis", "list") {
			return true
		}
	}
	return false
}

func (r *resolver) differentPossessor(i, j int) bool {
	a, b := &r.c[i], &r.c[j]
	if a.Possessor < 0 || b.Possessor < 0 {
		return a.Possessor >= 0 && b.Possessor < 0 && a.Determiner != "'s"
	}
	x, okX := r.at[nlp.TokenRef{Sentence: a.Sentence, Token: a.Possessor}]
	y, okY := r.at[nlp.TokenRef{Sentence: b.Sentence, Token: b.Possessor}]
	return !okX || !okY || r.cluster[x] != r.cluster[y]
}

// ofPhrase returns the noun in the phrase's "of" complement, "" when none.
func (r *resolver) ofPhrase(i int) string {
	t := r.trees[r.c[i].Sentence]
	for _, k := range t.Children(r.c[i].Head, "nmod") {
		if k > r.c[i].Head && t.Case(k) == "of" {
			return tree.Lemma(t.Token(k))
		}
	}
	return ""
}
