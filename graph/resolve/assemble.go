package resolve

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/graph/neardup"
)

// assembly gathers the graph during the second reading.
type assembly struct {
	*resolver
	opts     Options
	dropped  map[unitID]bool // roots that the user left out
	claims   []pendingClaim
	mentions map[unitID][]graph.Mention
	read     map[graph.DocumentID]bool
	report   *Report
}

// assemble reads the observations again and makes entities and claims.
func (r *resolver) assemble(ctx context.Context, observations iter.Seq2[*graph.Observation, error], opts Options) (*graph.Resolution, *Report, error) {
	a := &assembly{
		resolver: r, opts: opts, dropped: make(map[unitID]bool), mentions: make(map[unitID][]graph.Mention),
		read: make(map[graph.DocumentID]bool), report: &Report{},
	}
	for _, u := range r.corrected.drops {
		a.dropped[r.find(u)] = true
	}
	for o, err := range observations {
		if err != nil {
			return nil, nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if err := a.readAgain(o); err != nil {
			return nil, nil, err
		}
	}
	if len(a.read) != len(r.docs) {
		return nil, nil, fmt.Errorf("%d documents the second time, %d the first", len(a.read), len(r.docs))
	}
	res := a.finish()
	a.finishReport()
	return res, a.report, nil
}

func (a *assembly) readAgain(o *graph.Observation) error {
	i, ok := a.index[o.Document.ID]
	if !ok || a.read[o.Document.ID] {
		return fmt.Errorf("document %s was not there the first time", o.Document.ID)
	}
	a.read[o.Document.ID] = true
	doc := &a.docs[i]
	if len(doc.chains) != len(o.Chains) {
		return fmt.Errorf("document %s has changed between the readings", o.Document.ID)
	}
	d := divide(o, a.know, spansIn(a.cuts, o.Document.ID))
	for c := range o.Chains {
		for m := range o.Chains[c].Mentions {
			mention := &o.Chains[c].Mentions[m]
			root := a.find(doc.chains[c][d.of[c][m]])
			if a.labels[root] == nil {
				continue
			}
			a.mentions[root] = append(a.mentions[root], graph.Mention{
				Document: o.Document.ID, Start: mention.Span.Start, End: mention.Span.End,
				Text: mention.Text, Kind: mention.Kind, Because: mention.Because,
			})
		}
	}
	a.readClaims(o, doc, d)
	return nil
}

// finish makes the resolution of what was gathered.
func (a *assembly) finish() *graph.Resolution {
	res := &graph.Resolution{}
	res.Documents = a.documents()
	kept := a.keep()
	for _, root := range sortedKeys(kept) {
		res.Entities = append(res.Entities, a.entity(root, kept))
	}
	for i := range a.claims {
		res.Claims = append(res.Claims, a.claims[i].claim(a.resolver))
	}
	for _, l := range a.links {
		root := a.find(l.a)
		if kept[root] && a.units[l.a].ref != a.units[l.b].ref {
			res.Merges = append(res.Merges, l.merge(a.labels[root].id, a.units))
		}
	}
	res.Maybe = a.maybe(kept)
	slices.SortFunc(res.Entities, func(x, y graph.Entity) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(res.Claims, func(x, y graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(res.Merges, compareMerges)
	return res
}

// documents returns what is known of the documents, copies with their original.
func (a *assembly) documents() []graph.Document {
	out := make([]graph.Document, len(a.docs))
	sketches := make([]neardup.Sketch, len(a.docs))
	for i := range a.docs {
		out[i], sketches[i] = a.docs[i].meta, a.docs[i].words
	}
	for i, original := range neardup.Originals(out, sketches) {
		if original != i {
			out[i].CopyOf = out[original].ID
		}
	}
	return out
}

func compareMerges(x, y graph.Merge) int {
	return cmp.Or(cmp.Compare(x.Entity, y.Entity), compareRefs(x.A, y.A), compareRefs(x.B, y.B),
		cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Reason, y.Reason))
}

// keep returns the roots of the clusters that become entities: what claims are
// about, the places and wholes of the events among it, and all that has a
// proper name.
func (a *assembly) keep() map[unitID]bool {
	kept := make(map[unitID]bool)
	for i := range a.claims {
		for _, u := range a.claims[i].units() {
			kept[a.find(u)] = true
		}
	}
	for root, l := range a.labels {
		if (l.named || l.known) && len(a.mentions[root]) > 0 {
			kept[root] = true
		}
	}
	for _, root := range sortedKeys(kept) {
		for e := a.events[root]; e != nil; {
			for _, p := range e.places {
				kept[p] = true
			}
			if e.partOf == noUnit || kept[e.partOf] {
				break
			}
			kept[e.partOf] = true
			e = a.events[e.partOf]
		}
	}
	for root := range a.dropped {
		delete(kept, root)
	}
	for root := range kept {
		if a.labels[root] == nil {
			delete(kept, root)
		}
	}
	return kept
}

func (a *assembly) entity(root unitID, kept map[unitID]bool) graph.Entity {
	l := a.labels[root]
	e := graph.Entity{ID: l.id, Type: l.typ, Name: l.name, Aliases: l.aliases, Mentions: a.mentions[root]}
	if e.Aliases == nil {
		e.Aliases = []string{}
	}
	if e.Mentions == nil {
		e.Mentions = []graph.Mention{} // of several together, who have no mention as such
	}
	slices.SortFunc(e.Mentions, func(x, y graph.Mention) int {
		return cmp.Or(cmp.Compare(x.Document, y.Document), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End),
			cmp.Compare(x.Kind, y.Kind))
	})
	e.Unknown = true
	for _, m := range a.members(root) {
		e.Unknown = e.Unknown && a.units[m].unknown
	}
	ev := a.events[root]
	if ev == nil {
		return e
	}
	e.EventType, e.Time = ev.kind, ev.when
	for _, p := range ev.places {
		if kept[p] {
			e.Places = append(e.Places, a.labels[p].id)
		}
	}
	slices.Sort(e.Places)
	if ev.partOf != noUnit && kept[ev.partOf] {
		e.PartOf = a.labels[ev.partOf].id
	}
	return e
}

// maybe turns doubts about kept entities into pairs, each once, with the first
// rule that doubted.
func (a *assembly) maybe(kept map[unitID]bool) []graph.MaybeSame {
	type ends struct{ a, b graph.EntityID }
	seen := make(map[ends]bool)
	var out []graph.MaybeSame
	for _, d := range a.doubts {
		x, y := a.find(d.a), a.find(d.b)
		if x == y || !kept[x] || !kept[y] {
			continue
		}
		e := ends{a.labels[x].id, a.labels[y].id}
		if e.b < e.a {
			e.a, e.b = e.b, e.a
		}
		if !seen[e] {
			seen[e] = true
			out = append(out, graph.MaybeSame{A: e.a, B: e.b, Rule: d.rule, Reason: d.reason})
		}
	}
	slices.SortFunc(out, func(p, q graph.MaybeSame) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	return out
}

func (a *assembly) finishReport() {
	a.report.Problems = append(a.report.Problems, a.corrected.problems...)
	for _, id := range sortedKeys(a.corrected.claims) {
		if !a.corrected.dropped[id] {
			line := a.corrected.claims[id]
			for i := range a.opts.Corrections.Corrections {
				if c := &a.opts.Corrections.Corrections[i]; c.Line == line {
					a.report.Problems = append(a.report.Problems, a.opts.Corrections.Problemf(c, "drop: not used, there is no %s", id))
				}
			}
		}
	}
	slices.SortFunc(a.report.Problems, func(x, y *corrections.Problem) int { return cmp.Compare(x.Line, y.Line) })
}
