package resolve

import (
	"iter"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// unitID is the index of a unit; units are numbered by document id, chain and
// part, whatever the order in which documents arrive.
type unitID int32

const noUnit unitID = -1

// form is one way in which a document calls a unit, and how often.
type form struct {
	text  string
	count int
}

// unit is a chain, or the part of it that is used in one way, in summary. There
// are more of them than of anything else that is held, so they are kept small.
type unit struct {
	doc      int32 // index of the document
	chain    int32
	first    place // its first mention
	mentions int32
	use      use
	generic  bool
	unknown  bool
	claimed  bool // an end of a claim, or one whose words a claim is
	stated   bool // background knowledge says that all its names are its own

	typ      nlp.EntityType
	name     string // the best form
	forms    []form // proper names, best first
	nominals []form // nominal mentions without articles, for events and institutions
	descs    []string

	sense    *Sense // what the gazetteer knows it as; never nil, Key is empty otherwise
	country  string // key of the country that its name holds
	partners []partner
	event    *eventSummary
}

// unknownSense is that of units that the gazetteer does not know.
var unknownSense = new(Sense)

// place is a span of a document.
type place struct{ start, end int32 }

func placeOf(s nlp.Span) place { return place{int32(s.Start), int32(s.End)} }

// named reports whether the unit has a proper name.
func (u *unit) named() bool { return len(u.forms) > 0 }

// document is what resolution keeps of one document.
type document struct {
	id   graph.DocumentID
	date nlp.Date
	// The units of the document's chains stand one behind the other, from base;
	// starts tells, counted from there, where those of each chain begin, and at
	// last where those of the last one end.
	base   unitID
	starts []int32
	// country is the key of the country that the document speaks of most.
	country string
	// spans holds the units of the mentions that corrections point at.
	spans map[nlp.Span]unitID
	meta  graph.Document
	// copyOf is the index of the document that this one is a copy of, or its own.
	copyOf int32
}

// unit returns the unit that is a part of a chain.
func (doc *document) unit(chain nlp.ChainID, part int) unitID {
	return doc.base + unitID(doc.starts[chain]) + unitID(part)
}

// units ranges over the document's units.
func (doc *document) units() iter.Seq[unitID] {
	return func(yield func(unitID) bool) {
		for i := range doc.count() {
			if !yield(doc.base + unitID(i)) {
				return
			}
		}
	}
}

// count returns how many units the document has.
func (doc *document) count() int { return int(doc.starts[len(doc.starts)-1]) }

// use says how the mentions of a part of a chain are used.
type use int8

const (
	wholeUse use = iota // the chain is not divided
	actorUse            // a capital or seat of government that acts: its state
	placeUse            // a capital as a city
	cutUse              // a mention that a correction takes out
)

// documentOf returns the document that a unit is of.
func (r *resolver) documentOf(u unitID) graph.DocumentID { return r.docs[r.units[u].doc].id }
