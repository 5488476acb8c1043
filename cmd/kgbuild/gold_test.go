package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/graph/score"
	"github.com/kgbuild/kgbuild/loaders"
)

// What the articles of testdata/gold must reach together. They were written for
// development, so the figures say nothing of other articles; they keep a change
// that mends one place from breaking ten others unseen.
const (
	goldPrecision = 0.89
	goldRecall    = 0.75
)

// TestGold scores the claims of the annotated articles in testdata/gold. Every
// theme is one graph. Run with -v for a line an article.
func TestGold(t *testing.T) {
	golds, err := filepath.Glob("../../testdata/gold/*/*.json")
	if err != nil || len(golds) == 0 {
		t.Fatalf("no annotated articles: %v", err)
	}
	themes := make(map[string][]string)
	for _, name := range golds {
		theme := filepath.Dir(name)
		themes[theme] = append(themes[theme], name)
	}
	an, known := builtinAnalyser(t)
	total := &score.Result{Document: "total"}
	for _, theme := range slices.Sorted(maps.Keys(themes)) {
		var texts []string
		for _, name := range themes[theme] {
			texts = append(texts, strings.TrimSuffix(name, ".json")+".txt")
		}
		g := resolutionOf(t, an, known, loaders.Options{}, texts...)
		for _, name := range themes[theme] {
			gold, err := readGold(name)
			if err != nil {
				t.Error(err)
				continue
			}
			checkGold(t, name, gold)
			result := score.Compare(g, gold, known)
			if result.Absent {
				t.Errorf("%s: the graph does not hold %s", name, gold.Document)
			}
			logScore(t, result)
			total.Add(result)
		}
	}
	logScore(t, total)
	if total.Precision() < goldPrecision || total.Recall() < goldRecall {
		t.Errorf("precision %.3f, recall %.3f; want at least %.3f and %.3f",
			total.Precision(), total.Recall(), goldPrecision, goldRecall)
	}
}

func logScore(t *testing.T, r *score.Result) {
	t.Helper()
	t.Logf("%-28s precision %.3f (%d/%d)  recall %.3f (%d/%d)  stated %d/%d  attributed %d/%d", r.Document,
		r.Precision(), r.Right, r.Judged, r.Recall(), r.Found, r.Core, r.Stated, r.Found, r.Attributed, r.Attributing)
}

// checkGold reports the ends and speakers of facts that name no entity of the
// gold file, which could never be found.
func checkGold(t *testing.T, name string, gold *score.Gold) {
	t.Helper()
	for i, f := range gold.Facts {
		for _, end := range []string{f.Subject, f.Object} {
			for _, key := range strings.Split(end, "|") {
				if strings.HasPrefix(key, "#") || strings.Contains(key, "*") {
					continue
				}
				if _, ok := gold.Entities[key]; !ok {
					t.Errorf("%s: fact %d: no entity %q", name, i+1, key)
				}
			}
		}
		if _, ok := gold.Entities[f.Attribution]; f.Attribution != "" && !ok {
			t.Errorf("%s: fact %d: no entity %q", name, i+1, f.Attribution)
		}
	}
}
