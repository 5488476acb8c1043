package export

import (
	"encoding/json"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// jsonLines writes documents, entities and claims, each by id, one JSON object
// a line. Facts that are not known are null in a document and missing in an
// entity or a claim; lists are always there.
func jsonLines() Format {
	return Format{Name: "jsonl", Extension: ".jsonl", Kind: Records, Description: "one JSON object a line: documents, entities, claims, with every mention and span", write: writeJSONLines}
}

type documentRecord struct {
	Kind      string           `json:"kind"`
	ID        graph.DocumentID `json:"id"`
	Title     *string          `json:"title"`
	Date      *string          `json:"date"`
	Author    *string          `json:"author"`
	Source    *string          `json:"source"`
	Language  *string          `json:"language"`
	URL       string           `json:"url,omitempty"`
	Path      string           `json:"path"`
	MediaType string           `json:"media_type,omitempty"`
	SHA256    string           `json:"sha256"`
	CopyOf    graph.DocumentID `json:"copy_of,omitempty"`
}

type entityRecord struct {
	Kind      string           `json:"kind"`
	ID        graph.EntityID   `json:"id"`
	Type      nlp.EntityType   `json:"type"`
	EventType string           `json:"event_type,omitempty"`
	Name      string           `json:"name"`
	Aliases   []string         `json:"aliases"`
	Unknown   bool             `json:"unknown,omitempty"`
	Time      nlp.Interval     `json:"time,omitzero"`
	Places    []graph.EntityID `json:"places,omitzero"`
	PartOf    graph.EntityID   `json:"part_of,omitempty"`
	Mentions  []mentionRecord  `json:"mentions"`
}

type mentionRecord struct {
	Document graph.DocumentID `json:"document"`
	Start    nlp.Offset       `json:"start"`
	End      nlp.Offset       `json:"end"`
	Text     string           `json:"text"`
}

type claimRecord struct {
	Kind        string           `json:"kind"`
	ID          graph.ClaimID    `json:"id"`
	Subject     graph.End        `json:"subject"`
	Predicate   nlp.Predicate    `json:"predicate"`
	Object      graph.End        `json:"object"`
	Polarity    nlp.Polarity     `json:"polarity"`
	Modality    nlp.Modality     `json:"modality"`
	Attribution []graph.EntityID `json:"attribution"`
	Time        nlp.Interval     `json:"time,omitzero"`
	Confidence  float64          `json:"confidence"`
	Evidence    []graph.Evidence `json:"evidence"`
}

func writeJSONLines(w *writer, r *reading, _ Options) {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	line := func(v any) { w.fail(out.Encode(v)) }
	r.eachDocument(w, func(d *graph.Document) { line(newDocumentRecord(d)) })
	r.eachEntity(w, func(e *graph.Entity) { line(newEntityRecord(e)) })
	r.eachClaim(w, func(c *graph.Claim) {
		line(claimRecord{"claim", c.ID, c.Subject, c.Predicate, c.Object, c.Polarity, c.Modality, listOf(c.Attribution), c.Time, c.Confidence, listOf(c.Evidence)})
	})
}

func newDocumentRecord(d *graph.Document) documentRecord {
	return documentRecord{"document", d.ID, orNull(d.Title), orNull(d.Date.String()), orNull(d.Author), orNull(d.Source), orNull(d.Language), d.URL, d.Path, d.MediaType, d.SHA256, d.CopyOf}
}

func newEntityRecord(e *graph.Entity) entityRecord {
	rec := entityRecord{
		Kind: "entity", ID: e.ID, Type: e.Type, EventType: e.EventType, Name: e.Name, Aliases: listOf(e.Aliases),
		Unknown: e.Unknown, Time: e.Time, PartOf: e.PartOf, Mentions: make([]mentionRecord, len(e.Mentions)),
	}
	if e.Type == nlp.Event {
		rec.Places = listOf(e.Places)
	}
	for i, m := range e.Mentions {
		rec.Mentions[i] = mentionRecord{m.Document, m.Start, m.End, m.Text}
	}
	return rec
}

// orNull returns nil, which JSON writes as null, for what is not known.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// listOf makes sure that an empty list is written as one.
func listOf[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
