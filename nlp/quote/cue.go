package quote

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// reader works out the speaker of quotations.
type reader struct {
	a     *nlp.Analysis
	found []passage
}

// quoted reports whether a token stands in a quotation that does not hold p:
// what somebody quoted says is no cue for words outside.
func (r *reader) quoted(p *passage, i, j int) bool {
	for k := range r.found {
		q := &r.found[k]
		if q.contains(i, j) && !q.span.Contains(p.span) {
			return true
		}
	}
	return p.contains(i, j)
}

// contains reports whether token j of sentence i is inside the passage.
func (p *passage) contains(i, j int) bool {
	return (i > p.first.Sentence || i == p.first.Sentence && j >= p.first.Token) &&
		(i < p.last.Sentence || i == p.last.Sentence && j <= p.last.Token)
}

// attribution is a speaker and the cue that names them.
type attribution struct {
	speaker, cue nlp.TokenRef
}

// find looks for the cue of a passage in the sentences that it touches, and
// then right before and behind it.
func (r *reader) find(p *passage) (attribution, bool) {
	if p.stated != nil {
		return *p.stated, true
	}
	if r.isName(p) {
		return attribution{}, false
	}
	if got, ok := r.tag(p); ok {
		return got, true
	}
	sentences := []int{p.first.Sentence}
	if p.last.Sentence != p.first.Sentence {
		sentences = append(sentences, p.last.Sentence)
	}
	for _, look := range []func(*passage, int) (attribution, bool){r.above, r.beside, r.accordingTo, r.near} {
		for _, i := range sentences {
			if got, ok := look(p, i); ok {
				return got, true
			}
		}
	}
	if got, ok := r.colonBefore(p); ok {
		return got, true
	}
	if got, ok := r.sentenceBehind(p); ok {
		return got, true
	}
	return r.signature(p)
}

// isName reports whether the passage is a name, as of a programme or a book, which
// nobody says.
func (r *reader) isName(p *passage) bool {
	s := &r.a.Sentences[p.first.Sentence]
	if p.last.Sentence != p.first.Sentence {
		return false
	}
	name := false
	for j := p.first.Token; j <= p.last.Token; j++ {
		switch t := &s.Tokens[j]; t.UPOS {
		case "PROPN":
			name = true
		case "ADP", "DET", "CCONJ", "NUM":
		default:
			if j == p.last.Token && t.Form == "," {
				continue
			}
			return false
		}
	}
	return name
}

// heads returns the tokens of sentence i inside the passage whose head is not.
func (r *reader) heads(p *passage, i int) []int {
	var out []int
	for j, t := range r.a.Sentences[i].Tokens {
		if p.contains(i, j) && t.UPOS != "PUNCT" && (t.Head < 0 || !p.contains(i, t.Head)) {
			out = append(out, j)
		}
	}
	return out
}

// above looks for a reporting verb that the passage hangs from: "he called it a
// 'crime'", "X said: '…'".
func (r *reader) above(p *passage, i int) (attribution, bool) {
	s := &r.a.Sentences[i]
	for _, j := range r.heads(p, i) {
		steps := 0
		for h := s.Tokens[j].Head; h >= 0 && steps < 6; h = s.Tokens[h].Head {
			steps++
			if r.quoted(p, i, h) {
				continue
			}
			if got, ok := r.cue(i, h, j); ok {
				return got, true
			}
		}
	}
	return attribution{}, false
}

// beside looks for a reporting verb that hangs from the passage: "'…,' said X".
func (r *reader) beside(p *passage, i int) (attribution, bool) {
	s := &r.a.Sentences[i]
	for _, j := range r.heads(p, i) {
		for _, c := range s.Children(j) {
			if r.quoted(p, i, c) {
				continue
			}
			switch s.Tokens[c].Relation.Base() {
			case "parataxis", "ccomp", "advcl", "conj", "dep":
				if got, ok := r.cue(i, c, j); ok {
					return got, true
				}
			}
		}
	}
	return attribution{}, false
}

// accordingTo looks for "according to X" and "in the words of X" outside the
// passage.
func (r *reader) accordingTo(p *passage, i int) (attribution, bool) {
	s := &r.a.Sentences[i]
	for j, t := range s.Tokens {
		if r.quoted(p, i, j) {
			continue
		}
		speaker := -1
		switch {
		case strings.EqualFold(t.Form, "according") && j+1 < len(s.Tokens) && s.Tokens[j+1].Form == "to":
			speaker = governed(s, j)
		case t.Form == "words" && j > 1 && s.Tokens[j-1].Form == "the" && strings.EqualFold(s.Tokens[j-2].Form, "in"):
			speaker = child(s, j, "nmod")
		}
		if speaker >= 0 && !r.quoted(p, i, speaker) {
			return attribution{ref(i, speaker), ref(i, j)}, true
		}
	}
	return attribution{}, false
}

// governed returns the noun behind "according to" at token j, whichever way the
// tree ties the three together.
func governed(s *nlp.Sentence, j int) int {
	if t := s.Tokens[j]; t.Relation.Base() == "case" && t.Head > j {
		return t.Head
	}
	if to := s.Tokens[j+1]; to.Relation.Base() == "case" && to.Head > j+1 {
		return to.Head
	}
	for k := j + 2; k < len(s.Tokens) && k < j+2+nearTokens; k++ {
		if h := s.Tokens[k].Head; nominal(&s.Tokens[k]) && (h <= j+1) {
			return k
		}
	}
	return -1
}

func child(s *nlp.Sentence, j int, relation nlp.Relation) int {
	for _, c := range s.Children(j) {
		if s.Tokens[c].Relation.Base() == relation {
			return c
		}
	}
	return -1
}

// nearTokens is how far from its marks a cue may stand that the tree does not
// tie to the quotation.
const nearTokens = 8

// near looks for a reporting verb with a subject close to the marks.
func (r *reader) near(p *passage, i int) (attribution, bool) {
	s := &r.a.Sentences[i]
	try := func(j int) (attribution, bool) {
		if j < 0 || j >= len(s.Tokens) || r.quoted(p, i, j) {
			return attribution{}, false
		}
		return r.cue(i, j, -1)
	}
	if got, ok := r.inverted(p, i); ok {
		return got, true
	}
	for d := 1; d <= nearTokens; d++ {
		if i == p.last.Sentence {
			if got, ok := try(p.last.Token + d); ok {
				return got, true
			}
		}
		if i == p.first.Sentence {
			if got, ok := try(p.first.Token - d); ok {
				return got, true
			}
		}
	}
	return attribution{}, false
}

// inverted takes a reporting verb right behind the closing mark and the noun
// behind it, which trees often take for its object: "'…,' added the agency".
func (r *reader) inverted(p *passage, i int) (attribution, bool) {
	s := &r.a.Sentences[i]
	if i != p.last.Sentence {
		return attribution{}, false
	}
	j := p.last.Token + 1
	for j < len(s.Tokens) && s.Tokens[j].UPOS == "PUNCT" {
		j++
	}
	if j >= len(s.Tokens) || r.quoted(p, i, j) || s.Tokens[j].UPOS != "VERB" || !verbs[strings.ToLower(s.Tokens[j].Lemma)] {
		return attribution{}, false
	}
	if speaker := subject(s, j, 0); speaker > j {
		return attribution{ref(i, speaker), ref(i, j)}, true
	}
	for _, relation := range []nlp.Relation{"obj", "dep", "obl", "xcomp", "parataxis"} {
		if c := child(s, j, relation); c > j && nominal(&s.Tokens[c]) {
			return attribution{ref(i, c), ref(i, j)}, true
		}
	}
	return attribution{}, false
}

func nominal(t *nlp.Token) bool { return t.UPOS == "PROPN" || t.UPOS == "NOUN" || t.UPOS == "PRON" }

// colonBefore takes the words before a colon that stands right before the
// passage, or ends the paragraph before: a reporting verb's subject, whose
// statement is announced, or a name alone.
func (r *reader) colonBefore(p *passage) (attribution, bool) {
	colon := before(r.a, before(r.a, p.first))
	if colon.Token < 0 || r.a.Token(colon).Form != ":" {
		return attribution{}, false
	}
	apart := r.block(colon.Sentence) != r.block(p.first.Sentence)
	s := &r.a.Sentences[colon.Sentence]
	for j := colon.Token - 1; j >= 0; j-- {
		if got, ok := r.announces(colon.Sentence, j, colon.Token); ok {
			return got, true
		}
		if got, ok := r.cue(colon.Sentence, j, -1); ok && !apart {
			return got, true
		}
	}
	root := s.RootToken()
	if root >= 0 && root < colon.Token && colon.Token <= 6 && s.Tokens[root].UPOS == "PROPN" {
		return attribution{ref(colon.Sentence, root), colon}, true
	}
	if k := person(s, root); k >= 0 && k < colon.Token && !apart {
		return attribution{ref(colon.Sentence, k), colon}, true // "Ann was furious: '…'"
	}
	return attribution{}, false
}

// sentenceBehind takes a sentence that begins right behind the closing mark with
// a cue: "'Never!' he shouted."
func (r *reader) sentenceBehind(p *passage) (attribution, bool) {
	next := after(r.a, p.last)
	if next.Sentence < len(r.a.Sentences) && next.Token < len(r.a.Sentences[next.Sentence].Tokens) {
		next = after(r.a, next) // behind the mark
	}
	if next.Token != 0 || next.Sentence >= len(r.a.Sentences) || next.Sentence > p.last.Sentence+1 {
		return attribution{}, false
	}
	s := &r.a.Sentences[next.Sentence]
	end := r.a.Token(p.last).Form
	lower := s.Tokens[0].Form == strings.ToLower(s.Tokens[0].Form)
	switch apart := s.Block != r.a.Sentences[p.last.Sentence].Block; {
	case apart && (!lower || !saying(&s.Tokens[0])), end != "," && !lower:
		return attribution{}, false
	}
	for j := 0; j < len(s.Tokens) && j < nearTokens; j++ {
		if got, ok := r.cue(next.Sentence, j, -1); ok {
			return got, true
		}
	}
	return attribution{}, false
}

func ref(i, j int) nlp.TokenRef { return nlp.TokenRef{Sentence: i, Token: j} }
