package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A store of format 1 stays readable as it is; whoever writes to it makes it
// one of today's format. The store was made by kgbuild 0.1.0 from three short
// articles, of which the third was withdrawn.
func TestFirstFormat(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "kgbuild.db")
	unzip(t, "testdata/version1.zip", db)
	formatIs := func(want string) {
		t.Helper()
		if b, err := os.ReadFile(filepath.Join(db, "format")); err != nil || string(b) != "kgbuild store format "+want+"\n" {
			t.Errorf("the file format says %q, %v; want %s", b, err, want)
		}
	}
	holds := func(want, not string) {
		t.Helper()
		if out := output(t, dir, "export", "--format", "jsonl"); !strings.Contains(out, want) || not != "" && strings.Contains(out, not) {
			t.Errorf("the export lacks %q or has %q:\n%s", want, not, out)
		}
		if out := output(t, dir, "check"); !strings.HasPrefix(out, "no fault in ") {
			t.Errorf("check says %s", out)
		}
	}
	holds("Ida Brandt", "Jan Holm")
	if out := output(t, dir, "query", `entity("Red Tide").out("<claimed>").all()`); !strings.Contains(out, "event/") {
		t.Errorf("a query of the old graph gave\n%s", out)
	}
	output(t, dir, "backup", "copy.db")
	formatIs("1")

	article := filepath.Join(dir, "new.txt")
	if err := os.WriteFile(article, []byte("Brandt held\n\nMARLOW - Police arrested Ida Brandt in Marlow on Friday.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	output(t, dir, "ingest", "-q", article)
	formatIs("2")
	holds(`"predicate":"arrested"`, "Jan Holm")
	before := output(t, dir, "export", "--format", "jsonl")
	output(t, dir, "rebuild")
	if after := output(t, dir, "export", "--format", "jsonl"); after != before {
		t.Error("a rebuild changed the export")
	}
	// Records of format 1 have no tag of their path.
	output(t, dir, "withdraw", "a/talks.txt")
	holds("Red Tide", "a/talks.txt")
}

// unzip unpacks an archive into a folder that it makes.
func unzip(t *testing.T, archive, to string) {
	t.Helper()
	r, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := os.CopyFS(to, r); err != nil {
		t.Fatal(err)
	}
}
