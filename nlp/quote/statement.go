package quote

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// statements returns what somebody says without quotation marks, behind a colon:
// "The minister said:" and then the paragraphs of the statement.
func (r *reader) statements() []passage {
	var out []passage
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		colon := slices.IndexFunc(s.Tokens, func(t nlp.Token) bool { return t.Form == ":" })
		if colon > 0 && s.Tokens[colon-1].UPOS == "NUM" {
			continue // a time
		}
		if colon < 1 || r.insideAny(i, colon) {
			continue
		}
		first := after(r.a, ref(i, colon))
		if first.Sentence >= len(r.a.Sentences) || !r.prose(first.Sentence) || r.insideAny(first.Sentence, first.Token) || isMark(r.a.Token(first).Form) {
			continue
		}
		got, ok := r.opensStatement(i, colon)
		if !ok {
			continue
		}
		last := r.statementEnd(first.Sentence, got.speaker, r.block(first.Sentence) != r.block(i))
		end := ref(last, len(r.a.Sentences[last].Tokens)-1)
		out = append(out, passage{
			first: first, last: end, stated: &got,
			span: nlp.Span{Start: r.a.Token(first).Span.Start, End: r.a.Token(end).Span.End},
		})
	}
	return out
}

// opensStatement returns who makes the statement that a colon opens.
func (r *reader) opensStatement(i, colon int) (attribution, bool) {
	for j := colon - 1; j >= 0; j-- {
		if got, ok := r.announces(i, j, colon); ok {
			return got, true
		}
	}
	return attribution{}, false
}

// announces returns whose words token j before a colon announces: those of the
// subject of a verb of saying, unless its clause says already what they said, of
// whoever issues a statement, or of the author of one.
func (r *reader) announces(i, j, colon int) (attribution, bool) {
	s := &r.a.Sentences[i]
	t := &s.Tokens[j]
	speaker := -1
	switch lemma := tree.VerbLemma(t); {
	case t.UPOS == "NOUN" && statementNouns[t.Lemma]:
		speaker = author(s, j, colon)
	case t.UPOS == "VERB" && (issuing[lemma] && issues(s, j, colon) || stating[lemma] && !complete(s, j, colon)):
		speaker = stater(s, j)
	}
	if speaker < 0 || speaker > colon || t.Lemma == "read" && !statementNouns[s.Tokens[speaker].Lemma] || question(s.Tokens[speaker].Form) || r.insideAny(i, speaker) {
		return attribution{}, false
	}
	return attribution{ref(i, speaker), ref(i, j)}, true
}

// stater returns the subject of a verb of saying; of one before it, when it is a
// participle beside such a clause: "she said, explaining:". A verb whose subject
// the tree does not show has the name before it.
func stater(s *nlp.Sentence, j int) int {
	if s.Tokens[j].XPOS == "VBG" {
		for k := j - 1; k >= 0; k-- {
			if n := child(s, k, "nsubj"); saying(&s.Tokens[k]) && n >= 0 {
				return n
			}
		}
	}
	speaker := subject(s, j, 0)
	for n := len(s.Names) - 1; n >= 0 && speaker < 0; n-- {
		if name := &s.Names[n]; name.Tokens.End <= j && (name.Type == nlp.Person || name.Type == nlp.Organization) {
			speaker = nounFrom(s, name.Tokens.First, name.Tokens.End)
		}
	}
	return speaker
}

// author returns by or from whom a statement is, before the colon; -1 if that is
// not said.
func author(s *nlp.Sentence, noun, colon int) int {
	if slices.ContainsFunc(s.Tokens[noun:colon], func(t nlp.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }) {
		return -1
	}
	for _, k := range s.Children(noun) {
		if k > noun && k < colon && s.Tokens[k].Relation.Base() == "nmod" {
			if by := child(s, k, "case"); by >= 0 && (s.Tokens[by].Form == "by" || s.Tokens[by].Form == "from") {
				return k
			}
		}
	}
	return -1
}

// complete reports whether the clause of verb j says what is said before the
// colon: "said that two people were missing: …", "added that".
func complete(s *nlp.Sentence, j, colon int) bool {
	return slices.ContainsFunc(s.Children(j), func(c int) bool {
		t := &s.Tokens[c]
		if c > colon || c < j {
			return false
		}
		switch t.Relation.Base() {
		case "ccomp", "xcomp":
			return true
		case "obj":
			return t.UPOS != "PRON" && t.Form != "following" && !statementNouns[t.Lemma]
		}
		return false
	})
}

// issues reports whether verb j has a statement for its object.
func issues(s *nlp.Sentence, j, colon int) bool {
	k := child(s, j, "obj")
	return k > j && k < colon && statementNouns[s.Tokens[k].Lemma]
}

var (
	stating = readVerbs(`say add state write continue conclude reply respond explain comment note declare announce
		tweet post warn read`)
	issuing        = readVerbs("issue release publish make give provide post send tweet")
	statementNouns = readVerbs("statement message letter comment remark response reply tweet post email answer update")
)

// statementEnd returns the last sentence of a statement. It reaches to the end of
// its paragraph, and over further ones while they are in the first person. One that
// stands in paragraphs of its own, with nobody else speaking behind it, is a
// release: it reaches to where its speaker is spoken of.
func (r *reader) statementEnd(i int, speaker nlp.TokenRef, apart bool) int {
	end := r.blockEnd(i)
	release := apart && !r.speaksFrom(end+1)
	for n := end + 1; n < len(r.a.Sentences) && r.prose(n); n = end + 1 {
		last := r.blockEnd(n)
		if isMark(r.a.Sentences[n].Tokens[0].Form) || r.tellsOf(n, last, speaker) || !r.firstPerson(n, last) && !release {
			break
		}
		end = last
	}
	return end
}

// prose reports whether a sentence stands in a paragraph of the article.
func (r *reader) prose(i int) bool {
	b := r.block(i)
	kind := r.a.Document.KindOf(b)
	return kind == nlp.BodyBlock || kind == nlp.ListItemBlock
}

// speaksFrom reports whether anybody speaks or is quoted from a sentence on.
func (r *reader) speaksFrom(i int) bool {
	for ; i < len(r.a.Sentences); i++ {
		s := &r.a.Sentences[i]
		for j := range s.Tokens {
			if t := &s.Tokens[j]; saying(t) && (t.XPOS == "VBD" || t.XPOS == "VBZ") || isMark(t.Form) && j == 0 {
				return true
			}
		}
	}
	return false
}

// tellsOf reports whether the sentences from n to last name the speaker.
func (r *reader) tellsOf(n, last int, speaker nlp.TokenRef) bool {
	s := &r.a.Sentences[speaker.Sentence]
	names := []string{s.Tokens[speaker.Token].Form}
	for k := range s.Tokens {
		for h := k; h >= 0; h = s.Tokens[h].Head {
			if base := s.Tokens[h].Relation.Base(); h == speaker.Token {
				names = append(names, s.Tokens[k].Form)
			} else if base != "flat" && base != "appos" {
				break
			}
		}
	}
	for i := n; i <= last; i++ {
		for j := range r.a.Sentences[i].Tokens {
			if t := &r.a.Sentences[i].Tokens[j]; t.UPOS == "PROPN" && slices.Contains(names, t.Form) {
				return true
			}
		}
	}
	return false
}

// firstPerson reports whether the sentences from n to last hold a pronoun of the
// first person outside quotation marks.
func (r *reader) firstPerson(n, last int) bool {
	for i := n; i <= last; i++ {
		for j := range r.a.Sentences[i].Tokens {
			switch strings.ToLower(r.a.Sentences[i].Tokens[j].Form) {
			case "i", "we", "my", "our", "us", "me":
				if r.a.Sentences[i].Tokens[j].UPOS == "PRON" && !r.insideAny(i, j) {
					return true
				}
			}
		}
	}
	return false
}

// insideAny reports whether a token stands in a quotation.
func (r *reader) insideAny(i, j int) bool {
	return slices.ContainsFunc(r.found, func(p passage) bool { return p.contains(i, j) })
}

func isMark(form string) bool {
	kind, st := markOf(form)
	return kind != noMark && st == double
}

// blockEnd returns the last sentence of the paragraph of sentence i.
func (r *reader) blockEnd(i int) int {
	for i+1 < len(r.a.Sentences) && r.block(i+1) == r.block(i) {
		i++
	}
	return i
}
