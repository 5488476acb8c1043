package model

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
	"github.com/kgbuild/kgbuild/nlp/model/wordpiece"
)

// A Model analyses words. It may be used by several goroutines.
type Model struct {
	file      *file
	kernels   *kernel.Set
	tokenizer *wordpiece.Tokenizer
	lexicon   *lexicon
	embedding embedding
	layers    []layer
	heads     heads
	reader    *reader // nil if the file has none

	hidden, attention, positions int
	epsilon                      float32
	arenas                       arenas
}

// norm is the weights of a LayerNorm.
type norm struct{ weight, bias []float32 }

// layer is the weights of one layer of the encoder. Key and value stand side by
// side in one matrix, since they multiply the same rows.
type layer struct {
	query, keyValue, output *kernel.Int8Matrix
	attentionNorm           norm
	up, down                *kernel.Int8Matrix
	norm                    norm
}

// embedding is what turns pieces into the encoder's input. The rows of the
// words stay in the file.
type embedding struct {
	words    int64 // where the rows start
	scale    []float32
	position []float32
	shape    []float32
	norm     norm
}

// OpenBytes reads a model from the bytes of its file, which the model keeps.
func OpenBytes(b []byte) (*Model, error) { return Open(bytes.NewReader(b), int64(len(b))) }

// Open reads a model from r, which holds size bytes and must stay readable
// while the model is used: the word embeddings are read as they are needed.
// An error about the contents wraps ErrFile.
func Open(r io.ReaderAt, size int64) (*Model, error) {
	m, err := open(r, size)
	if err != nil {
		return nil, fmt.Errorf("open model: %w", err)
	}
	return m, nil
}

func open(r io.ReaderAt, size int64) (*Model, error) {
	f, err := openFile(r, size)
	if err != nil {
		return nil, err
	}
	m := &Model{file: f, kernels: kernel.Best()}
	if err := m.configure(); err != nil {
		return nil, err
	}
	var g errgroup.Group
	g.Go(f.verify)
	g.Go(m.loadTokenizer)
	g.Go(m.loadEmbedding)
	g.Go(func() (err error) {
		m.lexicon, err = loadLexicon(f)
		return err
	})
	g.Go(func() error { return m.heads.load(f, m.hidden) })
	for i := range m.layers {
		g.Go(func() error { return m.loadLayer(&m.layers[i], fmt.Sprintf("layer.%d.", i)) })
	}
	if r := m.reader; r != nil {
		g.Go(func() error { return r.load(f, m.hidden) })
		for i := range r.layers {
			g.Go(func() error { return m.loadLayer(&r.layers[i], fmt.Sprintf("reader.layer.%d.", i)) })
		}
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	if pieces, rows := m.tokenizer.Len(), len(m.embedding.scale); pieces > rows {
		return nil, fmt.Errorf("%w: %d pieces have %d embeddings", ErrFile, pieces, rows)
	}
	m.heads.project(m.kernels)
	if m.reader != nil {
		m.reader.project(m.kernels)
	}
	return m, nil
}

// Name returns the model's name and version.
func (m *Model) Name() string { return m.file.header.Name + " " + m.file.header.Version }

// Sources returns the data that the model was trained on.
func (m *Model) Sources() []Source { return slices.Clone(m.file.header.Data) }

// headWidth is the width of an attention head. The kernels multiply 32
// columns at a time, and every BERT has heads of 32 or 64.
const headWidth = 32

func (m *Model) configure() error {
	c := &m.file.header.Config
	switch {
	case c.Layers < 1 || c.Layers > 64,
		c.Heads < 1 || c.Heads > 64, c.Hidden != c.Heads*headWidth, c.Hidden%64 != 0,
		c.Intermediate < 64 || c.Intermediate > 1<<14 || c.Intermediate%64 != 0,
		c.Arc < kernel.Block || c.Arc > 1<<11 || c.Arc%kernel.Block != 0,
		c.Rel < kernel.Block || c.Rel > 1<<11 || c.Rel%kernel.Block != 0,
		c.Positions < 16, c.Shapes != int(wordpiece.Shapes):
		return fmt.Errorf("%w: sizes %+v", ErrFile, *c)
	}
	m.layers = make([]layer, c.Layers)
	m.hidden, m.attention, m.epsilon = c.Hidden, c.Heads, c.Epsilon
	m.positions = min(c.Positions, maxPieces+2)
	if c.Reader == (readerConfig{}) {
		return nil
	}
	var err error
	m.reader, err = newReader(c.Reader, c.Layers)
	return err
}

func (m *Model) loadTokenizer() error {
	text, err := m.file.text("vocab")
	if err != nil {
		return err
	}
	if m.tokenizer, err = wordpiece.New(strings.TrimSuffix(text, "\n")); err != nil {
		return fmt.Errorf("%w: %w", ErrFile, err)
	}
	return nil
}

func (m *Model) loadEmbedding() error {
	f, e, h := m.file, &m.embedding, m.hidden
	words, err := f.find("emb.word", "i8", 0, h)
	if err != nil {
		return err
	}
	e.words = words.Offset
	if e.scale, err = f.floats(words.ScaleOffset, words.rows()); err != nil {
		return err
	}
	if e.position, err = f.float32s("emb.position", f.header.Config.Positions, h); err != nil {
		return err
	}
	if e.shape, err = f.float32s("emb.shape", int(wordpiece.Shapes), h); err != nil {
		return err
	}
	e.norm, err = loadNorm(f, "emb.norm", h)
	return err
}

func loadNorm(f *file, name string, n int) (w norm, err error) {
	if w.weight, err = f.float32s(name+".weight", n); err != nil {
		return w, err
	}
	w.bias, err = f.float32s(name+".bias", n)
	return w, err
}

// loadLayer reads the layer whose tensors' names begin with prefix.
func (m *Model) loadLayer(l *layer, prefix string) (err error) {
	f, h, wide := m.file, m.hidden, m.file.header.Config.Intermediate
	if l.query, err = loadInt8(f, h, h, prefix+"attn.q"); err != nil {
		return err
	}
	if l.keyValue, err = loadInt8(f, h, h, prefix+"attn.k", prefix+"attn.v"); err != nil {
		return err
	}
	if l.output, err = loadInt8(f, h, h, prefix+"attn.o"); err != nil {
		return err
	}
	if l.up, err = loadInt8(f, h, wide, prefix+"ffn.in"); err != nil {
		return err
	}
	if l.down, err = loadInt8(f, wide, h, prefix+"ffn.out"); err != nil {
		return err
	}
	if l.attentionNorm, err = loadNorm(f, prefix+"attn.norm", h); err != nil {
		return err
	}
	l.norm, err = loadNorm(f, prefix+"ffn.norm", h)
	return err
}

// loadInt8 packs linear layers of the same size side by side.
func loadInt8(f *file, inner, columns int, names ...string) (*kernel.Int8Matrix, error) {
	m, err := kernel.NewInt8Matrix(inner, columns*len(names))
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if err := setColumns(f, m, i*columns, name, columns, inner); err != nil {
			return nil, err
		}
	}
	return m, nil
}
