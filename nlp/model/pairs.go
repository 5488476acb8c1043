package model

import "github.com/kgbuild/kgbuild/nlp/model/kernel"

// readerArena is the memory of the reader.
type readerArena struct {
	// of a batch
	state     []float32 // of the encoder's layer that the reader starts from
	sentences []readSentence
	wanted    []bool     // words that are
	pieces    []int32    // of these
	words     []wordSpan // these, with pieces as they stand there
	place     []int32    // of the words among these
	vectors   []float32  // one row for each of these
	projected []float32  // one row for each of these

	// of a sentence
	readings []Reading
	depth    []int32 // of words in the tree
	root     int
	path     []int32
	ends     []int // candidates for subject and object
	subject  []float32
	object   []float32
	best     []choice // [subject][object]

	// of a block of pairs
	pairs  []float32 // one row a pair: joined parts, middle layer, zeros that stay
	scores []float32 // one row a pair
	productArena
}

// choice is a predicate and how probable it is.
type choice struct {
	predicate   int
	probability float32
}

// read adds the readings of a sentence, with the numbers that words have in
// it, to the arena's; place is the rows in which its words are projected.
func (r *reader) read(k *kernel.Set, a *readerArena, place []int32, words []Word) {
	r.findEnds(k, a, place, words)
	n := len(a.ends)
	if n < 2 {
		return
	}
	a.setDepths(words)
	stride := r.scores.Inner
	a.pairs = grow(a.pairs, blockRows*stride)
	a.scores = grow(a.scores, blockRows*roundUp(len(r.predicates)+1, kernel.Block))
	a.best = grow(a.best, n*n)
	filled := 0
	var pair [blockRows]int
	for i := range n {
		for j := range n {
			if i == j {
				continue
			}
			pair[filled] = i*n + j
			r.join(k, a, a.pairs[filled*stride:][:r.hidden], place, words, i, j)
			if filled++; filled == blockRows {
				r.choose(k, a, pair[:filled])
				filled = 0
			}
		}
	}
	r.choose(k, a, pair[:filled])
	r.collect(a)
}

// findEnds lists the words that can be subject or object, the speaker first,
// and sets for each what it is as one or the other.
func (r *reader) findEnds(k *kernel.Set, a *readerArena, place []int32, words []Word) {
	a.ends = append(a.ends[:0], Speaker)
	for i := range words {
		if candidate(&words[i]) {
			a.ends = append(a.ends, i)
		}
	}
	h := r.hidden
	a.subject, a.object = grow(a.subject, len(a.ends)*h), grow(a.object, len(a.ends)*h)
	for i, word := range a.ends {
		row, relation := r.speaker, 0
		if word != Speaker {
			row, relation = a.projected[int(place[word])*r.width():], r.relations[words[word].Relation]
		}
		subject, object := a.subject[i*h:][:h], a.object[i*h:][:h]
		copy(subject, row[subjectPart*h:])
		k.Add(subject, r.subject[relation*h:][:h])
		copy(object, row[objectPart*h:])
		k.Add(object, r.object[relation*h:][:h])
	}
}

// join sets x to what the pair of the candidates i and j is.
func (r *reader) join(k *kernel.Set, a *readerArena, x []float32, place []int32, words []Word, i, j int) {
	h := r.hidden
	subject, object := a.ends[i], a.ends[j]
	meet := a.between(words, subject, object)
	part := func(word, part int) []float32 { return a.projected[int(place[word])*r.width()+part*h:][:h] }
	copy(x, a.subject[i*h:][:h])
	k.Add(x, a.object[j*h:][:h])
	k.Add(x, part(meet, meetPart))
	k.Add(x, r.distance[distance(subject, object)*h:][:h])
	share := 1 / float32(max(len(a.path), 1))
	for _, word := range a.path {
		k.AddScaled(x, part(int(word), pathPart), share)
	}
	k.Rectify(x)
}

// distance returns the row of the table of distances.
func distance(subject, object int) int {
	if subject > object {
		return farthest + 1 + min(farthest, subject-object)
	}
	return min(farthest, object-subject)
}

// setDepths sets how far the words are from the root, and the root.
func (a *readerArena) setDepths(words []Word) {
	a.depth = grow(a.depth, len(words))
	for i := range words {
		depth, at := int32(0), i
		for ; words[at].Head >= 0; at = words[at].Head {
			depth++
		}
		a.depth[i], a.root = depth, at
	}
}

// between returns the word where the ways of two others to the root meet, and
// sets a.path to the words on these ways up to it, without the two. The
// speaker hangs on the root.
func (a *readerArena) between(words []Word, i, j int) int {
	a.path = a.path[:0]
	x, y := i, j
	climb := func(at, end int) int {
		if at != end {
			a.path = append(a.path, int32(at))
		}
		return words[at].Head
	}
	for x != y {
		switch {
		case x == Speaker:
			x = a.root
		case y == Speaker:
			y = a.root
		case a.depth[x] < a.depth[y]:
			y = climb(y, j)
		default:
			x = climb(x, i)
		}
	}
	if x != i && x != j {
		a.path = append(a.path, int32(x))
	}
	return x
}

// choose sets the most probable predicate of the pairs in the arena's rows, as
// far as it can be a reading.
func (r *reader) choose(k *kernel.Set, a *readerArena, pairs []int) {
	stride := r.scores.Inner
	joined, middle := table{a.pairs, stride, r.hidden}, table{a.pairs[r.hidden:], stride, r.mid}
	none := len(r.predicates)
	scores := tableOf(a.scores, roundUp(none+1, kernel.Block))
	a.multiply(k, r.middle, middle, joined, len(pairs), r.mid)
	a.multiply(k, r.scores, scores, tableOf(a.pairs, stride), len(pairs), 0)
	for p, pair := range pairs {
		score := scores.at(p)
		a.best[pair] = choice{}
		if !reaches(score[:none], score[none]+r.margin) {
			continue
		}
		k.Softmax(score, none+1, 1)
		best := argmax(score[:none])
		a.best[pair] = choice{best, score[best]}
	}
}

// reaches reports whether a number is the limit or more.
func reaches(x []float32, limit float32) bool {
	for _, v := range x {
		if v >= limit {
			return true
		}
	}
	return false
}

// collect adds the readings that are probable enough. Of a symmetric predicate
// between two words the more probable order counts.
func (r *reader) collect(a *readerArena) {
	n := len(a.ends)
	for i := range n {
		for j := range n {
			if i == j {
				continue
			}
			c, other := a.best[i*n+j], a.best[j*n+i]
			if !(c.probability >= r.least) {
				continue
			}
			if r.symmetric[c.predicate] && other.predicate == c.predicate &&
				(other.probability > c.probability || other.probability == c.probability && j < i) {
				continue
			}
			a.readings = append(a.readings, Reading{a.ends[i], a.ends[j], r.predicates[c.predicate], c.probability})
		}
	}
}
