package loaders

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// files yields the files below root, or root itself when it is one. Folders
// are read in the order of names. Names that begin with a dot are passed over
// below a folder, as file managers hide them. A folder that is reached again
// through a symbolic link is read once.
func files(root string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(root)
		switch {
		case err != nil:
			yield("", failure(root, err))
		case info.IsDir():
			w := walk{seen: make(map[string]bool), yield: yield}
			w.folder(root)
		default:
			yield(root, nil)
		}
	}
}

type walk struct {
	seen  map[string]bool // resolved paths of folders
	yield func(string, error) bool
}

// folder reports whether to go on.
func (w *walk) folder(name string) bool {
	resolved, err := filepath.EvalSymlinks(name)
	if err != nil {
		return w.yield("", failure(name, err))
	}
	if abs, err := filepath.Abs(resolved); err == nil {
		resolved = abs
	}
	if w.seen[resolved] {
		return true
	}
	w.seen[resolved] = true
	entries, err := os.ReadDir(name) // sorted by name
	if err != nil && !w.yield("", failure(name, err)) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(filepath.Join(name, e.Name())) {
			return false
		}
	}
	return true
}

func (w *walk) entry(name string) bool {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return w.yield("", failure(name, err))
	case info.IsDir():
		return w.folder(name)
	case info.Mode().IsRegular():
		return w.yield(name, nil)
	}
	return w.yield("", failure(name, errors.New("not a regular file: "+kindOfFile(info.Mode()))))
}

func kindOfFile(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}
