package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
)

// claimRecord is a claim as the research commands print it in JSON: with the
// short sentence that it amounts to, and who reported it when.
type claimRecord struct {
	*graph.Claim
	Sentence string `json:"sentence"`
	Source   string `json:"source"` // publisher, "" when it is not known
	Reported string `json:"reported"`
}

func newClaimRecord(r *store.Reader, c *graph.Claim) (claimRecord, error) {
	sentence, err := r.Sentence(c)
	if err != nil {
		return claimRecord{}, err
	}
	d, err := r.Document(c.Document)
	if err != nil {
		return claimRecord{}, err
	}
	return claimRecord{c, sentence, d.Source, d.Date.String()}, nil
}

func claimRecords(r *store.Reader, claims []*graph.Claim) ([]claimRecord, error) {
	out := make([]claimRecord, len(claims))
	for i, c := range claims {
		var err error
		if out[i], err = newClaimRecord(r, c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// entityRef is an entity as the research commands print it in JSON.
type entityRef struct {
	ID   graph.EntityID `json:"id"`
	Name string         `json:"name"`
	Type string         `json:"type"` // of an event, its kind
}

func newEntityRef(r *store.Reader, id graph.EntityID) (entityRef, error) {
	e, err := r.Entity(id)
	if err != nil {
		return entityRef{}, err
	}
	return entityRef{e.ID, e.Name, kind(e)}, nil
}

// reportLine says who reported a claim and when: "The Post, 2024-01-04".
func reportLine(r *store.Reader, id graph.DocumentID) (string, error) {
	d, err := r.Document(id)
	if err != nil {
		return "", err
	}
	return cmp.Or(d.Source, d.Title, d.Path) + ", " + cmp.Or(d.Date.String(), "undated"), nil
}

// writeClaim prints a claim in two lines or more, indented: what it amounts to,
// and each of its sentences with who reported it.
func writeClaim(r *store.Reader, c *graph.Claim, indent string, w io.Writer) error {
	sentence, err := r.Sentence(c)
	if err != nil {
		return err
	}
	report, err := reportLine(r, c.Document)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s%s  [%s; %s]\n", indent, sentence, report, c.ID)
	for _, e := range c.Evidence {
		fmt.Fprintf(w, "%s   “%s”\n", indent, flat(e.Text))
	}
	return nil
}

// evidenceText joins the sentences of a claim into one cell.
func evidenceText(c *graph.Claim) string {
	texts := make([]string, len(c.Evidence))
	for i, e := range c.Evidence {
		texts[i] = flat(e.Text)
	}
	return strings.Join(texts, " […] ")
}

// claimColumns are the columns of tables that have a claim in each row, behind
// those of their own; claimCells fills them.
var claimColumns = []string{"claim", "id", "stated", "attribution", "source", "reported", "document", "evidence"}

func claimCells(r *store.Reader, c *graph.Claim) ([]string, error) {
	rec, err := newClaimRecord(r, c)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(c.Attribution))
	for i, id := range c.Attribution {
		names[i] = nameOf(r, id)
	}
	return []string{
		rec.Sentence, string(c.ID), stated(c), strings.Join(names, " > "), rec.Source, rec.Reported, string(c.Document), evidenceText(c),
	}, nil
}
