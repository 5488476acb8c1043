package obslog

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"unicode/utf8"

	fastjson "github.com/goccy/go-json"
	"github.com/klauspost/compress/zstd"

	"github.com/kgbuild/kgbuild/graph"
)

// The coders keep tables that are costly to make; EncodeAll and DecodeAll may
// be called by several goroutines.
var coders = sync.OnceValues(func() (coder, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return coder{}, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxPayload))
	return coder{e, d}, err
})

type coder struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

func encode(o *graph.Observation) ([]byte, error) {
	plain, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	if len(plain) > maxPayload {
		return nil, fmt.Errorf("an observation of %d bytes is too large", len(plain))
	}
	c, err := coders()
	if err != nil {
		return nil, err
	}
	return c.encoder.EncodeAll(plain, nil), nil
}

// decode reads an observation. Room is what it may work in; it returns it, as
// large as it has become.
func decode(data, room []byte) (*graph.Observation, []byte, error) {
	c, err := coders()
	if err != nil {
		return nil, room, err
	}
	plain, err := c.decoder.DecodeAll(data, room[:0])
	if err != nil {
		return nil, room, err
	}
	o := new(graph.Observation)
	// Reading every observation is most of a rebuild; the standard library takes
	// three times as long. It keeps a copy of the bytes.
	if err := fastjson.Unmarshal(plain, o); err != nil {
		return nil, plain, err
	}
	return o, plain, nil
}

// check returns the hash of an observation's document. The id has to follow
// from it, and every string has to be valid UTF-8: JSON would replace what is
// not, and what is read back would not be what was written.
func check(o *graph.Observation) (sha [32]byte, err error) {
	raw, err := hex.DecodeString(o.Document.SHA256)
	if err != nil || len(raw) != len(sha) || hex.EncodeToString(raw) != o.Document.SHA256 {
		return sha, fmt.Errorf("%q is no SHA-256 in lower-case hexadecimal", o.Document.SHA256)
	}
	if want := graph.NewDocumentID(o.Document.SHA256); o.Document.ID != want {
		return sha, fmt.Errorf("the id does not follow from the hash, which gives %s", want)
	}
	copy(sha[:], raw)
	return sha, validStrings(reflect.ValueOf(o).Elem(), "observation")
}

var errInvalidUTF8 = errors.New("invalid UTF-8")

// validStrings looks at every string in v.
func validStrings(v reflect.Value, path string) error {
	switch v.Kind() {
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return fmt.Errorf("%w in %s", errInvalidUTF8, path)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return validStrings(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := validStrings(v.Field(i), path+"."+v.Type().Field(i).Name); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := validStrings(v.Index(i), fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
	}
	return nil
}
