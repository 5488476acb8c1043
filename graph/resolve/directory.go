package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// directory finds clusters by what the user may call them.
type directory struct {
	stage stage
	ids   map[graph.EntityID]unitID
	names map[string][]unitID // by folded name or alias
	roots []unitID            // of every unit, before the corrections
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
	d := &directory{s, make(map[graph.EntityID]unitID), make(map[string][]unitID), make([]unitID, len(r.units))}
	for i := range r.units {
		d.roots[i] = r.find(unitID(i))
	}
	for _, root := range r.labelled() {
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
		if len(found) == 0 && ref.Name != "" {
			found = r.inDocuments(ref, dir)
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
			names = append(names, fmt.Sprintf("%s @ %s", quote(u.name), r.documentOf(root)))
		}
	}
	slices.Sort(names)
	if len(names) > 5 {
		names = append(names[:5], "…")
	}
	return strings.Join(names, " or ")
}

// inDocuments returns what the documents of a reference say of the clusters
// that go by its name, though no document there uses the name itself.
func (r *resolver) inDocuments(ref corrections.Ref, dir *directory) []unitID {
	known := dir.names[fold(ref.Name)]
	var out []unitID
	for _, d := range r.documents(ref) {
		for u := range r.docs[d].units() {
			if slices.Contains(known, dir.roots[u]) {
				out = append(out, u)
			}
		}
	}
	return out
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
	for u := range d.units() {
		if ref.Name == "" || r.units[u].called(key) {
			out = append(out, u)
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
