package corrections

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// FileName is the name of the corrections file in a store's folder.
const FileName = "corrections.txt"

// header stands at the top of a new file and says how to write corrections.
//
//go:embed header.txt
var header string

// Load reads the corrections file at path. A file that does not exist holds no
// corrections.
func Load(path string) (*Set, []*Problem, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Set{File: filepath.Base(path)}, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open corrections: %w", err)
	}
	defer f.Close()
	return Parse(filepath.Base(path), f)
}

// Create writes a file at path that holds nothing but an explanation of its
// syntax. It leaves a file that exists as it is.
func Create(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("create corrections: %w", err)
	}
	_, err = f.WriteString(header)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("create corrections: %w", err)
	}
	return nil
}
