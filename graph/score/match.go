package score

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// view is one document's part of the graph, prepared for comparing names.
type view struct {
	gold       *Gold
	document   graph.DocumentID
	entities   map[graph.EntityID]*graph.Entity
	predicates graph.Predicates
}

// names returns the forms under which an end can match: the entity's own, and
// how this document calls it.
func (v *view) names(end graph.End) map[string]bool {
	out := make(map[string]bool)
	e, ok := v.entities[end.Entity]
	if !ok {
		if end.Text != "" {
			out[normalize(end.Text)] = true
		}
		return out
	}
	out[normalize(e.Name)] = true
	for _, a := range e.Aliases {
		out[normalize(a)] = true
	}
	for _, m := range e.Mentions {
		if m.Document == v.document {
			out[normalize(m.Text)] = true
		}
	}
	return out
}

// endMatches reports whether an end is what a gold specification asks for.
func (v *view) endMatches(spec string, end graph.End) bool {
	for _, alternative := range strings.Split(spec, "|") {
		if v.alternativeMatches(alternative, end) {
			return true
		}
	}
	return false
}

func (v *view) alternativeMatches(spec string, end graph.End) bool {
	if spec == "*" {
		return true
	}
	if number, ok := strings.CutPrefix(spec, "#"); ok {
		want, err := strconv.ParseFloat(number, 64)
		return err == nil && end.Quantity != nil && end.Quantity.Value == want
	}
	names := v.names(end)
	if strings.HasPrefix(spec, "*") || strings.HasSuffix(spec, "*") {
		word := strings.ToLower(strings.Trim(spec, "*"))
		return anyKey(names, func(n string) bool { return strings.Contains(n, word) })
	}
	known, ok := v.gold.Entities[spec]
	if !ok {
		want := normalize(spec)
		return anyKey(names, func(n string) bool {
			head, _, _ := strings.Cut(n, " of ")
			return n == want || strings.Contains(head, want)
		})
	}
	if !slices.ContainsFunc(known.Names, func(n string) bool { return names[normalize(n)] }) {
		return false
	}
	return !v.otherDate(spec, end)
}

// otherDate reports whether the end is an event whose date contradicts the
// gold event's: several events may go by the same word.
func (v *view) otherDate(key string, end graph.End) bool {
	want := v.gold.Events[key].Date
	e := v.entities[end.Entity]
	if e == nil || want == "" || e.Time.Start.IsZero() {
		return false
	}
	have := e.Time.Start.String()
	return !strings.HasPrefix(have, want) && !strings.HasPrefix(want, have)
}

// matches reports whether a claim states a fact; a symmetric predicate does so
// in either order.
func (v *view) matches(f *Fact, c *graph.Claim) bool {
	if !slices.Contains(f.Predicates, c.Predicate) {
		return false
	}
	if v.endMatches(f.Subject, c.Subject) && v.endMatches(f.Object, c.Object) {
		return true
	}
	return v.predicates[c.Predicate].Symmetric &&
		v.endMatches(f.Subject, c.Object) && v.endMatches(f.Object, c.Subject)
}

// attributed reports whether one of the claim's attributions is the gold one.
func (v *view) attributed(key string, c *graph.Claim) bool {
	want := []string{key}
	if e, ok := v.gold.Entities[key]; ok {
		want = e.Names
	}
	for _, id := range c.Attribution {
		names := v.names(graph.End{Entity: id})
		if slices.ContainsFunc(want, func(n string) bool { return names[normalize(n)] }) {
			return true
		}
	}
	return false
}

// judged reports whether a claim counts for precision.
func (v *view) judged(c *graph.Claim) bool {
	if strings.HasPrefix(string(c.Predicate), nlp.OpenPrefix) || c.Predicate == "said" || c.Predicate == "concerns" {
		return false
	}
	_, builtin := v.predicates[c.Predicate]
	return builtin
}

func anyKey(m map[string]bool, f func(string) bool) bool {
	for k := range m {
		if f(k) {
			return true
		}
	}
	return false
}
