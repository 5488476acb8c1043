package main

import (
	"context"
	"sync"
	"testing"

	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/mend"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/quote"
	"github.com/kgbuild/kgbuild/nlp/syntax"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

// BenchmarkReading measures what an article costs, on the articles of
// testdata: the analysis by the language model, and all that is read off it
// (times, quotations, mentions, chains, events, claims), which is to cost less.
// Resolution has a benchmark of its own in graph/resolve.
func BenchmarkReading(b *testing.B) {
	book, err := codebook.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	extract, err := claims.NewStep(book)
	if err != nil {
		b.Fatal(err)
	}
	reader, err := loaders.NewReader(loaders.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var documents []*nlp.Document
	for d, err := range reader.Read(context.Background(), "../../testdata/articles") {
		if err != nil {
			b.Fatal(err)
		}
		documents = append(documents, nlpDocument(d))
	}
	parse := syntax.Step{Model: sync.OnceValues(model.Default), Workers: 1, Readings: true}
	ctx := context.Background()
	analyse := func() []*nlp.Analysis {
		var out []*nlp.Analysis
		for _, d := range documents {
			a := &nlp.Analysis{Document: d}
			if err := parse.Run(ctx, a); err != nil {
				b.Fatal(err)
			}
			a.Add(parse.Gives()...)
			out = append(out, a)
		}
		return out
	}
	b.Run("analysis", func(b *testing.B) {
		for b.Loop() {
			analyse()
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(documents)), "µs/article")
	})
	b.Run("extraction", func(b *testing.B) {
		steps, err := nlp.NewPipeline(parse.Gives(), timex.Step{}, quote.Step{}, mend.Step{}, coref.NewStep(), extract)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			b.StopTimer()
			analyses := analyse()
			b.StartTimer()
			for _, a := range analyses {
				if err := steps.Run(ctx, a); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(documents)), "µs/article")
	})
}
