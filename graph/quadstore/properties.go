package quadstore

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/nlp"
)

// The properties of nodes: the predicates of unlabelled quads. Values are
// strings unless it says otherwise.
const (
	// Of every node.
	Type quad.IRI = "type" // an entity type, "Claim" or "Document"

	// Of entities and events.
	Name        quad.IRI = "name"
	Alias       quad.IRI = "alias"        // one quad each
	LookupKey   quad.IRI = "key"          // [Key] of the name, an alias or the id
	MentionedIn quad.IRI = "mentioned_in" // a document

	// Of events; Time and TimeEnd also of claims.
	EventType quad.IRI = "event_type"
	Time      quad.IRI = "time"     // first day, "2024-01-03", cut to what is known
	TimeEnd   quad.IRI = "time_end" // last day; absent when it is the first
	Place     quad.IRI = "place"    // an entity
	Within    quad.IRI = "within"   // the event that this one is a part of

	// Of claims.
	Subject     quad.IRI = "subject"   // an entity, a number or a text
	Predicate   quad.IRI = "predicate" // the IRI of the claim's edges
	Object      quad.IRI = "object"    // as subject
	Qualifier   quad.IRI = "qualifier" // of the number that is the object
	Polarity    quad.IRI = "polarity"
	Modality    quad.IRI = "modality"
	Attribution quad.IRI = "attribution" // an entity; one quad each
	Confidence  quad.IRI = "confidence"  // a number, 0 to 1
	InDocument  quad.IRI = "document"    // a document
	Evidence    quad.IRI = "evidence"    // the sentence; one quad each
	Start       quad.IRI = "start"       // of the first evidence, in code points
	End         quad.IRI = "end"

	// Of documents.
	Title    quad.IRI = "title"
	Date     quad.IRI = "date"
	Author   quad.IRI = "author"
	Source   quad.IRI = "source"
	Language quad.IRI = "language"
	URL      quad.IRI = "url"
	Path     quad.IRI = "path"
	CopyOf   quad.IRI = "copy_of" // the document that this one is a near-duplicate of
)

// Properties lists every property.
var Properties = []quad.IRI{
	Type, Name, Alias, LookupKey, MentionedIn, EventType, Time, TimeEnd, Place, Within,
	Subject, Predicate, Object, Qualifier, Polarity, Modality, Attribution, Confidence,
	InDocument, Evidence, Start, End, Title, Date, Author, Source, Language, URL, Path, CopyOf,
}

// Reserved reports whether p is the name of a property. A codebook predicate
// of that name could not be told from it in a query.
func Reserved(p nlp.Predicate) bool { return slices.Contains(Properties, quad.IRI(p)) }
