package export

import (
	"bufio"
	"io"
	"strconv"
)

// writer keeps the first error, so that formats can write without asking
// after every piece.
type writer struct {
	*bufio.Writer
	err error
	num []byte // for numbers
}

func newWriter(w io.Writer) *writer {
	return &writer{Writer: bufio.NewWriterSize(w, 256<<10), num: make([]byte, 0, 32)}
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// finish writes what is left and returns the first error.
func (w *writer) finish() error {
	if w.err == nil {
		w.err = w.Flush()
	}
	return w.err
}

// text writes strings one after another. Errors stay until finish.
func (w *writer) text(pieces ...string) {
	for _, s := range pieces {
		w.Writer.WriteString(s)
	}
}

// integer writes a whole number.
func (w *writer) integer(n int) {
	w.num = strconv.AppendInt(w.num[:0], int64(n), 10)
	w.Write(w.num) //nolint:errcheck // stays until finish
}

// decimal writes a number in the shortest way that gives it back.
func (w *writer) decimal(f float64) {
	w.num = strconv.AppendFloat(w.num[:0], f, 'f', -1, 64)
	w.Write(w.num) //nolint:errcheck // stays until finish
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// escaped writes s with pieces replaced: escape returns what stands for the
// first character of its argument, and how many bytes that has. Plain tells
// which bytes stand for themselves.
func (w *writer) escaped(s string, plain *[256]bool, escape func(string) (string, int)) {
	start := 0
	for i := 0; i < len(s); {
		if plain[s[i]] {
			i++
			continue
		}
		with, size := escape(s[i:])
		w.text(s[start:i], with)
		i += size
		start = i
	}
	w.text(s[start:])
}

// plainBytes makes a table of the bytes that stand for themselves: all but the
// control characters of ASCII, the exceptions, and the first bytes of longer
// characters that need a look.
func plainBytes(exceptions string, looked ...byte) *[256]bool {
	var t [256]bool
	for b := 0x20; b < 256; b++ {
		t[b] = b != 0x7F
	}
	for i := range len(exceptions) {
		t[exceptions[i]] = false
	}
	for _, b := range looked {
		t[b] = false
	}
	return &t
}
