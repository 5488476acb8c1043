package model

import (
	"bytes"
	"fmt"
	"io"
	"math"
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

	hidden, attention, positions int
	epsilon                      float32
	arenas                       arenas
}

// norm is the weights of a LayerNorm.
type norm struct{ weight, bias []float32 }

// layer is the weights of one layer of the encoder. Query, key and value
// stand side by side in one matrix, since they multiply the same rows.
type layer struct {
	queryKeyValue, output *kernel.Int8Matrix
	attentionNorm         norm
	up, down              *kernel.Int8Matrix
	norm                  norm
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
		g.Go(func() error { return m.loadLayer(i) })
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	if pieces, rows := m.tokenizer.Len(), len(m.embedding.scale); pieces > rows {
		return nil, fmt.Errorf("%w: %d pieces have %d embeddings", ErrFile, pieces, rows)
	}
	m.heads.project(m.kernels)
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
	return nil
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

func (m *Model) loadLayer(i int) (err error) {
	f, l, h, wide := m.file, &m.layers[i], m.hidden, m.file.header.Config.Intermediate
	name := func(part string) string { return fmt.Sprintf("layer.%d.%s", i, part) }
	if l.queryKeyValue, err = loadInt8(f, h, h, name("attn.q"), name("attn.k"), name("attn.v")); err != nil {
		return err
	}
	if l.output, err = loadInt8(f, h, h, name("attn.o")); err != nil {
		return err
	}
	if l.up, err = loadInt8(f, h, wide, name("ffn.in")); err != nil {
		return err
	}
	if l.down, err = loadInt8(f, wide, h, name("ffn.out")); err != nil {
		return err
	}
	if l.attentionNorm, err = loadNorm(f, name("attn.norm"), h); err != nil {
		return err
	}
	l.norm, err = loadNorm(f, name("ffn.norm"), h)
	return err
}

// loadInt8 packs linear layers of the same size side by side.
func loadInt8(f *file, inner, columns int, names ...string) (*kernel.Int8Matrix, error) {
	m, err := kernel.NewInt8Matrix(inner, columns*len(names))
	if err != nil {
		return nil, err
	}
	rows := make([]byte, kernel.Lanes*inner)
	for i, name := range names {
		t, err := f.find(name+".weight", "i8", columns, inner)
		if err != nil {
			return nil, err
		}
		scale, err := f.floats(t.ScaleOffset, int64(columns))
		if err != nil {
			return nil, err
		}
		bias, err := f.float32s(name+".bias", columns)
		if err != nil {
			return nil, err
		}
		for c := 0; c < columns; c++ {
			at := c % kernel.Lanes * inner
			if at == 0 {
				n := min(kernel.Lanes, columns-c) * inner
				if _, err := f.r.ReadAt(rows[:n], f.data+t.Offset+int64(c*inner)); err != nil {
					return nil, err
				}
			}
			if math.IsNaN(float64(scale[c])) {
				return nil, fmt.Errorf("%w: tensor %s has a scale that is no number", ErrFile, name)
			}
			m.SetColumn(i*columns+c, rows[at:at+inner], scale[c], bias[c])
		}
	}
	return m, nil
}
