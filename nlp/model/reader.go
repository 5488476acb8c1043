package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// readerConfig is what the header says of the reader.
type readerConfig struct {
	From   int     `json:"from"`   // the encoder's layer whose states it takes
	Layers int     `json:"layers"` // of its own
	Hidden int     `json:"hidden"` // width of what it makes of a pair of words
	Mid    int     `json:"mid"`    // width of the layer on that
	Least  float32 `json:"least"`  // probability of a reading
}

// reader is the weights of the branch that reads claims off pairs of words. It
// leaves the encoder after some of its layers and goes on with layers of its
// own, so that what the heads make of the encoder stays as it is.
//
// What stands between two words says most of what one does to the other: a
// pair is the sum of what its words are as subject and object, of the word
// where their ways in the tree meet, of the mean of the words on these ways,
// of their relations and of their distance.
type reader struct {
	from        int
	layers      []layer
	hidden, mid int
	least       float32
	margin      float32 // of a score over that of "none", below which no probability is the least

	projection *kernel.Int8Matrix // word vectors to the four parts
	vector     []float32          // the speaker's
	speaker    []float32          // and what projection makes of it

	predicates []string
	symmetric  []bool
	relations  map[string]int // to rows of the two tables
	subject    []float32      // [relation][hidden]
	object     []float32
	distance   []float32 // [distances][hidden]

	middle *kernel.Int8Matrix // on what a pair is
	scores *kernel.Int8Matrix // on that and the middle layer: the predicates, then none
}

// The parts of a word's projection: what it is as subject and as object, where
// the ways of two others meet, and on such a way.
const (
	subjectPart = iota
	objectPart
	meetPart
	pathPart
	partCount
)

// Distances between words are told apart up to farthest, in each direction.
const (
	farthest  = 9
	distances = 2 * (farthest + 1)
)

func newReader(c readerConfig, layers int) (*reader, error) {
	switch {
	case c.From < 0 || c.From > layers, c.Layers < 1 || c.Layers > 64,
		c.Hidden < innerBlock || c.Hidden > 1<<11 || c.Hidden%innerBlock != 0,
		c.Mid < kernel.Block || c.Mid > 1<<11 || c.Mid%kernel.Block != 0,
		c.Least <= 0 || c.Least > 1:
		return nil, fmt.Errorf("%w: reader of the sizes %+v", ErrFile, c)
	}
	return &reader{
		from: c.From, layers: make([]layer, c.Layers), hidden: c.Hidden, mid: c.Mid,
		least: c.Least, margin: marginOf(c.Least),
	}, nil
}

// marginOf returns how far a score is above another one if its share of the
// two is a probability. A little less, since shares are rounded.
func marginOf(probability float32) float32 {
	p := max(0, float64(probability)-1e-3)
	return float32(math.Log(p / (1 - p)))
}

// load reads everything but the layers.
func (r *reader) load(f *file, hidden int) (err error) {
	if err := r.loadLabels(f.header.Labels); err != nil {
		return err
	}
	if r.projection, err = loadInt8(f, hidden, partCount*r.hidden, "reader.proj"); err != nil {
		return err
	}
	tables := len(f.header.Labels["reader_rel"]) + 1
	for _, t := range []struct {
		to    *[]float32
		name  string
		shape []int
	}{
		{&r.vector, "reader.speaker", []int{hidden}},
		{&r.subject, "reader.rel1", []int{tables, r.hidden}},
		{&r.object, "reader.rel2", []int{tables, r.hidden}},
		{&r.distance, "reader.dist", []int{distances, r.hidden}},
	} {
		if *t.to, err = f.float32s(t.name, t.shape...); err != nil {
			return err
		}
	}
	if r.middle, err = loadPadded(f, "reader.mid", r.mid, r.hidden); err != nil {
		return err
	}
	r.scores, err = loadPadded(f, "reader.out", len(r.predicates)+1, r.hidden+r.mid)
	return err
}

func (r *reader) loadLabels(lists map[string][]string) error {
	r.predicates = lists["predicate"]
	if len(r.predicates) == 0 {
		return fmt.Errorf("%w: a reader without predicates", ErrFile)
	}
	r.symmetric = make([]bool, len(r.predicates))
	for _, name := range lists["symmetric"] {
		i := slices.Index(r.predicates, name)
		if i < 0 {
			return fmt.Errorf("%w: symmetric predicate %s is no predicate", ErrFile, name)
		}
		r.symmetric[i] = true
	}
	r.relations = make(map[string]int)
	for _, relation := range lists["rel"] {
		base, _, _ := strings.Cut(relation, ":")
		r.relations[relation] = slices.Index(lists["reader_rel"], base) + 1
	}
	return nil
}

// loadPadded reads a linear layer with any number of inputs; where the kernels
// want more of them its weights are zero.
func loadPadded(f *file, name string, outputs, inputs int) (*kernel.Int8Matrix, error) {
	m, err := kernel.NewInt8Matrix(roundUp(inputs, innerBlock), outputs)
	if err != nil {
		return nil, err
	}
	return m, setColumns(f, m, 0, name, outputs, inputs)
}

// innerBlock divides the number of inputs of an int8 matrix.
const innerBlock = 64

// width is the distance between the rows of projected words.
func (r *reader) width() int { return r.projection.Padded() }

// project computes what the speaker's vector becomes.
func (r *reader) project(k *kernel.Set) {
	r.speaker = make([]float32, r.width())
	new(productArena).multiply(k, r.projection, tableOf(r.speaker, r.width()), tableOf(r.vector, len(r.vector)), 1, 0)
}

// branch takes the states that encode kept for the reader through its layers,
// and projects the words that are picked.
func (m *Model) branch(a *arena) {
	r, k, h := m.reader, m.kernels, m.hidden
	a.state, a.reader.state = a.reader.state, a.state
	m.makeRoom(a)
	for i := range a.pieces {
		x := a.state[i*h:][:h]
		m.quantize(a, i, x, k.AbsMax(x))
	}
	last := len(r.layers) - 1
	m.run(a, r.layers[:last])
	m.runFor(a, &r.layers[last], a.reader.pieces)
	words := a.reader.words
	a.reader.vectors = m.pool(a, words, a.reader.vectors)
	a.reader.projected = grow(a.reader.projected, len(words)*r.width())
	a.multiply(k, r.projection, tableOf(a.reader.projected, r.width()), tableOf(a.reader.vectors, h), len(words), 0)
}
