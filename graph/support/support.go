// Package support finds who else says what a claim says.
//
// Support is counted by [Voice]s: publishers that stand on their own, each with
// the wire copy that goes back to it. Ten papers that quote the same speaker are
// ten voices with one origin, so each voice says whose words it gives.
package support

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Graph is where support is looked for, such as a store's reader.
type Graph interface {
	Document(graph.DocumentID) (*graph.Document, error)
	ClaimsFrom(graph.EntityID) iter.Seq2[*graph.Claim, error]
	ClaimsTo(graph.EntityID) iter.Seq2[*graph.Claim, error]
}

// Voice is an independent source that says what a claim says.
type Voice struct {
	graph.Source
	Claims []*graph.Claim // by document, then id
	// OwnVoice is true when one of the claims is attributed to nobody.
	OwnVoice bool
	// Quoting are those whose words the other claims are: the innermost of
	// each attribution, sorted.
	Quoting []graph.EntityID
}

// Corroboration is what the documents of a graph have to say of a claim.
type Corroboration struct {
	Claim   *graph.Claim
	Voices  []Voice        // that say the same as surely, the claim's own with them
	Weaker  []*graph.Claim // say that it may be so; by id
	Against []*graph.Claim // say that it is not so, or may not be; by id
}

// Of returns the corroboration of a claim among the claims that keep accepts.
// What says the same has the same ends, a predicate that is the claim's or
// implies it, and the same polarity; of numbers, the same value in whatever
// qualification. A claim whose subject is no entity has no support but itself.
func Of(g Graph, c *graph.Claim, known graph.Predicates, keep func(*graph.Claim) (bool, error)) (*Corroboration, error) {
	out := &Corroboration{Claim: c}
	same := []*graph.Claim{c}
	for other, err := range candidates(g, c, known) {
		if err != nil {
			return nil, fmt.Errorf("corroboration of %s: %w", c.ID, err)
		}
		if other.ID == c.ID || !says(other, c, known) {
			continue
		}
		ok, err := keep(other)
		if err != nil {
			return nil, fmt.Errorf("corroboration of %s: %w", c.ID, err)
		}
		switch {
		case !ok:
		case other.Polarity != c.Polarity:
			if other.Asserted() {
				out.Against = append(out.Against, other)
			}
		case other.Modality == c.Modality || other.Modality == nlp.Certain:
			same = append(same, other)
		case other.Asserted():
			out.Weaker = append(out.Weaker, other)
		}
	}
	out.Weaker, out.Against = tidy(out.Weaker), tidy(out.Against)
	var err error
	if out.Voices, err = voices(g, tidy(same)); err != nil {
		return nil, fmt.Errorf("corroboration of %s: %w", c.ID, err)
	}
	return out, nil
}

// candidates ranges over the claims that may say what c says; some come twice.
func candidates(g Graph, c *graph.Claim, known graph.Predicates) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		if c.Subject.Entity == "" {
			return
		}
		for other, err := range g.ClaimsFrom(c.Subject.Entity) {
			if !yield(other, err) {
				return
			}
		}
		if !known[c.Predicate].Symmetric {
			return
		}
		for other, err := range g.ClaimsTo(c.Subject.Entity) {
			if !yield(other, err) {
				return
			}
		}
	}
}

// says reports whether a claim is about the same as c, in a predicate that is
// c's or implies it.
func says(other, c *graph.Claim, known graph.Predicates) bool {
	if !implies(known, other.Predicate, c.Predicate, nil) {
		return false
	}
	ends := func(e graph.End) string {
		if e.Quantity != nil {
			e.Quantity = &nlp.Quantity{Value: e.Quantity.Value}
		}
		return e.Key()
	}
	s, o := ends(c.Subject), ends(c.Object)
	x, y := ends(other.Subject), ends(other.Object)
	return s == x && o == y || known[c.Predicate].Symmetric && s == y && o == x
}

// implies reports whether p is q or implies it, directly or not.
func implies(known graph.Predicates, p, q nlp.Predicate, seen []nlp.Predicate) bool {
	if p == q {
		return true
	}
	if slices.Contains(seen, p) {
		return false
	}
	return slices.ContainsFunc(known[p].Implies, func(next nlp.Predicate) bool { return implies(known, next, q, append(seen, p)) })
}

// tidy sorts claims by id and takes out repetitions.
func tidy(claims []*graph.Claim) []*graph.Claim {
	slices.SortFunc(claims, func(a, b *graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(claims, func(a, b *graph.Claim) bool { return a.ID == b.ID })
}

// voices groups claims by the independent sources of their documents.
func voices(g Graph, claims []*graph.Claim) ([]Voice, error) {
	documents := make([]graph.DocumentID, len(claims))
	for i, c := range claims {
		documents[i] = c.Document
	}
	sources, err := graph.IndependentSources(documents, g.Document)
	if err != nil {
		return nil, err
	}
	out := make([]Voice, len(sources))
	for i, s := range sources {
		v := Voice{Source: s}
		for _, d := range s.Documents {
			for _, c := range claims {
				if c.Document != d {
					continue
				}
				v.Claims = append(v.Claims, c)
				if n := len(c.Attribution); n > 0 {
					v.Quoting = append(v.Quoting, c.Attribution[n-1])
				} else {
					v.OwnVoice = true
				}
			}
		}
		slices.Sort(v.Quoting)
		v.Quoting = slices.Compact(v.Quoting)
		out[i] = v
	}
	return out, nil
}
