package quote

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// tag takes the speaker whom the words right behind the closing mark name:
// "'…,' the mayor, who was there, told reporters". Order tells it more surely than
// a tree, which may take the speaker for part of what is said.
func (r *reader) tag(p *passage) (attribution, bool) {
	i := p.last.Sentence
	s := &r.a.Sentences[i]
	j := p.last.Token + 2 // behind the mark
	last := s.Tokens[p.last.Token].Form
	if kind, _ := markOf(last); kind != noMark && p.last.Token > 0 {
		last = s.Tokens[p.last.Token-1].Form
	}
	if j < len(s.Tokens) && s.Tokens[j].Form == "," {
		last = ","
		j++
	}
	v := tagVerb(s, j)
	if v < 0 || !strings.Contains(",.?!…-–—...", last) || s.Tokens[v].XPOS == "VBG" || r.quoted(p, i, v) {
		return attribution{}, false
	}
	speaker := subject(s, v, 0)
	if k := quoted(s, v); k >= 0 {
		speaker = k
	} else if speaker < j || speaker > v && v > j {
		if speaker = nounFrom(s, j, v); v == j {
			speaker = nounFrom(s, v+1, len(s.Tokens))
		}
	}
	if speaker < 0 || question(s.Tokens[speaker].Form) {
		return attribution{}, false
	}
	return attribution{ref(i, speaker), ref(i, v)}, true
}

// nounFrom returns the head of the phrase that the first noun from token first on
// belongs to, -1 when there is none before end.
func nounFrom(s *nlp.Sentence, first, end int) int {
	for k := first; k < end; k++ {
		if !nominal(&s.Tokens[k]) {
			continue
		}
		noun := k
		for h := s.Tokens[k].Head; h >= first && h < end; h = s.Tokens[h].Head {
			if nominal(&s.Tokens[h]) {
				noun = h
			}
		}
		return noun
	}
	return -1
}

// maxTag is how many words may stand between the closing mark and the verb of
// saying whose subject they are.
const maxTag = 16

// tagVerb returns the verb of saying in the words from token j on when these look
// as if they named the speaker of what stands before, -1 otherwise: "said the
// mayor", "the mayor said", "she was quoted as saying".
func tagVerb(s *nlp.Sentence, j int) int {
	for k := j; k < len(s.Tokens) && k < j+maxTag; k++ {
		t := &s.Tokens[k]
		kind, st := markOf(t.Form)
		switch form := strings.ToLower(t.Form); {
		case kind != noMark && st == double, t.UPOS == "SCONJ", form == "i", form == "we":
			return -1
		case form == "who" || form == "whose" || form == "which":
			for k++; k < len(s.Tokens) && s.Tokens[k].Form != ","; k++ {
			}
		case t.UPOS == "AUX":
			if k == j || k+1 == len(s.Tokens) || !saying(&s.Tokens[k+1]) {
				return -1
			}
		case saying(t) && (k == j || t.XPOS != "VBG"):
			return k
		case t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN":
			return -1
		}
	}
	return -1
}

// saying reports whether a token is a verb that commonly stands beside a
// quotation.
func saying(t *nlp.Token) bool {
	return t.UPOS == "VERB" && sayingVerbs[tree.VerbLemma(t)]
}

var sayingVerbs = readVerbs(`say tell add ask write read reply answer respond explain note argue admit recall continue
	warn insist joke observe conclude report declare announce tweet quip quote testify shout yell remark comment muse
	notify inform enthuse lament complain`)
