// Package background makes observations of background knowledge: files of RDF
// that say what things there are, what they are called, and how they stand to
// each other, such as a list of known organisations.
//
// A file becomes one observation, like an article, so all that holds for
// articles holds for it: read once, it is kept as it was; what it says is
// derived anew with everything else; its claims lead back to it; withdrawn, it
// takes with it what it alone supported. [graph.Document.Background] tells it
// from an article.
//
// A thing is a resource with a name. It becomes a chain whose names are its
// labels, so the resolver joins it with what articles call by one of them. The
// text of the observation says line by line what the file says, in words; that
// is what mentions and evidence point at. A statement between two things
// becomes a claim in the file's own voice: its predicate is the codebook's
// where the vocabulary has one for it, and an open one otherwise. What is said
// in literals beside names and types is passed over and counted.
package background

import (
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Options say what a file does not.
type Options struct {
	Path   string   // that it was read from
	Title  string   // of the document
	Source string   // whose knowledge it is
	Date   nlp.Date // of which it is; may be unknown
	// Type is what things are whose type the file does not say, or says in
	// words that are not known. When it is empty they are passed over.
	Type nlp.EntityType
	// Analyser names the program that reads it.
	Analyser string
}

// Summary says what a file gave, and what it did not.
type Summary struct {
	Things     int
	Names      int
	Statements int            // between things
	Untyped    int            // things passed over for want of a type
	Passed     map[string]int // statements passed over, by property
}

// mediaType returns the media type of a file by its name: N-Quads and N-Triples
// or, as all of these can be read as such, Turtle.
func mediaType(path string) string {
	switch lower := strings.ToLower(path); {
	case strings.HasSuffix(lower, ".nq"):
		return graph.NQuadsType
	case strings.HasSuffix(lower, ".nt"):
		return graph.NTriplesType
	}
	return graph.TurtleType
}
