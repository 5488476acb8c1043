package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// NameSentence is the tokens of one sentence with the names in it.
type NameSentence struct {
	Line  int // of its first token in the file, from 1; 0 when not read
	Forms []string
	Names []NameSpan // in order, without overlap
	// Begins is true when a document begins with the sentence.
	Begins bool
}

// NameSpan is a run of tokens with the label of the name that it is.
type NameSpan struct {
	Tokens nlp.Range
	Label  string
}

// maxIOBLine bounds a line in bytes.
const maxIOBLine = 1 << 20

// ReadIOB2 reads sentences with names tagged O, B-X and I-X, one token a line, a
// blank line after each sentence. Lines are a number, a token, a tag and
// anything else, parted by tabs; or a token and at the end a tag, parted by tabs
// or spaces. Tags that leave B- out where no name is before ("IO") are read too.
// "# newdoc" begins a document; other comments and "-DOCSTART-" are passed over.
func ReadIOB2(r io.Reader) ([]NameSentence, error) {
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, maxIOBLine)
	var out []NameSentence
	reader := iobReader{begins: true}
	for line := 1; scan.Scan(); line++ {
		text := strings.TrimRight(scan.Text(), "\r\n \t")
		if !utf8.ValidString(text) {
			return nil, fmt.Errorf("iob2 line %d: not valid UTF-8", line)
		}
		if text == "" {
			out = reader.flush(out)
			continue
		}
		if err := reader.line(text, line); err != nil {
			return nil, fmt.Errorf("iob2 line %d: %w", line, err)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("iob2: %w", err)
	}
	return reader.flush(out), nil
}

// iobReader holds the sentence that is being read.
type iobReader struct {
	current NameSentence
	open    string // label of the name that the token before belongs to
	begins  bool
}

func (r *iobReader) flush(out []NameSentence) []NameSentence {
	if len(r.current.Forms) > 0 {
		r.current.Begins = r.begins
		out = append(out, r.current)
		r.begins = false
	}
	r.current, r.open = NameSentence{}, ""
	return out
}

func (r *iobReader) line(text string, number int) error {
	if strings.HasPrefix(text, "# ") && !strings.Contains(text, "\t") {
		r.begins = r.begins || strings.HasPrefix(text, "# newdoc")
		return nil
	}
	form, tag, err := iobColumns(text)
	if err != nil || form == "-DOCSTART-" {
		r.begins = r.begins || form == "-DOCSTART-"
		return err
	}
	if r.current.Line == 0 {
		r.current.Line = number
	}
	at := len(r.current.Forms)
	r.current.Forms = append(r.current.Forms, form)
	prefix, label, _ := strings.Cut(tag, "-")
	switch {
	case tag == "O":
		r.open = ""
	case label == "" || prefix != "B" && prefix != "I":
		return fmt.Errorf("tag %q is not O, B-X or I-X", tag)
	case prefix == "I" && label == r.open:
		r.current.Names[len(r.current.Names)-1].Tokens.End = at + 1
	default:
		r.current.Names = append(r.current.Names, NameSpan{nlp.Range{First: at, End: at + 1}, label})
		r.open = label
	}
	return nil
}

func iobColumns(text string) (form, tag string, err error) {
	cols := strings.Split(text, "\t")
	if len(cols) < 2 {
		cols = strings.Fields(text)
	}
	if len(cols) < 2 {
		return "", "", errors.New("no tag")
	}
	if _, err := strconv.Atoi(cols[0]); err == nil && len(cols) > 2 {
		return cols[1], cols[2], nil
	}
	return cols[0], cols[len(cols)-1], nil
}

// NameAnalyses makes an analysis of each document, with its sentences and
// tokens as they are and a space between them. All sentences of a document are
// one block.
func NameAnalyses(sentences []NameSentence) []*nlp.Analysis {
	var out []*nlp.Analysis
	for i := 0; i < len(sentences); {
		end := i + 1
		for end < len(sentences) && !sentences[end].Begins {
			end++
		}
		out = append(out, nameAnalysis(sentences[i:end]))
		i = end
	}
	return out
}

func nameAnalysis(sentences []NameSentence) *nlp.Analysis {
	var text strings.Builder
	a := &nlp.Analysis{Document: &nlp.Document{}}
	at := nlp.Offset(0)
	for _, s := range sentences {
		tokens := make([]nlp.Token, len(s.Forms))
		for j, form := range s.Forms {
			if at > 0 {
				text.WriteByte(' ')
				at++
			}
			text.WriteString(form)
			n := nlp.Offset(utf8.RuneCountInString(form))
			tokens[j] = nlp.Token{
				Span: nlp.Span{Start: at, End: at + n}, Form: form, Head: nlp.Root, SpaceAfter: true,
			}
			at += n
		}
		a.Sentences = append(a.Sentences, nlp.Sentence{
			Span: nlp.Span{Start: tokens[0].Span.Start, End: at}, Tokens: tokens,
		})
	}
	a.Document.Text = nlp.NewText(text.String())
	a.Document.Blocks = []nlp.Block{{Span: a.Document.Text.All(), Kind: nlp.BodyBlock}}
	a.Add(nlp.SentenceLayer)
	return a
}

// AnalysisNames returns the sentences of an analysis with its names.
func AnalysisNames(a *nlp.Analysis) []NameSentence {
	out := make([]NameSentence, len(a.Sentences))
	for i := range a.Sentences {
		out[i].Begins = i == 0
		for _, t := range a.Sentences[i].Tokens {
			out[i].Forms = append(out[i].Forms, t.Form)
		}
		for _, n := range a.Sentences[i].Names {
			out[i].Names = append(out[i].Names, NameSpan{n.Tokens, string(n.Type)})
		}
	}
	return out
}
