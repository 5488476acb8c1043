package obslog

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// Options change how a log is opened.
type Options struct {
	// ManualSync leaves it to the caller to call Sync; until then appended
	// records are in the log but not acknowledged.
	ManualSync bool
}

// Log is an open observation log.
type Log struct {
	mu      sync.RWMutex
	file    file
	index   *index
	options Options
	writer  bool
	durable int64 // everything before is safe on disk
	cut     int64 // bytes of a torn tail that were cut off
	broken  error // why nothing can be written any more
}

// file is what a log needs of os.File.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
	Stat() (os.FileInfo, error)
}

// Errors of use.
var (
	ErrLocked   = errors.New("another process is writing to it")
	ErrReadOnly = errors.New("opened for reading only")
	ErrNotFound = errors.New("no such document in the observation log")
	// ErrInvalid marks an observation that cannot be written for its content;
	// the log is as it was and takes others.
	ErrInvalid = errors.New("not a valid observation")
)

// Open opens a log for writing and creates it if there is none. A torn tail is
// cut off; [Log.Cut] tells how much it was. While another process has the log
// open for writing, the error is ErrLocked, after a short wait.
func Open(path string, options Options) (*Log, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, fmt.Errorf("open observation log: %w", err)
	}
	if err := lock(f); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("open observation log %s: %w", path, err)
	}
	l, err := openFile(f, options)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("open observation log %s: %w", path, err)
	}
	syncFolder(filepath.Dir(path))
	return l, nil
}

// syncFolder makes a new file's name safe on disk, on systems where a folder
// can be synced; others do it on their own.
func syncFolder(name string) {
	if d, err := os.Open(name); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// openFile opens a log for writing in a file that nobody else writes to.
func openFile(f file, options Options) (*Log, error) {
	size, err := sizeOf(f)
	if err != nil {
		return nil, err
	}
	l := &Log{file: f, index: newIndex(), options: options, writer: true}
	if size < fileHeader {
		// A crash while the log was made left less than its head.
		if err := l.create(size); err != nil {
			return nil, err
		}
		size = fileHeader
	}
	if err := l.load(size); err != nil {
		return nil, err
	}
	if l.cut = size - l.index.end; l.cut > 0 {
		if err := f.Truncate(l.index.end); err != nil {
			return nil, fmt.Errorf("cut off the torn tail: %w", err)
		}
	}
	if err := l.convert(); err != nil {
		return nil, err
	}
	// What a killed process had written is there, but perhaps not on disk.
	if err := f.Sync(); err != nil {
		return nil, err
	}
	l.durable = l.index.end
	return l, nil
}

func (l *Log) create(size int64) error {
	head := make([]byte, size)
	if _, err := l.file.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if string(head) != string(encodeFileHeader()[:size]) {
		return fmt.Errorf("%w: this is no observation log", ErrFormat)
	}
	_, err := l.file.WriteAt(encodeFileHeader(), 0)
	return err
}

// convert makes a log of an older version one of this version. The records stay
// as they are; only the version in the head says what later ones can hold.
func (l *Log) convert() error {
	head := make([]byte, fileHeader)
	if _, err := l.file.ReadAt(head, 0); err != nil {
		return err
	}
	if bytes.Equal(head, encodeFileHeader()) {
		return nil
	}
	if _, err := l.file.WriteAt(encodeFileHeader(), 0); err != nil {
		return fmt.Errorf("convert to version %d: %w", Version, err)
	}
	return nil
}

// OpenRead opens a log for reading. It may be being written to; [Log.Refresh]
// takes in what was appended since.
func OpenRead(path string) (*Log, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open observation log: %w", err)
	}
	l := &Log{file: f, index: newIndex()}
	if err := l.Refresh(); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("open observation log %s: %w", path, err)
	}
	return l, nil
}

// Refresh makes a reader see what was appended since it was opened. For a
// writer it does nothing.
func (l *Log) Refresh() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.writer {
		return nil
	}
	size, err := sizeOf(l.file)
	if err != nil {
		return err
	}
	if size == 0 {
		return nil // just being made
	}
	return l.load(size)
}

// load checks the head of the file and reads the record headers.
func (l *Log) load(size int64) error {
	head := make([]byte, fileHeader)
	if n, err := l.file.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	} else if err := checkFileHeader(head[:n]); err != nil {
		return err
	}
	return l.index.scan(l.file, size)
}

func sizeOf(f file) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// Cut returns how many bytes of unfinished writing were cut off when the log
// was opened for writing.
func (l *Log) Cut() int64 { return l.cut }

// Size returns the number of bytes of the log's file that hold records and
// the head.
func (l *Log) Size() int64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.index.end
}

// Close syncs and closes the log.
func (l *Log) Close() error {
	err := l.Sync()
	return errors.Join(err, l.file.Close())
}
