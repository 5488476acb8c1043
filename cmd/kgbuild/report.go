package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/loaders"
)

// reportStatus says what became of an input.
type reportStatus string

const (
	statusRead    reportStatus = "read"
	statusSkipped reportStatus = "skipped"
	statusFailed  reportStatus = "failed"
)

// reportRecord is a line of the report: one document, or a file that gave none.
type reportRecord struct {
	Status reportStatus `json:"status"`
	Path   string       `json:"path"`
	// Reason says why it was skipped or failed, or was read and not analysed.
	Reason   string           `json:"reason,omitempty"`
	Document *documentOutcome `json:"document,omitempty"`

	kind string // the reason without what is particular to the input
}

// documentOutcome is what is known of a document that could be read. Facts
// that are not known are null.
type documentOutcome struct {
	ID        graph.DocumentID   `json:"id"`
	Title     *string            `json:"title"`
	Date      *string            `json:"date"`
	DateFrom  *string            `json:"date_from"`
	Author    *string            `json:"author"`
	Source    *string            `json:"source"`
	Language  *string            `json:"language"`
	URL       *string            `json:"url"`
	MediaType string             `json:"media_type"`
	SHA256    string             `json:"sha256"`
	Replaces  []graph.DocumentID `json:"replaces,omitempty"`
	Analysed  bool               `json:"analysed"`
	Sentences int                `json:"sentences"`
	Tokens    int                `json:"tokens"`
	Claims    int                `json:"claims"`
	Notes     []string           `json:"notes,omitempty"` // what was given but not understood
}

func newReportRecord(o outcome) *reportRecord {
	r := &reportRecord{Status: statusRead, Path: o.path}
	if o.document != nil {
		r.Document = newDocumentOutcome(o)
	}
	switch {
	case o.err != nil:
		r.Status = statusFailed
		r.Path, r.Reason, r.kind = reasonOf(o)
	case o.skipped != "":
		r.Status, r.Reason, r.kind = statusSkipped, o.skipped, o.skipped
	case o.observation != nil && notAnalysed(o.observation):
		r.Reason = "not analysed: its language is " + o.observation.Document.Language
		r.kind = r.Reason
	}
	return r
}

func newDocumentOutcome(o outcome) *documentOutcome {
	d := o.document
	out := &documentOutcome{
		ID: graph.NewDocumentID(d.SHA256), Title: orNull(d.Title), Date: orNull(string(d.Date)), DateFrom: orNull(string(d.DateFrom)),
		Author: orNull(d.Author), Source: orNull(d.Source), Language: orNull(d.Language), URL: orNull(d.URL),
		MediaType: d.MediaType, SHA256: d.SHA256, Replaces: o.replaces, Notes: d.Notes,
	}
	if obs := o.observation; obs != nil {
		out.Title, out.Date = orNull(obs.Document.Title), orNull(obs.Document.Date.String())
		out.Analysed = !notAnalysed(obs)
		out.Sentences, out.Tokens, out.Claims = obs.Sentences, obs.Tokens, len(obs.Claims)
	}
	return out
}

// reasonOf takes an input's error apart. The kind is what stands before the
// details, by which failures are counted.
func reasonOf(o outcome) (path, reason, kind string) {
	path, err := o.path, o.err
	var in *loaders.InputError
	if errors.As(err, &in) {
		path, err = in.Path, in.Err
	}
	reason = oneLine(err)
	if errors.Is(err, loaders.ErrNoNetwork) {
		reason += "; --allow-network allows it"
	}
	kind, _, _ = strings.Cut(reason, ": ")
	return path, reason, kind
}

// notAnalysed reports whether a document was stored without being read for
// claims, because of its language.
func notAnalysed(o *graph.Observation) bool {
	return o.Tokens == 0 && !english(o.Document.Language)
}

// reportFile is where the records of a run are written.
type reportFile struct {
	f *os.File
	w *bufio.Writer
}

// createReport makes the report's file, or nothing for an empty path.
func createReport(path string) (*reportFile, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("create the report: %w", err)
	}
	return &reportFile{f, bufio.NewWriter(f)}, nil
}

func (r *reportFile) write(record *reportRecord) error {
	if r == nil {
		return nil
	}
	err := writeJSONLine(r.w, record)
	if err == nil {
		err = r.w.Flush() // whatever happens next, what is known so far can be read
	}
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

func (r *reportFile) close() error {
	if r == nil {
		return nil
	}
	if err := r.f.Close(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
