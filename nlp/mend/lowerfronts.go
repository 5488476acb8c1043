package mend

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
)

// lowerFronts takes a common noun in lower case, which says what the body is, off the
// front of its name: "the grocer Acme Foods". Particles of names ("della") are short.
func (m *mender) lowerFronts() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		if name.Type == nlp.Person || name.Tokens.Len() < 2 {
			continue
		}
		first, next := m.tok(name.Tokens.First), m.tok(name.Tokens.First+1)
		if len(first.Form) <= longestParticle || strings.ContainsFunc(first.Form, func(r rune) bool { return !unicode.IsLower(r) }) ||
			first.UPOS != "NOUN" && first.UPOS != "PROPN" || !unicode.IsUpper([]rune(next.Form)[0]) || !name.Tokens.Contains(first.Head) {
			continue
		}
		first.UPOS, first.XPOS, first.Lemma = "NOUN", "NN", first.Form
		name.Tokens.First++
	}
}

// longestParticle is the length in bytes of "della".
const longestParticle = 5
