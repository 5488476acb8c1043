package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/mend"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/quote"
	"github.com/kgbuild/kgbuild/nlp/syntax"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

const (
	// conlluType is the media type of text that brings its own analysis.
	conlluType = "text/x-conllu"
	plainType  = "text/plain"
)

// analyser turns documents into observations. It may be used by several
// goroutines.
type analyser struct {
	before  *nlp.Pipeline // adds what claims are read from
	steps   *nlp.Pipeline // adds the claims as well
	version string
	// readings says that claims come from what the model reads as well as from
	// the patterns of the codebook.
	readings bool
}

// newAnalyser loads the model. Each document is analysed on one thread. With
// readings, claims come from what the model reads as well as from the patterns
// of the codebook.
func newAnalyser(book *codebook.Codebook, readings bool) (*analyser, error) {
	m, err := model.Default()
	if err != nil {
		return nil, err
	}
	extract, err := claims.NewStep(book)
	if err != nil {
		return nil, err
	}
	reading := []nlp.Step{
		syntax.Step{Model: func() (*model.Model, error) { return m, nil }, Workers: 1, Readings: readings},
		timex.Step{},
		quote.Step{},
		mend.Step{},
		coref.NewStep(),
	}
	before, err := nlp.NewPipeline(nil, reading...)
	if err != nil {
		return nil, err
	}
	steps, err := nlp.NewPipeline(nil, append(reading, extract)...)
	if err != nil {
		return nil, err
	}
	version := fmt.Sprintf("kgbuild %s, model %s, codebook %s", release, m.Name(), book.Version())
	if !readings {
		version += ", patterns only"
	}
	return &analyser{before: before, steps: steps, version: version, readings: readings}, nil
}

// analyserVersions names what an analysis depends on beside the program.
func analyserVersions() (modelVersion, bookVersion string, err error) {
	m, err := model.Default()
	if err != nil {
		return "", "", err
	}
	book, err := codebook.Builtin()
	if err != nil {
		return "", "", err
	}
	return m.Name(), book.Version(), nil
}

// analysis prepares a loaded document for the pipeline; CoNLL-U brings layers
// and a name of its own, and readings, which are kept if they are wanted. The
// name of other documents is their path.
func analysis(d *loaders.Document, readings bool) (a *nlp.Analysis, name string, err error) {
	if d.MediaType != conlluType {
		return &nlp.Analysis{Document: nlpDocument(d)}, d.Path, nil
	}
	sentences, err := conllu.ReadAll(strings.NewReader(d.Text))
	if err != nil {
		return nil, "", err
	}
	brought := conllu.Document{Sentences: sentences}
	if len(sentences) > 0 {
		name, _ = sentences[0].Comment("newdoc")
	}
	if a, err = brought.Analysis(); err != nil {
		return nil, "", err
	}
	if !readings {
		for i := range a.Sentences {
			a.Sentences[i].Readings = nil
		}
	}
	if a.Document.Title == "" {
		a.Document.Title = d.Title
	}
	if date, err := nlp.ParseDate(string(d.Date)); err == nil && a.Document.Date.IsZero() {
		a.Document.Date = date
	}
	return a, name, nil
}

// nlpDocument hands what a loader found to the analysis.
func nlpDocument(d *loaders.Document) *nlp.Document {
	out := &nlp.Document{Text: nlp.NewText(d.Text), Title: d.Title}
	// A loader's date is of the right form or empty, which leaves it unknown.
	out.Date, _ = nlp.ParseDate(string(d.Date))
	for _, p := range d.Parts {
		out.Blocks = append(out.Blocks, nlp.Block{
			Span: nlp.Span{Start: nlp.Offset(p.Start), End: nlp.Offset(p.End)},
			Kind: nlp.BlockKind(p.Kind),
		})
	}
	return out
}

// english reports whether the analysis can read a language; a document whose
// language is not known is read.
func english(language string) bool {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return base == "" || base == "en"
}

// observe reads one document. A document in another language without an
// analysis of its own is kept with its text and no claims.
func (an *analyser) observe(ctx context.Context, d *loaders.Document) (*graph.Observation, error) {
	a, _, err := analysis(d, an.readings)
	if err != nil {
		return nil, err
	}
	doc := graph.Document{
		ID: graph.NewDocumentID(d.SHA256), Title: a.Document.Title, Date: a.Document.Date,
		Author: d.Author, Source: d.Source, Language: d.Language, URL: d.URL,
		Path: d.Path, MediaType: d.MediaType, SHA256: d.SHA256,
	}
	if !english(d.Language) && !a.Has(nlp.SyntaxLayer) {
		return &graph.Observation{Document: doc, Locator: d.Locator, Text: a.Document.Text.String(), Blocks: a.Document.Blocks, Analyser: an.version}, nil
	}
	if err := an.steps.Run(ctx, a); err != nil {
		return nil, err
	}
	o := observation(doc, a, an.version)
	o.Locator = d.Locator
	return o, nil
}

// predicates tells the graph what it needs to know of the codebook.
func predicates(book *codebook.Codebook) graph.Predicates {
	out := make(graph.Predicates)
	for _, p := range book.Predicates() {
		out[p.Name] = graph.PredicateInfo{Symmetric: p.Symmetric, Implies: p.Implies}
	}
	return out
}
