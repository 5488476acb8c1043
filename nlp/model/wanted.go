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

// pick lists the wanted words, and their pieces, for the reader. It drops
// sequences without any from the batch, and what the reader starts from in them:
// h numbers a piece.
func (a *arena) pick(h int) {
	r := &a.reader
	r.pieces, r.words, r.place = r.pieces[:0], r.words[:0], grow(r.place, len(a.words))
	word, kept, starts := 0, 0, a.starts[:0]
	for s, start := range a.starts[:len(a.starts)-1] {
		end, before := a.starts[s+1], len(r.words)
		for ; word < len(a.words) && int(a.words[word].start) < end; word++ {
			if r.wanted[word] {
				r.place[word] = int32(len(r.words))
				r.add(a.words[word], int32(kept-start))
			}
		}
		if len(r.words) == before {
			continue
		}
		copy(r.state[kept*h:], r.state[start*h:end*h])
		starts = append(starts, kept)
		kept += end - start
	}
	a.starts, a.pieces = append(starts, kept), a.pieces[:kept]
}

// add adds a word whose pieces have moved in the batch.
func (a *readerArena) add(word wordSpan, by int32) {
	first := int32(len(a.pieces))
	for piece := word.start; piece < word.end; piece++ {
		a.pieces = append(a.pieces, piece+by)
	}
	a.words = append(a.words, wordSpan{first, int32(len(a.pieces))})
}
