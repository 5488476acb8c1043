package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// quantity returns how many a noun phrase says there are: its own number, or
// for a bare noun that is a number ("injuring 280") that.
func (d *document) quantity(t *tree, k int) (nlp.Quantity, bool) {
	if p, ok := quantity.Of(t.s, k); ok && p.Unit == quantity.Count {
		return p.Quantity, true
	}
	return nlp.Quantity{}, false
}
