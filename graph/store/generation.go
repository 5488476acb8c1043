package store

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// generationWriter writes a graph, as it is derived, into the two files of a
// generation. It is a [graph.Sink].
type generationWriter struct {
	ctx     context.Context
	records *recordWriter
	quads   *quadstore.Writer
	schema  *quadstore.Schema
	count   Manifest // how much of everything there was
}

func newGenerationWriter(ctx context.Context, folder string, p graph.Predicates) (*generationWriter, error) {
	quads, err := quadstore.Create(filepath.Join(folder, quadsFile))
	if err != nil {
		return nil, err
	}
	records, err := newRecordWriter(filepath.Join(folder, recordsFile))
	if err != nil {
		quads.Abort()
		return nil, err
	}
	return &generationWriter{ctx: ctx, records: records, quads: quads, schema: quadstore.NewSchema(p)}, nil
}

// Document implements [graph.Sink].
func (g *generationWriter) Document(d *graph.Document) error {
	g.count.Documents++
	if d.CopyOf != "" {
		g.count.Copies++
	}
	return errors.Join(g.records.Document(d), g.quads.AddDocument(g.schema, d), g.ctx.Err())
}

// Entity implements [graph.Sink].
func (g *generationWriter) Entity(e *graph.Entity) error {
	if e.ID.IsEvent() {
		g.count.Events++
	} else {
		g.count.Entities++
	}
	return errors.Join(g.records.Entity(e), g.quads.AddEntity(g.schema, e), g.ctx.Err())
}

// Claim implements [graph.Sink].
func (g *generationWriter) Claim(c *graph.Claim) error {
	g.count.Claims++
	return errors.Join(g.records.Claim(c), g.quads.AddClaim(g.schema, c), g.ctx.Err())
}

// Merge implements [graph.Sink].
func (g *generationWriter) Merge(m *graph.Merge) error {
	g.count.Merges++
	return g.records.Merge(m)
}

// MaybeSame implements [graph.Sink].
func (g *generationWriter) MaybeSame(m *graph.MaybeSame) error { return g.records.MaybeSame(m) }

// close writes what is left and forces both files to the disk.
func (g *generationWriter) close() error {
	if err := g.records.close(); err != nil {
		return err
	}
	g.records.abort() // its memory goes to the quads
	return g.quads.Close()
}

// abort frees what the writer holds; after close it does nothing.
func (g *generationWriter) abort() {
	g.records.abort()
	g.quads.Abort()
}
