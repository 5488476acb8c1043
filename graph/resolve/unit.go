package resolve

import (
	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/neardup"
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

// unit is a chain, or the part of it that is used in one way, in summary.
type unit struct {
	ref      graph.ChainRef
	doc      int // index of the document
	use      use
	typ      nlp.EntityType
	first    nlp.Span // its first mention
	name     string   // the best form
	forms    []form   // proper names, best first
	nominals []form   // nominal mentions without articles, for events and institutions
	descs    []string
	mentions int
	generic  bool
	unknown  bool
	cut      bool // taken out of its chain by a correction
	claimed  bool // an end of a claim, or one whose words a claim is
	stated   bool // background knowledge says that all its names are its own

	sense    Sense  // what the gazetteer knows it as; Key is empty otherwise
	country  string // key of the country that its name holds
	partners []partner
	event    *eventSummary
}

// named reports whether the unit has a proper name.
func (u *unit) named() bool { return len(u.forms) > 0 }

// document is what resolution keeps of one document.
type document struct {
	id     graph.DocumentID
	date   nlp.Date
	chains [][]unitID // units of each chain, in the order of its parts
	// country is the key of the country that the document speaks of most.
	country string
	// spans holds the units of the mentions that corrections point at.
	spans map[nlp.Span]unitID
	meta  graph.Document
	words neardup.Sketch
}

// use says how the mentions of a part of a chain are used.
type use int8

const (
	wholeUse use = iota // the chain is not divided
	actorUse            // a capital or seat of government that acts: its state
	placeUse            // a capital as a city
	cutUse              // a mention that a correction takes out
)
