package score

import (
	"path"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
)

// Result is how the claims of one document, or of several, compare with gold.
type Result struct {
	Document string `json:"document"`
	Judged   int    `json:"judged"` // claims that count for precision
	Right    int    `json:"right"`
	Core     int    `json:"core"` // facts that must be found
	Found    int    `json:"found"`
	// Stated counts found core facts with the right polarity and modality.
	Stated int `json:"stated"`
	// Attributed counts found core facts with the right attribution, out of
	// those for which the gold names one.
	Attributed  int            `json:"attributed"`
	Attributing int            `json:"attributing"`
	Missed      []*Fact        `json:"missed,omitempty"`
	Wrong       []*graph.Claim `json:"wrong,omitempty"`
	// Misstated and Misattributed are the core facts found that Stated and
	// Attributed leave out.
	Misstated     []Match `json:"misstated,omitempty"`
	Misattributed []Match `json:"misattributed,omitempty"`
	// Absent is true when the graph does not hold the document.
	Absent bool `json:"absent,omitempty"`
}

// Match is a fact and the claims that state it.
type Match struct {
	Fact   *Fact          `json:"fact"`
	Claims []*graph.Claim `json:"claims"`
}

// Precision is the share of judged claims that are right.
func (r *Result) Precision() float64 { return ratio(r.Right, r.Judged) }

// Recall is the share of core facts that are found.
func (r *Result) Recall() float64 { return ratio(r.Found, r.Core) }

// F1 is the harmonic mean of precision and recall.
func (r *Result) F1() float64 {
	p, q := r.Precision(), r.Recall()
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Add adds another result's counts to r.
func (r *Result) Add(s *Result) {
	r.Judged += s.Judged
	r.Right += s.Right
	r.Core += s.Core
	r.Found += s.Found
	r.Stated += s.Stated
	r.Attributed += s.Attributed
	r.Attributing += s.Attributing
}

// Compare scores the claims that the graph holds of the gold file's document.
// Only predicates named in predicates are judged.
func Compare(g *graph.Resolution, gold *Gold, predicates graph.Predicates) *Result {
	r := &Result{Document: gold.Document}
	v := &view{gold: gold, predicates: predicates, entities: make(map[graph.EntityID]*graph.Entity)}
	v.document = document(g, gold.Document)
	if v.document == "" {
		r.Absent = true
		for i := range gold.Facts {
			if f := &gold.Facts[i]; f.Core() {
				r.Core++
				r.Missed = append(r.Missed, f)
			}
		}
		return r
	}
	for i := range g.Entities {
		v.entities[g.Entities[i].ID] = &g.Entities[i]
	}
	var claims []*graph.Claim
	for i := range g.Claims {
		if g.Claims[i].Document == v.document {
			claims = append(claims, &g.Claims[i])
		}
	}
	right := make(map[graph.ClaimID]bool)
	for i := range gold.Facts {
		v.scoreFact(&gold.Facts[i], claims, right, r)
	}
	for _, c := range claims {
		if !v.judged(c) {
			continue
		}
		r.Judged++
		if right[c.ID] {
			r.Right++
		} else {
			r.Wrong = append(r.Wrong, c)
		}
	}
	return r
}

// scoreFact notes which claims state the fact and, for a core fact, how well.
func (v *view) scoreFact(f *Fact, claims []*graph.Claim, right map[graph.ClaimID]bool, r *Result) {
	var hits []*graph.Claim
	for _, c := range claims {
		if v.matches(f, c) {
			hits = append(hits, c)
			right[c.ID] = true
		}
	}
	if !f.Core() {
		return
	}
	r.Core++
	if len(hits) == 0 {
		r.Missed = append(r.Missed, f)
		return
	}
	r.Found++
	if slices.ContainsFunc(hits, func(c *graph.Claim) bool { return c.Polarity == f.Polarity && c.Modality == f.Modality }) {
		r.Stated++
	} else {
		r.Misstated = append(r.Misstated, Match{f, hits})
	}
	if f.Attribution == "" {
		return
	}
	r.Attributing++
	if slices.ContainsFunc(hits, func(c *graph.Claim) bool { return v.attributed(f.Attribution, c) }) {
		r.Attributed++
	} else {
		r.Misattributed = append(r.Misattributed, Match{f, hits})
	}
}

// document returns the id of the document that goes by the gold file's name.
func document(g *graph.Resolution, name string) graph.DocumentID {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for i := range g.Documents {
		d := &g.Documents[i]
		for _, field := range []string{d.Path, string(d.ID), d.Title, d.Source} {
			if strings.Contains(field, stem) {
				return d.ID
			}
		}
	}
	return ""
}
