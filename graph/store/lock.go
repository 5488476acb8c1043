package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked is wrapped by the error of opening a store for writing that
// another process writes.
var ErrLocked = errors.New("another process is writing it")

// lockWait is how long a writer waits for the one before it to finish.
const lockWait = time.Second

// acquire takes the store's writer lock, which the system lets go of when the
// process ends in whatever way. The lock file holds the process's number, for
// the message of those who come second.
func acquire(dir string) (*flock.Flock, error) {
	path := filepath.Join(dir, lockFile)
	l := flock.New(path)
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	ok, err := l.TryLockContext(ctx, 50*time.Millisecond)
	switch {
	case ok:
		// Only for the message; not every system lets a locked file be written.
		_ = os.WriteFile(path, fmt.Appendln(nil, os.Getpid()), 0o644)
		return l, nil
	case errors.Is(err, context.DeadlineExceeded):
		by := ""
		if b, err := os.ReadFile(path); err == nil && len(b) > 0 && len(b) < 20 {
			by = ", process " + strings.TrimSpace(string(b))
		}
		return nil, fmt.Errorf("open %s for writing: %w%s", dir, ErrLocked, by)
	case err == nil:
		err = ErrLocked
	}
	return nil, fmt.Errorf("lock %s: %w", dir, err)
}

// held reports whether a reader has the generation in folder open. bbolt locks
// the files that it opens, so trying to lock them shows it.
func held(folder string) bool {
	path := filepath.Join(folder, recordsFile)
	if _, err := os.Stat(path); err != nil {
		return false // never finished, or half removed
	}
	l := flock.New(path, flock.SetFlag(os.O_RDWR))
	ok, err := l.TryLock()
	if err != nil || !ok {
		return true
	}
	return l.Close() != nil
}
