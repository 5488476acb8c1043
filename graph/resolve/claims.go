package resolve

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// pendingClaim is a claim whose ends are still units.
type pendingClaim struct {
	graph.Claim
	subject, object unitID
	attribution     []unitID
}

// units returns every unit that the claim names.
func (p *pendingClaim) units() []unitID {
	out := slices.Clone(p.attribution)
	for _, u := range []unitID{p.subject, p.object} {
		if u != noUnit {
			out = append(out, u)
		}
	}
	return out
}

// claim puts entities for units.
func (p *pendingClaim) claim(r *resolver) graph.Claim {
	c := p.Claim
	if p.subject != noUnit {
		c.Subject = graph.End{Entity: r.labels[r.find(p.subject)].id}
	}
	if p.object != noUnit {
		c.Object = graph.End{Entity: r.labels[r.find(p.object)].id}
	}
	c.Attribution = []graph.EntityID{}
	for _, u := range p.attribution {
		c.Attribution = append(c.Attribution, r.labels[r.find(u)].id)
	}
	return c
}

// readClaims sends the claims of a document, which come in the order in which it
// states them.
func (a *assembly) readClaims(all []pendingClaim) error {
	here := all[:0]
	clear(a.said)
	for i := range all {
		p := &all[i]
		if !a.belongs(p) {
			continue
		}
		a.statement = a.appendStatement(a.statement[:0], p)
		if first, said := a.said[string(a.statement)]; said && timesAgree(here[first].Time, p.Time) {
			here[first].repeat(p)
			a.report.Repeated++
			continue
		}
		a.said[string(a.statement)] = len(here)
		here = append(here, *p)
	}
	for i := range here {
		if _, drop := a.corrected.claims[here[i].ID]; drop {
			a.corrected.dropped[here[i].ID] = true
			a.report.Dropped++
			continue
		}
		for _, u := range here[i].units() {
			a.kept[a.find(u)] = true
		}
		c := here[i].claim(a.resolver)
		if err := a.sink.Claim(&c); err != nil {
			return err
		}
	}
	return nil
}

// belongs reports whether a claim has a place in the graph, and counts why it
// has none.
func (a *assembly) belongs(p *pendingClaim) bool {
	for _, end := range []struct {
		unit unitID
		end  graph.End
	}{{p.subject, p.Subject}, {p.object, p.Object}} {
		if end.unit == noUnit && end.end.Quantity == nil && end.end.Text == "" {
			a.report.Broken++
			return false
		}
	}
	if p.subject != noUnit && p.object != noUnit && a.find(p.subject) == a.find(p.object) {
		a.report.SelfLoops++
		return false
	}
	for _, u := range p.units() {
		if a.dropped[a.find(u)] {
			a.report.Dropped++
			return false
		}
	}
	return true
}

// compareClaims orders the claims of a document by where they stand.
func compareClaims(a, b *nlp.Claim) int {
	return cmp.Or(compareSpans(a.Evidence, b.Evidence), compareSpans(a.Trigger, b.Trigger),
		cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(endKey(a.Subject), endKey(b.Subject)),
		cmp.Compare(endKey(a.Object), endKey(b.Object)), cmp.Compare(a.Polarity, b.Polarity),
		cmp.Compare(a.Modality, b.Modality), cmp.Compare(b.Confidence, a.Confidence))
}

func endKey(e nlp.End) string {
	switch {
	case e.Quantity != nil:
		return string(appendQuantity(nil, e.Quantity))
	case e.Text != "":
		return e.Text
	}
	return fmt.Sprintf("%06d", e.Chain)
}

// pending makes a claim of a document's claim.
func pending(o *graph.Observation, doc *document, d *division, c *nlp.Claim, text *nlp.Text) pendingClaim {
	p := pendingClaim{attribution: doc.attribution(o, d, c)}
	p.subject, p.object = doc.claimUnits(o, d, c)
	p.Claim = graph.Claim{
		ID: claimID(o, c), Document: o.Document.ID,
		Subject: graph.End{Quantity: c.Subject.Quantity, Text: c.Subject.Text}, Predicate: c.Predicate,
		Object:   graph.End{Quantity: c.Object.Quantity, Text: c.Object.Text},
		Polarity: c.Polarity, Modality: c.Modality, Time: c.Time, Confidence: round(c.Confidence), Rule: c.Rule,
		Evidence: []graph.Evidence{{
			Document: o.Document.ID, Start: c.Evidence.Start, End: c.Evidence.End, Text: text.Slice(c.Evidence),
		}},
	}
	return p
}

func round(confidence float64) float64 { return math.Round(confidence*100) / 100 }

// appendStatement writes what two claims of a document have in common when they
// say the same.
func (a *assembly) appendStatement(b []byte, p *pendingClaim) []byte {
	end := func(b []byte, u unitID, e graph.End) []byte {
		switch {
		case u != noUnit:
			b = strconv.AppendInt(b, int64(a.find(u)), 10)
		case e.Quantity != nil:
			b = appendQuantity(b, e.Quantity)
		default:
			b = append(append(b, "text "...), e.Text...)
		}
		return append(b, 0)
	}
	from := len(b)
	b = end(b, p.subject, p.Subject)
	mid := len(b)
	b = end(b, p.object, p.Object)
	if subject, object := b[from:mid], b[mid:]; a.opts.Predicates[p.Predicate].Symmetric && bytes.Compare(object, subject) < 0 {
		b = append(append(b[:from:from], object...), subject...)
	}
	for _, s := range []string{string(p.Predicate), string(p.Polarity), string(p.Modality)} {
		b = append(append(b, s...), 0)
	}
	for _, u := range p.attribution {
		b = append(strconv.AppendInt(b, int64(a.find(u)), 10), 0)
	}
	return b
}

func appendQuantity(b []byte, q *nlp.Quantity) []byte {
	b = append(strconv.AppendFloat(b, q.Value, 'g', -1, 64), ' ')
	return append(b, q.Qualifier...)
}

// timesAgree reports whether two claims can be of one time.
func timesAgree(a, b nlp.Interval) bool {
	p, q := periodOf(a), periodOf(b)
	return !p.known || !q.known || p.gap(q) == 0
}

// repeat adds a claim that says the same as further evidence.
func (p *pendingClaim) repeat(q *pendingClaim) {
	for _, e := range q.Evidence {
		if !slices.Contains(p.Evidence, e) {
			p.Evidence = append(p.Evidence, e)
		}
	}
	slices.SortFunc(p.Evidence, func(x, y graph.Evidence) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	p.Confidence = max(p.Confidence, q.Confidence)
	if mine, other := periodOf(p.Time), periodOf(q.Time); other.known && (!mine.known || other.length() < mine.length()) {
		p.Time = q.Time
	}
}

// claimID depends on where a document states what, not on which entities its
// ends turn out to be, so that it outlives merges.
func claimID(o *graph.Observation, c *nlp.Claim) graph.ClaimID {
	parts := []string{string(o.Document.ID), string(c.Predicate), spanKey(c.Evidence), spanKey(c.Trigger),
		placeKey(o, c.Subject), placeKey(o, c.Object), string(c.Polarity), string(c.Modality),
		c.Time.Start.String(), c.Time.End.String()}
	for _, by := range c.Attribution {
		parts = append(parts, placeKey(o, nlp.ChainEnd(by)))
	}
	return graph.ClaimID("claim/" + graph.HashID(parts...))
}

func spanKey(s nlp.Span) string {
	b := append(strconv.AppendInt(make([]byte, 0, 24), int64(s.Start), 10), '-')
	return string(strconv.AppendInt(b, int64(s.End), 10))
}

// placeKey tells an end by its chain's first mention, or by what it is.
func placeKey(o *graph.Observation, e nlp.End) string {
	if e.Quantity != nil || e.Text != "" {
		return endKey(e)
	}
	if e.Chain < 0 || int(e.Chain) >= len(o.Chains) || len(o.Chains[e.Chain].Mentions) == 0 {
		return endKey(e)
	}
	first := o.Chains[e.Chain].Mentions[0].Span
	for _, m := range o.Chains[e.Chain].Mentions[1:] {
		if compareSpans(m.Span, first) < 0 {
			first = m.Span
		}
	}
	return spanKey(first)
}
