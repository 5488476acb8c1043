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
	for _, b := range sentences {
		j.decodeSentence(a, rows[(b[0]-s.start)*width:], s.window, b)
		if j.model.reader != nil && j.windows[s.window].Readings {
			a.reader.sentences = append(a.reader.sentences, readSentence{s.window, b, first + b[0] - s.start})
		}
	}
	j.lock.Lock()
	defer j.lock.Unlock()
	r := &j.results[s.window]
	r.Sentences = append(r.Sentences, sentences...)
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

// decodeReadings adds the readings of the arena's sentences, whose trees are
// decoded, to the results.
func (j *job) decodeReadings(a *arena) {
	r := &a.reader
	r.wanted = grow(r.wanted, len(a.words))
	clear(r.wanted)
	for _, s := range r.sentences {
		r.want(j.wordsOf(s), s.row)
	}
	j.readWanted(a)
}

// readWanted reads the arena's sentences, of which the wanted words are marked.
func (j *job) readWanted(a *arena) {
	m, r := j.model, &a.reader
	if a.pick(m.hidden); len(r.words) == 0 {
		return
	}
	m.branch(a)
	for _, s := range r.sentences {
		r.readings = r.readings[:0]
		m.reader.read(m.kernels, r, r.place[s.row:], j.wordsOf(s))
		for i := range r.readings {
			r.readings[i].shift(s.bounds[0])
		}
		j.lock.Lock()
		result := &j.results[s.window]
		result.Readings = append(result.Readings, r.readings...)
		j.lock.Unlock()
	}
}

func (j *job) wordsOf(s readSentence) []Word {
	return j.results[s.window].Words[s.bounds[0]:s.bounds[1]]
}
