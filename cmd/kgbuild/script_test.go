package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram, when set in the environment, makes the test binary the program.
const asProgram = "KGBUILD_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	testscript.Main(m, map[string]func(){"kgbuild": main})
}

// TestScripts runs the real program. Each file of testdata/script is a story;
// $ARTICLES is the folder of the five articles that come with the repository,
// $DOCS the folder of its documentation.
func TestScripts(t *testing.T) {
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := filepath.Abs("../../docs")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ARTICLES", articles)
			env.Setenv("DOCS", docs)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"examples":  examples,
			"exits":     exits,
			"fenced":    fenced,
			"largeline": largeLine,
			"lines":     lines,
			"rawbytes":  rawBytes,
		},
	})
}

// examples FILE runs the example of each query in a list of them as JSON lines,
// and fails when one fails or gives no row.
func examples(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: examples FILE")
	}
	n := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		var q struct{ Name, Example string }
		ts.Check(json.Unmarshal([]byte(line), &q))
		ts.Check(ts.Exec("sh", "-c", q.Example+" --format csv"))
		if strings.Count(ts.ReadFile("stdout"), "\n") < 2 {
			ts.Fatalf("the example of %s gives no row: %s\n%s", q.Name, q.Example, ts.ReadFile("stderr"))
		}
		n++
	}
	if n == 0 {
		ts.Fatalf("%s lists no query", args[0])
	}
}

// exits CODE PROGRAM ARG… fails unless the program ends with the exit code;
// what it printed is written to the files out and err.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(context.Background(), args[1], args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Env = append(os.Environ(), "HOME="+ts.Getenv("HOME"), "PATH="+ts.Getenv("PATH"))
	program, err := exec.LookPath(args[1])
	if err != nil {
		program = filepath.Join(strings.Split(ts.Getenv("PATH"), string(os.PathListSeparator))[0], args[1])
	}
	cmd.Path, cmd.Err = program, nil
	_ = cmd.Run()
	ts.Check(os.WriteFile(ts.MkAbs("out"), stdout.Bytes(), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("err"), stderr.Bytes(), 0o644))
	if got := cmd.ProcessState.ExitCode(); got != want {
		ts.Fatalf("%s ended with %d, want %d\n%s%s", strings.Join(args[1:], " "), got, want, stdout.String(), stderr.String())
	}
}

// fenced PAGE KIND FILE writes the first code block of a kind on a page to a
// file, so that a page's examples are what is tested.
func fenced(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fenced PAGE KIND FILE")
	}
	_, rest, ok := strings.Cut(ts.ReadFile(args[0]), "```"+args[1]+"\n")
	block, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		ts.Fatalf("%s has no code block of the kind %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(block), 0o644))
}

// largeLine FILE MEGABYTES writes one line of that size.
func largeLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: largeline FILE MEGABYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	chunk := bytes.Repeat([]byte("a word and "), 95325) // a mebibyte
	_, err = f.WriteString(`{"text": "`)
	ts.Check(err)
	for range n {
		_, err := f.Write(chunk)
		ts.Check(err)
	}
	ts.Check(f.Close())
}

// lines N FILE fails unless the file has N lines.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines N FILE")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := ts.ReadFile(args[1])
	if got := strings.Count(text, "\n"); got != want {
		ts.Fatalf("%s has %d lines, want %d:\n%s", args[1], got, want, text)
	}
}

// rawBytes FILE HEX writes the bytes.
func rawBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rawbytes FILE HEX")
	}
	b, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}
