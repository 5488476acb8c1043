// Package dating says when the things happened that claims tell of.
//
// A claim seldom names its date. So a [Dating] has a [Basis]: the date that the
// document gives for what it claims; failing that, the time of the event that
// the claim is about; failing that, only the day of the report.
package dating

import (
	"time"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Basis says what a date rests on.
type Basis string

// The bases, the best first.
const (
	Stated   Basis = "stated" // the document dates what it claims
	OfEvent  Basis = "event"  // the time of the event that the claim is about
	OfReport Basis = "report" // the document's own date: it happened by then
	Undated  Basis = ""       // nothing is known
)

// Dating is when something happened, and how that is known.
type Dating struct {
	Time  nlp.Interval `json:"time,omitzero"`
	Basis Basis        `json:"basis,omitempty"`
}

// Graph is what dating reads of a graph.
type Graph interface {
	Entity(graph.EntityID) (*graph.Entity, error)
	Document(graph.DocumentID) (*graph.Document, error)
}

// Dater dates claims of one graph and remembers what it has read. It is not
// safe for use by several goroutines.
type Dater struct {
	g         Graph
	events    map[graph.EntityID]nlp.Interval
	documents map[graph.DocumentID]nlp.Date
}

// New returns a dater of g's claims.
func New(g Graph) *Dater {
	return &Dater{g: g, events: make(map[graph.EntityID]nlp.Interval), documents: make(map[graph.DocumentID]nlp.Date)}
}

// Claim returns when what c tells of happened. Of two events, the subject's
// time counts.
func (d *Dater) Claim(c *graph.Claim) (Dating, error) {
	if !c.Time.IsZero() {
		return Dating{c.Time, Stated}, nil
	}
	for _, id := range c.Entities() {
		t, err := d.Event(id)
		if err != nil {
			return Dating{}, err
		}
		if !t.IsZero() {
			return Dating{t, OfEvent}, nil
		}
	}
	date, err := d.Report(c.Document)
	if err != nil || date.IsZero() {
		return Dating{}, err
	}
	return Dating{nlp.On(date), OfReport}, nil
}

// Event returns the time of an event, which is zero when it is not known or id
// is no event's.
func (d *Dater) Event(id graph.EntityID) (nlp.Interval, error) {
	if !id.IsEvent() {
		return nlp.Interval{}, nil
	}
	t, ok := d.events[id]
	if !ok {
		e, err := d.g.Entity(id)
		if err != nil {
			return t, err
		}
		t = e.Time
		d.events[id] = t
	}
	return t, nil
}

// Report returns the date of a document, which is zero when it is not known.
func (d *Dater) Report(id graph.DocumentID) (nlp.Date, error) {
	date, ok := d.documents[id]
	if !ok {
		doc, err := d.g.Document(id)
		if err != nil {
			return date, err
		}
		date = doc.Date
		d.documents[id] = date
	}
	return date, nil
}

// Bounds returns the first and the last day that an interval may cover. A side
// that is not known is the zero time, and bounds nothing.
func Bounds(i nlp.Interval) (first, last time.Time) {
	if !i.Start.IsZero() {
		first = i.Start.Time()
	}
	switch e := i.End; {
	case e.IsZero():
	case e.Month == 0:
		last = time.Date(e.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case e.Day == 0:
		last = time.Date(e.Year, time.Month(e.Month)+1, 0, 0, 0, 0, 0, time.UTC)
	default:
		last = e.Time()
	}
	return first, last
}

// Overlap reports whether two intervals may share a day.
func Overlap(a, b nlp.Interval) bool {
	aFirst, aLast := Bounds(a)
	bFirst, bLast := Bounds(b)
	before := func(last, first time.Time) bool { return !last.IsZero() && !first.IsZero() && last.Before(first) }
	return !before(aLast, bFirst) && !before(bLast, aFirst)
}
