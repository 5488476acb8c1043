package quote

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// signature takes who is named behind a quotation without a verb, in its
// paragraph or in one of their own: "'…' – Ann Lee, mayor".
func (r *reader) signature(p *passage) (attribution, bool) {
	if !r.opensBlock(p) {
		return attribution{}, false
	}
	at := after(r.a, p.last)
	if at.Sentence < len(r.a.Sentences) && isMark(r.a.Token(at).Form) {
		at = after(r.a, at)
	}
	if at.Sentence >= len(r.a.Sentences) || r.block(at.Sentence) > r.block(p.last.Sentence)+1 {
		return attribution{}, false
	}
	s := &r.a.Sentences[at.Sentence]
	dash := strings.Contains("-–—", s.Tokens[at.Token].Form)
	if r.blockEnd(at.Sentence) != at.Sentence || len(s.Tokens)-at.Token > maxSignature ||
		!dash && (at.Token > 0 || r.block(at.Sentence) == r.block(p.last.Sentence)) {
		return attribution{}, false
	}
	comma := false
	for k := at.Token; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.UPOS == "VERB" || t.UPOS == "AUX" || t.Relation == "nmod:poss" {
			return attribution{}, false
		}
		comma = comma || s.Tokens[k].Form == ","
	}
	k := nounFrom(s, at.Token, len(s.Tokens))
	if k < 0 || !dash && !comma || !somebody(s, k) {
		return attribution{}, false
	}
	return attribution{ref(at.Sentence, k), at}, true
}

// maxSignature is how many words may name who is quoted.
const maxSignature = 16

// opensBlock reports whether nothing stands before the passage in its paragraph.
func (r *reader) opensBlock(p *passage) bool {
	return p.first.Token <= 1 && r.block(p.first.Sentence-1) != r.block(p.first.Sentence)
}

// somebody reports whether token k names a person or is a noun for one.
func somebody(s *nlp.Sentence, k int) bool {
	for _, n := range s.Names {
		if n.Tokens.Contains(k) {
			return n.Type == nlp.Person
		}
	}
	return s.Tokens[k].UPOS == "NOUN" && gazetteer.NounType(strings.ToLower(s.Tokens[k].Lemma)) == nlp.Person
}
