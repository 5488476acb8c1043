package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/peterh/liner"
	"golang.org/x/term"
)

// input is where the console's lines come from.
type input interface {
	// line returns the next line; goesOn when it continues an unfinished one.
	// The error is io.EOF at the end, errAborted when the user gave the line up.
	line(goesOn bool) (string, error)
	// remember adds what was asked to the history.
	remember(text string)
	// terminal reports whether somebody sits there.
	terminal() bool
	close()
}

var errAborted = errors.New("aborted")

// openInput returns a line editor when both ends are a terminal, else the
// lines of the input.
func openInput(s streams, complete liner.WordCompleter, noHistory bool) (input, error) {
	if !isTerminal(s.in) || !isTerminal(s.out) {
		return &plainInput{bufio.NewReader(s.in)}, nil
	}
	e := &editor{state: liner.NewLiner()}
	e.state.SetCtrlCAborts(true)
	e.state.SetMultiLineMode(true)
	e.state.SetTabCompletionStyle(liner.TabPrints)
	e.state.SetWordCompleter(complete)
	if !noHistory {
		e.open(s.err)
	}
	fmt.Fprintln(s.out, `Queries in Gizmo, such as entity("NAME").out("<claimed>").unique(); :help for more, Ctrl-D to end.`)
	return e, nil
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// plainInput reads lines from a file or pipe, without prompts or history.
type plainInput struct{ r *bufio.Reader }

func (p *plainInput) line(bool) (string, error) {
	line, err := p.r.ReadString('\n')
	if err != nil && line == "" {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func (*plainInput) remember(string) {}
func (*plainInput) terminal() bool  { return false }
func (*plainInput) close()          {}

// editor reads lines from a terminal.
type editor struct {
	state   *liner.State
	history string // its file; empty when none is kept
}

func (e *editor) line(goesOn bool) (string, error) {
	prompt := "gizmo> "
	if goesOn {
		prompt = "   ... "
	}
	line, err := e.state.Prompt(prompt)
	if errors.Is(err, liner.ErrPromptAborted) {
		return "", errAborted
	}
	return line, err
}

// remember keeps a query of several lines as one, unless a comment to the end
// of a line would swallow what follows it.
func (e *editor) remember(text string) {
	lines := strings.Split(text, "\n")
	if len(lines) > 1 && !strings.Contains(text, "//") && !strings.Contains(text, "`") {
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		lines = []string{strings.ReplaceAll(strings.Join(lines, " "), " .", ".")}
	}
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			e.state.AppendHistory(line)
		}
	}
}

func (*editor) terminal() bool { return true }

// open reads the history of earlier sessions. Without it the console works
// all the same, so that what is wrong is only said.
func (e *editor) open(w io.Writer) {
	name, err := historyFile()
	if err != nil {
		fmt.Fprintf(w, "no history is kept: %v\n", err)
		return
	}
	e.history = name
	b, err := os.ReadFile(name)
	if err != nil {
		return // the first session
	}
	if _, err := e.state.ReadHistory(bytes.NewReader(b)); err != nil {
		fmt.Fprintf(w, "%s is not read to its end: %v\n", name, err)
	}
}

// close gives the terminal back and writes the history, for the user alone.
func (e *editor) close() {
	_ = e.state.Close()
	if e.history == "" {
		return
	}
	if os.MkdirAll(filepath.Dir(e.history), 0o700) != nil {
		return
	}
	var b bytes.Buffer
	if _, err := e.state.WriteHistory(&b); err == nil {
		_ = os.WriteFile(e.history, b.Bytes(), 0o600)
	}
}

// historyFile returns where the history is kept: the user's folder of state
// where the system has one, else that of configuration.
func historyFile() (string, error) {
	if dir := os.Getenv("XDG_STATE_HOME"); dir != "" {
		return filepath.Join(dir, "kgbuild", "console_history"), nil
	}
	if runtime.GOOS == "linux" {
		home, err := os.UserHomeDir()
		return filepath.Join(home, ".local", "state", "kgbuild", "console_history"), err
	}
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "kgbuild", "console_history"), err
}
