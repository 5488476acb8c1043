// Kgbuild reads news articles and builds a knowledge graph of who did, said
// and denied what, in which every claim leads back to its sentence.
//
// Every command is one file in four parts: the command's value with its help,
// an options struct, its flags, and a run function that takes plain values and
// knows nothing of the flag library.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// The exit codes of every command.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// streams are where a command reads and writes: data on out, all else on err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// usageError marks an error in how the program was called.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported is returned by commands that have already printed what failed.
var errReported = errors.New("some input failed")

func main() {
	profiled, err := startProfile()
	if err != nil {
		fmt.Fprintf(os.Stderr, "kgbuild: %v\n", err)
		os.Exit(exitFailed)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	code := run(ctx, os.Args, streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	profiled()
	os.Exit(code)
}

// run runs the program with the given arguments and returns its exit code.
func run(ctx context.Context, args []string, s streams) int {
	app := newApp(s)
	err := app.RunContext(ctx, flagsFirst(app, args))
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(err))
		return exitUsage
	}
	fmt.Fprintf(s.err, "kgbuild: %s\n", oneLine(err))
	return exitFailed
}

// oneLine folds an error's text into a single line.
func oneLine(err error) string {
	return strings.Join(strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
}
