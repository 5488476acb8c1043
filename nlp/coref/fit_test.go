package coref

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/mend"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/quote"
	"github.com/kgbuild/kgbuild/nlp/syntax"
	"github.com/kgbuild/kgbuild/nlp/timex"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

var fit = flag.Bool("fit", false, "fit weights.tsv anew to GAP's validation part and GUM without its news")

const (
	fitRounds  = 3
	fitPenalty = 10.0
	fitAtLeast = 5
	gapWeight  = 4.0 // a passage of GAP has one pronoun with a name, hard to choose
)

// lesson is a document with what is known of its pronouns.
type lesson struct {
	analysis *nlp.Analysis
	weight   float64
	// right tells which antecedents of pronoun i are right, and last whether
	// having none is; nil when nothing is known.
	right func(r *resolver, i int, options []antecedent) []bool
}

// TestFit fits the weights of pronouns' antecedents.
func TestFit(t *testing.T) {
	if _, err := readRanker(weightTable); err != nil {
		t.Fatal(err)
	}
	data := os.Getenv("KGBUILD_DATA")
	if data == "" || !*fit {
		t.Skip("KGBUILD_DATA is not set to the data folder, or -fit not given")
	}
	w := train(lessons(t, data))
	table := linear.Table("Fitted to GAP's validation part (Apache-2.0) and GUM without its news and its genres under non-commercial licences (CC BY) by TestFit -fit: feature, weight for he and she, it, they", w...)
	if err := os.WriteFile("weights.tsv", []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
}

func lessons(t *testing.T, data string) []lesson {
	var out []lesson
	for _, p := range gapPassages(t, filepath.Join(data, "gap", "gap-validation.tsv"), 0) {
		out = append(out, gapLesson(p))
	}
	for _, file := range []string{"en_gum-ud-train-open.conllu.gz", "en_gum-ud-dev-open.conllu"} {
		for _, d := range gumDocuments(t, filepath.Join(data, "ud-gum", file)) {
			if !strings.Contains(d.name, "_news_") {
				d.analysis = reread(t, d.analysis)
				out = append(out, gumLesson(d))
			}
		}
	}
	for _, l := range out {
		prepare(t, l.analysis)
	}
	return out
}

var reader = syntax.Step{Model: sync.OnceValues(model.Default), Workers: 1}

// reread returns an analysis of the same words with the trees and names of the
// model, and so with the errors that chains will meet.
func reread(t *testing.T, gold *nlp.Analysis) *nlp.Analysis {
	t.Helper()
	a := &nlp.Analysis{Document: gold.Document}
	for _, s := range gold.Sentences {
		words := nlp.Sentence{Span: s.Span, Block: s.Block}
		for _, tok := range s.Tokens {
			words.Tokens = append(words.Tokens, nlp.Token{Span: tok.Span, Form: tok.Form, SpaceAfter: tok.SpaceAfter, Continues: tok.Continues})
		}
		a.Sentences = append(a.Sentences, words)
	}
	a.Add(nlp.SentenceLayer)
	if err := reader.Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// prepare adds what the program adds between syntax and chains.
func prepare(t *testing.T, a *nlp.Analysis) {
	t.Helper()
	for _, s := range []nlp.Step{timex.Step{}, quote.Step{}, mend.Step{}} {
		if err := s.Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		a.Add(s.Gives()...)
	}
}

// train fits weights in rounds: the choices of each are met as the weights of
// the round before make them, so that they learn from their own errors. The
// first round goes by salience alone.
func train(lessons []lesson) ranker {
	w := make(ranker, pronounKinds)
	for f := range w {
		w[f] = linear.Weights{"salience": 1, linear.Bias: 10}
	}
	for range fitRounds {
		choices := make([][]linear.Choice, pronounKinds)
		for _, l := range lessons {
			l.gather(w, choices)
		}
		w = make(ranker, pronounKinds)
		for f := range w {
			w[f] = linear.FitChoices(choices[f], fitPenalty, fitAtLeast)
		}
	}
	return w
}

// gather adds the choices that weights meet in a document.
func (l lesson) gather(w ranker, choices [][]linear.Choice) {
	r := newResolver(l.analysis, tree.All(l.analysis), mention.Notable)
	r.choose = func(r *resolver, i int, options []antecedent) int {
		n := w.choose(r, i, options)
		if right := l.right(r, i, options); right != nil {
			c := linear.Choice{Right: right, Weight: l.weight}
			for _, o := range options {
				c.Options = append(c.Options, o.features)
			}
			c.Options = append(c.Options, r.weigh(i, options))
			f := kindOf(&r.c[i])
			choices[f] = append(choices[f], c)
		}
		return n
	}
	for _, pass := range r.passes() {
		pass()
	}
}

// gapLesson knows of one pronoun: that it stands for one of two names, or for
// neither.
func gapLesson(p gapPassage) lesson {
	right := func(r *resolver, i int, options []antecedent) []bool {
		if r.candidateAt(p.pronoun) != i {
			return nil
		}
		out := make([]bool, len(options)+1)
		some := false
		for n := range out {
			out[n] = !p.names[0].same && !p.names[1].same
			some = some || out[n]
		}
		for _, name := range p.names {
			j := r.candidateAt(name.span)
			for n, o := range options {
				if j >= 0 && o.group == nil && o.cluster == r.cluster[j] {
					out[n] = name.same
					some = some || name.same
				}
			}
		}
		if !some {
			return nil
		}
		return out
	}
	return lesson{p.analysis, gapWeight, right}
}

// candidateAt returns the last candidate at the tokens of a span, or -1.
func (r *resolver) candidateAt(span nlp.Span) int {
	out := -1
	for s := range r.a.Sentences {
		for i := range r.a.Sentences[s].Tokens {
			if !r.a.Sentences[s].Tokens[i].Span.Overlaps(span) {
				continue
			}
			if j, ok := r.at[nlp.TokenRef{Sentence: s, Token: i}]; ok {
				out = j
			}
		}
	}
	return out
}

// gumLesson knows of every pronoun: a cluster is right when at least half of its
// mentions are of the pronoun's entity, or none has more of them.
func gumLesson(d gumDocument) lesson {
	entities := make(map[nlp.TokenRef]map[int]bool) // a head may be that of A and of "A and B"
	for n, cluster := range d.gold {
		for _, ref := range cluster {
			if entities[ref] == nil {
				entities[ref] = make(map[int]bool)
			}
			entities[ref][n] = true
		}
	}
	same := func(a, b nlp.TokenRef) bool {
		for n := range entities[a] {
			if entities[b][n] {
				return true
			}
		}
		return false
	}
	share := func(r *resolver, i int, o antecedent) float64 {
		ref := r.c[i].Ref()
		if o.group != nil {
			if same(ref, r.c[o.group[0]].Ref()) {
				return 1
			}
			return 0
		}
		if r.c[i].Number == mention.Plural && len(r.c[o.near].Coordinates) > 1 && r.facts(o.cluster).number != mention.Plural {
			return 0 // the entity is "A and B", not A
		}
		all, right := 0.0, 0.0
		for _, m := range r.members[o.cluster] {
			if m >= i && o.near < i {
				break
			}
			if c := &r.c[m]; c.Kind == nlp.PronounMention && c.Relative >= 0 {
				continue
			}
			all++
			if same(ref, r.c[m].Ref()) {
				right++
			}
		}
		return right / max(all, 1)
	}
	right := func(r *resolver, i int, options []antecedent) []bool {
		if r.c[i].Reflexive {
			return nil
		}
		shares, best := make([]float64, len(options)), 0.0
		for n, o := range options {
			shares[n] = share(r, i, o)
			best = max(best, shares[n])
		}
		out := make([]bool, len(options)+1)
		for n, s := range shares {
			out[n] = s > 0 && (s >= 0.5 || s == best)
		}
		out[len(options)] = best == 0
		return out
	}
	return lesson{d.analysis, 1, right}
}
