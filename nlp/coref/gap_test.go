package coref

import (
	"bufio"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

var all = flag.Bool("all", false, "measure on all passages of GAP's development part")

// gapCount is how many passages of GAP a test run reads: enough to see a rule
// go wrong, few enough to wait for.
const gapCount = 200

// gapPassage is a passage with a pronoun and two names.
type gapPassage struct {
	analysis *nlp.Analysis
	pronoun  nlp.Span
	names    [2]gapName
}

// gapName is a name, and whether the pronoun stands for it.
type gapName struct {
	span nlp.Span
	same bool
}

// TestGAP keeps pronouns on analysed passages of GAP's development part from
// getting worse (F1 of pronoun–name pairs, Webster et al. 2018). With -all it
// reads all of them.
func TestGAP(t *testing.T) {
	data := os.Getenv("KGBUILD_DATA")
	if data == "" {
		t.Skip("KGBUILD_DATA is not set to the folder of the corpora")
	}
	if testing.Short() {
		t.Skip("the analysis of 200 passages takes long")
	}
	limit := gapCount
	if *all {
		limit = 0
	}
	var right, system, gold float64
	for _, p := range gapPassages(t, filepath.Join(data, "gap", "gap-development.tsv"), limit) {
		prepare(t, p.analysis)
		if err := NewStep().Run(context.Background(), p.analysis); err != nil {
			t.Fatal(err)
		}
		pronoun := chainAt(p.analysis, p.pronoun)
		for _, name := range p.names {
			same := pronoun != nlp.NoChain && chainAt(p.analysis, name.span) == pronoun
			if same {
				system++
			}
			if name.same {
				gold++
				if same {
					right++
				}
			}
		}
	}
	f1 := 200 * right / (system + gold)
	t.Logf("F1 %.1f, precision %.1f, recall %.1f", f1, 100*right/system, 100*right/gold)
	if f1 < 65 {
		t.Errorf("F1 %.1f is below 65", f1)
	}
}

// gapPassages reads and analyses the first passages of a file of GAP, all when
// limit is 0.
func gapPassages(t *testing.T, path string, limit int) []gapPassage {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan() // the names of the columns
	var out []gapPassage
	for (limit == 0 || len(out) < limit) && lines.Scan() {
		row := strings.Split(lines.Text(), "\t")
		a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText(row[1])}}
		if err := reader.Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		out = append(out, gapPassage{a, spanOf(t, row[2], row[3]), [2]gapName{
			{spanOf(t, row[4], row[5]), row[6] == "TRUE"}, {spanOf(t, row[7], row[8]), row[9] == "TRUE"},
		}})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// spanOf returns the span of words at an offset.
func spanOf(t *testing.T, words, offset string) nlp.Span {
	t.Helper()
	start, err := strconv.Atoi(offset)
	if err != nil {
		t.Fatal(err)
	}
	return nlp.Span{Start: nlp.Offset(start), End: nlp.Offset(start + utf8.RuneCountInString(words))}
}

// chainAt returns the chain at the last token of a span.
func chainAt(a *nlp.Analysis, span nlp.Span) nlp.ChainID {
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
