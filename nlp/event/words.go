package event

import "github.com/kgbuild/kgbuild/nlp/internal/lexicon"

// words makes a set of space-separated words.
var words = lexicon.Words
