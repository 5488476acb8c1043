package conllu

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// Document is the sentences of one document.
type Document struct {
	Name      string // value of "# newdoc id"; may be empty
	Sentences []Sentence
}

// Documents divides sentences at their "# newdoc" comments. Sentences before
// the first such comment make a document of their own.
func Documents(sentences []Sentence) []Document {
	var out []Document
	for _, s := range sentences {
		name, begins := s.Comment("newdoc")
		if begins || len(out) == 0 {
			out = append(out, Document{Name: name})
		}
		d := &out[len(out)-1]
		d.Sentences = append(d.Sentences, s)
	}
	return out
}

// Analysis turns the document into an analysis. The text is rebuilt: sentences
// stand behind one another, parted by a space unless SpaceAfter=No forbids it,
// and by a blank line where a "# newpar" comment begins a block. A comment
// "# block = caption" gives the block's kind, which is body otherwise;
// "# date" and "# title" (or GUM's "# meta::dateCreated", "# meta::title")
// give the document's date and title. A comment "# reading = 1 | praised | 5 |
// 0.9" is a reading of its sentence: numbers of words, 0 for the speaker, around
// the predicate, then the probability.
//
// The sentence layer is always there; the syntax layer when every word has a
// tag, a head and a relation; the name layer when some word has an NER field.
// Words of a multiword whose forms do not add up to its form all have its span.
// It is an error when the heads of a sentence are not a tree with one root, or a
// reading is not of its words.
func (d *Document) Analysis() (*nlp.Analysis, error) {
	b := builder{doc: &nlp.Document{}, syntax: true}
	for i := range d.Sentences {
		if err := b.add(&d.Sentences[i], i == 0); err != nil {
			return nil, fmt.Errorf("conllu sentence at line %d: %w", d.Sentences[i].Line, err)
		}
	}
	b.closeBlock()
	b.doc.Text = nlp.NewText(b.text.String())
	a := &nlp.Analysis{Document: b.doc, Sentences: b.sentences}
	a.Add(nlp.SentenceLayer)
	if b.syntax {
		a.Add(nlp.SyntaxLayer)
	}
	if b.names {
		a.Add(nlp.NameLayer)
	}
	return a, nil
}

// builder gathers a document's text and sentences.
type builder struct {
	doc       *nlp.Document
	text      strings.Builder
	length    nlp.Offset // code points in text
	glued     bool       // the last token said SpaceAfter=No
	sentences []nlp.Sentence
	syntax    bool
	names     bool
}

func (b *builder) write(s string) {
	b.text.WriteString(s)
	b.length += nlp.Offset(utf8.RuneCountInString(s))
}

func (b *builder) closeBlock() {
	if n := len(b.doc.Blocks); n > 0 {
		b.doc.Blocks[n-1].Span.End = b.length
	}
}

func (b *builder) add(s *Sentence, first bool) error {
	b.readMetadata(s)
	_, newpar := s.Comment("newpar")
	kind, hasKind := s.Comment("block")
	switch {
	case first, newpar:
		b.closeBlock()
		if !first {
			b.write("\n\n")
		}
		block := nlp.Block{Span: nlp.Span{Start: b.length}, Kind: nlp.BodyBlock}
		if hasKind && kind != "" {
			block.Kind = nlp.BlockKind(kind)
		}
		b.doc.Blocks = append(b.doc.Blocks, block)
	case !b.glued:
		b.write(" ")
	}
	return b.addSentence(s)
}

func (b *builder) readMetadata(s *Sentence) {
	for _, key := range []string{"date", "meta::dateCreated"} {
		if v, ok := s.Comment(key); ok && b.doc.Date.IsZero() {
			// A date that cannot be read is no reason to refuse the trees.
			b.doc.Date, _ = nlp.ParseDate(v)
		}
	}
	for _, key := range []string{"title", "meta::title"} {
		if v, ok := s.Comment(key); ok && b.doc.Title == "" {
			b.doc.Title = v
		}
	}
}

func (b *builder) addSentence(s *Sentence) error {
	if err := checkTree(s.Words); err != nil {
		return err
	}
	readings, err := s.readings()
	if err != nil {
		return err
	}
	surfaces := s.surfaces()
	gaps := s.gaps(surfaces)
	tokens := make([]nlp.Token, 0, len(s.Words))
	start := b.length
	for i, sf := range surfaces {
		spans := wordSpans(b.length, sf, s.Words)
		b.write(sf.form)
		end := b.length
		last := i == len(surfaces)-1
		if !last {
			b.write(gaps[i])
		}
		for j := sf.first; j <= sf.last; j++ {
			t := s.Words[j].token()
			t.Span = spans[j-sf.first]
			t.Continues = j > sf.first
			t.SpaceAfter = j == sf.last && (last && sf.spaceAfter || !last && gaps[i] != "")
			tokens = append(tokens, t)
			if t.UPOS+t.XPOS == "" || s.Words[j].Head == NoHead || t.Relation == "" {
				b.syntax = false
			}
		}
		if last {
			b.glued = !sf.spaceAfter
			b.sentences = append(b.sentences, nlp.Sentence{
				Span: nlp.Span{Start: start, End: end}, Block: len(b.doc.Blocks) - 1, Tokens: tokens,
			})
		}
	}
	names, marked := readNames(s.Words)
	added := &b.sentences[len(b.sentences)-1]
	added.Names, added.Readings = names, readings
	b.names = b.names || marked
	return nil
}

// gaps returns what stands between neighbouring tokens: the white space of the
// "# text" comment when the tokens can be found in it, else what SpaceAfter says.
func (s *Sentence) gaps(surfaces []surface) []string {
	gaps := make([]string, len(surfaces))
	text, _ := s.Comment("text")
	for i, sf := range surfaces {
		rest := strings.TrimLeftFunc(text, unicode.IsSpace)
		if i > 0 {
			gaps[i-1] = text[:len(text)-len(rest)]
		}
		if !strings.HasPrefix(rest, sf.form) {
			return plainGaps(surfaces)
		}
		text = rest[len(sf.form):]
	}
	return gaps
}

func plainGaps(surfaces []surface) []string {
	gaps := make([]string, len(surfaces))
	for i, sf := range surfaces {
		if sf.spaceAfter {
			gaps[i] = " "
		}
	}
	return gaps
}

// wordSpans returns the spans of the words of a token that begins at start.
func wordSpans(start nlp.Offset, sf surface, words []Word) []nlp.Span {
	spans := make([]nlp.Span, sf.last-sf.first+1)
	rest, at := sf.form, start
	for i := range spans {
		form := words[sf.first+i].Form
		if !strings.HasPrefix(rest, form) {
			rest = "?"
			break
		}
		n := nlp.Offset(utf8.RuneCountInString(form))
		spans[i] = nlp.Span{Start: at, End: at + n}
		at += n
		rest = rest[len(form):]
	}
	if rest != "" {
		whole := nlp.Span{Start: start, End: start + nlp.Offset(utf8.RuneCountInString(sf.form))}
		for i := range spans {
			spans[i] = whole
		}
	}
	return spans
}

func (w *Word) token() nlp.Token {
	t := nlp.Token{
		Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS,
		Features: nlp.Features(w.Features), Relation: nlp.Relation(w.Relation), Head: nlp.Root,
	}
	if w.Head > 0 {
		t.Head = w.Head - 1
	}
	return t
}

// checkTree returns an error when the words that have heads do not hang from
// one root. A sentence without any heads passes.
func checkTree(words []Word) error {
	roots, without := 0, 0
	for _, w := range words {
		switch w.Head {
		case 0:
			roots++
		case NoHead:
			without++
		}
	}
	switch {
	case without == len(words):
		return nil
	case without > 0:
		return fmt.Errorf("%d of %d words have no head", without, len(words))
	case roots != 1:
		return fmt.Errorf("%d roots, not one", roots)
	}
	// Every word must reach the root; reached marks those known to do so.
	reached := make([]bool, len(words))
	for i := range words {
		steps := 0
		for j := i; !reached[j] && words[j].Head != 0; j = words[j].Head - 1 {
			if steps++; steps > len(words) {
				return fmt.Errorf("the heads of word %d go round in a circle", i+1)
			}
		}
		for j := i; !reached[j]; j = words[j].Head - 1 {
			reached[j] = true
			if words[j].Head == 0 {
				break
			}
		}
	}
	return nil
}
