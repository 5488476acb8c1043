package obslog

import (
	"fmt"
	"hash/crc32"

	"github.com/kgbuild/kgbuild/graph"
)

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
