package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// phraseRange is what a reader would point at: the noun with what stands
// before it and an "of" phrase, without clauses and appositions.
func (t *tree) phraseRange(k int) nlp.Range {
	r := t.extent(k, func(c int) bool {
		switch t.base(c) {
		case "det", "amod", "compound", "nummod", "flat", "fixed", "goeswith":
			return c > k && t.base(c) != "flat"
		case "nmod":
			return t.rel(c) != "nmod:poss" && t.preposition(c) != "of"
		case "case":
			return t.head(c) == k
		case "advmod":
			return t.head(c) == k
		}
		return t.head(c) == k || in(t.base(c), "conj", "acl", "appos", "punct", "cc")
	})
	for r.First < k && t.is(r.First, "PUNCT") {
		r.First++
	}
	for r.End > k+1 && t.is(r.End-1, "PUNCT") {
		r.End--
	}
	return r
}

// bareName is the phrase without its determiner and possessor.
func (t *tree) bareName(a *nlp.Analysis, r nlp.Range, k int) string {
	first := r.First
	for first < k && (t.base(first) == "det" || t.base(first) == "case" || t.base(first) == "nmod" || t.is(first, "PUNCT")) {
		first++
	}
	return clean(a.Document.Text.Slice(t.s.SpanOf(nlp.Range{First: first, End: r.End})))
}

// clean joins a phrase that runs over lines.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func (t *tree) modifierForms(k int) []string {
	var out []string
	for _, c := range t.children(k, "compound", "amod") {
		out = append(out, t.form(c))
	}
	return out
}

func (d *document) mention(t *tree, r nlp.Range, head int, kind nlp.MentionKind) nlp.Mention {
	span := t.s.SpanOf(r)
	return nlp.Mention{
		Span: span, Text: clean(d.a.Document.Text.Slice(span)), Kind: kind,
		Sentence: t.index, Tokens: r, Head: head,
	}
}

// isTime reports whether a token belongs to a time expression.
func isTime(a *nlp.Analysis, t *tree, k int) bool {
	for _, x := range a.Times {
		if x.Sentence == t.index && x.Tokens.Contains(k) {
			return true
		}
	}
	return false
}
