package main

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
	"github.com/kgbuild/kgbuild/nlp/tuples"
)

// writeTuples prints the tuples of an article's sentences. Sentences that are
// lines of the input are printed as they stand there, so that a caller finds
// them again; others without their line ends. A tab inside a sentence would
// part its columns and becomes a space.
func writeTuples(w io.Writer, a *nlp.Analysis, lines bool) error {
	out := bufio.NewWriter(w)
	for i := range a.Sentences {
		if !a.Article(i) {
			continue
		}
		s := &a.Sentences[i]
		sentence := strings.Join(strings.Fields(a.Document.Text.Slice(s.Span)), " ")
		if lines {
			sentence = strings.ReplaceAll(a.Document.Text.Slice(a.Document.Blocks[s.Block].Span), "\t", " ")
		}
		for _, x := range tuples.Extract(tree.Of(s)) {
			columns := append([]string{sentence, strconv.FormatFloat(x.Confidence, 'f', 3, 64), x.Relation}, x.Arguments...)
			out.WriteString(strings.Join(columns, "\t"))
			out.WriteByte('\n')
		}
	}
	return out.Flush()
}
