package loaders

import (
	"crypto/sha256"
	"encoding/hex"
)

// Document is one article as it was read.
type Document struct {
	Text     string
	Title    string
	Date     Date
	DateFrom DateOrigin // where Date comes from; empty when it is unknown
	Author   string     // several are joined by ", "
	Source   string     // publisher, agency or site
	URL      string     // address the document itself gives
	Language string     // ISO 639-1 code as declared or detected; empty when unknown
	// Path is the file the document came from; for one of many in a file, the
	// file, "#" and the line or name in it.
	Path string
	// Locator names the document across its versions: its address for a record
	// of a crawl, a feed or a table that has one, else its file, with the whole
	// path, and the name in it. It is empty for what has no lasting name: a row
	// without an address, what comes from standard input.
	Locator   string
	MediaType string
	SHA256    string // of the bytes as read, of a feed item its fields; in hexadecimal
	Parts     []Part // in text order, without overlap; none for CoNLL-U
	// Known is true for a document that [Options.Known] knows. It was not decoded:
	// beside its hash and path, only what stands outside of it is set.
	Known bool
	// Notes are for the reader of a report: what was given but not understood.
	Notes []string
}

// Part is a stretch of a document's text with one function, in code points.
type Part struct {
	Start, End int
	Kind       PartKind
}

// PartKind says what a part is for.
type PartKind string

// The kinds of part.
const (
	Title    PartKind = "title"
	Heading  PartKind = "heading" // inside the article
	Body     PartKind = "body"
	ListItem PartKind = "list-item"
	Caption  PartKind = "caption"
	Byline   PartKind = "byline" // author, agency, photographer, dateline
	DateLine PartKind = "date"
	Source   PartKind = "source"      // "Source: …"
	Related  PartKind = "related"     // headings of and links to other articles
	Comment  PartKind = "comment"     // readers' comments, prayers, other additions
	Other    PartKind = "boilerplate" // navigation, forms, notices
)

// DateOrigin says where a document's date comes from.
type DateOrigin string

// The origins of a date.
const (
	FromMetadata DateOrigin = "metadata" // fields of the page, file or record
	FromText     DateOrigin = "text"     // a date line or byline of the article
	FromSidecar  DateOrigin = "sidecar"  // set by the user in a file beside the document
	FromOption   DateOrigin = "option"   // set by the user for documents without one
)

// setDate sets the date if it is known and none was set before.
func (d *Document) setDate(date Date, from DateOrigin) {
	if d.Date == "" && date != "" {
		d.Date, d.DateFrom = date, from
	}
}

// setIfEmpty gives *field a value unless it has one.
func setIfEmpty(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
