// Package syntax runs the language model over a document: sentences, tags,
// lemmas, dependency trees and names, and readings for those who ask.
//
// What the input brings already is kept: the model analyses given sentences as
// they are, adds names to given trees without touching them, and reads nothing
// where readings are given. Otherwise the tokens come from the package segment,
// and the model decides which of them begin a sentence.
package syntax

import (
	"context"
	"fmt"
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/segment"
)

// Step adds the sentence, syntax and name layers.
type Step struct {
	// Model returns the model. It is asked for with every document, so that what
	// takes time has to be done once.
	Model func() (*model.Model, error)
	// Workers is how many goroutines analyse a document; at least one does.
	Workers int
	// Readings asks for the readings of the article's sentences as well, from which
	// claims are made. They take about three tenths of the time again.
	Readings bool
}

// Name implements [nlp.Step].
func (Step) Name() string { return "syntax" }

// Needs implements [nlp.Step].
func (Step) Needs() []nlp.Layer { return nil }

// Gives implements [nlp.Step].
func (Step) Gives() []nlp.Layer {
	return []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer, nlp.NameLayer}
}

// Run implements [nlp.Step].
func (s Step) Run(ctx context.Context, a *nlp.Analysis) error {
	m, err := s.Model()
	if err != nil {
		return fmt.Errorf("open model: %w", err)
	}
	if a.Has(nlp.SentenceLayer) {
		return s.given(ctx, m, a)
	}
	return s.raw(ctx, m, a)
}

// raw analyses a document of which only the text is known.
func (s Step) raw(ctx context.Context, m *model.Model, a *nlp.Analysis) error {
	paragraphs := segment.Paragraphs(a.Document)
	windows := make([]model.Window, len(paragraphs))
	for i := range paragraphs {
		windows[i].Words = forms(nil, paragraphs[i].Tokens)
		windows[i].Prior = boundaryPrior(paragraphs[i].Prior)
		windows[i].Readings = s.Readings && a.Document.Article(paragraphs[i].Block)
	}
	results, err := m.Analyze(ctx, windows, s.Workers)
	if err != nil {
		return err
	}
	a.Sentences = a.Sentences[:0]
	for i := range paragraphs {
		starts := make([]bool, len(paragraphs[i].Tokens))
		for _, bounds := range results[i].Sentences {
			starts[bounds[0]] = true
		}
		first := len(a.Sentences)
		a.Sentences = append(a.Sentences, paragraphs[i].Sentences(starts)...)
		fillAll(a.Sentences[first:], results[i].Words, true, true)
		fillReadings(a.Sentences[first:], results[i].Readings)
	}
	agree(a.Sentences)
	return nil
}

// The segmenter's log odds are weighed and shifted before the model's are added:
// both see the same full stops, and both have counted in that most words start no
// sentence. Chosen on the development sets of EWT and GUM.
const (
	priorWeight = 1
	priorShift  = 1
)

func boundaryPrior(odds []float32) []float32 {
	out := make([]float32, len(odds))
	for i, v := range odds {
		out[i] = priorWeight*v + priorShift
	}
	return out
}

// given analyses the sentences that the input brings. Those of one block make
// one window.
func (s Step) given(ctx context.Context, m *model.Model, a *nlp.Analysis) error {
	var windows []model.Window
	var groups [][]nlp.Sentence
	brought := slices.ContainsFunc(a.Sentences, func(s nlp.Sentence) bool { return len(s.Readings) > 0 })
	for i := 0; i < len(a.Sentences); {
		end := i
		w := model.Window{Readings: s.Readings && !brought && a.Article(i)}
		for ; end < len(a.Sentences) && a.Sentences[end].Block == a.Sentences[i].Block; end++ {
			if len(a.Sentences[end].Tokens) > 0 {
				w.Starts = append(w.Starts, len(w.Words))
			}
			w.Words = forms(w.Words, a.Sentences[end].Tokens)
		}
		windows = append(windows, w)
		groups = append(groups, a.Sentences[i:end])
		i = end
	}
	results, err := m.Analyze(ctx, windows, s.Workers)
	if err != nil {
		return err
	}
	for i, group := range groups {
		fillAll(group, results[i].Words, !a.Has(nlp.SyntaxLayer), !a.Has(nlp.NameLayer))
		if !brought {
			fillReadings(group, results[i].Readings)
		}
	}
	if !a.Has(nlp.NameLayer) {
		agree(a.Sentences)
	}
	return nil
}

func forms(to []string, tokens []nlp.Token) []string {
	for i := range tokens {
		to = append(to, tokens[i].Form)
	}
	return to
}

// fillAll hands the words of a window out to its sentences.
func fillAll(sentences []nlp.Sentence, words []model.Word, tree, names bool) {
	for i := range sentences {
		n := len(sentences[i].Tokens)
		if tree {
			fillTokens(sentences[i].Tokens, words[:n])
		}
		if names {
			sentences[i].Names = readNames(words[:n])
		}
		words = words[n:]
	}
}

// fillReadings hands the readings of a window out to its sentences.
func fillReadings(sentences []nlp.Sentence, readings []model.Reading) {
	ends := make([]int, len(sentences)) // words up to the end of each
	end := 0
	for i := range sentences {
		end += len(sentences[i].Tokens)
		ends[i] = end
		sentences[i].Readings = nil
	}
	for _, r := range readings {
		i, _ := slices.BinarySearch(ends, max(r.Subject, r.Object)+1)
		s := &sentences[i]
		token := func(word int) int {
			if word == model.Speaker {
				return nlp.Speaker
			}
			return word - (ends[i] - len(s.Tokens))
		}
		s.Readings = append(s.Readings, nlp.Reading{
			Subject: token(r.Subject), Object: token(r.Object),
			Predicate: nlp.Predicate(r.Predicate), Probability: r.Probability,
		})
	}
}

func fillTokens(tokens []nlp.Token, words []model.Word) {
	for i := range tokens {
		t, w := &tokens[i], &words[i]
		t.Lemma, t.UPOS, t.XPOS = w.Lemma, w.UPOS, w.XPOS
		t.Features = ""
		if w.Feats != "_" {
			t.Features = nlp.Features(w.Feats)
		}
		t.Head, t.Relation = w.Head, nlp.Relation(w.Relation)
		t.Factuality = w.Factuality // the model means it for predicates only
	}
}

// readNames turns the tags of words into names. A name's score is the mean of
// its words'.
func readNames(words []model.Word) []nlp.Name {
	var out []nlp.Name
	for i := range words {
		tag := words[i].Name
		if len(tag) < 3 {
			continue
		}
		typ := nlp.EntityType(tag[2:])
		last := len(out) - 1
		if tag[0] == 'I' && last >= 0 && out[last].Tokens.End == i && out[last].Type == typ {
			n := float32(out[last].Tokens.Len())
			out[last].Score = (out[last].Score*n + words[i].NameScore) / (n + 1)
			out[last].Tokens.End++
			continue
		}
		out = append(out, nlp.Name{Tokens: nlp.Range{First: i, End: i + 1}, Type: typ, Score: words[i].NameScore})
	}
	return out
}
