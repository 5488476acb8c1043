package obslog

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/kgbuild/kgbuild/graph"
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

// Append adds an observation and reports whether it did: false means that the
// document is already in the log. After an error nothing was added.
func (l *Log) Append(o *graph.Observation) (bool, error) {
	sha, err := check(o)
	if err != nil {
		return false, fmt.Errorf("append %s: %w: %w", o.Document.ID, ErrInvalid, err)
	}
	data, err := encode(o)
	if err != nil {
		return false, fmt.Errorf("append %s: %w", o.Document.ID, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, there := l.index.live[o.Document.ID]; there {
		return false, nil
	}
	h := header{length: uint32(len(data)), checksum: crc32.Checksum(data, castagnoli), kind: observation, sha: sha}
	if err := l.write(h, data); err != nil {
		return false, fmt.Errorf("append %s: %w", o.Document.ID, err)
	}
	return true, nil
}

// Withdraw takes a document out of the log and reports whether it was there.
func (l *Log) Withdraw(id graph.DocumentID) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e, there := l.index.live[id]
	if !there {
		return false, nil
	}
	if err := l.write(header{kind: withdrawal, sha: e.header.sha}, nil); err != nil {
		return false, fmt.Errorf("withdraw %s: %w", id, err)
	}
	return true, nil
}

// write appends a record. A write that fails, as on a full disk, is undone.
func (l *Log) write(h header, data []byte) error {
	switch {
	case !l.writer:
		return ErrReadOnly
	case l.broken != nil:
		return fmt.Errorf("the log has to be opened again after an error: %w", l.broken)
	}
	at := l.index.end
	h.durable = l.durable
	if _, err := l.file.WriteAt(append(h.encode(), data...), at); err != nil {
		return l.undo(at, err)
	}
	if !l.options.ManualSync {
		if err := l.sync(at + h.size()); err != nil {
			return l.undo(at, err)
		}
	}
	l.index.add(at, h)
	return nil
}

// undo cuts off what a failed write left behind.
func (l *Log) undo(at int64, cause error) error {
	if err := l.file.Truncate(at); err != nil && l.broken == nil {
		l.broken = err
	}
	return cause
}

// sync makes the file safe up to end. After a failure the state of the file is
// unknown to the operating system itself, so the log takes no more writes.
func (l *Log) sync(end int64) error {
	if err := l.file.Sync(); err != nil {
		l.broken = err
		return err
	}
	l.durable = end
	return nil
}

// Sync makes everything appended so far safe on disk.
func (l *Log) Sync() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.writer || l.durable == l.index.end {
		return nil
	}
	if l.broken != nil {
		return l.broken
	}
	return l.sync(l.index.end)
}

// Has reports whether the document with this SHA-256, in hexadecimal, is in
// the log.
func (l *Log) Has(sha string) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	e, there := l.index.live[graph.NewDocumentID(sha)]
	return there && hex.EncodeToString(e.header.sha[:]) == sha
}

// Get returns the observation of a document, or ErrNotFound.
func (l *Log) Get(id graph.DocumentID) (*graph.Observation, error) {
	l.mu.RLock()
	e, there := l.index.live[id]
	l.mu.RUnlock()
	if !there {
		return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	return l.read(e)
}

func (l *Log) read(e entry) (*graph.Observation, error) {
	data, err := payload(l.file, e.offset, e.header)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.header.id(), err)
	}
	o, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.header.id(), damagedAt(e.offset, err.Error()))
	}
	return o, nil
}

// IDs returns the ids of the documents in the log, sorted.
func (l *Log) IDs() []graph.DocumentID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	ids := make([]graph.DocumentID, 0, len(l.index.live))
	for id := range l.index.live {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Len returns the number of documents in the log.
func (l *Log) Len() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.index.live)
}

// All returns the observations that were in the log when the iteration began,
// by document id, and passes over those withdrawn meanwhile. Each pair holds
// an observation or an error; the iteration goes on after an error, except
// when ctx ends.
func (l *Log) All(ctx context.Context) iter.Seq2[*graph.Observation, error] {
	return func(yield func(*graph.Observation, error) bool) {
		for _, id := range l.IDs() {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			o, err := l.Get(id)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if !yield(o, err) {
				return
			}
		}
	}
}

// Verify reads every observation in the log and returns the errors found,
// joined; nil when the log is sound.
func (l *Log) Verify(ctx context.Context) error {
	var all []error
	for _, err := range l.All(ctx) {
		if err != nil {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
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
