package codebook

import "github.com/kgbuild/kgbuild/nlp"

// Predicate is what the rest of the program needs to know of a predicate.
type Predicate struct {
	Name      nlp.Predicate
	Symmetric bool
	Implies   []nlp.Predicate // all, also through others
}

// Predicates lists every predicate, sorted by name.
func (cb *Codebook) Predicates() []Predicate {
	out := make([]Predicate, 0, len(cb.entries))
	for _, e := range cb.entries {
		out = append(out, Predicate{e.Predicate, e.Symmetric, cb.implied(e)})
	}
	return out
}

func (cb *Codebook) implied(e *Entry) []nlp.Predicate {
	var out []nlp.Predicate
	seen := map[nlp.Predicate]bool{}
	queue := append([]nlp.Predicate(nil), e.Implies...)
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		if seen[p] {
			continue
		}
		seen[p] = true
		out = append(out, p)
		if next := cb.byName[p]; next != nil {
			queue = append(queue, next.Implies...)
		}
	}
	return out
}

// Entries lists the entries, sorted by predicate. They must not be changed.
func (cb *Codebook) Entries() []*Entry { return cb.entries }

// Entry returns the entry of a predicate, or nil.
func (cb *Codebook) Entry(p nlp.Predicate) *Entry { return cb.byName[p] }

// Match returns the patterns that hang on a word of the class with the lemma
// (lower case), the codebook's order, those for every lemma last.
func (cb *Codebook) Match(c Class, lemma string) []Ref {
	byLemma := cb.index[c]
	own, all := byLemma[lemma], byLemma[AnyLemma]
	if len(all) == 0 {
		return own
	}
	return append(own[:len(own):len(own)], all...)
}

func (cb *Codebook) buildIndex() {
	cb.index = make(map[Class]map[string][]Ref)
	for _, e := range cb.entries {
		for i := range e.Patterns {
			p := &e.Patterns[i]
			if cb.index[p.Class] == nil {
				cb.index[p.Class] = make(map[string][]Ref)
			}
			for _, l := range p.Lemmas {
				cb.index[p.Class][l] = append(cb.index[p.Class][l], Ref{e, p})
			}
		}
	}
}
