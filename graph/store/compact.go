package store

import (
	"fmt"
	"os"

	"github.com/kgbuild/kgbuild/graph/obslog"
)

// Compact drops from the log what was withdrawn or replaced, and returns how many
// bytes that were. A new log is written, forced to the disk and renamed over the
// old one: a process that is killed leaves the one or the other, whole, and
// readers keep the one that they have open. The graph has to be derived again.
func (w *Writer) Compact() (dropped int64, err error) {
	dropped = w.log.Waste()
	if dropped == 0 {
		return 0, nil
	}
	path := LogPath(w.dir)
	if err := w.log.WriteCompact(path + temporary); err != nil {
		return 0, err
	}
	if err := w.log.Close(); err != nil {
		_ = os.Remove(path + temporary)
		return 0, err
	}
	renamed := os.Rename(path+temporary, path)
	if renamed != nil {
		_ = os.Remove(path + temporary)
	} else {
		renamed = syncFolder(w.dir)
	}
	again, err := obslog.Open(path, w.options)
	if err != nil {
		return 0, fmt.Errorf("open %s again: %w", w.dir, err)
	}
	w.log = again
	return dropped, renamed
}
