package nlp

import "strings"

// Token is one syntactic word of a sentence.
type Token struct {
	Span       Span
	Form       string
	Lemma      string
	UPOS       string   // universal part of speech, "NOUN"
	XPOS       string   // Penn Treebank tag, "NNS"
	Features   Features // morphological features
	Head       int      // index of the head in the sentence; Root for the root
	Relation   Relation // dependency relation to the head
	Factuality float32  // the model's reading of a predicate: -3 (did not happen) to 3 (did); 0 when unknown
	SpaceAfter bool     // white space follows in the text
	// Continues is true when the word and the one before it are written as one
	// orthographic token, as "n't" in "don't".
	Continues bool
}

// Finite reports whether the tag is that of a verb in the present or past tense,
// which can head a clause of its own.
func (t *Token) Finite() bool {
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP"
}

// Root is the head of a sentence's root token.
const Root = -1

// Features are morphological features as CoNLL-U writes them,
// "Number=Sing|Tense=Past"; empty when there are none.
type Features string

// Get returns the value of one feature, or "".
func (f Features) Get(name string) string {
	for part := range strings.SplitSeq(string(f), "|") {
		if v, ok := strings.CutPrefix(part, name+"="); ok {
			return v
		}
	}
	return ""
}

// Relation is a dependency relation with its subtype, such as "nsubj:pass".
type Relation string

// Base returns the relation without its subtype.
func (r Relation) Base() Relation {
	base, _, _ := strings.Cut(string(r), ":")
	return Relation(base)
}

// Sentence is a run of tokens with one dependency tree.
type Sentence struct {
	Span   Span
	Block  int // index in Document.Blocks
	Tokens []Token
	Names  []Name // in order, without overlap

	// Readings is the claims that the model sees in pairs of tokens, in the
	// order of subject and object; none where they were not asked for.
	Readings []Reading
}

// Reading is a claim that the model sees in two tokens of a sentence, such as
// the heads of two mentions.
type Reading struct {
	Subject, Object int // tokens, or one of them the Speaker
	Predicate       Predicate
	Probability     float32 // 0 to 1
}

// Speaker stands in a reading for whoever says the sentence, such as the
// speaker of the quotation that it is part of.
const Speaker = -1

// Within reports whether token i is token h or below it. Heads that form a
// circle end the search.
func (s *Sentence) Within(i, h int) bool {
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		if i == h {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// IsTree reports whether the heads form a tree: every token hangs, over others,
// on a root.
func (s *Sentence) IsTree() bool {
	const unseen, onWay, done = 0, 1, 2
	state := make([]byte, len(s.Tokens))
	for i := range s.Tokens {
		x := i
		for x >= 0 && state[x] == unseen {
			state[x] = onWay
			if x = s.Tokens[x].Head; x >= len(s.Tokens) {
				return false
			}
		}
		if x >= 0 && state[x] == onWay {
			return false
		}
		for x = i; x >= 0 && state[x] == onWay; x = s.Tokens[x].Head {
			state[x] = done
		}
	}
	return true
}

// Name is a run of tokens that is a proper name.
type Name struct {
	Tokens Range
	Type   EntityType
	Score  float32 // probability of the model, 0 to 1; 1 when given by the input
}

// Range is the half-open range of token indices from First up to, not
// including, End.
type Range struct {
	First int `json:"first"`
	End   int `json:"end"`
}

// Contains reports whether token i lies in the range.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.End }

// Len returns the number of tokens in the range.
func (r Range) Len() int { return r.End - r.First }

// HeadOf returns the first token of r that hangs on something outside r, or r.First.
func (s *Sentence) HeadOf(r Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Contains(s.Tokens[i].Head) {
			return i
		}
	}
	return r.First
}

// SpanOf returns the text span that the tokens of r cover.
func (s *Sentence) SpanOf(r Range) Span {
	if r.Len() <= 0 {
		return Span{s.Span.Start, s.Span.Start}
	}
	return Span{s.Tokens[r.First].Span.Start, s.Tokens[r.End-1].Span.End}
}

// Children returns the indices of the tokens whose head is i, in order. It
// walks the sentence; callers that ask often build an index of their own.
func (s *Sentence) Children(i int) []int {
	var out []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i {
			out = append(out, j)
		}
	}
	return out
}

// RootToken returns the index of the root, or -1 in an empty sentence.
func (s *Sentence) RootToken() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head == Root {
			return i
		}
	}
	return -1
}
