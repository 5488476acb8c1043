package coref_test

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/syntax"
)

// gapPassages is how many passages of GAP a test run reads: enough to see a
// rule go wrong, few enough to wait for.
const gapPassages = 200

// TestGAP keeps pronouns on analysed passages of GAP's development part from
// getting worse (F1 of pronoun–name pairs, Webster et al. 2018).
func TestGAP(t *testing.T) {
	data := os.Getenv("KGBUILD_DATA")
	if data == "" {
		t.Skip("KGBUILD_DATA is not set to the folder of the corpora")
	}
	if testing.Short() {
		t.Skip("the analysis of 200 passages takes long")
	}
	f, err := os.Open(filepath.Join(data, "gap", "gap-development.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	analyse := syntax.Step{Model: sync.OnceValues(model.Default), Workers: 1}
	var right, system, gold float64
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan() // the names of the columns
	for n := 0; n < gapPassages && lines.Scan(); n++ {
		row := strings.Split(lines.Text(), "\t")
		a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText(row[1])}}
		if err := analyse.Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		if err := coref.NewStep().Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		pronoun := chainAt(t, a, row[2], row[3])
		for _, name := range [][3]string{{row[4], row[5], row[6]}, {row[7], row[8], row[9]}} {
			same := pronoun != nlp.NoChain && chainAt(t, a, name[0], name[1]) == pronoun
			if same {
				system++
			}
			if name[2] == "TRUE" {
				gold++
				if same {
					right++
				}
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	f1 := 200 * right / (system + gold)
	t.Logf("F1 %.1f, precision %.1f, recall %.1f", f1, 100*right/system, 100*right/gold)
	if f1 < 65 {
		t.Errorf("F1 %.1f is below 65", f1)
	}
}

// chainAt returns the chain at the last token of the words at an offset.
func chainAt(t *testing.T, a *nlp.Analysis, words, offset string) nlp.ChainID {
	t.Helper()
	start, err := strconv.Atoi(offset)
	if err != nil {
		t.Fatal(err)
	}
	span := nlp.Span{Start: nlp.Offset(start), End: nlp.Offset(start + utf8.RuneCountInString(words))}
	chain := nlp.NoChain
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			if !a.Sentences[i].Tokens[j].Span.Overlaps(span) {
				continue
			}
			if c := a.ChainAt(nlp.TokenRef{Sentence: i, Token: j}); c != nlp.NoChain {
				chain = c
			}
		}
	}
	return chain
}
