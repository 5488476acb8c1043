package loaders

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// File is a file to be read.
type File struct {
	Path     string
	Sidecar  string // path of the file that says what is known of it; empty for none
	Size     int64
	Modified time.Time
}

// FileState tells whether a file or its sidecar has changed.
type FileState struct {
	size, sidecarSize         int64
	modified, sidecarModified time.Time
	sidecar                   string
}

// State returns the state that the file was found in.
func (f File) State() FileState {
	s := FileState{size: f.Size, modified: f.Modified, sidecar: f.Sidecar}
	if f.Sidecar != "" {
		if info, err := os.Stat(f.Sidecar); err == nil {
			s.sidecarSize, s.sidecarModified = info.Size(), info.ModTime()
		}
	}
	return s
}

// Files yields the files that Read would read: those that are named, and those
// of folders that the options do not leave out.
func (r *Reader) Files(paths ...string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, p := range paths {
			for f, err := range r.files(p) {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// files yields the files below root, or root itself when it is one. Folders
// are read in the order of names. Names that begin with a dot are passed over
// below a folder, as file managers hide them, and what the options leave out.
// A folder that is reached again through a symbolic link is read once.
func (r *Reader) files(root string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		root = filepath.Clean(root)
		info, err := os.Stat(root)
		switch {
		case err != nil:
			yield(File{}, failure(root, err))
		case info.IsDir():
			w := walk{reader: r, seen: make(map[string]bool), yield: yield}
			w.folder(root, "", nil)
		default:
			yield(File{root, sidecarBeside(root), info.Size(), info.ModTime()}, nil)
		}
	}
}

type walk struct {
	reader *Reader
	seen   map[string]bool // resolved paths of folders
	yield  func(File, error) bool
}

func (w *walk) fail(name string, err error) bool { return w.yield(File{}, failure(name, err)) }

// folder reports whether to go on. Rel is its path below the root, with
// slashes.
func (w *walk) folder(name, rel string, rules []*ignoreRules) bool {
	resolved, err := filepath.EvalSymlinks(name)
	if err != nil {
		return w.fail(name, err)
	}
	if abs, err := filepath.Abs(resolved); err == nil {
		resolved = abs
	}
	if w.seen[resolved] {
		return true
	}
	w.seen[resolved] = true
	entries, err := os.ReadDir(name) // sorted by name
	if err != nil && !w.fail(name, err) {
		return false
	}
	own, err := readIgnoreFile(name, rel)
	if err != nil && !w.yield(File{}, err) {
		return false
	}
	if own != nil {
		rules = append(slices.Clip(rules), own)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	sidecars := sidecarsAmong(names)
	for _, n := range names {
		if !w.entry(filepath.Join(name, n), path.Join(rel, n), sidecars, rules) {
			return false
		}
	}
	return true
}

// entry reads a file or folder in a folder.
func (w *walk) entry(name, rel string, sidecars map[string]string, rules []*ignoreRules) bool {
	base := filepath.Base(name)
	if base == ignoreFile || sidecars[base] == thisIsOne {
		return true
	}
	if strings.HasPrefix(base, ".") {
		w.reader.skip(name, "its name begins with a dot")
		return true
	}
	info, err := os.Stat(name)
	if err != nil {
		return w.fail(name, err)
	}
	if reason := w.leftOut(rel, info.IsDir(), rules); reason != "" {
		w.reader.skip(name, reason)
		return true
	}
	switch {
	case info.IsDir():
		return w.folder(name, rel, rules)
	case !info.Mode().IsRegular():
		return w.fail(name, errors.New("not a regular file: "+kindOfFile(info.Mode())))
	}
	f := File{Path: name, Size: info.Size(), Modified: info.ModTime()}
	if s := sidecars[base]; s != "" {
		f.Sidecar = filepath.Join(filepath.Dir(name), s)
	}
	return w.yield(f, nil)
}

// leftOut says why a file or folder is not read, or nothing when it is.
func (w *walk) leftOut(rel string, folder bool, rules []*ignoreRules) string {
	switch {
	case anyFits(w.reader.exclude, rel, folder):
		return "excluded"
	case ignored(rules, rel, folder):
		return "ignored by a " + ignoreFile + " file"
	case !folder && len(w.reader.include) > 0 && !anyFits(w.reader.include, rel, false):
		return "not among the files to include"
	}
	return ""
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
