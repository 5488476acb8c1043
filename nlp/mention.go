package nlp

// EntityType is the kind of thing that a chain or an entity stands for.
type EntityType string

// The entity types of the claim model.
const (
	Person       EntityType = "Person"
	Organization EntityType = "Organization"
	Country      EntityType = "Country"
	City         EntityType = "City"
	Place        EntityType = "Place"
	Facility     EntityType = "Facility"
	Group        EntityType = "Group"   // peoples, faiths, "militants"
	Product      EntityType = "Product" // weapons, media, vehicles
	Event        EntityType = "Event"
	Concept      EntityType = "Concept" // anything else that a claim needs as its end
)

// EntityTypes lists every entity type in the order of the claim model.
var EntityTypes = []EntityType{
	Person, Organization, Country, City, Place, Facility, Group, Product, Event, Concept,
}

// Valid reports whether t is one of the types above.
func (t EntityType) Valid() bool {
	for _, known := range EntityTypes {
		if t == known {
			return true
		}
	}
	return false
}

// IsArea reports whether t is a kind of place that can hold others.
func (t EntityType) IsArea() bool { return t == Country || t == City || t == Place }

// IsPlace reports whether t is a kind of place.
func (t EntityType) IsPlace() bool { return t.IsArea() || t == Facility }

// CanAct reports whether what has type t can speak and act; places do when they
// stand for those who are there.
func (t EntityType) CanAct() bool {
	return t.IsPlace() || t == Person || t == Organization || t == Group
}

// Extent orders the kinds of place by how much they hold, from 0 for a facility
// to 3 for a country.
func (t EntityType) Extent() int {
	switch t {
	case City:
		return 1
	case Place:
		return 2
	case Country:
		return 3
	}
	return 0
}

// MentionKind says how a mention refers.
type MentionKind string

// The kinds of mention.
const (
	NameMention    MentionKind = "name"    // "Islamic State"
	NominalMention MentionKind = "nominal" // "the group", "two explosions"
	PronounMention MentionKind = "pronoun" // "it", "who"
	VerbMention    MentionKind = "verb"    // a verb that tells of an event
)

// Mention is one span of a document that names or describes an entity or an
// event. Span covers what a reader would point at (without relative clauses);
// Head is the token that the phrase hangs from.
type Mention struct {
	Span     Span        `json:"span"`
	Text     string      `json:"text"`
	Kind     MentionKind `json:"kind"`
	Sentence int         `json:"sentence"`
	Tokens   Range       `json:"tokens"`
	Head     int         `json:"head"`
	// Place is true when the mention is used as a location ("in Tehran")
	// rather than as an actor ("Tehran vowed").
	Place bool `json:"place,omitempty"`
	// Because names the rule that put this mention into its chain; empty for
	// the chain's first mention.
	Because string `json:"because,omitempty"`
}

// ChainID is the index of a chain in its document's analysis.
type ChainID int

// NoChain stands for the absence of a chain.
const NoChain ChainID = -1

// Chain is everything in one document that stands for the same entity.
type Chain struct {
	ID       ChainID    `json:"id"`
	Type     EntityType `json:"type"`
	Name     string     `json:"name"`            // the best form the document gives
	Names    []string   `json:"names,omitempty"` // distinct proper names, sorted
	Mentions []Mention  `json:"mentions"`        // in text order
	// Descriptions are what the document calls it besides its names:
	// "Iranian lawmaker", "terrorist group"; sorted, without articles.
	Descriptions []string    `json:"descriptions,omitempty"`
	Event        *EventFacts `json:"event,omitempty"` // set exactly when Type is Event
	// Members are the chains that a chain for several stands for ("they" for
	// "A and B"); a claim about the chain is a claim about each of them.
	Members []ChainID `json:"members,omitempty"`
	// Unknown is true when the document does not say who or what it is ("it"
	// without antecedent, "someone").
	Unknown bool `json:"unknown,omitempty"`
	// Generic is true for a phrase that names a kind and nothing particular
	// ("attacks", "people") and so must not be joined with its like elsewhere.
	Generic bool `json:"generic,omitempty"`
}

// Named reports whether the chain has a proper name.
func (c *Chain) Named() bool { return len(c.Names) > 0 }

// EventFacts is what a document says of an event beside its claims.
type EventFacts struct {
	Type         string        `json:"type"` // "bombing", "election": a lower-case noun
	Time         Interval      `json:"time,omitzero"`
	Places       []ChainID     `json:"places,omitempty"`
	Participants []Participant `json:"participants,omitempty"`
	Count        *Quantity     `json:"count,omitempty"` // "two explosions"
	Deaths       []Quantity    `json:"deaths,omitempty"`
	Injuries     []Quantity    `json:"injuries,omitempty"`
	PartOf       ChainID       `json:"part_of"` // NoChain when none
}

// Participant is a chain with its role in an event.
type Participant struct {
	Role  Role    `json:"role"`
	Chain ChainID `json:"chain"`
}

// Role is what a participant is to an event.
type Role string

// The roles of participants.
const (
	AgentRole    Role = "agent"
	PatientRole  Role = "patient" // victim, target, whom it is done to
	HonoureeRole Role = "honouree"
)
