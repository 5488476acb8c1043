package model

// sentences returns the sentences of a stretch. Where they are known that is
// the one, or the part of one, that the stretch was made of; else the boundary
// head decides, and if the stretch is open, what follows its last boundary is
// left for the next one.
func (j *job) sentences(rows []float32, s stretch) (list [][2]int) {
	w := &j.windows[s.window]
	if w.Starts != nil {
		return append(list, [2]int{s.start, s.end})
	}
	from := s.start
	for word := s.start + 1; word < s.end; word++ {
		if j.margin(rows, s, word) > 0 || has(w.Breaks, word) {
			list = append(list, [2]int{from, word})
			from = word
		}
	}
	switch {
	case !s.open:
		list = append(list, [2]int{from, s.end})
	case len(list) == 0:
		// One sentence fills the stretch: cut it in its second half.
		list = append(list, [2]int{from, j.likeliest(rows, s, (s.start+s.end)/2+1, s.end)})
	}
	return j.shorten(rows, s, list)
}

// margin is how much the boundary head and the window's prior prefer that a
// sentence starts at a word.
func (j *job) margin(rows []float32, s stretch, word int) float32 {
	h := &j.model.heads
	b := h.boundary.of(rows[(word-s.start)*h.width:])
	if prior := j.windows[s.window].Prior; prior != nil {
		return b[1] - b[0] + prior[word]
	}
	return b[1] - b[0]
}

// likeliest returns the likeliest boundary among the words from low to
// high-1, or high if there are none.
func (j *job) likeliest(rows []float32, s stretch, low, high int) int {
	if low >= high {
		return high
	}
	best := low
	for word := low; word < high; word++ {
		if j.margin(rows, s, word) > j.margin(rows, s, best) {
			best = word
		}
	}
	return best
}

// shorten cuts sentences of more than maxSentence words at their likeliest
// boundaries, away from their ends.
func (j *job) shorten(rows []float32, s stretch, list [][2]int) (short [][2]int) {
	for _, b := range list {
		for b[1]-b[0] > maxSentence {
			cut := j.likeliest(rows, s, b[0]+maxSentence/4, b[0]+maxSentence)
			short = append(short, [2]int{b[0], cut})
			b[0] = cut
		}
		short = append(short, b)
	}
	return short
}

// joinParts makes one tree of the parts of a sentence that was too long to
// read at once: the root of each later part hangs on the first one's root.
func (j *job) joinParts(window int) {
	w, r := &j.windows[window], &j.results[window]
	if w.Starts == nil || len(r.Sentences) == len(w.Starts) {
		return
	}
	parts := r.Sentences
	r.Sentences = make([][2]int, len(w.Starts))
	for i, start := range w.Starts {
		r.Sentences[i] = [2]int{start, sentenceEnd(w, i)}
		root := 0
		for ; len(parts) > 0 && parts[0][0] < r.Sentences[i][1]; parts = parts[1:] {
			for k := parts[0][0]; k < parts[0][1]; k++ {
				word := &r.Words[k]
				switch first := parts[0][0] == start; {
				case word.Head >= 0:
					word.Head += parts[0][0] - start
				case first:
					root = k - start
				default:
					word.Head, word.Relation = root, joined
				}
			}
		}
	}
}

// joined is the relation of parts that no closer one is known of.
const joined = "parataxis"
