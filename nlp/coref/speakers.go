package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// speakers joins "I" and "we" in a quotation to the speaker.
func (r *resolver) speakers() {
	spoken := r.quotationSpeakers()
	previous := -1
	for i := range r.c {
		c := &r.c[i]
		if c.Kind != nlp.PronounMention || c.Person != 1 {
			continue
		}
		j, ok := spoken(c)
		if !ok && previous >= 0 && c.Quoted && c.Sentence-r.c[previous].Sentence <= 2 && r.a.Sentences[c.Sentence].Block == r.a.Sentences[r.c[previous].Sentence].Block {
			j, ok = r.lead(previous), true
		}
		if !ok && c.Quoted {
			j, ok = r.nearbySpeaker(c)
		}
		if ok && i != j {
			r.join(i, j, SpeakerReason)
			previous = i
		}
	}
}

// nearbySpeaker returns the subject of a verb of speech outside the quotation
// in the two sentences before, or the one behind, of the same block.
func (r *resolver) nearbySpeaker(c *candidate) (int, bool) {
	for _, step := range []int{-1, -2, 1} {
		s := c.Sentence + step
		if s < 0 || s >= len(r.trees) || r.a.Sentences[s].Block != r.a.Sentences[c.Sentence].Block {
			continue
		}
		t := r.trees[s]
		for i := t.Len() - 1; i >= 0; i-- {
			if !speech[tree.Lemma(t.Token(i))] || t.Token(i).UPOS != "VERB" {
				continue
			}
			if n := t.Child(i, "nsubj"); n >= 0 {
				j, ok := r.at[nlp.TokenRef{Sentence: s, Token: n}]
				if ok && !r.c[j].Quoted && r.c[j].Person == 3 {
					return j, true
				}
			}
		}
	}
	return 0, false
}

// lead returns the first candidate of a cluster that is no pronoun.
func (r *resolver) lead(i int) int {
	for _, m := range r.members[r.cluster[i]] {
		if r.c[m].Kind != nlp.PronounMention {
			return m
		}
	}
	return i
}

// quotationSpeakers returns a function that gives the speaker of the words
// around a candidate: from the quotations layer, or from a verb of speech
// above it or beside it in the sentence.
func (r *resolver) quotationSpeakers() func(c *candidate) (int, bool) {
	return func(c *candidate) (int, bool) {
		for _, q := range r.a.Quotations {
			if q.Known && q.Span.Contains(c.Span) {
				j, ok := r.at[q.Speaker]
				return j, ok
			}
		}
		t := r.trees[c.Sentence]
		for n := c.Head; n >= 0; n = t.Head(n) {
			var verbs []int
			if tree.Matches(t.Token(n).Relation, "ccomp", "parataxis") {
				verbs = []int{t.Head(n)}
			} else {
				verbs = t.Children(n, "parataxis")
			}
			for _, v := range verbs {
				if v < 0 || !speech[tree.Lemma(t.Token(v))] {
					continue
				}
				if s := t.Child(v, "nsubj"); s >= 0 && s != c.Head {
					if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]; ok {
						return j, true
					}
				}
			}
		}
		return 0, false
	}
}

var speech = words(`say tell add state announce claim declare explain write note comment remark reply respond answer
	admit insist argue warn ask believe think report acknowledge confirm deny stress emphasize emphasise continue
	complain recall joke tweet post observe suggest assert maintain conclude promise vow quote`)
