//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package obslog

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// lockWait is how long a second writer waits for the first to finish.
const lockWait = time.Second

// lock takes the write lock of the file, which ends with the process.
func lock(f *os.File) error {
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return nil
		case !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR):
			return err
		case time.Since(begin) > lockWait:
			return ErrLocked
		}
	}
}
