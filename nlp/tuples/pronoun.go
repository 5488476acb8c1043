package tuples

import "github.com/kgbuild/kgbuild/nlp"

// meant returns what a personal or possessive pronoun of the third person
// stands for inside the sentence: the subject of a clause around it that comes
// before it and agrees with it; -1 when there is none.
func (s sentence) meant(pronoun int) int {
	for n, last := s.Clause(pronoun), pronoun; n != last; n, last = s.Clause(n), n {
		found, ok := s.subjectOf(n)
		if ok && !found.clause && found.head < pronoun && s.Child(n, "expl") < 0 &&
			!s.Dominates(found.head, pronoun) && s.agrees(pronoun, found.head) {
			return found.head
		}
	}
	return -1
}

// agrees reports whether the pronoun may stand for the noun.
func (s sentence) agrees(pronoun, noun int) bool {
	if !s.is(noun, "NOUN", "PROPN") {
		return false
	}
	plural := s.Token(noun).Features.Get("Number") == "Plur" || s.Child(noun, "conj") >= 0
	name := s.nameType(noun)
	switch s.form(pronoun) {
	case "they", "them", "their":
		return plural
	case "it", "its":
		return !plural && name != nlp.Person
	case "he", "him", "his", "she", "her":
		return !plural && (name == nlp.Person || name == "")
	}
	return false
}

// nameType returns the type of the name that holds the token, or "".
func (s sentence) nameType(i int) nlp.EntityType {
	for _, n := range s.Sentence.Names {
		if n.Tokens.Contains(i) {
			return n.Type
		}
	}
	return ""
}
