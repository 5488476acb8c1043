package graph

import "github.com/kgbuild/kgbuild/nlp"

// Document is what is known of an article beside its text.
type Document struct {
	ID        DocumentID `json:"id"`
	Title     string     `json:"title,omitempty"`
	Date      nlp.Date   `json:"date,omitzero"`
	Author    string     `json:"author,omitempty"`
	Source    string     `json:"source,omitempty"` // publisher or site
	Language  string     `json:"language,omitempty"`
	URL       string     `json:"url,omitempty"` // address that it gives or was found at
	Path      string     `json:"path"`          // file or address it came from
	MediaType string     `json:"media_type,omitempty"`
	SHA256    string     `json:"sha256"` // of the bytes it was read from, in hexadecimal
	// CopyOf is the original of a near-duplicate: wire copy, a repost. It is
	// derived from all documents; an observation leaves it empty.
	CopyOf DocumentID `json:"copy_of,omitempty"`
}

// The media types of background knowledge.
const (
	TurtleType   = "text/turtle"
	NTriplesType = "application/n-triples"
	NQuadsType   = "application/n-quads"
)

// Background reports whether the document is background knowledge that was
// imported, such as a list of organisations, and no article.
func (d *Document) Background() bool {
	switch d.MediaType {
	case TurtleType, NTriplesType, NQuadsType:
		return true
	}
	return false
}

// Observation is what was read in one document. It is immutable once written
// to the log.
type Observation struct {
	Document Document `json:"document"`
	// Locator names the document across its versions: the address or the file
	// that it was read from. It is empty for one without a lasting name, such as
	// a row of a table.
	Locator string        `json:"locator,omitempty"`
	Text    string        `json:"text"`
	Blocks  []nlp.Block   `json:"blocks,omitempty"`
	Chains  []nlp.Chain   `json:"chains"`
	Claims  []nlp.Claim   `json:"claims"`
	Silent  []nlp.Silence `json:"silent,omitempty"`
	// Sentences counts the sentences of the article itself; Tokens all tokens.
	Sentences int `json:"sentences"`
	Tokens    int `json:"tokens"`
	// Analyser names the versions of program, model and codebook that read it.
	Analyser string `json:"analyser"`
}
