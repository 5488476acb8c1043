package model

import "slices"

// tagArena is the memory of decodeTags.
type tagArena struct {
	score []float32 // best score of a path that ends in a tag
	next  []float32
	from  []int16 // [word][tag]: the tag before it on that path
}

// argmax returns the index of the largest number, the first of equals.
func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// decodeTags finds the best sequence of name tags in which every inside tag
// follows a tag of its own type (Viterbi). row returns the scores of word i;
// set is called for each word, the last one first.
func (l *labels) decodeTags(a *tagArena, n int, row func(i int) []float32, set func(i, tag int)) {
	count := len(l.name)
	a.score, a.next = grow(a.score, count), grow(a.next, count)
	a.from = grow(a.from, n*count)
	for i := 0; i < n; i++ {
		emission, from := row(i), a.from[i*count:][:count]
		best := argmax(a.score)
		for tag, e := range emission[:count] {
			begin := l.before[tag]
			switch {
			case i == 0 && begin >= 0:
				a.next[tag] = impossible
				from[tag] = 0
			case i == 0:
				a.next[tag] = e
				from[tag] = 0
			case begin < 0:
				a.next[tag] = a.score[best] + e
				from[tag] = int16(best)
			default:
				before := begin
				if a.score[tag] > a.score[begin] {
					before = tag
				}
				a.next[tag] = a.score[before] + e
				from[tag] = int16(before)
			}
		}
		a.score, a.next = a.next, a.score
		// Only differences count; keep the sums of a long sentence small.
		top := slices.Max(a.score)
		for tag := range a.score {
			a.score[tag] = max(a.score[tag]-top, impossible)
		}
	}
	tag := argmax(a.score)
	for i := n - 1; i >= 0; i-- {
		set(i, tag)
		tag = int(a.from[i*count+tag])
	}
}

// impossible is less than any sum of scores.
const impossible = -1e30
