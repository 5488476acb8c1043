package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Source is a voice that stands on its own: a publisher, and the documents
// that go back to it.
type Source struct {
	Name      string       `json:"name"` // as its first document writes it; empty when unknown
	Documents []DocumentID `json:"documents"`
}

// IndependentSources groups documents by the voice that they go back to, so
// that support can be counted by voices rather than by printings. A copy goes
// back to the source of its original, wherever it was printed. Documents of
// one publisher are one voice; a document whose publisher is unknown is a
// voice of its own, with its copies.
//
// The documents are found by document, whose first error is returned; an id
// given twice counts once. The sources are sorted by name and then by their
// first document, the documents of each by id.
func IndependentSources(ids []DocumentID, document func(DocumentID) (*Document, error)) ([]Source, error) {
	voices := make(map[string]*Source)
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	for _, id := range ids {
		d, err := document(id)
		if err != nil {
			return nil, err
		}
		if d.CopyOf != "" {
			if d, err = document(d.CopyOf); err != nil {
				return nil, err
			}
		}
		key, name := string(d.ID), strings.Join(strings.Fields(d.Source), " ")
		if name != "" {
			key = strings.ToLower(name)
		}
		if voices[key] == nil {
			voices[key] = &Source{Name: name}
		}
		voices[key].Documents = append(voices[key].Documents, id)
	}
	out := make([]Source, 0, len(voices))
	for _, v := range voices {
		out = append(out, *v)
	}
	slices.SortFunc(out, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Documents[0], b.Documents[0]))
	})
	return out, nil
}
