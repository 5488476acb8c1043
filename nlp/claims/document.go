package claims

import (
	"sync"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/reattach"
)

// document is the state of one extraction.
type document struct {
	a           *nlp.Analysis
	cb          *codebook.Codebook
	trees       []*tree
	unstated    nlp.ChainID
	done        []nlp.Claim         // of the sentences before
	teams       map[nlp.ChainID]int // see document.sides
	anyVerb     int                 // patterns that hang on every verb
	anyNoun     int                 // patterns that hang on every noun
	atHome      map[string]int      // see document.countries
	writtenFrom string              // country of the dateline, once atHome is there
	fromSeat    bool                // the dateline's town is one of many states' meetings
	inPassing   map[string]bool     // countries named once, as a party: see [document.countCountries]
	mourning    *nlp.ChainID        // see document.mourned
	ofSport     func() bool         // see document.reportsSport
	ofPolitics  func() bool         // see document.reportsPolitics
}

func newDocument(a *nlp.Analysis, cb *codebook.Codebook) *document {
	d := &document{a: a, cb: cb, trees: make([]*tree, len(a.Sentences)), unstated: nlp.NoChain,
		anyVerb: len(cb.Match(codebook.Verb, "")), anyNoun: len(cb.Match(codebook.Noun, ""))}
	d.ofSport = sync.OnceValue(func() bool { return d.wordsOf(onlyOfSport) >= minSport })
	d.ofPolitics = sync.OnceValue(func() bool { return d.wordsOf(onlyOfPolitics) >= minPolitics })
	return d
}

func (d *document) tree(i int) *tree {
	if d.trees[i] == nil {
		d.trees[i] = newTree(reattach.Sentence(&d.a.Sentences[i], d.isName), i)
	}
	return d.trees[i]
}
