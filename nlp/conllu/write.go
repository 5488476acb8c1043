package conllu

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// Write writes sentences in the order given, each followed by a blank line.
// White space that cannot stand in a column or comment is written as a space.
func Write(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	for i := range sentences {
		writeSentence(out, &sentences[i])
	}
	return out.Flush()
}

// writeSentence leaves errors to Flush, which reports the first.
func writeSentence(out *bufio.Writer, s *Sentence) {
	for _, c := range s.Comments {
		out.WriteString("# ")
		out.WriteString(oneLine(c))
		out.WriteByte('\n')
	}
	next := 0
	for i := range s.Words {
		if next < len(s.Multiwords) && s.Multiwords[next].First == i+1 {
			m := s.Multiwords[next]
			id := strconv.Itoa(m.First) + "-" + strconv.Itoa(m.Last)
			writeColumns(out, id, m.Form, "", "", "", "", "", "", "", string(m.Misc))
			next++
		}
		w := &s.Words[i]
		head := ""
		if w.Head != NoHead {
			head = strconv.Itoa(w.Head)
		}
		writeColumns(out, strconv.Itoa(i+1), w.Form, w.Lemma, w.UPOS, w.XPOS, w.Features,
			head, w.Relation, w.Enhanced, string(w.Misc))
	}
	out.WriteByte('\n')
}

func writeColumns(out *bufio.Writer, columns ...string) {
	for i, c := range columns {
		if i > 0 {
			out.WriteByte('\t')
		}
		if c == "" {
			c = "_"
		}
		out.WriteString(oneLine(c))
	}
	out.WriteByte('\n')
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t':
			return ' '
		}
		return r
	}, s)
}
