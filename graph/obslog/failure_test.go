package obslog

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func checksumOf(b []byte) []byte {
	return binary.LittleEndian.AppendUint32(nil, crc32.Checksum(b, castagnoli))
}

// logBytes returns a log of the observations 0 to n-1 and the offsets at which
// its records end, the head's end first.
func logBytes(t *testing.T, n int) ([]byte, []int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	ends := []int{fileHeader}
	for i := range n {
		mustAppend(t, l, i)
		ends = append(ends, int(l.Size()))
	}
	mustClose(t, l)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data, ends
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// The file cut at every byte: the records that are whole stay, for a reader
// beside as for the next writer, which goes on.
func TestCutAtEveryByte(t *testing.T) {
	data, ends := logBytes(t, 3)
	for cut := range len(data) + 1 {
		whole := 0
		for whole+1 < len(ends) && ends[whole+1] <= cut {
			whole++
		}
		m := &memory{data: append([]byte(nil), data[:cut]...)}
		if cut == 0 || cut >= fileHeader {
			wantNumbers(t, reader(t, m), upTo(whole)...)
		}
		l, err := openFile(m, Options{})
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		wantNumbers(t, l, upTo(whole)...)
		if want := int64(max(0, cut-ends[whole])); l.Cut() != want {
			t.Fatalf("cut at %d: %d bytes of the tail cut off, want %d", cut, l.Cut(), want)
		}
		mustAppend(t, l, 7)
		wantNumbers(t, reader(t, m), append(upTo(whole), 7)...)
	}
}

// reader opens a log in memory for reading.
func reader(t *testing.T, m *memory) *Log {
	t.Helper()
	l := &Log{file: m, index: newIndex()}
	if err := l.Refresh(); err != nil {
		t.Fatal(err)
	}
	return l
}

// A wrong byte in the last record, which may not have been durable, costs that
// record; one before it is an error that names the offset, and the file is
// left alone.
func TestWrongByteAnywhere(t *testing.T) {
	data, ends := logBytes(t, 3)
	last := ends[2]
	for at := fileHeader; at < len(data); at++ {
		wrong := append([]byte(nil), data...)
		wrong[at] ^= 0x20
		m := &memory{data: append([]byte(nil), wrong...)}
		l, err := openFile(m, Options{})
		if at >= last {
			if err != nil {
				t.Fatalf("byte %d: %v", at, err)
			}
			wantNumbers(t, l, 0, 1)
			continue
		}
		record := ends[0]
		if at >= ends[1] {
			record = ends[1]
		}
		if err == nil {
			err = l.Verify(context.Background())
		}
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), fmt.Sprintf("at offset %d:", record)) {
			t.Fatalf("byte %d of the record at %d: %v", at, record, err)
		}
		if string(m.data) != string(wrong) {
			t.Fatalf("byte %d: the damaged file was changed", at)
		}
	}
}

// With ManualSync, a crash may lose any part of what was not synced, in any
// order, but nothing that was.
func TestUnsyncedGroup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l, err := Open(path, Options{ManualSync: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		mustAppend(t, l, i)
	}
	if err := l.Sync(); err != nil {
		t.Fatal(err)
	}
	synced := int(l.Size())
	for i := 2; i < 5; i++ {
		mustAppend(t, l, i)
	}
	wantNumbers(t, l, 0, 1, 2, 3, 4)
	mustClose(t, l)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for from := synced; from < len(data); from += 37 {
		lost := append([]byte(nil), data...)
		for i := from; i < min(from+64, len(lost)); i++ {
			lost[i] = 0
		}
		l, err := openFile(&memory{data: lost}, Options{})
		if err != nil {
			t.Fatalf("zeros at %d: %v", from, err)
		}
		if l.Len() < 2 || l.Len() > 4 {
			t.Fatalf("zeros at %d: %d documents", from, l.Len())
		}
		wantNumbers(t, l, upTo(l.Len())...)
	}
}

// memory is a file that can fail: writes stop at limit bytes, as on a full
// disk, leaving what fitted; syncs fail when syncErr is set.
type memory struct {
	mu      sync.Mutex
	data    []byte
	limit   int
	syncErr error
}

var errFull = errors.New("no space left on device")

func (m *memory) ReadAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if at >= int64(len(m.data)) {
		return 0, io.EOF
	}
	n := copy(p, m.data[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (m *memory) WriteAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := len(p)
	if m.limit > 0 && int(at)+n > m.limit {
		n = max(0, m.limit-int(at))
	}
	if grow := int(at) + n - len(m.data); grow > 0 {
		m.data = append(m.data, make([]byte, grow)...)
	}
	copy(m.data[at:], p[:n])
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func (m *memory) Truncate(size int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data = m.data[:size]
	return nil
}

func (m *memory) Sync() error  { return m.syncErr }
func (m *memory) Close() error { return nil }

func (m *memory) Stat() (os.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return memoryInfo(len(m.data)), nil
}

// memoryInfo tells a file's size, all that a log asks for.
type memoryInfo int64

func (i memoryInfo) Size() int64      { return int64(i) }
func (memoryInfo) Name() string       { return "memory" }
func (memoryInfo) Mode() os.FileMode  { return 0o666 }
func (memoryInfo) ModTime() time.Time { return time.Time{} }
func (memoryInfo) IsDir() bool        { return false }
func (memoryInfo) Sys() any           { return nil }

// A disk that is full after any number of bytes: the append fails, nothing is
// left of it, and once there is space the log goes on.
func TestDiskFull(t *testing.T) {
	data, ends := logBytes(t, 3)
	for limit := ends[1]; limit < len(data); limit++ {
		m := &memory{limit: limit}
		l, err := openFile(m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		stored := 0
		for ; ; stored++ {
			if _, err = l.Append(newObservation(stored)); err != nil {
				break
			}
		}
		if !errors.Is(err, errFull) || len(m.data) != ends[stored] {
			t.Fatalf("limit %d: %v, %d bytes left for %d records", limit, err, len(m.data), stored)
		}
		m.limit = 0
		mustAppend(t, l, stored)
		wantNumbers(t, l, upTo(stored+1)...)
	}
}

func TestSyncFails(t *testing.T) {
	m := new(memory)
	l, err := openFile(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, l, 0)
	m.syncErr = errors.New("input/output error")
	if added, err := l.Append(newObservation(1)); err == nil || added {
		t.Errorf("append: %v, %v", added, err)
	}
	m.syncErr = nil
	if _, err := l.Append(newObservation(2)); err == nil || !strings.Contains(err.Error(), "opened again") {
		t.Errorf("append after a failed sync: %v", err)
	}
	wantNumbers(t, l, 0)
	l, err = openFile(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, l, 1)
	wantNumbers(t, l, 0, 1)
}

// Random operations, reopenings and crashes against a set of numbers.
func TestAgainstSet(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 1))
		m := new(memory)
		l, err := openFile(m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[int]bool)
		for range 120 {
			n := random.IntN(12)
			switch op := random.IntN(10); {
			case op < 5:
				added, err := l.Append(newObservation(n))
				if err != nil || added == want[n] {
					t.Fatalf("seed %d: append %d: %v, %v", seed, n, added, err)
				}
				want[n] = true
			case op < 8:
				there, err := l.Withdraw(newObservation(n).Document.ID)
				if err != nil || there != want[n] {
					t.Fatalf("seed %d: withdraw %d: %v, %v", seed, n, there, err)
				}
				delete(want, n)
			default:
				// A crash in the middle of an append that was never
				// acknowledged.
				torn := append([]byte(nil), m.data...)
				if o := newObservation(50 + n); op == 9 {
					if _, err := l.Append(o); err != nil {
						t.Fatal(err)
					}
					torn = m.data[:len(torn)+random.IntN(len(m.data)-len(torn))]
				}
				m = &memory{data: torn}
				if l, err = openFile(m, Options{}); err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
			}
			var numbers []int
			for n := range want {
				numbers = append(numbers, n)
			}
			wantNumbers(t, l, numbers...)
		}
	}
}

const childVariable = "OBSLOG_TEST_CHILD"

// TestMain lets the test binary be the writer that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(childVariable); path != "" {
		appendForEver(path)
	}
	os.Exit(m.Run())
}

// appendForEver appends and prints the number of each acknowledged record.
func appendForEver(path string) {
	l, err := Open(path, Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for n := l.Len(); ; n++ {
		if _, err := l.Append(newObservation(n)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

// A writer killed at random moments, with a reader beside it.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	path := filepath.Join(t.TempDir(), "log")
	random := rand.New(rand.NewPCG(3, 4))
	acknowledged := -1
	for range 8 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childVariable+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 1 + random.IntN(40) {
			if !lines.Scan() {
				break
			}
			if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatal(lines.Text())
			}
		}
		r, err := OpenRead(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Verify(context.Background()); err != nil {
			t.Errorf("reading beside the writer: %v", err)
		}
		if r.Len() < acknowledged+1 {
			t.Errorf("a reader sees %d documents, %d are acknowledged", r.Len(), acknowledged+1)
		}
		mustClose(t, r)
		time.Sleep(time.Duration(random.IntN(3000)) * time.Microsecond)
		_ = child.Process.Kill()
		for lines.Scan() {
			if n, err := strconv.Atoi(lines.Text()); err == nil {
				acknowledged = n
			}
		}
		_ = child.Wait()
		l := mustOpen(t, path)
		if l.Len() < acknowledged+1 {
			t.Fatalf("%d documents after the kill, %d were acknowledged", l.Len(), acknowledged+1)
		}
		wantNumbers(t, l, upTo(l.Len())...)
		mustClose(t, l)
	}
	if acknowledged < 0 {
		t.Fatal("the writer never wrote")
	}
}

// A reader that refreshes while records are appended and withdrawn always sees
// whole records.
func TestReaderBesideWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	w, err := Open(path, Options{ManualSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, w)
	done := make(chan error, 1)
	go func() {
		for n := range 400 {
			if _, err := w.Append(newObservation(n)); err != nil {
				done <- err
				return
			}
			if n%7 == 0 {
				if _, err := w.Withdraw(newObservation(n / 2).Document.ID); err != nil {
					done <- err
					return
				}
			}
		}
		done <- nil
	}()
	r, err := OpenRead(path)
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, r)
	for running := true; running; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			running = false
		default:
		}
		if err := r.Refresh(); err != nil {
			t.Fatal(err)
		}
		if err := r.Verify(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if r.Len() != w.Len() {
		t.Errorf("the reader has %d documents, the writer %d", r.Len(), w.Len())
	}
}

func FuzzOpen(f *testing.F) {
	seed, err := os.ReadFile("testdata/version1.obslog")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add(seed[:len(seed)-5])
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := openFile(&memory{data: data}, Options{})
		if err != nil {
			return
		}
		_ = l.Verify(context.Background())
		if _, err := l.Append(newObservation(1)); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Get(newObservation(1).Document.ID); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
	})
}
