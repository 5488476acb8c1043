package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// patience is far more than anything here takes, even on a busy machine.
const patience = 2 * time.Minute

// running is a program under way whose standard output is read line by line.
type running struct {
	t      *testing.T
	lines  chan string
	done   chan error
	stderr bytes.Buffer
	signal func() error
}

func start(t *testing.T, dir string, args ...string) *running {
	t.Helper()
	cmd := program(t, dir, args...)
	r := &running{t: t, lines: make(chan string, 1000), done: make(chan error, 1)}
	cmd.Stderr = &r.stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	r.signal = func() error { return cmd.Process.Signal(os.Interrupt) }
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			r.lines <- lines.Text()
		}
		close(r.lines)
		r.done <- cmd.Wait()
	}()
	return r
}

// waitFor returns once a line of output fits a pattern.
func (r *running) waitFor(pattern string) {
	r.t.Helper()
	fits := regexp.MustCompile(pattern)
	timeout := time.After(patience)
	for {
		select {
		case line, ok := <-r.lines:
			if !ok {
				r.t.Fatalf("the program ended before %q:\n%s", pattern, r.stderr.String())
			}
			if fits.MatchString(line) {
				return
			}
		case <-timeout:
			r.t.Fatalf("no line fits %q", pattern)
		}
	}
}

// interrupt ends the program as Ctrl-C does, and returns how it ended.
func (r *running) interrupt() error {
	r.t.Helper()
	if err := r.signal(); err != nil {
		r.t.Skipf("no interrupts here: %v", err)
	}
	go func() {
		for line := range r.lines {
			_ = line
		}
	}()
	select {
	case err := <-r.done:
		return err
	case <-time.After(patience):
		r.t.Fatal("the program goes on after an interrupt")
		return nil
	}
}

// A folder that is watched is read, then what comes into it and what changes;
// an interrupt ends the program without an error.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "The Union of Dockers criticized the Port Authority on 3 May 2021.\n")
	r := start(t, dir, "watch", "--every", "50ms", "--exclude", "*.part", "--report", "report.jsonl", "in")
	r.waitFor("the graph holds 1 document,")
	write("b.txt.part", "The mayor of Arn met")
	write("sub/c.txt", "The mayor of Arn met the minister in Oslo on Monday.\n")
	r.waitFor("the graph holds 2 documents,")
	write("a.txt", "The Union of Dockers praised the Port Authority on 4 May 2021.\n")
	r.waitFor("the graph holds 2 documents,")
	if err := r.interrupt(); err != nil {
		t.Errorf("ended with %v\n%s", err, r.stderr.String())
	}
	out := output(t, dir, "export", "--format", "jsonl")
	if strings.Contains(out, "criticized") || !strings.Contains(out, "praised") || strings.Contains(out, ".part") {
		t.Errorf("after watching:\n%s", out)
	}
	report, err := os.ReadFile(filepath.Join(dir, "report.jsonl"))
	if err != nil || strings.Count(string(report), `"status":"read"`) != 3 {
		t.Errorf("%v, report:\n%s", err, report)
	}
}

// Interrupted, an ingest says what it keeps, and the same command goes on.
func TestInterruptedIngest(t *testing.T) {
	var corpus strings.Builder
	for i := range 300 {
		fmt.Fprintf(&corpus, "{\"text\": \"The mayor of Town%d met the minister in Oslo and criticized the plan of the Port Authority.\"}\n", i)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "corpus.jsonl"), []byte(corpus.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	r := start(t, dir, "ingest", "--jobs", "1", "--report", "/dev/stdout", "corpus.jsonl")
	r.waitFor(`"status":"read"`)
	if err := r.interrupt(); err == nil {
		t.Error("an interrupted ingest ended without an error")
	}
	kept := regexp.MustCompile(`interrupted; (\d+) new documents? kept, and the same command goes on from there\n$`).FindStringSubmatch(r.stderr.String())
	if kept == nil {
		t.Fatalf("it said:\n%s", r.stderr.String())
	}
	if text := output(t, dir, "ingest", "-q", "corpus.jsonl"); !strings.Contains(text, kept[1]+" already stored, 0 failed") {
		t.Errorf("%s kept, then:\n%s", kept[1], text)
	}
}
