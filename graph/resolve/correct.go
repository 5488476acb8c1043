package resolve

import (
	"errors"
	"fmt"
	"slices"

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
		var missing notFoundError
		if errors.As(err, &missing) && s == entityStage {
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
