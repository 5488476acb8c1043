package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"unsafe"
)

// A model file is, little endian: the magic, the version of the format
// (uint32), the length of the header (uint32), the header in JSON, zeros up to
// a multiple of 64, the tensors, each at a multiple of 64 from the start of
// the first, and the SHA-256 of everything before it. docs/model.md lists the
// tensors.
const (
	magic         = "KGBMODEL"
	formatVersion = 1
	alignment     = 64
	maxHeader     = 16 << 20
)

// ErrFile is wrapped by every error about a file that is not a whole model of
// a known format.
var ErrFile = errors.New("bad model file")

// header is the JSON of a model file.
type header struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Created string `json:"created"`
	Config  struct {
		Layers       int          `json:"layers"`
		Hidden       int          `json:"hidden"`
		Heads        int          `json:"heads"`
		Intermediate int          `json:"intermediate"`
		Positions    int          `json:"positions"`
		Shapes       int          `json:"shapes"`
		Arc          int          `json:"arc"`
		Rel          int          `json:"rel"`
		Epsilon      float32      `json:"layer_norm_eps"`
		Reader       readerConfig `json:"reader"` // zero: the model has none
	} `json:"config"`
	Labels  map[string][]string `json:"labels"`
	Tensors []tensor            `json:"tensors"`
	Data    []Source            `json:"data"`
}

// Source is data that a model was trained on.
type Source struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
}

// tensor says where the numbers of a matrix stand. An i8 tensor has a float32
// scale for each row, all dimensions but the last counting as rows.
type tensor struct {
	Name        string `json:"name"`
	Type        string `json:"dtype"`
	Shape       []int  `json:"shape"`
	Offset      int64  `json:"offset"`
	ScaleOffset int64  `json:"scale_offset"`
}

// file is an opened model file. The tensors stay in it until they are asked
// for.
type file struct {
	r       io.ReaderAt
	size    int64
	data    int64 // where tensors start
	header  header
	tensors map[string]tensor
}

func openFile(r io.ReaderAt, size int64) (*file, error) {
	f := &file{r: r, size: size}
	var fixed [16]byte
	if size < int64(len(fixed)+sha256.Size) {
		return nil, fmt.Errorf("%w: only %d bytes", ErrFile, size)
	}
	if _, err := r.ReadAt(fixed[:], 0); err != nil {
		return nil, err
	}
	version, length := binary.LittleEndian.Uint32(fixed[8:]), int64(binary.LittleEndian.Uint32(fixed[12:]))
	switch {
	case string(fixed[:8]) != magic:
		return nil, fmt.Errorf("%w: it does not start with %s", ErrFile, magic)
	case version != formatVersion:
		return nil, fmt.Errorf("%w: format version %d, this program reads version %d", ErrFile, version, formatVersion)
	case length > maxHeader || int64(len(fixed))+length+sha256.Size > size:
		return nil, fmt.Errorf("%w: header of %d bytes in a file of %d", ErrFile, length, size)
	}
	text := make([]byte, length)
	if _, err := r.ReadAt(text, int64(len(fixed))); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &f.header); err != nil {
		return nil, fmt.Errorf("%w: header: %w", ErrFile, err)
	}
	f.data = (int64(len(fixed)) + length + alignment - 1) / alignment * alignment
	f.tensors = make(map[string]tensor, len(f.header.Tensors))
	for _, t := range f.header.Tensors {
		if err := f.check(t); err != nil {
			return nil, err
		}
		f.tensors[t.Name] = t
	}
	return f, nil
}

// check makes sure that a tensor lies within the file.
func (f *file) check(t tensor) error {
	room := f.size - sha256.Size - f.data
	count := int64(1)
	for _, d := range t.Shape {
		if d <= 0 || int64(d) > room || count*int64(d) > room {
			return fmt.Errorf("%w: tensor %s has the shape %v", ErrFile, t.Name, t.Shape)
		}
		count *= int64(d)
	}
	width := int64(1)
	switch t.Type {
	case "i8", "u8":
	case "f32":
		width = 4
	default:
		return fmt.Errorf("%w: tensor %s has the unknown type %q", ErrFile, t.Name, t.Type)
	}
	outside := t.Offset < 0 || t.Offset > room || t.Offset+count*width > room
	if t.Type == "i8" {
		outside = outside || t.ScaleOffset < 0 || t.ScaleOffset > room || t.ScaleOffset+4*t.rows() > room
	}
	if outside {
		return fmt.Errorf("%w: tensor %s lies outside the file", ErrFile, t.Name)
	}
	return nil
}

// rows returns the number of rows: all dimensions but the last.
func (t tensor) rows() int64 {
	n := int64(1)
	for _, d := range t.Shape[:max(0, len(t.Shape)-1)] {
		n *= int64(d)
	}
	return n
}

// verify compares the checksum at the end of the file with its bytes.
func (f *file) verify() error {
	sum := sha256.New()
	if _, err := io.CopyBuffer(sum, io.NewSectionReader(f.r, 0, f.size-sha256.Size), make([]byte, 1<<18)); err != nil {
		return err
	}
	var want [sha256.Size]byte
	if _, err := f.r.ReadAt(want[:], f.size-sha256.Size); err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), want[:]) {
		return fmt.Errorf("%w: its checksum is wrong", ErrFile)
	}
	return nil
}

// find returns a tensor that must have the given type and shape; a dimension
// of 0 may be any.
func (f *file) find(name, dtype string, shape ...int) (tensor, error) {
	t, ok := f.tensors[name]
	if !ok {
		return t, fmt.Errorf("%w: no tensor %s", ErrFile, name)
	}
	fits := t.Type == dtype && len(t.Shape) == len(shape)
	for i := 0; fits && i < len(shape); i++ {
		fits = shape[i] == 0 || shape[i] == t.Shape[i]
	}
	if !fits {
		return t, fmt.Errorf("%w: tensor %s is %s %v, not %s %v", ErrFile, name, t.Type, t.Shape, dtype, shape)
	}
	return t, nil
}

// text returns the contents of a u8 tensor.
func (f *file) text(name string) (string, error) {
	t, err := f.find(name, "u8", 0)
	if err != nil {
		return "", err
	}
	b := make([]byte, t.Shape[0])
	if _, err := f.r.ReadAt(b, f.data+t.Offset); err != nil {
		return "", err
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), nil
}

// floats reads n float32 of the data section.
func (f *file) floats(offset, n int64) ([]float32, error) {
	x := make([]float32, n)
	raw := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(x))), 4*n)
	if _, err := f.r.ReadAt(raw, f.data+offset); err != nil {
		return nil, err
	}
	if bigEndian {
		for i := range x {
			x[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		}
	}
	return x, nil
}

var bigEndian = binary.NativeEndian.Uint16([]byte{0, 1}) == 1

// float32s returns the numbers of an f32 tensor of that shape.
func (f *file) float32s(name string, shape ...int) ([]float32, error) {
	t, err := f.find(name, "f32", shape...)
	if err != nil {
		return nil, err
	}
	n := int64(1)
	for _, d := range t.Shape {
		n *= int64(d)
	}
	return f.floats(t.Offset, n)
}
