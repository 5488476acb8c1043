package obslog

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// lockWait is how long a second writer waits for the first to finish.
const lockWait = time.Second

// lock takes the write lock of the file, which ends with the process. Windows
// keeps others from reading what is locked, so the lock is on one byte far
// behind any content.
func lock(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1 << 30})
		switch {
		case err == nil:
			return nil
		case !errors.Is(err, windows.ERROR_LOCK_VIOLATION):
			return err
		case time.Since(begin) > lockWait:
			return ErrLocked
		}
	}
}
