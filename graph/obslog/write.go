package obslog

import (
	"fmt"
	"hash/crc32"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// Append adds an observation and reports whether it did: false means that the
// document is already in the log. After an error nothing was added.
func (l *Log) Append(o *graph.Observation) (bool, error) { return l.Replace(o) }

// Replace adds an observation and takes the documents old, its former versions,
// out in the same record: whenever the process is killed, a reader finds either
// them or the new one. Of old, what is not in the log is passed over. It
// reports whether the observation was added; when its document is already in
// the log, the old ones are withdrawn one by one. After an error nothing was
// added.
func (l *Log) Replace(o *graph.Observation, old ...graph.DocumentID) (bool, error) {
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
	old = l.present(old, o.Document.ID)
	_, there := l.index.live[o.Document.ID]
	for there && len(old) > 0 || len(old) > maxReplaced {
		if err := l.withdraw(old[0]); err != nil {
			return false, err
		}
		old = old[1:]
	}
	if there {
		return false, nil
	}
	var hashes []byte
	for _, id := range old {
		e := l.index.live[id]
		hashes = append(hashes, e.header.sha[:]...)
	}
	data = append(hashes, data...)
	h := header{
		length: uint32(len(data)), checksum: crc32.Checksum(data, castagnoli), kind: observation,
		replaces: uint8(len(old)), tags: tagsOf(o), sha: sha,
	}
	if err := l.write(h, data, old); err != nil {
		return false, fmt.Errorf("append %s: %w", o.Document.ID, err)
	}
	return true, nil
}

// present returns those of ids that are in the log, each once, without except.
func (l *Log) present(ids []graph.DocumentID, except graph.DocumentID) []graph.DocumentID {
	var out []graph.DocumentID
	for _, id := range ids {
		if _, there := l.index.live[id]; there && id != except && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Withdraw takes a document out of the log and reports whether it was there.
func (l *Log) Withdraw(id graph.DocumentID) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, there := l.index.live[id]; !there {
		return false, nil
	}
	if err := l.withdraw(id); err != nil {
		return false, err
	}
	return true, nil
}

// withdraw writes the withdrawal of a document that is in the log.
func (l *Log) withdraw(id graph.DocumentID) error {
	if err := l.write(header{kind: withdrawal, sha: l.index.live[id].header.sha}, nil, nil); err != nil {
		return fmt.Errorf("withdraw %s: %w", id, err)
	}
	return nil
}

// write appends a record that takes out the documents replaced. A write that
// fails, as on a full disk, is undone.
func (l *Log) write(h header, data []byte, replaced []graph.DocumentID) error {
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
	l.index.add(entry{at, h}, replaced)
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
