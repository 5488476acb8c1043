package nlp

// Layer names a part of an analysis that steps need or add.
type Layer string

// The layers, in the order in which they can be made.
const (
	SentenceLayer Layer = "sentences" // boundaries and tokens
	SyntaxLayer   Layer = "syntax"    // tags, lemmas, trees
	NameLayer     Layer = "names"
	TimeLayer     Layer = "times"
	QuoteLayer    Layer = "quotations"
	ChainLayer    Layer = "chains" // mentions and coreference
	ClaimLayer    Layer = "claims"
)

// Analysis is a document with the layers that have been added to it.
type Analysis struct {
	Document   *Document
	Sentences  []Sentence
	Times      []TimeExpression // in text order
	Quotations []Quotation      // in text order
	Chains     []Chain          // Chains[i].ID == i
	Claims     []Claim          // in text order
	Silent     []Silence

	layers map[Layer]bool
	heads  map[TokenRef]ChainID
}

// TokenRef points at a token of an analysis.
type TokenRef struct {
	Sentence int
	Token    int
}

// TimeExpression is a span that says when.
type TimeExpression struct {
	Span     Span
	Sentence int
	Tokens   Range
	Value    Interval
	// Anchored is true when Value was worked out from the document's date or
	// another expression ("Wednesday"), false when the text says it in full.
	Anchored bool
}

// Quotation is a stretch of quoted words and, once known, their speaker.
type Quotation struct {
	Span    Span     // without the quotation marks
	Speaker TokenRef // head token of the speaker's mention
	Cue     TokenRef // verb or preposition that introduces it
	Known   bool     // Speaker and Cue are set
}

// Has reports whether the layer has been added.
func (a *Analysis) Has(l Layer) bool { return a.layers[l] }

// Add records that layers have been added. Steps run by a pipeline need not
// call it; code that brings its own analysis does.
func (a *Analysis) Add(layers ...Layer) {
	if a.layers == nil {
		a.layers = make(map[Layer]bool)
	}
	for _, l := range layers {
		a.layers[l] = true
	}
}

// Token returns the token at r.
func (a *Analysis) Token(r TokenRef) *Token { return &a.Sentences[r.Sentence].Tokens[r.Token] }

// SetChains replaces the chains, numbers them, and indexes their heads and the
// other tokens of their names.
func (a *Analysis) SetChains(chains []Chain) {
	a.Chains = chains
	a.heads = make(map[TokenRef]ChainID)
	for i := range chains {
		for _, m := range chains[i].Mentions {
			if m.Kind != NameMention {
				continue
			}
			for t := m.Tokens.First; t < m.Tokens.End; t++ {
				a.heads[TokenRef{m.Sentence, t}] = ChainID(i)
			}
		}
	}
	for i := range chains {
		chains[i].ID = ChainID(i)
		for _, m := range chains[i].Mentions {
			a.heads[TokenRef{m.Sentence, m.Head}] = ChainID(i)
		}
	}
}

// AddChain appends a chain, such as one for a verb that tells of an event, and
// returns its id.
func (a *Analysis) AddChain(c Chain) ChainID {
	c.ID = ChainID(len(a.Chains))
	a.Chains = append(a.Chains, c)
	if a.heads == nil {
		a.heads = make(map[TokenRef]ChainID)
	}
	for _, m := range c.Mentions {
		a.heads[TokenRef{m.Sentence, m.Head}] = c.ID
	}
	return c.ID
}

// AddMention appends a mention to a chain.
func (a *Analysis) AddMention(c ChainID, m Mention) {
	a.Chains[c].Mentions = append(a.Chains[c].Mentions, m)
	a.heads[TokenRef{m.Sentence, m.Head}] = c
}

// ChainAt returns the chain with a mention whose head is the token at r, else
// one with a name that holds the token (parsers do not always agree on the
// head of a name), or NoChain.
func (a *Analysis) ChainAt(r TokenRef) ChainID {
	if c, ok := a.heads[r]; ok {
		return c
	}
	return NoChain
}

// Article reports whether sentence i belongs to the article itself.
func (a *Analysis) Article(i int) bool { return a.Document.Article(a.Sentences[i].Block) }
