package coref

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// construct joins what the grammar says is one: relative pronouns with what
// they take up, "the city of X" with X, appositions, acronyms in brackets,
// and names introduced as aliases.
func (r *resolver) construct() {
	for i := range r.c {
		c := &r.c[i]
		if c.Relative >= 0 {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: c.Relative}]; ok {
				r.join(i, j, RelativeReason)
			}
		}
		if c.Same >= 0 {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: c.Same}]; ok {
				r.join(max(i, j), min(i, j), SettlementReason)
			}
		}
	}
	for i := range r.c {
		r.apposition(i)
		r.identified(i)
	}
}

// apposition joins i to the phrase it stands in apposition to.
func (r *resolver) apposition(i int) {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	tok := t.Token(c.Head)
	head := t.Head(c.Head)
	if head < 0 || c.Kind == nlp.PronounMention {
		return
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: head}]
	if !ok || r.c[j].Kind == nlp.PronounMention {
		return
	}
	d := &r.c[j]
	if r.bracketed(c) && c.Name != "" && d.Name != "" && (acronymOf(c.Name, d.Name) || acronymOf(d.Name, c.Name)) {
		r.join(i, j, BracketReason)
		return
	}
	if !tree.Matches(tok.Relation, "appos") {
		return
	}
	if c.Name != "" && d.Kind == nlp.NominalMention && d.Head+1 == c.Tokens.First && d.Number != mention.Plural &&
		d.Type() != nlp.Event && (d.Type() != nlp.Concept || c.Type() == nlp.Person) && len(c.Coordinates) == 0 {
		r.join(i, j, AppositionReason) // "the studio X": the noun only says what X is
		return
	}
	switch {
	case c.Name == "" && d.Name != "" && r.namesAnother(c):
		// "Ann Lee, club president Tom Hall and others": a list
	case c.Name != "" && d.Name != "":
		// Two names: an alias when the text says so or brackets hold it, else a
		// list or a place inside a place.
		if r.aliasBetween(d, c) || r.bracketed(c) && !r.numbered(c) && compatible(c.Types, d.Types) && !located(c) && !located(d) && (c.Type() == nlp.Person) == (d.Type() == nlp.Person) {
			r.join(i, j, AliasReason)
		}
	case c.Name != "" && d.Number == mention.Plural && len(c.Coordinates) > 1:
		// "two brothers, Ann and Bob"
		r.groups[r.cluster[j]] = r.coordinated(i)
	case !compatible(c.Types, d.Types) || clash(c.Number, d.Number):
	case c.Type() == nlp.Event && d.Type() != nlp.Event && d.Name != "", r.bracketed(c) && c.Name == "" && c.Definite == mention.Bare:
	default:
		r.join(i, j, AppositionReason)
	}
}

// namesAnother reports whether a nominal has a name of its own behind it.
func (r *resolver) namesAnother(c *mention.Candidate) bool {
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "appos", "flat", "nmod", "compound") {
		if k < c.Head || t.Case(k) != "" {
			continue
		}
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && r.c[j].Name != "" && r.c[j].Type() == nlp.Person {
			return true
		}
	}
	return false
}

func located(c *mention.Candidate) bool {
	switch c.Type() {
	case nlp.City, nlp.Place, nlp.Country, nlp.Facility:
		return true
	}
	return false
}

func clash(a, b mention.Number) bool {
	return a != mention.UnknownNumber && b != mention.UnknownNumber && a != b
}

// bracketed reports whether the candidate stands in brackets.
func (r *resolver) bracketed(c *mention.Candidate) bool {
	tokens := r.a.Sentences[c.Sentence].Tokens
	for i := c.Tokens.First - 1; i >= 0 && i >= c.Tokens.First-2; i-- {
		if f := tokens[i].Form; f == "(" || f == "[" || f == "-LRB-" {
			return true
		}
	}
	return false
}

// numbered reports whether a number stands right behind the candidate: "the
// destroyer X (DDG 70)" has that mark, which others bear as well.
func (r *resolver) numbered(c *mention.Candidate) bool {
	tokens := r.a.Sentences[c.Sentence].Tokens
	return c.Tokens.End < len(tokens) && tokens[c.Tokens.End].UPOS == "NUM"
}

// aliasBetween reports whether the words between two mentions introduce the
// second as another name of the first.
func (r *resolver) aliasBetween(a, b *mention.Candidate) bool {
	tokens := r.a.Sentences[a.Sentence].Tokens
	var words []string
	for i := a.Tokens.End; i < b.Tokens.First && i < len(tokens); i++ {
		words = append(words, strings.ToLower(tokens[i].Form))
	}
	between := " " + strings.Join(words, " ") + " "
	for _, cue := range []string{
		" known as ", " also called ", " a.k.a. ", " aka ", " a k a ", " alias ", " nicknamed ", " dubbed ",
		" formerly ", " née ", " born ", " short for ", " abbreviated ", " better known ", " called ",
	} {
		if strings.Contains(between, cue) {
			return true
		}
	}
	return false
}
