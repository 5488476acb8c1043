package model

import (
	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// decode turns the outputs of a stretch's words, which stand from row first
// on, into the result.
func (j *job) decode(a *arena, s stretch, first int) {
	width := j.model.heads.width
	rows := a.outputs[first*width:]
	sentences := j.sentences(rows, s)
	a.reader.readings = a.reader.readings[:0]
	for _, b := range sentences {
		j.decodeSentence(a, rows[(b[0]-s.start)*width:], s.window, b)
		if j.model.reader != nil && j.windows[s.window].Readings {
			j.decodeReadings(a, first+b[0]-s.start, s.window, b)
		}
	}
	j.lock.Lock()
	defer j.lock.Unlock()
	r := &j.results[s.window]
	r.Sentences = append(r.Sentences, sentences...)
	r.Readings = append(r.Readings, a.reader.readings...)
	if end := sentences[len(sentences)-1][1]; end < s.end || s.open {
		w, t := &j.windows[s.window], &j.tokens[s.window]
		j.waiting = append(j.waiting, openStretch(s.window, w, t, end, j.model.positions-2))
	}
}

// decodeSentence sets everything about the words from b[0] to b[1].
func (j *job) decodeSentence(a *arena, rows []float32, window int, b [2]int) {
	words := j.results[window].Words[b[0]:b[1]]
	j.decodeWords(rows, j.windows[window].Words[b[0]:b[1]], words)
	j.decodeNames(a, rows, words)
	j.decodeTree(a, rows, words)
}

// decodeWords sets what each word has by itself.
func (j *job) decodeWords(rows []float32, forms []string, words []Word) {
	h := &j.model.heads
	l := &h.labels
	for i := range words {
		row := rows[i*h.width:][:h.width]
		w := &words[i]
		w.XPOS = l.xpos[argmax(h.xpos.of(row))]
		w.UPOS = l.upos[argmax(h.upos.of(row))]
		w.Feats = l.feats[argmax(h.feats.of(row))]
		w.Lemma = l.lemmaOf(j.model.lexicon, forms[i], w.XPOS, h.lemma.of(row))
		w.Factuality = row[h.factuality.at]
	}
}

// decodeNames sets the name tags of a sentence.
func (j *job) decodeNames(a *arena, rows []float32, words []Word) {
	h := &j.model.heads
	row := func(i int) []float32 { return h.name.of(rows[i*h.width:]) }
	h.labels.decodeTags(&a.tags, len(words), row, func(i, tag int) {
		scores := grow(a.row, roundUp(h.name.size, kernel.Block))
		copy(scores, row(i))
		j.model.kernels.Softmax(scores, h.name.size, 1)
		words[i].Name = h.labels.name[tag]
		words[i].NameScore = scores[tag]
	})
}

// decodeTree sets heads and relations of a sentence.
func (j *job) decodeTree(a *arena, rows []float32, words []Word) {
	h, k, t := &j.model.heads, j.model.kernels, &a.tree
	width := h.arcs(k, t, rows, len(words))
	t.decode(len(words), width)
	for i, head := range t.head {
		words[i].Head = int(head) - 1
	}
	h.relate(k, &t.relation, rows, t.head, func(i, relation int) {
		words[i].Relation = h.labels.relation[relation]
	})
}

// decodeReadings adds to the arena's readings those of the words from b[0] to
// b[1], of which the first is the given row of the batch.
func (j *job) decodeReadings(a *arena, row, window int, b [2]int) {
	r := j.model.reader
	at := len(a.reader.readings)
	r.read(j.model.kernels, &a.reader, a.reader.projected[row*r.width():], j.results[window].Words[b[0]:b[1]])
	for i := range a.reader.readings[at:] {
		a.reader.readings[at+i].shift(b[0])
	}
}
