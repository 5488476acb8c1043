package quote

import (
	"context"
	"sort"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Step adds the quotation layer.
type Step struct{}

// Name implements [nlp.Step].
func (Step) Name() string { return "quotations" }

// Needs implements [nlp.Step].
func (Step) Needs() []nlp.Layer { return []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer} }

// Gives implements [nlp.Step].
func (Step) Gives() []nlp.Layer { return []nlp.Layer{nlp.QuoteLayer} }

// Run implements [nlp.Step].
func (Step) Run(_ context.Context, a *nlp.Analysis) error {
	a.Quotations = Find(a)
	return nil
}

// Find returns the quotations of an analysis in text order, an inner one after
// the one around it, with their speakers where these are known.
func Find(a *nlp.Analysis) []nlp.Quotation {
	r := &reader{a, passages(a)}
	r.found = append(r.found, r.statements()...)
	found := r.found
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].span.Start != found[j].span.Start {
			return found[i].span.Start < found[j].span.Start
		}
		return found[i].span.End > found[j].span.End
	})
	out := make([]nlp.Quotation, len(found))
	for i := range found {
		out[i].Span = found[i].span
		if got, ok := r.find(&found[i]); ok {
			out[i].Speaker, out[i].Cue, out[i].Known = got.speaker, got.cue, true
		}
	}
	r.inherit(found, out)
	repeated(a, out)
	return out
}

// inherit gives quotations that fill their sentences the speaker of a
// neighbour: of the one before in the paragraph, or in the paragraph before when
// they fill theirs, else of the one behind it in the paragraph, else the
// subject of a reporting verb in the sentence before.
func (r *reader) inherit(found []passage, out []nlp.Quotation) {
	last := -1 // the outer quotation before
	for i := range found {
		if found[i].depth > 0 || found[i].stated != nil {
			continue
		}
		if last >= 0 && !out[i].Known && out[last].Known &&
			(found[i].continued || r.fills(&found[i]) && r.follows(&found[last], &found[i]) || r.whole(&found[i]) && r.sameBlock(&found[last], &found[i])) {
			copySpeaker(&out[i], &out[last])
		}
		last = i
	}
	next := -1
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].depth > 0 || found[i].stated != nil {
			continue
		}
		if next >= 0 && !out[i].Known && out[next].Known && r.fills(&found[i]) &&
			(found[next].continued || r.sameBlock(&found[i], &found[next])) {
			copySpeaker(&out[i], &out[next])
		}
		next = i
	}
	for i := range found {
		if !out[i].Known && found[i].depth == 0 && r.fills(&found[i]) {
			if got, ok := r.sentenceBefore(&found[i]); ok {
				out[i].Speaker, out[i].Cue, out[i].Known = got.speaker, got.cue, true
			}
		}
	}
}

// repeated gives a quotation whose speaker is not known that of the same words
// elsewhere, as in pull quotes.
func repeated(a *nlp.Analysis, out []nlp.Quotation) {
	said := make(map[string]int)
	for i := range out {
		words := a.Document.Text.Slice(out[i].Span)
		if _, ok := said[words]; out[i].Known && !ok && strings.Count(words, " ") >= minRepeated {
			said[words] = i
		}
	}
	for i := range out {
		if j, ok := said[a.Document.Text.Slice(out[i].Span)]; ok && !out[i].Known {
			copySpeaker(&out[i], &out[j])
		}
	}
}

// minRepeated is how many spaces a quotation has that hardly two people say.
const minRepeated = 5

func copySpeaker(to, from *nlp.Quotation) {
	to.Speaker, to.Cue, to.Known = from.Speaker, from.Cue, true
}

// follows reports whether q stands in the paragraph of p, or fills the one right
// behind it.
func (r *reader) follows(p, q *passage) bool {
	return r.sameBlock(p, q) || r.fillsBlock(q) && r.block(q.first.Sentence-1) == r.block(p.last.Sentence)
}

// fillsBlock reports whether the paragraph of p holds nothing but p.
func (r *reader) fillsBlock(p *passage) bool {
	b := r.block(p.first.Sentence)
	return r.block(p.first.Sentence-1) != b && r.block(p.last.Sentence+1) != b
}

// block returns the paragraph of sentence i, -2 beyond the ends.
func (r *reader) block(i int) int {
	if i < 0 || i >= len(r.a.Sentences) {
		return -2
	}
	return r.a.Sentences[i].Block
}

func (r *reader) sameBlock(p, q *passage) bool {
	return r.a.Sentences[p.first.Sentence].Block == r.a.Sentences[q.first.Sentence].Block
}

// fills reports whether the passage is [reader.whole] and holds at least a
// clause, not a title.
func (r *reader) fills(p *passage) bool {
	for i := p.first.Sentence; i <= p.last.Sentence; i++ {
		for _, t := range r.a.Sentences[i].Tokens {
			if t.UPOS == "VERB" || t.UPOS == "AUX" {
				return r.whole(p)
			}
		}
	}
	return false
}

// whole reports whether the sentences that the passage touches hold nothing
// else but punctuation.
func (r *reader) whole(p *passage) bool {
	for i := p.first.Sentence; i <= p.last.Sentence; i++ {
		for j, t := range r.a.Sentences[i].Tokens {
			if !p.contains(i, j) && t.UPOS != "PUNCT" {
				return false
			}
		}
	}
	return true
}

// sentenceBefore takes the subject of the main verb of the sentence before when
// that verb reports, or when that subject is a person. The sentence is in the
// same paragraph unless the quotation fills its own.
func (r *reader) sentenceBefore(p *passage) (attribution, bool) {
	i := p.first.Sentence - 1
	if i < 0 || r.block(i) != r.block(p.first.Sentence) && !r.fillsBlock(p) {
		return attribution{}, false
	}
	root := r.a.Sentences[i].RootToken()
	if root < 0 {
		return attribution{}, false
	}
	if got, ok := r.cue(i, root, -1); ok {
		return got, true
	}
	if k := person(&r.a.Sentences[i], root); k >= 0 && !r.fillsBlock(p) {
		return attribution{ref(i, k), ref(i, root)}, true
	}
	return attribution{}, false
}
