package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// said states what somebody says when no claim of the sentence is attributed
// to them.
func (d *document) said(t *tree, known []candidate) []candidate {
	attributed := make(map[nlp.ChainID]bool)
	for _, c := range known {
		for _, by := range c.Attribution {
			attributed[by] = true
		}
	}
	var out []candidate
	for v := range t.s.Tokens {
		if !t.verbal(v) || !lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech] {
			continue
		}
		what := t.reportedClause(v)
		if what < 0 || t.child(v, "ccomp") < 0 && !(&climber{d: d, t: t}).reports(v) {
			continue
		}
		c := d.teller(t, v)
		if c == nlp.NoChain || attributed[c] {
			continue
		}
		s := d.stanceOf(t, v)
		out = append(out, candidate{open: true, trigger: v, Claim: nlp.Claim{
			Subject: nlp.ChainEnd(c), Predicate: "said", Object: nlp.TextEnd(d.reported(t, v, what)),
			Polarity: s.polarity, Modality: s.modality, Attribution: without(s.by, c), Time: d.timeOf(t, v),
			Confidence: saidReliability, Sentence: t.index, Evidence: t.s.Span,
			Trigger: t.tok(v).Span, Rule: "said/" + t.lemma(v),
		}})
	}
	return out
}

// reported returns the words of clause what that verb v reports, without those that
// tell who says so. Quoted words end with their quotation.
func (d *document) reported(t *tree, v, what int) string {
	r := t.extent(what, func(k int) bool { return k == v || t.head(k) == what && in(t.base(k), "punct", "mark") })
	for r.First+1 < r.End && t.is(r.First, "PUNCT") {
		r.First++
	}
	parts := []nlp.Span{t.s.SpanOf(r)}
	switch tag := t.tag(v); {
	case d.apart(t, r.First, v) && d.apart(t, what, v):
		parts = d.quotedParts(t, v, parts[0])
	case tag.First > r.First && tag.First < r.End:
		parts = []nlp.Span{t.s.SpanOf(nlp.Range{First: r.First, End: tag.First}), t.s.SpanOf(nlp.Range{First: tag.End, End: r.End})}
	}
	var out []string
	for _, p := range parts {
		out = append(out, strings.TrimLeft(clean(d.a.Document.Text.Slice(p)), ", "))
	}
	return strings.TrimRight(strings.Join(out, " "), ",. ")
}

// tag returns the tokens of verb v and its subject.
func (t *tree) tag(v int) nlp.Range {
	r := nlp.Range{First: v, End: v + 1}
	for _, k := range t.ownSubject(v) {
		sub := t.extent(k, nil)
		r.First, r.End = min(r.First, sub.First), max(r.End, sub.End)
	}
	return r
}

// quotedParts returns the quotations of a sentence that reach into a span and do
// not hold verb v.
func (d *document) quotedParts(t *tree, v int, span nlp.Span) []nlp.Span {
	var out []nlp.Span
	end := span.Start
	for _, q := range d.a.Quotations {
		if !q.Span.Contains(t.tok(v).Span) && q.Span.Overlaps(span) && q.Span.End > end { // and is not part of the one before
			end = q.Span.End
			out = append(out, nlp.Span{Start: max(q.Span.Start, t.s.Span.Start), End: min(end, t.s.Span.End)})
		}
	}
	return out
}

func without(cs []nlp.ChainID, c nlp.ChainID) []nlp.ChainID {
	var out []nlp.ChainID
	for _, x := range cs {
		if x != c {
			out = append(out, x)
		}
	}
	return out
}
