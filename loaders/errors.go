package loaders

import (
	"errors"
	"io/fs"
	"strings"
)

// Reasons why an input cannot be read; test with errors.Is.
var (
	ErrEmpty    = errors.New("nothing in it")
	ErrBinary   = errors.New("binary data, not text")
	ErrFormat   = errors.New("no known format")
	ErrTooLarge = errors.New("too large")
	ErrEncoding = errors.New("invalid text encoding")
	ErrNoText   = errors.New("no text")
	ErrTooDeep  = errors.New("nested too deep")
	// ErrNoNetwork is the error of an address when [Network] does not allow it.
	ErrNoNetwork = errors.New("reading from the network is not allowed")
)

// InputError says which input could not be read and why, in one line.
type InputError struct {
	Path string
	Err  error
}

// Error returns "path: reason".
func (e *InputError) Error() string {
	return oneLine(e.Path) + ": " + oneLine(e.Err.Error())
}

// Unwrap returns the reason.
func (e *InputError) Unwrap() error { return e.Err }

// failure makes the error for path. Operating system errors lose the path they
// carry, since the message begins with it.
func failure(path string, err error) *InputError {
	var in *InputError
	if errors.As(err, &in) {
		return in
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &InputError{path, err}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
