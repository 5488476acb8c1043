package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// step is a command of a document and what the document says it prints.
type step struct {
	line    int
	command string
	prints  []string
}

// readSteps returns the commands of a document's blocks marked "console": a
// command follows "$ ", lines of its output follow the command.
func readSteps(text string) []step {
	var out []step
	inside := false
	for i, line := range strings.Split(text, "\n") {
		switch command, ok := strings.CutPrefix(line, "$ "); {
		case strings.HasPrefix(line, "```"):
			inside = line == "```console"
		case inside && ok:
			out = append(out, step{line: i + 1, command: command})
		case inside && len(out) > 0:
			last := &out[len(out)-1]
			last.prints = append(last.prints, line)
		}
	}
	return out
}

// missing returns the first of the lines that does not stand in the output, in
// their order. White space is folded; "…" stands for anything.
func missing(want []string, output string) string {
	lines := strings.Split(output, "\n")
	for _, w := range want {
		parts := strings.Split(strings.Join(strings.Fields(w), " "), "…")
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		pattern := regexp.MustCompile("^" + strings.Join(parts, ".*") + "$")
		found := false
		for len(lines) > 0 && !found {
			found = pattern.MatchString(strings.Join(strings.Fields(lines[0]), " "))
			lines = lines[1:]
		}
		if !found {
			return w
		}
	}
	return ""
}

// TestDocuments runs the commands of the documents one after another, so that
// a page never shows what the program does not do.
func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		name  string
		ready bool // the page begins with the articles read
	}{{"tutorial.md", false}, {"gizmo.md", true}} {
		t.Run(c.name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("../../docs", c.name))
			if err != nil {
				t.Fatal(err)
			}
			sh := newShell(t)
			if c.ready {
				if out, err := sh("kgbuild ingest testdata/articles"); err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
			}
			steps := readSteps(string(text))
			if len(steps) < 5 {
				t.Fatalf("%d commands", len(steps))
			}
			for _, s := range steps {
				out, err := sh(s.command)
				if err != nil {
					t.Errorf("line %d: %s: %v\n%s", s.line, s.command, err, out)
				} else if m := missing(s.prints, out); m != "" {
					t.Errorf("line %d: %s: %q is not printed, but\n%s", s.line, s.command, m, out)
				}
			}
		})
	}
}

// newShell returns a function that runs a command in a folder with the
// articles and the program, and returns its standard output, and its standard
// error when it fails.
func newShell(t *testing.T) func(command string) (string, error) {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh to run the commands")
	}
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"bin", "testdata"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	wrapper := fmt.Sprintf("#!/bin/sh\n%s=1 exec '%s' \"$@\"\n", asProgram, program)
	if err := os.WriteFile(filepath.Join(dir, "bin", "kgbuild"), []byte(wrapper), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "testdata", "articles"), os.DirFS(articles)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "bin") + string(os.PathListSeparator) + os.Getenv("PATH")
	return func(command string) (string, error) {
		cmd := exec.CommandContext(t.Context(), shell, "-c", command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+path, "HOME="+dir)
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Run(); err != nil {
			return stdout.String() + stderr.String(), err
		}
		return stdout.String(), nil
	}
}
