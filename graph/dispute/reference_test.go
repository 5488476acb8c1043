package dispute_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/nlp"
)

// reference finds contradictions in the plainest way: every claim against
// every other, and every number tried.
type reference struct {
	claims    []graph.Claim // that the filter keeps
	all       []graph.Claim
	entities  map[graph.EntityID]graph.Entity
	documents map[graph.DocumentID]graph.Document
}

func sure(c graph.Claim) bool { return c.Modality == nlp.Certain || c.Modality == nlp.Possible }

// set writes the ids of claims, sorted, each once.
func set(claims []graph.Claim) string {
	var out []string
	for _, c := range claims {
		out = append(out, strings.TrimPrefix(string(c.ID), "claim/"))
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// holds reports whether a figure is true of a number.
func holds(q nlp.Quantity, n float64) bool {
	v := q.Value
	switch q.Qualifier {
	case nlp.AtLeast:
		return n >= v
	case nlp.MoreThan:
		return n > v
	case nlp.AtMost:
		return n <= v
	case nlp.LessThan:
		return n < v
	case nlp.Nearly:
		return n < v && n >= 0.9*v
	case nlp.About:
		return n >= v-0.1*v && n <= v+0.1*v
	}
	return n == v
}

// numbers are enough to decide any figures of storetest.Random.
func numbers() []float64 {
	var out []float64
	for n := 0.0; n < 20; n += 0.05 {
		out = append(out, n, float64(int(n)))
	}
	slices.Sort(out)
	return out
}

func (r *reference) verdict(claims []graph.Claim) string {
	every := func(claims []graph.Claim, n float64) bool {
		return !slices.ContainsFunc(claims, func(c graph.Claim) bool { return !holds(*c.Object.Quantity, n) })
	}
	days := make(map[string][]graph.Claim)
	for _, c := range claims {
		d := r.documents[c.Document].Date
		days[d.String()] = append(days[d.String()], c)
	}
	all := numbers()
	if slices.ContainsFunc(all, func(n float64) bool { return every(claims, n) }) {
		return "compatible"
	}
	if days[""] != nil {
		return "conflict"
	}
	rising, least := true, -1.0
	for _, day := range slices.Sorted(maps.Keys(days)) {
		if !slices.ContainsFunc(all, func(n float64) bool { return every(days[day], n) }) {
			return "conflict"
		}
		i := slices.IndexFunc(all, func(n float64) bool { return n >= least && every(days[day], n) })
		if i < 0 {
			rising = false
			least = -1
			continue
		}
		least = all[i]
	}
	if rising {
		return "growing"
	}
	return "revised"
}

func (r *reference) figures() map[string]string {
	groups := make(map[string][]graph.Claim)
	for _, c := range r.claims {
		if c.Object.Quantity != nil && c.Polarity == nlp.Positive && sure(c) {
			k := string(c.Subject.Entity) + " " + string(c.Predicate)
			groups[k] = append(groups[k], c)
		}
	}
	out := make(map[string]string)
	for k, claims := range groups {
		for _, c := range claims {
			if c.Object.Quantity.Value != claims[0].Object.Quantity.Value {
				out["figures "+k+" "+r.verdict(claims)] = set(claims)
			}
		}
	}
	return out
}

func (r *reference) negations(p graph.Predicates) map[string]string {
	groups := make(map[string][]graph.Claim)
	for _, c := range r.claims {
		for _, n := range r.claims {
			if c.Polarity != nlp.Positive || n.Polarity != nlp.Negative || !sure(c) || !sure(n) || c.Predicate != n.Predicate ||
				c.Object.Entity == "" || n.Object.Entity == "" || c.Predicate == "carried_out" || c.Predicate == "claimed" {
				continue
			}
			same := c.Subject.Entity == n.Subject.Entity && c.Object.Entity == n.Object.Entity
			turned := p[c.Predicate].Symmetric && c.Subject.Entity == n.Object.Entity && c.Object.Entity == n.Subject.Entity
			if !same && !turned || !c.Time.IsZero() && !n.Time.IsZero() && !dating.Overlap(c.Time, n.Time) {
				continue
			}
			x, y := c.Subject.Entity, c.Object.Entity
			if p[c.Predicate].Symmetric && y < x {
				x, y = y, x
			}
			k := "negation " + string(x) + " " + string(c.Predicate) + " " + string(y)
			groups[k] = append(groups[k], c, n)
		}
	}
	out := make(map[string]string)
	for k, claims := range groups {
		out[k] = set(claims)
	}
	return out
}

// suspicion is the event that the document of near suspects an actor of.
func (r *reference) suspicion(actor graph.EntityID, near graph.Claim) graph.EntityID {
	var found []graph.Claim
	for _, c := range r.all {
		if c.Subject.Entity == actor && c.Document == near.Document && (c.Predicate == "carried_out" || c.Predicate == "claimed") &&
			sure(c) && !(c.Fact() && len(c.Attribution) == 0) {
			found = append(found, c)
		}
	}
	far := func(c graph.Claim) nlp.Offset {
		d := c.Evidence[0].Start - near.Evidence[0].Start
		return max(d, -d)
	}
	slices.SortFunc(found, func(a, b graph.Claim) int {
		return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(a.Object.Entity, b.Object.Entity))
	})
	if len(found) == 0 {
		return ""
	}
	return found[0].Object.Entity
}

// named returns the events that the sentence of a claim names.
func (r *reference) named(c graph.Claim) []graph.EntityID {
	var out []graph.EntityID
	for id, e := range r.entities {
		for _, m := range e.Mentions {
			if id.IsEvent() && m.Document == c.Document && m.Start >= c.Evidence[0].Start && m.End <= c.Evidence[0].End {
				out = append(out, id)
			}
		}
	}
	return out
}

func (r *reference) responsibility() map[string]string {
	out := make(map[string]string)
	for event := range r.entities {
		if !event.IsEvent() {
			continue
		}
		held := make(map[graph.EntityID][]graph.Claim)
		denials := make(map[graph.EntityID][]graph.Claim)
		for _, c := range r.claims {
			deed := c.Predicate == "carried_out" || c.Predicate == "claimed"
			switch {
			case deed && sure(c) && c.Object.Entity == event && c.Polarity == nlp.Positive:
				held[c.Subject.Entity] = append(held[c.Subject.Entity], c)
			case deed && sure(c) && c.Object.Entity == event:
				denials[c.Subject.Entity] = append(denials[c.Subject.Entity], c)
			case c.Predicate == "blamed" && sure(c) && c.Polarity == nlp.Positive:
				events := r.named(c)
				there := slices.ContainsFunc(r.entities[event].Mentions, func(m graph.Mention) bool { return m.Document == c.Document })
				if slices.Contains(events, event) || there && len(events) == 0 && r.suspicion(c.Object.Entity, c) == event {
					held[c.Object.Entity] = append(held[c.Object.Entity], c)
				}
			case c.Predicate == "denied" && c.Fact():
				var about []graph.EntityID
				for _, k := range r.all {
					if k.Predicate == "concerns" && k.Subject.Entity == c.Object.Entity {
						about = append(about, k.Object.Entity)
					}
				}
				if c.Object.Entity == event || !c.Object.Entity.IsEvent() &&
					(slices.Contains(about, event) || len(about) == 0 && r.suspicion(c.Subject.Entity, c) == event) {
					denials[c.Subject.Entity] = append(denials[c.Subject.Entity], c)
				}
			}
		}
		disputed, everything := false, []graph.Claim(nil)
		for actor, claims := range held {
			disputed = disputed || len(denials[actor]) > 0
			everything = append(everything, claims...)
		}
		for _, claims := range denials {
			everything = append(everything, claims...)
		}
		if disputed {
			out["responsibility "+string(event)] = set(everything)
		}
	}
	return out
}

func TestAgainstReference(t *testing.T) {
	count := make(map[string]int)
	for seed := range uint64(30) {
		r := storetest.Random(seed, 80+int(seed)*10)
		g := storetest.Open(t, r, storetest.Predicates)
		f := filter.Filter{}
		if seed%3 == 1 {
			f.MinConfidence = 0.3
		}
		ref := &reference{all: r.Claims, entities: make(map[graph.EntityID]graph.Entity), documents: make(map[graph.DocumentID]graph.Document)}
		for _, c := range r.Claims {
			if c.Confidence >= f.MinConfidence {
				ref.claims = append(ref.claims, c)
			}
		}
		for _, e := range r.Entities {
			ref.entities[e.ID] = e
		}
		for _, d := range r.Documents {
			ref.documents[d.ID] = d
		}
		want := ref.figures()
		maps.Copy(want, ref.negations(storetest.Predicates))
		maps.Copy(want, ref.responsibility())
		got := make(map[string]string)
		for _, x := range find(t, g, f, storetest.Predicates) {
			head := show(x)[0]
			var claims []graph.Claim
			for _, s := range x.Sides {
				for _, c := range append(slices.Clone(s.Claims), s.Denials...) {
					claims = append(claims, *c)
				}
			}
			got[head] = set(claims)
			count[strings.Fields(head)[0]+" "+string(x.Verdict)]++
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Fatalf("seed %d: contradictions differ (-plain +got):\n%s", seed, d)
		}
	}
	for _, kind := range []string{"responsibility ", "negation ", "figures conflict", "figures compatible", "figures growing", "figures revised"} {
		if count[kind] < 3 {
			t.Errorf("only %d contradictions of the kind %q: the graphs show too little", count[kind], kind)
		}
	}
	t.Log(count)
}
