package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// program returns the program as a process of its own, working in dir.
func program(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(context.Background(), self, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// output runs the program and returns what it prints; it must succeed.
func output(t *testing.T, dir string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := program(t, dir, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("kgbuild %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}

func articles(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// While one process writes, others read what was there before, and a second
// writer learns soon that it has to wait.
func TestSecondProcess(t *testing.T) {
	dir := t.TempDir()
	output(t, dir, "ingest", "-q", articles(t))
	w, err := store.OpenWriter(filepath.Join(dir, "kgbuild.db"), obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if out := output(t, dir, "query", `entity("hamas").all()`); !strings.Contains(out, "entity/hamas") {
		t.Errorf("a query beside a writer gave:\n%s", out)
	}
	out, err := program(t, dir, "ingest", "-q", articles(t)).CombinedOutput()
	if err == nil {
		t.Error("a second writer was let in")
	}
	if text := string(out); strings.Count(text, "\n") != 1 || !strings.Contains(text, "another process is writing") {
		t.Errorf("a second writer was told:\n%s", text)
	}
}

// The same documents give the same bytes in any order, and after one has been
// taken out and read again.
func TestOrderDoesNotMatter(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(articles(t), "*.txt"))
	if err != nil || len(files) < 2 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	export := func(dir string) string { return output(t, dir, "export", "--format", "jsonl") }
	first := t.TempDir()
	output(t, first, append([]string{"ingest", "-q"}, files...)...)
	want := export(first)

	output(t, first, append([]string{"ingest", "-q"}, files...)...)
	if diff := cmp.Diff(want, export(first)); diff != "" {
		t.Errorf("ingesting again (-before +after):\n%s", diff)
	}
	second := t.TempDir()
	for i := range files {
		output(t, second, "ingest", "-q", "--jobs", "1", files[len(files)-1-i])
	}
	if diff := cmp.Diff(want, export(second)); diff != "" {
		t.Errorf("another order (-first +second):\n%s", diff)
	}
	output(t, first, "withdraw", files[2])
	if without := export(first); without == want || strings.Contains(without, filepath.Base(files[2])) {
		t.Error("withdrawing a document left it in the export")
	}
	output(t, first, "ingest", "-q", files[2])
	if diff := cmp.Diff(want, export(first)); diff != "" {
		t.Errorf("withdrawn and read again (-before +after):\n%s", diff)
	}
}
