package tree

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

func lower(t *nlp.Token) string { return strings.ToLower(t.Form) }

// Lemma returns a token's lemma in lower case, or its form when the analysis
// gives no lemma.
func Lemma(t *nlp.Token) string {
	if t.Lemma == "" || t.Lemma == "_" {
		return lower(t)
	}
	return strings.ToLower(t.Lemma)
}
