package model

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tinyTensor is a tensor of a model of one small layer and a reader of another.
type tinyTensor struct {
	name, dtype string
	shape       []int
}

const tinyVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nhouse\n##s\n.\n,"

func tinyTensors() []tinyTensor {
	const h, wide, arc, rel = 64, 64, 32, 32
	list := []tinyTensor{
		{"vocab", "u8", []int{len(tinyVocabulary)}},
		{"lexicon.entries", "u8", []int{0}}, {"lexicon.lemmas", "u8", []int{0}},
		{"emb.word", "i8", []int{9, h}}, {"emb.position", "f32", []int{32, h}}, {"emb.shape", "f32", []int{14, h}},
		{"arc.u", "f32", []int{arc, arc}}, {"arc.head_bias", "f32", []int{arc}}, {"arc.root", "f32", []int{h}},
		{"rel.u", "f32", []int{2, rel, rel}}, {"rel.w", "f32", []int{2, 2 * rel}}, {"rel.bias", "f32", []int{2}},
	}
	for _, n := range []string{
		"emb.norm", "layer.0.attn.norm", "layer.0.ffn.norm", "reader.layer.0.attn.norm", "reader.layer.0.ffn.norm",
	} {
		list = append(list, tinyTensor{n + ".weight", "f32", []int{h}}, tinyTensor{n + ".bias", "f32", []int{h}})
	}
	linear := func(name, dtype string, out, in int) {
		list = append(list, tinyTensor{name + ".weight", dtype, []int{out, in}}, tinyTensor{name + ".bias", "f32", []int{out}})
	}
	for _, layer := range []string{"layer.0.", "reader.layer.0."} {
		for _, n := range []string{"q", "k", "v", "o"} {
			linear(layer+"attn."+n, "i8", h, h)
		}
		linear(layer+"ffn.in", "i8", wide, h)
		linear(layer+"ffn.out", "i8", h, wide)
	}
	for _, x := range []struct {
		name string
		size int
	}{
		{"head.xpos", 2}, {"head.upos", 2}, {"head.feats", 1}, {"head.lemma", 2}, {"head.name", 3}, {"head.boundary", 2},
		{"head.factuality", 1}, {"arc.dep", arc}, {"arc.head", arc}, {"rel.dep", rel}, {"rel.head", rel},
	} {
		linear(x.name, "i8", x.size, h)
	}
	const hidden, mid = 64, 32
	list = append(list, tinyTensor{"reader.speaker", "f32", []int{h}}, tinyTensor{"reader.dist", "f32", []int{20, hidden}},
		tinyTensor{"reader.rel1", "f32", []int{3, hidden}}, tinyTensor{"reader.rel2", "f32", []int{3, hidden}})
	linear("reader.proj", "i8", 4*hidden, h)
	linear("reader.mid", "f32", mid, hidden)
	linear("reader.out", "f32", 4, hidden+mid)
	return list
}

// tinyFile returns a model file of random weights; change, if not nil, edits
// its header.
func tinyFile(t testing.TB, change func(h map[string]any)) []byte {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 1))
	var data []byte
	align := func() int {
		for len(data)%alignment != 0 {
			data = append(data, 0)
		}
		return len(data)
	}
	floats := func(n int) {
		for range n {
			data = binary.LittleEndian.AppendUint32(data, uint32(0x3c000000+r.IntN(1<<23))|uint32(r.IntN(2))<<31)
		}
	}
	var tensors []map[string]any
	for _, x := range tinyTensors() {
		n := 1
		for _, d := range x.shape {
			n *= d
		}
		if n == 0 {
			x.shape = []int{1}
			n = 1
		}
		m := map[string]any{"name": x.name, "dtype": x.dtype, "shape": x.shape, "offset": align()}
		switch {
		case x.name == "vocab":
			data = append(data, tinyVocabulary...)
		case x.dtype == "u8":
			data = append(data, make([]byte, n)...)
		case x.dtype == "f32":
			floats(n)
		default:
			for range n {
				data = append(data, byte(r.IntN(255)-127))
			}
			m["scale_offset"] = align()
			floats(n / x.shape[len(x.shape)-1])
		}
		tensors = append(tensors, m)
	}
	align()
	header := map[string]any{
		"name": "tiny", "version": "1", "tensors": tensors,
		"config": map[string]any{
			"layers": 1, "hidden": 64, "heads": 2, "intermediate": 64, "positions": 32, "shapes": 14,
			"arc": 32, "rel": 32, "layer_norm_eps": 1e-12,
			"reader": map[string]any{"from": 0, "layers": 1, "hidden": 64, "mid": 32, "least": 0.2},
		},
		"labels": map[string][]string{
			"xpos": {"NN", "."}, "upos": {"NOUN", "PUNCT"}, "feats": {"_"}, "lemma": {"l", "="},
			"name": {"O", "B-A", "I-A"}, "rel": {"root", "dep"},
			"predicate": {"met", "praised", "attacked"}, "symmetric": {"met"}, "reader_rel": {"dep", "obj"},
		},
	}
	if change != nil {
		change(header)
	}
	text, err := json.Marshal(header)
	if err != nil {
		t.Fatal(err)
	}
	file := []byte(magic)
	file = binary.LittleEndian.AppendUint32(file, formatVersion)
	file = binary.LittleEndian.AppendUint32(file, uint32(len(text)))
	file = append(file, text...)
	for len(file)%alignment != 0 {
		file = append(file, 0)
	}
	return seal(append(file, data...))
}

// seal appends the checksum.
func seal(file []byte) []byte {
	sum := sha256.Sum256(file)
	return append(file, sum[:]...)
}

// A model of another size than the built-in one works as well.
func TestTinyModel(t *testing.T) {
	m := tinyModel(t, nil)
	if m.Name() != "tiny 1" {
		t.Errorf("the name is %q", m.Name())
	}
	analyze(t, m, Window{Words: words("The houses , the house .", 3)}, Window{Words: words("the", 100), Starts: []int{0}})
}

func tinyModel(t testing.TB, change func(h map[string]any)) *Model {
	t.Helper()
	m, err := OpenBytes(tinyFile(t, change))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A model need not have a reader, and a reader changes nothing else.
func TestReaderIsOptional(t *testing.T) {
	without := tinyModel(t, func(h map[string]any) { delete(h["config"].(map[string]any), "reader") })
	windows := sampleWindows()
	want, got := analyze(t, without, windows...), analyze(t, tinyModel(t, nil), windows...)
	read := 0
	for i := range got {
		if len(want[i].Readings) > 0 {
			t.Fatalf("readings without a reader: %+v", want[i].Readings)
		}
		read += len(got[i].Readings)
		got[i].Readings = nil
	}
	if read == 0 {
		t.Error("no readings")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("analysis without and with a reader:\n%s", diff)
	}
}

func TestBadFiles(t *testing.T) {
	good := tinyFile(t, nil)
	body := good[:len(good)-sha256.Size]
	edit := func(at int, b byte) []byte {
		x := append([]byte(nil), body...)
		x[at] ^= b
		return x
	}
	header := func(change func(h map[string]any)) []byte { return tinyFile(t, change) }
	config := func(name string, value any) []byte {
		return header(func(h map[string]any) { h["config"].(map[string]any)[name] = value })
	}
	tensor := func(name, field string, value any) []byte {
		return header(func(h map[string]any) {
			for _, x := range h["tensors"].([]map[string]any) {
				if x["name"] == name {
					x[field] = value
				}
			}
		})
	}
	reader := func(name string, value any) []byte {
		return header(func(h map[string]any) { h["config"].(map[string]any)["reader"].(map[string]any)[name] = value })
	}
	labels := func(name string, value ...string) []byte {
		return header(func(h map[string]any) { h["labels"].(map[string][]string)[name] = value })
	}
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "only 0 bytes"},
		{"cut", good[:40], "40 bytes"},
		{"other magic", seal(edit(0, 1)), "start with"},
		{"newer format", seal(edit(8, 2)), "format version 3"},
		{"long header", seal(edit(14, 0x7f)), "header of"},
		{"header that is no JSON", seal(edit(16, 1)), "header"},
		{"changed weight", append(edit(len(body)-200, 1), good[len(body):]...), "checksum"},
		{"wrong checksum", append(append([]byte(nil), body...), make([]byte, 32)...), "checksum"},
		{"tensor outside", tensor("emb.word", "offset", 1<<40), "outside"},
		{"scale outside", tensor("emb.word", "scale_offset", -1), "outside"},
		{"huge shape", tensor("emb.word", "shape", []int{1 << 40, 1 << 40}), "shape"},
		{"unknown type", tensor("emb.word", "dtype", "f64"), "type"},
		{"other shape", tensor("rel.bias", "shape", []int{1, 2}), "rel.bias"},
		{"missing tensor", tensor("arc.u", "name", "arc.v"), "no tensor arc.u"},
		{"no layers", config("layers", 0), "sizes"},
		{"odd width", config("hidden", 100), "sizes"},
		{"other shapes", config("shapes", 3), "sizes"},
		{"no arcs", config("arc", 0), "sizes"},
		{"few embeddings", tensor("emb.word", "shape", []int{8, 64}), "9 pieces have 8 embeddings"},
		{"no vocabulary", tensor("vocab", "shape", []int{3}), "[CLS]"},
		{"head of another size", tensor("head.upos.weight", "shape", []int{3, 64}), "head.upos"},
		{"reader behind the end", reader("from", 2), "reader"},
		{"reader before the start", reader("from", -1), "reader"},
		{"reader without layers", reader("layers", 0), "reader"},
		{"reader of many layers", reader("layers", 1<<40), "reader"},
		{"reader of more layers than there are", reader("layers", 2), "no tensor reader.layer.1"},
		{"reader of an odd width", reader("hidden", 100), "reader"},
		{"reader of another width", reader("hidden", 128), "reader.proj"},
		{"reader of a huge width", reader("hidden", 1<<40), "reader"},
		{"reader without a middle", reader("mid", 0), "reader"},
		{"reader of another middle", reader("mid", 64), "reader.mid"},
		{"reader of everything", reader("least", 0), "reader"},
		{"reader of nothing", reader("least", 1.5), "reader"},
		{"reader without distances", tensor("reader.dist", "shape", []int{19, 64}), "reader.dist"},
		{"reader with other relations", labels("reader_rel", "dep"), "reader.rel1"},
		{"reader with other predicates", labels("predicate", "met", "praised"), "reader.out"},
		{"reader without predicates", labels("predicate"), "without predicates"},
		{"unknown symmetric predicate", labels("symmetric", "left"), "left"},
		{"weights of bytes", tensor("reader.mid.weight", "dtype", "u8"), "reader.mid"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := OpenBytes(test.file)
			if !errors.Is(err, ErrFile) || !strings.Contains(fmt.Sprint(err), test.want) {
				t.Errorf("error is %v, want one with %q", err, test.want)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	good := tinyFile(f, nil)
	f.Add(good[16:400])
	f.Add([]byte(`{"config":{"layers":1}}`))
	f.Fuzz(func(t *testing.T, header []byte) {
		file := binary.LittleEndian.AppendUint32([]byte(magic), formatVersion)
		file = binary.LittleEndian.AppendUint32(file, uint32(len(header)))
		file = append(append(file, header...), make([]byte, 4096)...)
		if m, err := OpenBytes(seal(file)); err == nil {
			analyze(t, m, Window{Words: []string{"the"}})
		}
	})
}
