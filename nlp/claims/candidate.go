package claims

import "github.com/kgbuild/kgbuild/nlp"

// candidate is a claim with what is needed to choose between claims that
// compete for the same words.
type candidate struct {
	nlp.Claim
	trigger int // token
	open    bool
	// unstated is true when one end is the actor that the text leaves out.
	unstated bool
	// anyWord is true for a pattern that fits every word, and so says less than
	// one for the word.
	anyWord bool
}

// candidate returns the claim that a rule reads at token k. The rule's name is
// the predicate and how it is read.
func (t *tree) candidate(k int, subject nlp.End, p nlp.Predicate, object nlp.End, s stance, confidence float64, how string) candidate {
	return candidate{trigger: k, Claim: nlp.Claim{
		Subject: subject, Predicate: p, Object: object,
		Polarity: s.polarity, Modality: s.modality, Attribution: s.by, Confidence: confidence,
		Sentence: t.index, Evidence: t.s.Span, Trigger: t.tok(k).Span, Rule: string(p) + "/" + how,
	}}
}

// over returns the candidate with the words that tell it.
func (c candidate) over(words nlp.Span) candidate {
	c.Trigger = words
	return c
}

// during returns the candidate with the time that it holds for.
func (c candidate) during(time nlp.Interval) candidate {
	c.Time = time
	return c
}
