package resolve

import (
	"cmp"
	"context"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// assembly puts the graph together when everything has been joined and named.
type assembly struct {
	*resolver
	opts     Options
	sink     graph.Sink
	dropped  []bool // by root: what the user left out
	kept     []bool // by root: the clusters that become entities
	mentions *mentions
	origins  []origin // of the units
	unknown  []bool   // by root
	report   *Report

	said      map[string]int // what the claims of a document have said so far
	statement []byte         // room to work in
}

// assemble makes entities and claims.
func (r *resolver) assemble(ctx context.Context, opts Options, sink graph.Sink) (*Report, error) {
	a := &assembly{
		resolver: r, opts: opts, sink: sink, dropped: make([]bool, len(r.units)), kept: make([]bool, len(r.units)),
		mentions: newMentions(r, opts.Folder), report: &Report{}, said: make(map[string]int),
	}
	defer func() { _ = a.mentions.sorted.Close() }()
	for _, u := range r.corrected.drops {
		a.dropped[r.find(u)] = true
	}
	a.forget()
	if err := a.sendDocuments(); err != nil {
		return nil, err
	}
	if err := a.readPassages(ctx); err != nil {
		return nil, err
	}
	a.keep()
	for _, send := range []func() error{a.sendEntities, a.sendMerges, a.sendMaybe} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := send(); err != nil {
			return nil, err
		}
	}
	a.finishReport()
	return a.report, nil
}

// origin is what is left of a unit when it has been joined and named.
type origin struct{ doc, chain int32 }

// forget keeps of the units where they come from and which clusters nobody says
// anything of, and drops the rest: most of what a resolution holds.
func (a *assembly) forget() {
	a.origins = make([]origin, len(a.units))
	a.unknown = make([]bool, len(a.units))
	for i := range a.unknown {
		a.unknown[i] = true
	}
	for i := range a.units {
		u := &a.units[i]
		a.origins[i] = origin{u.doc, u.chain}
		root := a.find(unitID(i))
		a.unknown[root] = a.unknown[root] && u.unknown
	}
	a.units, a.clusters.units, a.facts, a.kindInDocument, a.stories, a.storyTerms, a.persons = nil, nil, nil, nil, nil, nil, nil
	for _, l := range a.labels {
		if l != nil {
			l.stem = ""
		}
	}
}

func (o origin) compare(p origin) int {
	return cmp.Or(cmp.Compare(o.doc, p.doc), cmp.Compare(o.chain, p.chain))
}

// ref returns the chain that a unit came from.
func (a *assembly) ref(from origin) graph.ChainRef {
	return graph.ChainRef{Document: a.docs[from.doc].id, Chain: nlp.ChainID(from.chain)}
}

// readPassages sends the claims of all documents and gathers the mentions of
// entities.
func (a *assembly) readPassages(ctx context.Context) error {
	next, err := a.passages.records()
	if err != nil {
		return err
	}
	var p passage
	for _, i := range a.arrival {
		if err := ctx.Err(); err != nil {
			return err
		}
		record, err := next()
		if err != nil {
			return err
		}
		if err := p.read(record, &a.docs[i]); err != nil {
			return err
		}
		for m := range p.mentions {
			root := a.find(p.mentions[m].unit)
			if a.labels[root] == nil {
				continue
			}
			if err := a.mentions.add(root, i, &p.mentions[m]); err != nil {
				return err
			}
			if !p.background {
				a.mentions.mentioned[root] = true
			}
		}
		if err := a.readClaims(p.claims); err != nil {
			return err
		}
	}
	return a.passages.close()
}

// sendEntities sends the entities by id, each with its mentions.
func (a *assembly) sendEntities() error {
	next, stop := a.mentions.byEntity()
	defer stop()
	for _, root := range a.mentions.roots {
		if !a.kept[root] {
			continue
		}
		mentions, err := next(root)
		if err != nil {
			return err
		}
		e := a.entity(root, mentions)
		if err := a.sink.Entity(&e); err != nil {
			return err
		}
	}
	return nil
}

func (a *assembly) sendMerges() error {
	var merges []merge
	for i := range a.links {
		l := &a.links[i]
		if x, y := a.origins[l.a], a.origins[l.b]; a.kept[a.find(l.a)] && x != y {
			if x.compare(y) > 0 {
				x, y = y, x
			}
			merges = append(merges, merge{a.mentions.rank[a.find(l.a)], x, y, l})
		}
	}
	slices.SortFunc(merges, func(x, y merge) int {
		return cmp.Or(cmp.Compare(x.entity, y.entity), x.a.compare(y.a), x.b.compare(y.b),
			cmp.Compare(x.rule, y.rule), cmp.Compare(x.reason, y.reason))
	})
	for _, m := range merges {
		sent := graph.Merge{
			Entity: a.labels[a.find(m.link.a)].id, A: a.ref(m.a), B: a.ref(m.b), Rule: m.rule, Reason: m.reason,
		}
		if err := a.sink.Merge(&sent); err != nil {
			return err
		}
	}
	return nil
}

// merge is a link between two chains. Entities and documents stand for their ids
// by the place that they have in the order of these.
type merge struct {
	entity uint32
	a, b   origin
	*link
}

// sendDocuments sends what is known of the documents, copies with their
// original.
func (a *assembly) sendDocuments() error {
	for i := range a.docs {
		d := a.docs[i].meta
		if original := a.docs[i].copyOf; int(original) != i {
			d.CopyOf = a.docs[original].id
		}
		if err := a.sink.Document(&d); err != nil {
			return err
		}
		a.docs[i].meta = graph.Document{}
	}
	return nil
}

// keep adds to the clusters that claims are about the places and wholes of the
// events among them, and all that has a proper name in some article; only what
// is kept becomes an entity. So a thing that nothing but background knowledge
// names has no place in the graph until something is said of it.
func (a *assembly) keep() {
	for root, l := range a.labels {
		if l != nil && (l.named || l.known || a.opts.EveryEvent && l.typ == nlp.Event) && a.mentions.mentioned[root] {
			a.kept[root] = true
		}
	}
	for root := range a.kept {
		for e := a.events[unitID(root)]; a.kept[root] && e != nil; {
			for _, p := range e.places {
				a.kept[p] = true
			}
			if e.partOf == noUnit || a.kept[e.partOf] {
				break
			}
			a.kept[e.partOf] = true
			e = a.events[e.partOf]
		}
	}
	for root := range a.kept {
		if a.dropped[root] || a.labels[root] == nil {
			a.kept[root] = false
		}
	}
}

func (a *assembly) entity(root unitID, mentions []graph.Mention) graph.Entity {
	l := a.labels[root]
	e := graph.Entity{ID: l.id, Type: l.typ, Name: l.name, Aliases: l.aliases, Mentions: mentions}
	if e.Aliases == nil {
		e.Aliases = []string{}
	}
	if e.Mentions == nil {
		e.Mentions = []graph.Mention{} // of several together, who have no mention as such
	}
	e.Unknown = a.unknown[root]
	ev := a.events[root]
	if ev == nil {
		return e
	}
	e.EventType, e.Time = ev.kind, ev.when
	for _, p := range ev.places {
		if a.kept[p] {
			e.Places = append(e.Places, a.labels[p].id)
		}
	}
	slices.Sort(e.Places)
	if ev.partOf != noUnit && a.kept[ev.partOf] {
		e.PartOf = a.labels[ev.partOf].id
	}
	return e
}

// sendMaybe turns doubts about kept entities into pairs, each once, with the
// first rule that doubted.
func (a *assembly) sendMaybe() error {
	type ends struct{ a, b graph.EntityID }
	seen := make(map[ends]bool)
	var out []graph.MaybeSame
	for _, d := range a.doubts {
		x, y := a.find(d.a), a.find(d.b)
		if x == y || !a.kept[x] || !a.kept[y] {
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
	for i := range out {
		if err := a.sink.MaybeSame(&out[i]); err != nil {
			return err
		}
	}
	return nil
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
