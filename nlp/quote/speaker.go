package quote

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// cue returns the attribution that token j makes when it is a reporting verb
// with a subject. from is the token that the verb was reached from, -1 if none:
// a subject may not be it.
func (r *reader) cue(i, j, from int) (attribution, bool) {
	s := &r.a.Sentences[i]
	t := &s.Tokens[j]
	if t.UPOS != "VERB" || !verbs[tree.VerbLemma(t)] {
		return attribution{}, false
	}
	speaker := subject(s, j, 0)
	if k := quoted(s, j); k >= 0 {
		speaker = k
	} else if h := t.Head; h >= 0 && t.Relation.Base() == "advcl" && quoted(s, h) >= 0 {
		speaker = quoted(s, h)
	}
	if speaker < 0 || speaker == from || question(s.Tokens[speaker].Form) {
		return attribution{}, false
	}
	return attribution{ref(i, speaker), ref(i, j)}, true
}

// quoted returns whom verb j quotes, in "the agency quoted him as saying", -1
// when it does nothing of the kind.
func quoted(s *nlp.Sentence, j int) int {
	if l := s.Tokens[j].Lemma; l != "quote" && l != "cite" {
		return -1
	}
	for as := j + 2; as+1 < len(s.Tokens) && as < j+2*nearTokens; as++ {
		if s.Tokens[as].Form != "as" || s.Tokens[as+1].XPOS != "VBG" {
			continue
		}
		within := nlp.Range{First: j + 1, End: as}
		for k := j + 1; k < as; k++ {
			if nominal(&s.Tokens[k]) && !within.Contains(s.Tokens[k].Head) {
				return k
			}
		}
	}
	return -1
}

// question reports whether the form asks or stands for a whole clause, so that
// it names no speaker.
func question(form string) bool {
	switch strings.ToLower(form) {
	case "what", "which", "that", "it's", "there":
		return true
	}
	return false
}

// subject returns the token that is the subject of verb j, -1 when the sentence
// gives none. A passive has its agent; a verb without a subject of its own has
// that of the verb it is joined to.
func subject(s *nlp.Sentence, j, depth int) int {
	passive := false
	agent := -1
	for _, c := range s.Children(j) {
		switch rel := s.Tokens[c].Relation; {
		case rel == "nsubj" || rel == "nsubj:outer" || rel == "csubj":
			if k := inverted(s, j, c); k >= 0 {
				c = k
			}
			return antecedent(s, j, c)
		case rel == "nsubj:pass":
			if l := s.Tokens[j].Lemma; l == "quote" || l == "cite" {
				return c
			}
			passive = true
		case rel == "obl:agent":
			agent = c
		}
	}
	if agent >= 0 || passive {
		return agent
	}
	head := s.Tokens[j].Head
	if head < 0 || depth > 4 {
		return -1
	}
	switch rel := s.Tokens[j].Relation; rel.Base() {
	case "conj", "xcomp", "advcl", "parataxis":
		if s.Tokens[head].UPOS == "VERB" || rel.Base() == "conj" {
			return subject(s, head, depth+1)
		}
	case "acl":
		return head
	}
	return -1
}

// inverted returns the subject behind verb j when the one before it is a fragment
// that somebody said: "Kudos to the police," said the mayor.
func inverted(s *nlp.Sentence, j, before int) int {
	if before > j || j == 0 || !strings.ContainsAny(s.Tokens[j-1].Form, "\"”’'") {
		return -1
	}
	for _, k := range s.Children(j) {
		if k > j && s.Tokens[k].Relation.Base() == "nsubj" {
			return k
		}
	}
	return -1
}

// antecedent replaces a relative pronoun by the noun that the clause describes.
func antecedent(s *nlp.Sentence, verb, subject int) int {
	switch strings.ToLower(s.Tokens[subject].Form) {
	case "who", "which", "that":
		if s.Tokens[verb].Relation == "acl:relcl" && s.Tokens[verb].Head >= 0 {
			return s.Tokens[verb].Head
		}
	}
	return subject
}

// person returns the subject of a predicate when it names a person or is a noun
// for one, -1 otherwise.
func person(s *nlp.Sentence, predicate int) int {
	if predicate < 0 {
		return -1
	}
	for _, k := range s.Children(predicate) {
		if s.Tokens[k].Relation.Base() != "nsubj" {
			continue
		}
		form := strings.ToLower(s.Tokens[k].Form)
		if form == "he" || form == "she" || somebody(s, k) {
			return k
		}
	}
	return -1
}
