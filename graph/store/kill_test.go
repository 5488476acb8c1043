//go:build unix

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// roleVariable makes the test binary play another process.
const roleVariable = "KGBUILD_STORE_TEST_ROLE"

func TestMain(m *testing.M) {
	var err error
	switch role, dir, _ := strings.Cut(os.Getenv(roleVariable), "="); role {
	case "":
		os.Exit(m.Run())
	case "ingest":
		err = ingestForEver(dir)
	case "full":
		err = ingestOnFullDisk(dir)
	case "read":
		err = readForEver(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func child(role, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), roleVariable+"="+role+"="+dir)
	c.Stderr = os.Stderr
	return c
}

// ingestForEver appends a document, says so, rebuilds, says so, and goes on
// with the next.
func ingestForEver(dir string) error {
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		added, err := w.Log().Append(observation(i))
		if err != nil {
			return err
		}
		fmt.Println("document", i)
		if !added {
			continue
		}
		if _, err := w.Rebuild(context.Background(), people); err != nil {
			return err
		}
		fmt.Println("graph", i)
	}
}

// A process that is killed at any moment leaves a store that opens, with every
// acknowledged document in the log and a whole graph that is no older than the
// last acknowledged one.
func TestKill(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	rng := rand.New(rand.NewPCG(1, 2))
	document, derived := -1, -1
	for round := range rounds {
		c := child("ingest", dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// The moment is some milliseconds after a line that tells of
		// something new; in some rounds, after the start.
		kill := func() { c.Process.Kill() }
		timer := time.AfterFunc(time.Minute, kill)
		news := 1 + rng.IntN(5)
		if round%4 == 0 {
			timer.Reset(time.Duration(rng.IntN(100)) * time.Millisecond)
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			word, number, _ := strings.Cut(lines.Text(), " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				continue // a torn line
			}
			last := &document
			if word == "graph" {
				last = &derived
			}
			if n > *last {
				*last = n
				if news--; news == 0 {
					timer.Reset(time.Duration(rng.IntN(60)) * time.Millisecond)
				}
			}
		}
		timer.Stop()
		if err := c.Wait(); err == nil || c.ProcessState.ExitCode() >= 0 {
			t.Fatalf("round %d: the process ended by itself: %v", round, err)
		}
		if document < 0 {
			continue // killed before it had made the store
		}
		if derived >= 0 {
			r, err := store.Open(dir)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			if r.Manifest.Documents < derived+1 {
				t.Errorf("round %d: the graph has %d documents, graph %d was acknowledged", round, r.Manifest.Documents, derived)
			}
			if n, err := r.Quads().Count(context.Background()); err != nil || n != r.Manifest.Quads {
				t.Errorf("round %d: %d quads, %v; want %d", round, n, err, r.Manifest.Quads)
			}
			if n := len(gather(t, r.Claims())); n != r.Manifest.Claims {
				t.Errorf("round %d: %d claims, want %d", round, n, r.Manifest.Claims)
			}
			r.Close()
		}
		w, err := store.OpenWriter(dir, obslog.Options{})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		for i := range document + 1 {
			if !w.Log().Has(observation(i).Document.SHA256) {
				t.Errorf("round %d: document %d was acknowledged and is not there", round, i)
			}
		}
		entries, err := os.ReadDir(filepath.Join(dir, "graph"))
		if err == nil && len(entries) > 1 {
			t.Errorf("round %d: %d generations are left after the next writer has begun", round, len(entries))
		}
		w.Close()
	}
	if derived < 3 {
		t.Fatalf("only %d graphs in all: the kills came too soon to show anything", derived+1)
	}

	// Finished, it is the same as one that was never disturbed.
	w := openWriter(t, dir)
	rebuild(t, w, people)
	quiet := filepath.Join(t.TempDir(), "kgbuild.db")
	q := openWriter(t, quiet)
	for i := range w.Log().Len() {
		add(t, q, i)
	}
	rebuild(t, q, people)
	if d := cmp.Diff(export(t, open(t, quiet)), export(t, open(t, dir))); d != "" {
		t.Errorf("the store differs from one that was not killed:\n%s", d)
	}
}

// ingestOnFullDisk limits the size of the files that it may write, which
// fails writes as a full disk does, and rebuilds.
func ingestOnFullDisk(dir string) error {
	signal.Ignore(syscall.SIGXFSZ)
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		return err
	}
	limit := syscall.Rlimit{Cur: 20 << 10, Max: 1 << 40}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	_, err = w.Rebuild(context.Background(), people)
	if err == nil {
		return fmt.Errorf("a rebuild on a full disk succeeded")
	}
	if !strings.Contains(err.Error(), "file too large") {
		return fmt.Errorf("a rebuild on a full disk failed with: %w", err)
	}
	return w.Close()
}

func TestFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	for i := range 50 {
		add(t, w, i)
	}
	rebuild(t, w, people)
	w.Close()
	want := export(t, open(t, dir))
	if err := child("full", dir).Run(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, export(t, open(t, dir))); d != "" {
		t.Errorf("the graph changed:\n%s", d)
	}
	if entries, err := os.ReadDir(filepath.Join(dir, "graph")); err != nil || len(entries) != 1 {
		t.Errorf("%d generations are there, %v", len(entries), err)
	}
	w = openWriter(t, dir)
	rebuild(t, w, people)
	if d := cmp.Diff(want, export(t, open(t, dir))); d != "" {
		t.Errorf("the rebuilt graph differs:\n%s", d)
	}
}

// readForEver opens the store again and again and counts.
func readForEver(dir string) error {
	for {
		r, err := store.Open(dir)
		if err != nil {
			return err
		}
		n := 0
		for _, err := range r.Claims() {
			if err != nil {
				return err
			}
			n++
		}
		if n != r.Manifest.Claims {
			return fmt.Errorf("%d claims, want %d", n, r.Manifest.Claims)
		}
		if err := r.Close(); err != nil {
			return err
		}
		fmt.Println("read")
	}
}

// Another process reads while this one writes; neither waits for the other.
func TestReaderInAnotherProcess(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	add(t, w, 0)
	rebuild(t, w, people)
	c := child("read", dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	reads := make(chan int)
	go func() {
		n := 0
		for lines := bufio.NewScanner(out); lines.Scan(); n++ {
		}
		reads <- n
	}()
	for i := 1; i < 10; i++ {
		add(t, w, i)
		rebuild(t, w, people)
	}
	time.Sleep(200 * time.Millisecond)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	n := <-reads
	c.Wait()
	if c.ProcessState.ExitCode() >= 0 {
		t.Error("the reader ended by itself")
	}
	if n < 3 {
		t.Errorf("only %d reads while writing", n)
	}
}
