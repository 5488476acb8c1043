package graph

import "github.com/kgbuild/kgbuild/nlp"

// Entity is a person, organisation, place, event or other thing that chains
// of mentions stand for. Slices are sorted; places and participants name other
// entities.
type Entity struct {
	ID       EntityID       `json:"id"`
	Type     nlp.EntityType `json:"type"`
	Name     string         `json:"name"`
	Aliases  []string       `json:"aliases"`
	Mentions []Mention      `json:"mentions"` // by document, then offset
	// Unknown is true when no document says who or what it is.
	Unknown bool `json:"unknown,omitempty"`

	// The rest is set for events only.
	EventType string       `json:"event_type,omitempty"`
	Time      nlp.Interval `json:"time,omitzero"`
	Places    []EntityID   `json:"places,omitempty"`
	PartOf    EntityID     `json:"part_of,omitempty"`
}

// Mention is where a document speaks of an entity.
type Mention struct {
	Document DocumentID      `json:"document"`
	Start    nlp.Offset      `json:"start"`
	End      nlp.Offset      `json:"end"`
	Text     string          `json:"text"`
	Kind     nlp.MentionKind `json:"kind"`
	Because  string          `json:"because,omitempty"` // rule that put it into its document's chain
}

// ChainRef points at a chain of an observation.
type ChainRef struct {
	Document DocumentID  `json:"document"`
	Chain    nlp.ChainID `json:"chain"`
}

// Merge says why two chains are one entity. Rule is a short name
// ("alias", "acronym", "transliteration", "same event", "correction"); Reason
// is a sentence for people, with the forms that were compared.
type Merge struct {
	Entity EntityID `json:"entity"`
	A      ChainRef `json:"a"`
	B      ChainRef `json:"b"`
	Rule   string   `json:"rule"`
	Reason string   `json:"reason"`
}

// MaybeSame says that two entities may be one, and why they were not merged.
type MaybeSame struct {
	A      EntityID `json:"a"` // A < B
	B      EntityID `json:"b"`
	Rule   string   `json:"rule"`
	Reason string   `json:"reason"`
}

// Predicates tells what the graph needs to know of the codebook.
type Predicates map[nlp.Predicate]PredicateInfo

// PredicateInfo is what the graph needs to know of one predicate.
type PredicateInfo struct {
	Symmetric bool            `json:"symmetric,omitempty"`
	Implies   []nlp.Predicate `json:"implies,omitempty"` // direct implications only
}
