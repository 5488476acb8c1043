package model

// readSentence is a sentence that is to be read: the words of a window between
// bounds, of which the first is the given row of the batch.
type readSentence struct {
	window int
	bounds [2]int
	row    int
}

// candidate reports whether a word can be a subject or object.
func candidate(w *Word) bool {
	switch w.UPOS {
	case "NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM":
		return true
	}
	return false
}

// want marks the words of a sentence that its pairs are made of: candidates,
// and what is above them in the tree, where the ways between them run. They are
// about half of all words. The first word is the given row of the batch.
func (a *readerArena) want(words []Word, row int) {
	for i := range words {
		if !candidate(&words[i]) {
			continue
		}
		for at := i; at >= 0 && !a.wanted[row+at]; at = words[at].Head {
			a.wanted[row+at] = true
		}
	}
}

// pick lists the wanted words of the batch, and their pieces.
func (a *readerArena) pick(batch []wordSpan) {
	a.pieces, a.words, a.place = a.pieces[:0], a.words[:0], grow(a.place, len(batch))
	for i, wanted := range a.wanted {
		if !wanted {
			continue
		}
		first := int32(len(a.pieces))
		for piece := batch[i].start; piece < batch[i].end; piece++ {
			a.pieces = append(a.pieces, piece)
		}
		a.place[i] = int32(len(a.words))
		a.words = append(a.words, wordSpan{first, int32(len(a.pieces))})
	}
}
