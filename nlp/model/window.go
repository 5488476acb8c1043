package model

import (
	"cmp"
	"fmt"
	"slices"
)

// A Window is words that stand together, such as a paragraph. What one word
// means may depend on the others around it; nothing depends on other windows.
type Window struct {
	Words []string

	// Starts is the first word of every sentence, in order, the first of them
	// 0. If it is nil, the model decides where sentences start.
	Starts []int

	// Breaks is words that start a sentence in any case, in order. It is used
	// only where the model decides.
	Breaks []int

	// Prior is for each word what speaks for a sentence start there besides the
	// model, in log odds; the model's own are added. Nil is nothing. It is used
	// only where the model decides.
	Prior []float32

	// Readings asks for the readings, which cost about a third more time.
	Readings bool
}

// A Result is the analysis of a window.
type Result struct {
	// Sentences is the first word of each sentence and the one after its
	// last, in order and without gaps.
	Sentences [][2]int
	Words     []Word

	// Readings is what the reader takes the sentences to claim, in the order
	// of subject and object. There are none if the window does not ask for
	// them or the model has no reader.
	Readings []Reading
}

// Speaker stands in a reading for whoever speaks or writes the sentence, such
// as the speaker of a quotation.
const Speaker = -1

// A Reading is a claim that the model sees in two words of a sentence.
type Reading struct {
	Subject, Object int // words of the window, or one of them the Speaker
	Predicate       string
	Probability     float32 // 0 to 1
}

func (r Reading) compare(other Reading) int {
	return cmp.Or(r.Subject-other.Subject, r.Object-other.Object)
}

// shift adds to the numbers of words.
func (r *Reading) shift(by int) {
	if r.Subject != Speaker {
		r.Subject += by
	}
	if r.Object != Speaker {
		r.Object += by
	}
}

// A Word is what the model says about one word.
type Word struct {
	UPOS  string
	XPOS  string
	Feats string // as in CoNLL-U; "_" for none
	Lemma string

	Head     int // within the sentence, from 0; -1 for the root
	Relation string

	Name      string  // tag: "O", or "B-" or "I-" and a type
	NameScore float32 // how probable the tag is, 0 to 1

	// Factuality says how certain the writer is that what the word, if it is
	// a predicate, stands for has happened: from 3 (certainly) by 0 (perhaps)
	// to -3 (certainly not).
	Factuality float32
}

func (w *Window) check() error {
	if w.Starts != nil {
		if len(w.Words) > 0 && (len(w.Starts) == 0 || w.Starts[0] != 0) {
			return fmt.Errorf("the first sentence does not start at the first word: %v", w.Starts)
		}
		if err := increasing(w.Starts, len(w.Words)); err != nil {
			return fmt.Errorf("sentence starts: %w", err)
		}
	}
	if err := increasing(w.Breaks, len(w.Words)); err != nil {
		return fmt.Errorf("breaks: %w", err)
	}
	if w.Prior != nil && len(w.Prior) != len(w.Words) {
		return fmt.Errorf("%d priors for %d words", len(w.Prior), len(w.Words))
	}
	return nil
}

func increasing(x []int, below int) error {
	for i, v := range x {
		if v < 0 || v >= below || i > 0 && v <= x[i-1] {
			return fmt.Errorf("%d at %d of %d words is outside or out of order", v, i, below)
		}
	}
	return nil
}

// has reports whether a list in order has the word.
func has(list []int, word int) bool {
	_, ok := slices.BinarySearch(list, word)
	return ok
}
