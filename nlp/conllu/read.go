package conllu

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits on what a [Reader] accepts. They are far above anything that people
// annotate and keep a broken or hostile file from filling the memory.
const (
	MaxLine      = 1 << 20 // bytes
	MaxWords     = 20_000  // in a sentence
	MaxComments  = 10_000  // before a sentence
	columnsCount = 10
)

// Reader reads sentences one at a time.
type Reader struct {
	scan *bufio.Scanner
	line int
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader {
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 0, 64<<10), MaxLine)
	return &Reader{scan: scan}
}

// Read returns the next sentence, or io.EOF after the last. Other errors name
// the line and say what is wrong with it; reading cannot go on after them.
// Comments that no word follows are dropped.
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	for r.scan.Scan() {
		r.line++
		line := strings.TrimSuffix(r.scan.Text(), "\r")
		if r.line == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) == "" {
			if len(s.Words) > 0 {
				return s, r.wrap(s.check())
			}
			s = &Sentence{}
			continue
		}
		if s.Line == 0 {
			s.Line = r.line
		}
		if err := s.addLine(line); err != nil {
			return nil, r.wrap(err)
		}
	}
	if err := r.scan.Err(); err != nil {
		r.line++
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d bytes", MaxLine)
		}
		return nil, r.wrap(err)
	}
	if len(s.Words) > 0 {
		return s, r.wrap(s.check())
	}
	return nil, io.EOF
}

func (r *Reader) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("conllu line %d: %w", r.line, err)
}

// ReadFile reads every sentence of a file, whose name ends in ".gz" when it is
// compressed.
func ReadFile(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	out, err := ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// ReadAll reads every sentence of r.
func ReadAll(r io.Reader) ([]Sentence, error) {
	in := NewReader(r)
	var out []Sentence
	for {
		s, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, *s)
	}
}

func (s *Sentence) addLine(line string) error {
	if !utf8.ValidString(line) {
		return errors.New("not valid UTF-8")
	}
	if comment, ok := strings.CutPrefix(line, "#"); ok && len(s.Words) == 0 {
		if len(s.Comments) >= MaxComments {
			return fmt.Errorf("more than %d comments before a sentence", MaxComments)
		}
		s.Comments = append(s.Comments, strings.TrimSpace(comment))
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != columnsCount {
		return fmt.Errorf("%d columns, not %d parted by tabs", len(cols), columnsCount)
	}
	id := cols[0]
	if strings.Contains(id, ".") {
		return nil // an empty node
	}
	if from, to, ok := strings.Cut(id, "-"); ok {
		return s.addMultiword(from, to, cols)
	}
	return s.addWord(id, cols)
}

func (s *Sentence) addMultiword(from, to string, cols []string) error {
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	switch {
	case err1 != nil || err2 != nil || first > last || last > MaxWords:
		return fmt.Errorf("range %q is not two rising numbers", cols[0])
	case first != len(s.Words)+1:
		return fmt.Errorf("range %q stands before word %d", cols[0], len(s.Words)+1)
	case len(s.Multiwords) > 0 && s.Multiwords[len(s.Multiwords)-1].Last >= first:
		return fmt.Errorf("range %q overlaps the one before", cols[0])
	case cols[1] == "":
		return errors.New("empty form")
	}
	s.Multiwords = append(s.Multiwords, Multiword{first, last, cols[1], Misc(filled(cols[9]))})
	return nil
}

func (s *Sentence) addWord(id string, cols []string) error {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return fmt.Errorf("word number %q is no number", id)
	case n != len(s.Words)+1:
		return fmt.Errorf("word number %d where %d is due", n, len(s.Words)+1)
	case n > MaxWords:
		return fmt.Errorf("more than %d words in a sentence", MaxWords)
	case cols[1] == "":
		return errors.New("empty form")
	}
	w := Word{
		Form: cols[1], Lemma: cols[2], UPOS: filled(cols[3]), XPOS: filled(cols[4]),
		Features: filled(cols[5]), Head: NoHead, Relation: filled(cols[7]),
		Enhanced: filled(cols[8]), Misc: Misc(filled(cols[9])),
	}
	if w.Lemma == "_" && w.Form != "_" {
		w.Lemma = ""
	}
	if cols[6] != "_" {
		if w.Head, err = strconv.Atoi(cols[6]); err != nil || w.Head < 0 {
			return fmt.Errorf("head %q is no number", cols[6])
		}
	}
	s.Words = append(s.Words, w)
	return nil
}

// check looks at what only the whole sentence shows.
func (s *Sentence) check() error {
	if n := len(s.Multiwords); n > 0 && s.Multiwords[n-1].Last > len(s.Words) {
		m := s.Multiwords[n-1]
		return fmt.Errorf("range %d-%d goes beyond the sentence's %d words", m.First, m.Last, len(s.Words))
	}
	for i, w := range s.Words {
		if w.Head > len(s.Words) {
			return fmt.Errorf("head %d of word %d in a sentence of %d words", w.Head, i+1, len(s.Words))
		}
	}
	return nil
}

func filled(column string) string {
	if column == "_" {
		return ""
	}
	return column
}
