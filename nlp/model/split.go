package model

import "strings"

const (
	// maxPieces is the longest stretch that the encoder reads, without the
	// pieces that open and close it.
	maxPieces = 254

	// contextWords is the longest stretch, in words, whose sentences are not
	// known: about as long as the model has seen in training.
	contextWords = 128

	// maxSentence is the longest sentence, in words, that the model makes
	// where it decides.
	maxSentence = 200
)

// A stretch is words of one window that the encoder reads together.
type stretch struct {
	window     int
	start, end int  // words
	size       int  // pieces, with those that open and close
	open       bool // more words follow whose sentences are not decided
}

// tokens is a window's words as pieces: word w has those from at[w] to
// at[w+1].
type tokens struct {
	pieces []int32
	at     []int32
	shapes []uint8
}

// knownStretches divides a window whose sentences are known. Each is read
// alone: trees are better by half a point of LAS than with the sentences
// around them, names no worse, and it is as fast. A sentence that is too long
// is read in parts.
func knownStretches(window int, w *Window, t *tokens, limit int) (list []stretch) {
	for i, start := range w.Starts {
		for _, part := range parts(w.Words, t, start, sentenceEnd(w, i), limit) {
			list = append(list, newStretch(window, t, part[0], part[1]))
		}
	}
	return list
}

func sentenceEnd(w *Window, i int) int {
	if i+1 < len(w.Starts) {
		return w.Starts[i+1]
	}
	return len(w.Words)
}

func newStretch(window int, t *tokens, start, end int) stretch {
	return stretch{window: window, start: start, end: end, size: int(t.at[end]-t.at[start]) + 2}
}

// openStretch returns the stretch that starts at a word, as long as fits.
func openStretch(window int, w *Window, t *tokens, start, limit int) stretch {
	end := fit(t, start, min(len(w.Words), start+contextWords), limit)
	s := newStretch(window, t, start, end)
	s.open = end < len(w.Words)
	return s
}

// fit returns the word, end at most, up to which the pieces from start do not
// exceed the limit: at least one word on.
func fit(t *tokens, start, end, limit int) int {
	at := start + 1
	for at < end && int(t.at[at+1]-t.at[start]) <= limit {
		at++
	}
	return at
}

// parts divides a sentence that is too long where a reader would pause.
func parts(words []string, t *tokens, start, end, limit int) (list [][2]int) {
	for int(t.at[end]-t.at[start]) > limit {
		last := fit(t, start, end, limit)
		cut, best := last, 0
		for at := last; at > start+(last-start)/2; at-- {
			if p := pause(words[at-1], words[at]); p > best {
				cut, best = at, p
			}
		}
		list = append(list, [2]int{start, cut})
		start = cut
	}
	return append(list, [2]int{start, end})
}

// pause says how good a place between two words is to cut a sentence.
func pause(before, after string) int {
	switch before {
	case ".", "!", "?", "...", "…":
		return 4
	case ";", ":", "–", "—", "--":
		return 3
	case ",", ")", "]", "”", "\"":
		return 2
	}
	switch strings.ToLower(after) {
	case "and", "or", "but", "nor", "because", "although", "while", "when", "which", "who", "that", "if":
		return 1
	}
	return 0
}
