package mention

import (
	"slices"
	"strings"
	"sync"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// finder holds one sentence while its candidates are found.
type finder struct {
	a      *nlp.Analysis
	index  int
	s      *nlp.Sentence
	t      *tree.Tree
	names  []name
	scope  Scope
	inTime []bool // token belongs to a time expression
	quoted []bool
	// surnames are the last words of the persons' names of several words.
	surnames map[string]bool
	// inSport reports whether the article tells of sport.
	inSport func() bool
}

// Scope says which events are candidates.
type Scope int

const (
	// Notable events are those that people speak of as events, when the text
	// says that they happened.
	Notable Scope = iota
	// Every event is whatever a verb or noun tells of, minor ones included,
	// whether or not it is said to have happened.
	Every
)

// Find returns the candidates of the article's sentences in text order. The
// analysis must have the syntax layer; names and times are used when there.
func Find(a *nlp.Analysis, trees []*tree.Tree, scope Scope) []Candidate {
	times := make(map[int][]nlp.Range)
	for _, x := range a.Times {
		times[x.Sentence] = append(times[x.Sentence], x.Tokens)
	}
	quoted := quotedTokens(a)
	var out []Candidate
	surnames := surnamesOf(a)
	inSport := sync.OnceValue(func() bool { return tellsOfSport(a) })
	for i := range a.Sentences {
		if !a.Article(i) {
			continue
		}
		f := &finder{a: a, index: i, s: &a.Sentences[i], t: trees[i], quoted: quoted[i], scope: scope, surnames: surnames, inSport: inSport}
		f.inTime = make([]bool, len(f.s.Tokens))
		for _, r := range times[i] {
			for j := max(r.First, 0); j < min(r.End, len(f.inTime)); j++ {
				f.inTime[j] = true
			}
		}
		f.names = findNames(f.t, f.inTime)
		out = append(out, f.find()...)
	}
	return out
}

func (f *finder) find() []Candidate {
	var out []Candidate
	for i := range f.s.Tokens {
		tok := &f.s.Tokens[i]
		switch {
		case f.inTime[i] && tok.UPOS != "PRON":
		case tok.UPOS == "PRON" || tok.UPOS == "DET" && standsAlone(tok):
			if c, ok := f.pronoun(i); ok {
				out = append(out, c)
			}
		case f.oneOfPeople(i):
			out = append(out, f.nominal(i))
		case f.headOfName(i) >= 0:
			if c, ok := f.named(i, f.names[f.headOfName(i)]); ok {
				out = append(out, c)
			}
		case f.headsNominal(i):
			out = append(out, f.nominal(i))
		case tok.UPOS == "VERB":
			if c, ok := f.verbal(i); ok {
				out = append(out, c)
			}
		}
	}
	for i := range out {
		f.coordinate(&out[i])
		out[i].Quoted = f.quoted[out[i].Head]
	}
	slices.SortStableFunc(out, func(x, y Candidate) int {
		if x.Span.Start != y.Span.Start {
			return int(x.Span.Start - y.Span.Start)
		}
		return x.Head - y.Head
	})
	return out
}

// oneOfPeople reports whether token i is the noun of a people for one of them
// ("the 48-year-old Australian"), which describes somebody and names nobody.
func (f *finder) oneOfPeople(i int) bool {
	tok := &f.s.Tokens[i]
	if tok.UPOS != "PROPN" || tok.XPOS == "NNPS" || f.t.Child(i, "det") < 0 || f.t.Child(i, "flat", "compound") >= 0 || !tree.Matches(tok.Relation, "nsubj", "obj", "obl", "conj", "nmod", "root") {
		return false
	}
	if _, name := gazetteer.CountryByName(tok.Form); name {
		return false
	}
	_, ok := gazetteer.CountryByDemonym(tok.Form)
	return ok
}

// coordinate notes the members of "A, B and C" on A.
func (f *finder) coordinate(c *Candidate) {
	conjuncts := f.t.Children(c.Head, "conj")
	if len(conjuncts) == 0 || c.Kind == nlp.PronounMention && c.Relative >= 0 {
		return
	}
	members := []int{c.Head}
	for _, j := range conjuncts {
		u := f.s.Tokens[j].UPOS
		if u == "NOUN" || u == "PROPN" || u == "PRON" {
			members = append(members, j)
		}
	}
	if len(members) > 1 {
		c.Coordinates = members
	}
}

// mention makes the mention of a range of tokens.
func (f *finder) mention(kind nlp.MentionKind, tokens nlp.Range, head int) nlp.Mention {
	span := f.s.SpanOf(tokens)
	return nlp.Mention{
		Span: span, Text: strings.Join(strings.Fields(f.a.Document.Text.Slice(span)), " "), Kind: kind,
		Sentence: f.index, Tokens: tokens, Head: head,
	}
}

// quotedTokens marks the tokens that stand inside quotation marks. A mark left
// open at the end of a block does not reach into the next.
func quotedTokens(a *nlp.Analysis) [][]bool {
	out := make([][]bool, len(a.Sentences))
	open, block := false, -1
	for i := range a.Sentences {
		s := &a.Sentences[i]
		if s.Block != block {
			open, block = false, s.Block
		}
		out[i] = make([]bool, len(s.Tokens))
		for j := range s.Tokens {
			switch s.Tokens[j].Form {
			case "“", "``", "„":
				open = true
				continue
			case "”", "''":
				open = false
				continue
			case `"`:
				open = !open
				continue
			}
			out[i][j] = open
		}
	}
	if a.Has(nlp.QuoteLayer) {
		for i := range a.Sentences {
			for j := range out[i] {
				out[i][j] = false
			}
		}
		for _, q := range a.Quotations {
			for i := range a.Sentences {
				if !a.Sentences[i].Span.Overlaps(q.Span) {
					continue
				}
				for j := range a.Sentences[i].Tokens {
					if q.Span.Contains(a.Sentences[i].Tokens[j].Span) {
						out[i][j] = true
					}
				}
			}
		}
	}
	return out
}
