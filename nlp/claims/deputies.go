package claims

import "strings"

// deputies makes of claims that somebody leads a body, because of a role that he only
// has under whoever leads it, that he works for it.
func (t *tree) deputies(cs []candidate) {
	for i := range cs {
		if c := &cs[i]; c.Predicate == "leads" && strings.Contains(c.Rule, "/noun:") && t.deputyTo(c.trigger) {
			c.Predicate = "works_for"
		}
	}
}

// deputyTo reports whether the words before a role, with names among them, say that its
// bearer only stands in for whoever has it: "the deputy South Asia director".
func (t *tree) deputyTo(h int) bool {
	for _, k := range t.children(h, "compound", "amod", "nmod:desc") {
		if k < h && standIns[t.lemma(k)] {
			return true
		}
	}
	return false
}

// standIns are words for those under whoever has an office.
var standIns = words("deputy assistant associate")
