package main

import (
	"context"
	"fmt"
	"os"

	"github.com/kgbuild/kgbuild/nlp/eval"
)

// evalNames scores names against data in IOB2, on its sentences and tokens.
func evalNames(ctx context.Context, opts evalOptions, files []string, s streams) error {
	g := grid{columns: []string{"data", "names", "precision", "recall", "F1"}}
	for _, name := range files {
		gold, err := readNames(name)
		if err != nil {
			return err
		}
		system, err := nameGold(ctx, gold)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		metrics, err := eval.Names(gold, system)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, m := range metrics {
			g.add(name, m.Name, percent(m.Score.Precision()), percent(m.Score.Recall()), percent(m.Score.F1()))
		}
	}
	return g.write(s.out, opts.output)
}

func readNames(name string) ([]eval.NameSentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := eval.ReadIOB2(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return sentences, nil
}

// nameGold finds names in the sentences of gold.
func nameGold(ctx context.Context, gold []eval.NameSentence) ([]eval.NameSentence, error) {
	steps, err := annotationSteps(false)
	if err != nil {
		return nil, err
	}
	var out []eval.NameSentence
	for _, a := range eval.NameAnalyses(gold) {
		if err := steps.Run(ctx, a); err != nil {
			return nil, err
		}
		out = append(out, eval.AnalysisNames(a)...)
	}
	return out, nil
}
