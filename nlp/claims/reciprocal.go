package claims

import (
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// reciprocal reports whether an object is "each other" or "one another", or
// something of theirs ("each other's plans").
func (m *matcher) reciprocal(objects found) bool {
	for _, k := range objects.tokens {
		if k < 0 {
			return false
		}
		if m.t.eachOther(k) {
			return true
		}
		for _, p := range m.t.children(k, "nmod:poss") {
			if m.t.eachOther(p) {
				return true
			}
		}
	}
	return false
}

func (t *tree) eachOther(k int) bool {
	if k == 0 {
		return false
	}
	before, form := t.form(k-1), t.form(k)
	return before == "each" && form == "other" || before == "one" && form == "another" || form == "each" && k+1 < len(t.s.Tokens) && t.form(k+1) == "other"
}

// reciprocated gives the claims of every member of a coordination about every
// other: "X and Y accused each other".
func (d *document) reciprocated(m *matcher, ref codebook.Ref, es []end) []candidate {
	var out []candidate
	s := d.stanceOf(m.t, m.stanceAt())
	for i := range es {
		for j := range es {
			if es[i].Chain == es[j].Chain || ref.Entry.Symmetric && i > j {
				continue
			}
			out = append(out, d.claim(m, ref, es[i], es[j], s))
		}
	}
	return out
}
