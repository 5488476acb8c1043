package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// stage says which clusters corrections are applied to. Entities come first, so
// that events are compared by corrected places and participants.
type stage int

const (
	entityStage stage = iota
	eventStage
)

// corrected is what the corrections did. Names, types and drops hang on a unit
// of the cluster they were given for.
type corrected struct {
	done     map[int]bool // lines that were applied or reported
	problems []*corrections.Problem
	names    []given[string]
	retypes  []given[nlp.EntityType]
	drops    []unitID
	types    map[unitID]nlp.EntityType // retypes by root, made when labels are
	claims   map[graph.ClaimID]int     // dropped claims and the lines that say so
	dropped  map[graph.ClaimID]bool    // those that were found
}

type given[T any] struct {
	unit  unitID
	value T
}

// correct applies the corrections that concern the clusters of a stage, in the
// order of their lines. One whose references are not all found in the first
// stage waits for the second, where everything that fits nothing is reported.
func (r *resolver) correct(s stage) {
	if r.corrections == nil || len(r.corrections.Corrections) == 0 {
		return
	}
	if r.corrected.done == nil {
		r.corrected.done = make(map[int]bool)
		r.corrected.claims = make(map[graph.ClaimID]int)
		r.corrected.dropped = make(map[graph.ClaimID]bool)
	}
	dir := r.directory(s)
	for i := range r.corrections.Corrections {
		c := &r.corrections.Corrections[i]
		if r.corrected.done[c.Line] {
			continue
		}
		if c.Claim != "" {
			r.corrected.claims[c.Claim] = c.Line
			r.corrected.done[c.Line] = true
			continue
		}
		err := r.apply(c, dir)
		if _, missing := err.(notFoundError); missing && s == entityStage {
			continue
		}
		r.corrected.done[c.Line] = true
		if err != nil {
			r.corrected.problems = append(r.corrected.problems, r.corrections.Problemf(c, "%s: %v", c.Verb, err))
		}
	}
}

// notFoundError says that a reference fits nothing.
type notFoundError struct{ ref corrections.Ref }

func (e notFoundError) Error() string { return fmt.Sprintf("not used, nothing is %s", e.ref) }

func (r *resolver) apply(c *corrections.Correction, dir *directory) error {
	units := make([]unitID, 0, len(c.Refs))
	for _, ref := range c.Refs {
		u, err := r.lookUp(ref, dir)
		if err != nil {
			return err
		}
		units = append(units, u)
	}
	why := fmt.Sprintf("%s line %d says: %s", r.corrections.File, c.Line, c.Text)
	switch c.Verb {
	case corrections.Merge:
		for _, u := range units[1:] {
			r.unite(units[0], u, ruleCorrection, why)
		}
	case corrections.Split:
		return r.split(units[0], c.Parts, why)
	case corrections.Rename:
		r.corrected.names = append(r.corrected.names, given[string]{units[0], c.Name})
		dir.add(fold(c.Name), units[0])
	case corrections.Retype:
		r.corrected.retypes = append(r.corrected.retypes, given[nlp.EntityType]{units[0], c.Type})
	case corrections.Drop:
		r.corrected.drops = append(r.corrected.drops, units[0])
	}
	return nil
}

// directory finds clusters by what the user may call them.
type directory struct {
	stage stage
	ids   map[graph.EntityID]unitID
	names map[string][]unitID // by folded name or alias
}

func (d *directory) add(key string, u unitID) {
	if key != "" {
		d.names[key] = append(d.names[key], u)
	}
}

// directory lists the clusters of a stage as they are before its corrections.
// The second stage knows everything.
func (r *resolver) directory(s stage) *directory {
	r.labelAll()
	d := &directory{s, make(map[graph.EntityID]unitID), make(map[string][]unitID)}
	for _, root := range sortedKeys(r.labels) {
		if s == entityStage && r.isEvent(root) {
			continue
		}
		l := r.labels[root]
		d.ids[l.id] = root
		for _, name := range append([]string{l.name}, l.aliases...) {
			d.add(fold(name), root)
		}
	}
	return d
}

// lookUp returns a unit of the one cluster that a reference fits.
func (r *resolver) lookUp(ref corrections.Ref, dir *directory) (unitID, error) {
	var found []unitID
	switch {
	case ref.ID != "":
		if u, ok := dir.ids[ref.ID]; ok {
			found = append(found, u)
		}
	case ref.Document != "":
		for _, d := range r.documents(ref) {
			found = append(found, r.inDocument(ref, &r.docs[d])...)
		}
	default:
		found = dir.names[fold(ref.Name)]
	}
	var roots []unitID
	for _, u := range found {
		root := r.find(u)
		if dir.stage == entityStage && r.isEvent(root) || ref.Type != "" && r.typeOf(root) != ref.Type {
			continue
		}
		roots = addNew(roots, root)
	}
	switch len(roots) {
	case 0:
		return noUnit, notFoundError{ref}
	case 1:
		return roots[0], nil
	}
	return noUnit, fmt.Errorf("%s may be %s: say which by id, by type in brackets, or by a document", ref, r.candidateList(roots))
}

func (r *resolver) typeOf(root unitID) nlp.EntityType {
	for i := len(r.corrected.retypes) - 1; i >= 0; i-- {
		if g := r.corrected.retypes[i]; r.find(g.unit) == root {
			return g.value
		}
	}
	return r.clusterType(r.sortedMembers(root))
}

func (r *resolver) candidateList(roots []unitID) string {
	var names []string
	for _, root := range roots {
		u := &r.units[root]
		if l := r.labels[root]; l != nil {
			names = append(names, fmt.Sprintf("%s (%s)", l.id, l.typ))
		} else {
			names = append(names, fmt.Sprintf("%s @ %s", quote(u.name), u.ref.Document))
		}
	}
	slices.Sort(names)
	if len(names) > 5 {
		names = append(names[:5], "…")
	}
	return strings.Join(names, " or ")
}

// documents returns the indices of the documents that a reference is about.
func (r *resolver) documents(ref corrections.Ref) []int {
	var out []int
	for i := range r.docs {
		if ref.In(r.docs[i].id) {
			out = append(out, i)
		}
	}
	return out
}

// inDocument returns the units of a document that a reference fits: all for a
// document alone, else those of the mention or the form.
func (r *resolver) inDocument(ref corrections.Ref, d *document) []unitID {
	if ref.Span != nil {
		if u, ok := d.spans[*ref.Span]; ok {
			return []unitID{u}
		}
		return nil
	}
	var out []unitID
	key := fold(ref.Name)
	for _, units := range d.chains {
		for _, u := range units {
			if ref.Name == "" || r.units[u].called(key) {
				out = append(out, u)
			}
		}
	}
	return out
}

// called reports whether a mention of the unit, or its name, has a folded form.
func (u *unit) called(key string) bool {
	if fold(u.name) == key {
		return true
	}
	for _, forms := range [][]form{u.forms, u.nominals} {
		for _, f := range forms {
			if fold(f.text) == key {
				return true
			}
		}
	}
	return false
}

// split takes the parts out of a cluster and makes one new cluster of them.
func (r *resolver) split(u unitID, parts []corrections.Ref, why string) error {
	root := r.find(u)
	members := r.sortedMembers(root)
	out := make(map[unitID]bool)
	for _, p := range parts {
		found := false
		for _, m := range members {
			d := &r.docs[r.units[m].doc]
			if p.Document != "" && !p.In(d.id) {
				continue
			}
			if p.Document == "" && r.units[m].called(fold(p.Name)) || p.Document != "" && slices.Contains(r.inDocument(p, d), m) {
				out[m], found = true, true
			}
		}
		if !found {
			return fmt.Errorf("not used, %s is nothing in %s", p, quote(r.units[root].name))
		}
	}
	if len(out) == len(members) {
		return fmt.Errorf("not used, the parts are all there is of %s", quote(r.units[root].name))
	}
	r.detach(root, members, out, why)
	return nil
}

// settleTypes works out which clusters the user gave a type.
func (r *resolver) settleTypes() {
	r.corrected.types = make(map[unitID]nlp.EntityType)
	for _, g := range r.corrected.retypes {
		r.corrected.types[r.find(g.unit)] = g.value
	}
}

// applyNames puts the names and types that the user gave on the labels.
func (r *resolver) applyNames() {
	for _, root := range sortedKeys(r.corrected.types) {
		if l := r.labels[root]; l != nil {
			l.typ = r.corrected.types[root]
		}
	}
	last := make(map[unitID]string)
	for _, g := range r.corrected.names {
		last[r.find(g.unit)] = g.value
	}
	for _, root := range sortedKeys(last) {
		if l := r.labels[root]; l != nil && l.name != last[root] {
			l.rename(last[root])
		}
	}
}
