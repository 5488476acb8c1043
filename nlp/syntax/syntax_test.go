package syntax_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/syntax"
)

var step = syntax.Step{Model: sync.OnceValues(model.Default), Workers: 2, Readings: true}

func run(t testing.TB, a *nlp.Analysis) {
	t.Helper()
	p, err := nlp.NewPipeline(nil, step)
	if err != nil {
		t.Fatal(err)
	}
	err = p.Run(context.Background(), a)
	if errors.Is(err, model.ErrNone) {
		t.Skip("this build has no model")
	}
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Sentences {
		n := len(a.Sentences[i].Tokens)
		for _, r := range a.Sentences[i].Readings {
			low, high := min(r.Subject, r.Object), max(r.Subject, r.Object)
			if low < nlp.Speaker || low == high || high < 0 || high >= n || r.Predicate == "" {
				t.Fatalf("sentence %d of %d tokens has the reading %+v", i, n, r)
			}
		}
	}
}

const text = "Talks in Paris\n\nAnna Smith met the president of France on Monday. They didn't agree."

func document() *nlp.Document {
	return &nlp.Document{Text: nlp.NewText(text), Blocks: []nlp.Block{
		{Span: nlp.Span{Start: 0, End: 14}, Kind: nlp.TitleBlock},
		{Span: nlp.Span{Start: 16, End: nlp.NewText(text).Len()}, Kind: nlp.BodyBlock},
	}}
}

// TestRaw checks what every model must get right in plain sentences.
func TestRaw(t *testing.T) {
	a := &nlp.Analysis{Document: document()}
	run(t, a)
	if len(a.Sentences) != 3 {
		t.Fatalf("%d sentences, want 3", len(a.Sentences))
	}
	s := a.Sentences[1]
	if s.Block != 1 || a.Document.Text.Slice(s.Span) != "Anna Smith met the president of France on Monday." {
		t.Errorf("second sentence is %q in block %d", a.Document.Text.Slice(s.Span), s.Block)
	}
	root := s.RootToken()
	if root != 2 || s.Tokens[root].Lemma != "meet" || s.Tokens[root].XPOS != "VBD" {
		t.Errorf("root is token %d: %+v", root, s.Tokens[max(root, 0)])
	}
	if s.Tokens[4].Head != root || s.Tokens[4].Relation != "obj" {
		t.Errorf("president: head %d, relation %s", s.Tokens[4].Head, s.Tokens[4].Relation)
	}
	var names []string
	for _, n := range s.Names {
		names = append(names, string(n.Type)+" "+a.Document.Text.Slice(s.SpanOf(n.Tokens)))
		if n.Score <= 0 || n.Score > 1 {
			t.Errorf("score of %v is %v", n.Tokens, n.Score)
		}
	}
	if diff := cmp.Diff([]string{"Person Anna Smith", "Country France"}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, l := range []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer, nlp.NameLayer} {
		if !a.Has(l) {
			t.Errorf("no layer %s", l)
		}
	}
}

// TestGiven makes sure that what the input brings stays as it is.
func TestGiven(t *testing.T) {
	a := &nlp.Analysis{Document: document()}
	run(t, a)

	sentences := &nlp.Analysis{Document: a.Document, Sentences: bare(a.Sentences)}
	sentences.Add(nlp.SentenceLayer)
	run(t, sentences)
	if len(sentences.Sentences) != len(a.Sentences) {
		t.Fatalf("%d sentences, want %d", len(sentences.Sentences), len(a.Sentences))
	}
	if got := sentences.Sentences[1].Tokens[2].Lemma; got != "meet" {
		t.Errorf("lemma of given token is %q", got)
	}

	trees := &nlp.Analysis{Document: a.Document, Sentences: bare(a.Sentences)}
	for i := range trees.Sentences {
		for j := range trees.Sentences[i].Tokens {
			tok := &trees.Sentences[i].Tokens[j]
			tok.UPOS, tok.Head, tok.Relation = "X", j-1, "dep"
		}
	}
	trees.Add(nlp.SentenceLayer, nlp.SyntaxLayer)
	run(t, trees)
	for _, tok := range trees.Sentences[1].Tokens {
		if tok.UPOS != "X" || tok.Relation != "dep" {
			t.Errorf("given tree changed: %+v", tok)
		}
	}
	if len(trees.Sentences[1].Names) == 0 {
		t.Error("no names were added to given trees")
	}
}

// bare copies sentences with their tokens and nothing else.
func bare(from []nlp.Sentence) []nlp.Sentence {
	out := make([]nlp.Sentence, len(from))
	for i, s := range from {
		out[i] = nlp.Sentence{Span: s.Span, Block: s.Block}
		for _, tok := range s.Tokens {
			out[i].Tokens = append(out[i].Tokens, nlp.Token{
				Span: tok.Span, Form: tok.Form, Head: nlp.Root, SpaceAfter: tok.SpaceAfter, Continues: tok.Continues,
			})
		}
	}
	return out
}

// TestAnyText runs texts without order through step and back from CoNLL-U.
func TestAnyText(t *testing.T) {
	for _, s := range []string{"", " \n\n ", "x", "😀 שלום عليكم 中文", "a\x00b\u200b\x07", "“", "don’t can't cannot"} {
		a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText(s)}}
		run(t, a)
		sentences := conllu.FromAnalysis(a, "x")
		if len(sentences) == 0 {
			continue
		}
		back, err := conllu.Documents(sentences)[0].Analysis()
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if !back.Has(nlp.SyntaxLayer) || len(back.Sentences) != len(a.Sentences) {
			t.Errorf("%q: %d sentences came back as %d", s, len(a.Sentences), len(back.Sentences))
		}
	}
}

// TestNoModel checks the error for a build without a model.
func TestNoModel(t *testing.T) {
	s := syntax.Step{Model: func() (*model.Model, error) { return nil, model.ErrNone }}
	err := s.Run(context.Background(), &nlp.Analysis{Document: document()})
	if !errors.Is(err, model.ErrNone) {
		t.Errorf("error %v", err)
	}
}

// TestReadingsBrought keeps the readings that given sentences have.
func TestReadingsBrought(t *testing.T) {
	a := &nlp.Analysis{Document: document()}
	run(t, a)
	brought := []nlp.Reading{{Subject: 0, Object: 2, Predicate: "praised", Probability: 0.5}}
	a = &nlp.Analysis{Document: a.Document, Sentences: bare(a.Sentences)}
	a.Sentences[0].Readings = brought
	a.Add(nlp.SentenceLayer)
	run(t, a)
	for i, want := range [][]nlp.Reading{brought, nil, nil} {
		if diff := cmp.Diff(want, a.Sentences[i].Readings); diff != "" {
			t.Errorf("sentence %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestReadingsOfArticle reads nothing in what is beside the article.
func TestReadingsOfArticle(t *testing.T) {
	for _, given := range []bool{false, true} {
		for _, kind := range []nlp.BlockKind{nlp.BodyBlock, nlp.CommentBlock} {
			a := &nlp.Analysis{Document: document()}
			a.Document.Blocks[1].Kind = kind
			run(t, a)
			if given {
				a = &nlp.Analysis{Document: a.Document, Sentences: bare(a.Sentences)}
				a.Add(nlp.SentenceLayer)
				run(t, a)
			}
			if read := len(a.Sentences[1].Readings) > 0; read != kind.Article() {
				t.Errorf("block %s, sentences given: %t; readings %+v", kind, given, a.Sentences[1].Readings)
			}
		}
	}
}
