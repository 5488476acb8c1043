package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Version is the version of the layout that this package reads and writes.
const Version = 1

// The names in a store's folder.
const (
	formatFile      = "format"
	lockFile        = "lock"
	logFile         = "observations.log"
	correctionsFile = "corrections.txt"
	graphFolder     = "graph"
	currentFile     = "CURRENT"

	quadsFile    = "quads.db"
	recordsFile  = "records.db"
	manifestFile = "manifest.json"
)

const formatWords = "kgbuild store format "

// ErrNoStore is wrapped by the error of opening a folder that holds no store.
var ErrNoStore = errors.New("there is no store")

// ErrNoGraph is wrapped by the error of reading a store in which no graph has
// been built yet.
var ErrNoGraph = errors.New("no graph has been built yet")

// checkFormat returns an error unless dir holds a store of a version that this
// package knows.
func checkFormat(dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, formatFile))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotDir) {
		return fmt.Errorf("open %s: %w", dir, ErrNoStore)
	}
	if err != nil {
		return fmt.Errorf("open %s: %w", dir, err)
	}
	word, found := strings.CutPrefix(strings.TrimSpace(string(b)), formatWords)
	n, err := strconv.Atoi(word)
	switch {
	case !found || err != nil:
		return fmt.Errorf("open %s: its file %q is not one of kgbuild's", dir, formatFile)
	case n > Version:
		return fmt.Errorf("open %s: the store has format %d, made by a newer kgbuild; this one reads format %d", dir, n, Version)
	case n < Version:
		return fmt.Errorf("open %s: the store has format %d; this kgbuild reads format %d and cannot convert it", dir, n, Version)
	}
	return nil
}

// vacant returns an error unless a store can be made in dir: it must not be
// there, or hold nothing that somebody else put there.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	for _, e := range entries {
		// What a process that was killed while it made a store has left.
		if e.Name() != lockFile && e.Name() != formatFile+temporary {
			return fmt.Errorf("create %s: the folder holds %q and is no store", dir, e.Name())
		}
	}
	return nil
}

// create makes dir, whose lock is held, a store, unless the process that held
// the lock before has done so.
func create(dir string) error {
	if err := checkFormat(dir); !errors.Is(err, ErrNoStore) {
		return err
	}
	content := fmt.Appendln(nil, formatWords+strconv.Itoa(Version))
	if err := replaceFile(filepath.Join(dir, formatFile), content); err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	return syncFolder(filepath.Dir(dir))
}

// current returns the number of the current generation.
func current(dir string) (int, error) {
	b, err := os.ReadFile(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("open %s: %w", dir, ErrNoGraph)
	}
	if err != nil {
		return 0, fmt.Errorf("open %s: %w", dir, err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("open %s: its file %s does not name a generation", dir, currentFile)
	}
	return n, nil
}

func generationFolder(dir string, n int) string {
	return filepath.Join(dir, graphFolder, strconv.Itoa(n))
}

// generations returns the numbers of the generations that have a folder,
// whole or not.
func generations(dir string) ([]int, error) {
	entries, err := os.ReadDir(filepath.Join(dir, graphFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []int
	for _, e := range entries {
		if n, err := strconv.Atoi(e.Name()); err == nil && n > 0 {
			out = append(out, n)
		}
	}
	return out, nil
}
