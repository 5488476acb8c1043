package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// words returns the forms of a range with single spaces.
func (t *tree) words(r nlp.Range) string {
	forms := make([]string, 0, r.Len())
	for i := r.First; i < r.End; i++ {
		forms = append(forms, t.tok(i).Form)
	}
	return strings.Join(forms, " ")
}

// headOf returns the token of a range that hangs on something outside it.
func (t *tree) headOf(r nlp.Range) int { return t.s.HeadOf(r) }

// nameChain returns the chain of a name, or NoChain.
func (d *document) nameChain(t *tree, r nlp.Range) nlp.ChainID {
	for i := r.End - 1; i >= r.First; i-- {
		if c := d.a.ChainAt(t.ref(i)); c != nlp.NoChain {
			return c
		}
	}
	return nlp.NoChain
}
