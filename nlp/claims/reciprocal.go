package claims

import (
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
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
	words := ref.Entry.Predicate == "attacked" && m.ofEachOther()
	for i := range es {
		for j := range es {
			if es[i].Chain == es[j].Chain || ref.Entry.Symmetric && i > j {
				continue
			}
			c := d.claim(m, ref, es[i], es[j], s)
			if words {
				c.Predicate = "criticized" // "attacked each other's plans"
			}
			out = append(out, c)
		}
	}
	return out
}

// ofEachOther reports whether the object is a thought of each other's, which
// only words can attack.
func (m *matcher) ofEachOther() bool {
	for _, k := range m.place(m.p.ObjectAt, nil).tokens {
		if k < 0 || len(gazetteer.NounTypes(m.t.lemma(k))) > 0 || m.t.eachOther(k) {
			return false
		}
	}
	return true
}
