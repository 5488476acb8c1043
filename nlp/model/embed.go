package model

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
)

//go:embed data
var builtIn embed.FS

// ErrNone is wrapped by Default's error if the program was built without a
// model.
var ErrNone = errors.New("no model in this build")

// Default returns the model that is part of the program. It is read when it
// is first asked for; all callers share it.
func Default() (*Model, error) { return defaultModel() }

var defaultModel = sync.OnceValues(openBuiltIn)

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
