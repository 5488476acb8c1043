package conllu

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/kgbuild/kgbuild/nlp"
)

// FromAnalysis returns the sentences of an analysis. The first has the
// comments "# newdoc id = name", "# title" and "# date" where these are known;
// a sentence that begins a block has "# newpar", and "# block" when the block
// is not body text, and a comment "# reading" for each of its readings. Words
// that continue one another become multiwords.
func FromAnalysis(a *nlp.Analysis, name string) []Sentence {
	out := make([]Sentence, len(a.Sentences))
	block := -1
	for i := range a.Sentences {
		s := &a.Sentences[i]
		comments := documentComments(a, name, i == 0)
		if i == 0 || s.Block != block {
			comments = append(comments, "newpar")
			if s.Block >= 0 && s.Block < len(a.Document.Blocks) {
				if k := a.Document.Blocks[s.Block].Kind; k != nlp.BodyBlock {
					comments = append(comments, "block = "+string(k))
				}
			}
			block = s.Block
		}
		comments = append(comments,
			"sent_id = "+strconv.Itoa(i+1),
			"text = "+a.Document.Text.Slice(s.Span))
		out[i] = fromSentence(s)
		out[i].Comments = append(comments, readingComments(s)...)
	}
	return out
}

func documentComments(a *nlp.Analysis, name string, first bool) []string {
	if !first {
		return nil
	}
	comments := []string{"newdoc"}
	if name != "" {
		comments[0] = "newdoc id = " + name
	}
	if a.Document.Title != "" {
		comments = append(comments, "title = "+a.Document.Title)
	}
	if d := a.Document.Date; !d.IsZero() {
		comments = append(comments, "date = "+d.String())
	}
	return comments
}

func fromSentence(s *nlp.Sentence) Sentence {
	out := Sentence{Words: make([]Word, len(s.Tokens))}
	tags := nameTags(s)
	for i := range s.Tokens {
		w := &out.Words[i]
		w.Form = s.Tokens[i].Form
		w.fill(&s.Tokens[i])
		w.Misc = w.Misc.With("NER", tags[i])
	}
	for i := 0; i < len(s.Tokens); i++ {
		end := i + 1
		for end < len(s.Tokens) && s.Tokens[end].Continues {
			end++
		}
		if end == i+1 {
			w := &out.Words[i]
			w.Misc = positionMisc(w.Misc, s.Tokens[i].Span, s.Tokens[i].SpaceAfter)
			continue
		}
		span := s.Tokens[i].Span.Cover(s.Tokens[end-1].Span)
		m := Multiword{First: i + 1, Last: end, Misc: positionMisc("", span, s.Tokens[end-1].SpaceAfter)}
		for j := i; j < end; j++ {
			m.Form += s.Tokens[j].Form
			out.Words[j].Misc = positionMisc(out.Words[j].Misc, s.Tokens[j].Span, true)
		}
		out.Multiwords = append(out.Multiwords, m)
		i = end - 1
	}
	return out
}

// positionMisc adds what the contract wants of every token. Words inside a
// multiword carry their offsets; whether a space follows is the multiword's.
func positionMisc(m Misc, span nlp.Span, space bool) Misc {
	if !space {
		m = m.With("SpaceAfter", "No")
	}
	return m.With("TokenRange", fmt.Sprintf("%d:%d", span.Start, span.End))
}

// fill sets the columns that an analysis decides.
func (w *Word) fill(t *nlp.Token) {
	w.Lemma, w.UPOS, w.XPOS = t.Lemma, t.UPOS, t.XPOS
	w.Features, w.Relation = string(t.Features), string(t.Relation)
	switch {
	case t.Relation == "":
		w.Head = NoHead
	case t.Head == nlp.Root:
		w.Head = 0
	default:
		w.Head = t.Head + 1
	}
}

// Annotate overwrites tags, lemmas, trees, names and readings of the document's
// sentences with those of an analysis that [Document.Analysis] made and that
// steps have filled since. Other comments, multiwords and the other fields stay.
// It is an error when sentences or words are not the same in number.
func (d *Document) Annotate(a *nlp.Analysis) error {
	if len(a.Sentences) != len(d.Sentences) {
		return fmt.Errorf("conllu document %q: %d sentences, its analysis has %d", d.Name, len(d.Sentences), len(a.Sentences))
	}
	for i := range d.Sentences {
		s, from := &d.Sentences[i], &a.Sentences[i]
		if len(s.Words) != len(from.Tokens) {
			return fmt.Errorf("conllu sentence at line %d: %d words, its analysis has %d", s.Line, len(s.Words), len(from.Tokens))
		}
		s.Comments = append(slices.DeleteFunc(s.Comments, isReading), readingComments(from)...)
		tags := nameTags(from)
		for j := range s.Words {
			w, t := &s.Words[j], &from.Tokens[j]
			w.fill(t)
			w.Enhanced = "" // it would contradict the new tree
			w.Misc = w.Misc.With("NER", tags[j]).With("TokenRange", fmt.Sprintf("%d:%d", t.Span.Start, t.Span.End))
		}
	}
	return nil
}
