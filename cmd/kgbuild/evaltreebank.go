package main

import (
	"context"
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/eval"
)

// evalTreebanks scores tags, lemmas and trees against treebanks: from gold
// tokens and sentences, or from the text of each paragraph.
func evalTreebanks(ctx context.Context, opts evalOptions, files []string, s streams) error {
	g := grid{columns: []string{"treebank", "metric", "precision", "recall", "F1"}}
	for _, name := range files {
		gold, err := conllu.ReadFile(name)
		if err != nil {
			return err
		}
		system, err := annotateGold(ctx, gold, opts.raw)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		compare := eval.Words
		if opts.raw {
			compare = eval.Raw
		}
		metrics, err := compare(gold, system)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, m := range metrics {
			g.add(name, m.Name, percent(m.Score.Precision()), percent(m.Score.Recall()), percent(m.Score.F1()))
		}
	}
	return g.write(s.out, opts.output)
}

// annotateGold analyses what gold holds: its documents' texts, divided into
// their paragraphs, or its sentences and tokens.
func annotateGold(ctx context.Context, gold []conllu.Sentence, raw bool) ([]conllu.Sentence, error) {
	steps, err := annotationSteps(false)
	if err != nil {
		return nil, err
	}
	var out []conllu.Sentence
	for _, d := range conllu.Documents(gold) {
		a, err := d.Analysis()
		if err != nil {
			return nil, err
		}
		bare := &nlp.Analysis{Document: a.Document}
		if !raw {
			bare.Sentences = withoutSyntax(a.Sentences)
			bare.Add(nlp.SentenceLayer)
		}
		if err := steps.Run(ctx, bare); err != nil {
			return nil, err
		}
		out = append(out, conllu.FromAnalysis(bare, d.Name)...)
	}
	return out, nil
}

// withoutSyntax returns sentences with nothing but their tokens.
func withoutSyntax(sentences []nlp.Sentence) []nlp.Sentence {
	out := make([]nlp.Sentence, len(sentences))
	for i := range sentences {
		out[i] = nlp.Sentence{Span: sentences[i].Span, Block: sentences[i].Block}
		for _, t := range sentences[i].Tokens {
			out[i].Tokens = append(out[i].Tokens, nlp.Token{
				Span: t.Span, Form: t.Form, SpaceAfter: t.SpaceAfter, Continues: t.Continues, Head: nlp.Root,
			})
		}
	}
	return out
}
