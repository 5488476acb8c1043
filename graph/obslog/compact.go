package obslog

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
)

// Waste returns how many bytes of the log are of no use any more: observations
// that were withdrawn or replaced, and the records that say so.
func (l *Log) Waste() int64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	used := int64(fileHeader)
	for _, e := range l.index.live {
		used += e.header.size() - hashSize*int64(e.header.replaces)
	}
	return l.index.end - used
}

// WriteCompact writes the observations in the log, without what is of no use, to
// a log of their own at path, where no file may be, and forces it to the disk.
// They keep their order. On an error there is no file at path.
func (l *Log) WriteCompact(path string) (err error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("compact the observation log: %w", err)
	}
	w := bufio.NewWriterSize(f, 1<<18)
	err = errors.Join(l.copyLive(w), w.Flush(), f.Sync())
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path)
		return fmt.Errorf("compact the observation log: %w", err)
	}
	return nil
}

func (l *Log) copyLive(w *bufio.Writer) error {
	live := make([]entry, 0, len(l.index.live))
	for _, e := range l.index.live {
		live = append(live, e)
	}
	slices.SortFunc(live, func(a, b entry) int { return cmp.Compare(a.offset, b.offset) })
	if _, err := w.Write(encodeFileHeader()); err != nil {
		return err
	}
	at := int64(fileHeader)
	var room []byte
	for _, e := range live {
		data, err := payload(l.file, e.offset, e.header, room)
		if err != nil {
			return err
		}
		room = data
		data = data[hashSize*int(e.header.replaces):]
		// The file counts only once all of it is on the disk.
		h := header{
			durable: at, length: uint32(len(data)), checksum: crc32.Checksum(data, castagnoli), kind: observation,
			tags: e.header.tags, sha: e.header.sha,
		}
		if _, err := w.Write(h.encode()); err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
		at += h.size()
	}
	return nil
}
