package store

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// errNotDir is what opening "x/format" gives when x is a file.
var errNotDir error = syscall.ENOTDIR

// temporary ends the name of a file that is about to replace another.
const temporary = ".tmp"

// replaceFile writes a file so that, whenever the process or the machine
// stops, path holds either what it held before or all of content.
func replaceFile(path string, content []byte) error {
	tmp := path + temporary
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		_ = os.Remove(tmp)
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder forces a folder's list of files to the disk. Windows has no way
// to do so.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
