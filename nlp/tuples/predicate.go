package tuples

import "slices"

// predicate reports whether token i heads a clause that can make a tuple.
func (s sentence) predicate(i int) bool {
	if s.Child(i, "cop") >= 0 {
		return true
	}
	switch s.base(i) {
	case "amod", "compound", "case", "mark", "cop", "aux", "fixed", "flat", "det":
		return false
	}
	if s.is(i, "AUX") {
		return s.base(i) == "root" || s.Child(i, "nsubj") >= 0
	}
	return s.is(i, "VERB")
}

// group returns the words of the predicate at i: auxiliaries, copula, negation,
// the adverbs between or before them, the predicate's head, its particle.
func (s sentence) group(i int) []int {
	out := append([]int{i}, s.Children(i, "compound:prt")...)
	first := i
	for _, c := range s.Children(i, "aux", "cop") {
		if c < i {
			out = append(out, c)
			first = min(first, c)
		}
	}
	for _, c := range s.Children(i, "advmod") {
		switch {
		case s.negation(c):
			out = append(out, c)
		case c < i && len(s.Children(c)) == 0 && (c > first || s.adjoins(c, first)):
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return out
}

// adjoins reports whether only adverbs stand between c and first.
func (s sentence) adjoins(c, first int) bool {
	for j := c + 1; j < first; j++ {
		if !s.is(j, "ADV") {
			return false
		}
	}
	return true
}

func (s sentence) negation(i int) bool {
	switch s.form(i) {
	case "not", "n't", "n’t", "never":
		return true
	}
	return false
}

// predicateWords returns the words of the predicate together with those that a
// joined clause shares with the first: the auxiliaries of a verb of the same
// form, when it has neither those nor a subject.
func (s sentence) predicateWords(i int) []word {
	words := asWords(s.group(i))
	h := s.Head(i)
	if s.base(i) != "conj" || h < 0 || s.Child(i, "aux", "cop", "nsubj") >= 0 || s.Token(h).XPOS != s.Token(i).XPOS {
		return words
	}
	switch s.Token(i).XPOS {
	case "VB", "VBN", "VBG":
		return append(asWords(s.Children(h, "aux")), words...)
	}
	return words
}

// modifying returns the relation of a participle that modifies a noun, which
// lacks its copula: "the letter written by" says that it be written by.
func (s sentence) modifying(i int, words []word) []word {
	if s.is(i, "VERB") && slices.Contains([]string{"VBG", "VBN", "VBD"}, s.Token(i).XPOS) {
		return append([]word{insertedBe}, words...)
	}
	return words
}

func (s sentence) relative(i int) bool {
	switch s.Token(i).Relation {
	case "acl:relcl", "advcl:relcl":
		return true
	}
	return false
}

func (s sentence) relativePronoun(i int) bool {
	switch s.form(i) {
	case "who", "which", "that", "whom":
		return true
	}
	return false
}
