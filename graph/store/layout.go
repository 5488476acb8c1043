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

// Version is the version of the layout that this package writes. It reads every
// version from oldestVersion on; a store of an older one becomes one of this
// version when it is opened for writing.
const Version = 2

// oldestVersion is the version in which nothing replaced a document and a
// manifest did not tell the log's fingerprint.
const oldestVersion = 1

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

// checkFormat returns the version of the store in dir, and an error unless it is
// one that this package knows.
func checkFormat(dir string) (int, error) {
	b, err := os.ReadFile(filepath.Join(dir, formatFile))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotDir) {
		return 0, fmt.Errorf("open %s: %w", dir, ErrNoStore)
	}
	if err != nil {
		return 0, fmt.Errorf("open %s: %w", dir, err)
	}
	word, found := strings.CutPrefix(strings.TrimSpace(string(b)), formatWords)
	n, err := strconv.Atoi(word)
	switch {
	case !found || err != nil:
		return 0, fmt.Errorf("open %s: its file %q is not one of kgbuild's", dir, formatFile)
	case n > Version:
		return 0, fmt.Errorf("open %s: the store has format %d, made by a newer kgbuild; this one reads formats %d to %d", dir, n, oldestVersion, Version)
	case n < oldestVersion:
		return 0, fmt.Errorf("open %s: the store has format %d; this kgbuild reads formats %d to %d and cannot convert it", dir, n, oldestVersion, Version)
	}
	return n, nil
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
	if _, err := checkFormat(dir); !errors.Is(err, ErrNoStore) {
		return err
	}
	if err := writeFormat(dir); err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	return syncFolder(filepath.Dir(dir))
}

// convert makes the store in dir, whose lock is held, one of this version. The
// log and the graph keep their form until they are next written to; programs
// that only know the older version are kept out from now on.
func convert(dir string) error {
	version, err := checkFormat(dir)
	if err != nil || version == Version {
		return err
	}
	if err := writeFormat(dir); err != nil {
		return fmt.Errorf("convert %s to format %d: %w", dir, Version, err)
	}
	return nil
}

func writeFormat(dir string) error {
	content := fmt.Appendln(nil, formatWords+strconv.Itoa(Version))
	return replaceFile(filepath.Join(dir, formatFile), content)
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
