package model

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
	"weak"
)

//go:embed data
var builtIn embed.FS

// ErrNone is wrapped by Default's error if the program was built without a
// model.
var ErrNone = errors.New("no model in this build")

// Default returns the model that is part of the program. All callers share it,
// and it is in memory for as long as one of them has it: who asks again and
// again should keep it.
func Default() (*Model, error) {
	shared.Lock()
	defer shared.Unlock()
	if m := shared.model.Value(); m != nil {
		return m, nil
	}
	m, err := openBuiltIn()
	if err != nil {
		return nil, err
	}
	shared.model = weak.Make(m)
	return m, nil
}

var shared struct {
	sync.Mutex
	model weak.Pointer[Model]
}

func openBuiltIn() (*Model, error) {
	f, err := builtIn.Open("data/english.kgm")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open model: %w", ErrNone)
	}
	if err != nil {
		return nil, fmt.Errorf("open model: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open model: %w", err)
	}
	// A file of an embed.FS needs no copy of its bytes to be read at random.
	r, ok := f.(io.ReaderAt)
	if !ok {
		return nil, fmt.Errorf("open model: %w: cannot read at random", ErrFile)
	}
	return Open(r, info.Size())
}
