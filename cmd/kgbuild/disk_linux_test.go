package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mountDisk makes a file system of its own in memory, of a size and with flags
// that can be changed. The test is skipped where that is not allowed.
func mountDisk(t *testing.T, size string) (dir string, change func(flags uintptr, size string)) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("mounting a file system is not allowed here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir, func(flags uintptr, size string) {
		t.Helper()
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, "size="+size); err != nil {
			t.Fatal(err)
		}
	}
}

// fails runs the program, which must end with status 1 and one line that says
// why.
func fails(t *testing.T, why, dir string, args ...string) {
	t.Helper()
	cmd := program(t, dir, args...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	_ = cmd.Run()
	if text := stderr.String(); cmd.ProcessState.ExitCode() != 1 || strings.Count(text, "\n") != 1 || !strings.Contains(text, why) {
		t.Errorf("kgbuild %s ended with %d; want a line with %q, got:\n%s",
			strings.Join(args, " "), cmd.ProcessState.ExitCode(), why, text)
	}
}

// A disk that fills up while documents are stored, or while the graph is
// derived, costs what was being written; with more space the ingest goes on.
func TestDiskFillsUp(t *testing.T) {
	elsewhere := t.TempDir()
	output(t, elsewhere, "ingest", "-q", articles(t))
	want := output(t, elsewhere, "export", "--format", "jsonl")
	full := 0
	for _, size := range []string{"32k", "300k", "700k"} {
		dir, change := mountDisk(t, size)
		if _, err := program(t, dir, "ingest", "-q", articles(t)).Output(); err != nil {
			full++
			fails(t, "no space left on device", dir, "ingest", "-q", articles(t))
		}
		if out, err := program(t, dir, "check").CombinedOutput(); err != nil && !strings.Contains(string(out), "there is no store") {
			t.Errorf("check on a disk of %s: %s", size, out)
		}
		change(0, "64m")
		output(t, dir, "ingest", "-q", articles(t))
		if diff := cmp.Diff(want, output(t, dir, "export", "--format", "jsonl")); diff != "" {
			t.Errorf("the export after a disk of %s was full differs (-want +got):\n%s", size, diff)
		}
	}
	if full < 2 {
		t.Errorf("only %d of the disks were full", full)
	}
}

// A store on a disk that cannot be written to can be read, and says why it
// cannot be written to.
func TestReadOnlyDisk(t *testing.T) {
	dir, change := mountDisk(t, "64m")
	files, err := filepath.Glob(filepath.Join(articles(t), "*.txt"))
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	output(t, dir, "ingest", "-q", files[0])
	want := output(t, dir, "export", "--format", "jsonl")
	change(syscall.MS_RDONLY, "64m")
	for _, args := range [][]string{{"ingest", "-q", files[1]}, {"rebuild"}, {"withdraw", files[0]}} {
		fails(t, "read-only file system", dir, args...)
	}
	if diff := cmp.Diff(want, output(t, dir, "export", "--format", "jsonl")); diff != "" {
		t.Errorf("the export differs (-before +after):\n%s", diff)
	}
	if out := output(t, dir, "check"); !strings.HasPrefix(out, "no fault in 1 document") {
		t.Errorf("check says %s", out)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	output(t, dir, "backup", copied)
	if _, err := os.Stat(copied); err != nil {
		t.Error(err)
	}
}
