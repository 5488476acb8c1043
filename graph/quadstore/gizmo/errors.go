package gizmo

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// Error is a mistake in a script, on one line.
type Error struct {
	Line, Column int // from 1; 0 when not known
	Message      string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return "query: " + e.Message
	}
	return fmt.Sprintf("query, line %d, column %d: %s", e.Line, e.Column, e.Message)
}

func timeError(limit time.Duration) error {
	return fmt.Errorf("query: %w of %v", ErrTimeLimit, limit)
}

func memoryError(limit uint64) error {
	return fmt.Errorf("query: %w of %d MB", ErrMemoryLimit, limit>>20)
}

// scriptError turns what goja reports into an [*Error]. Errors of the store
// and of a context are left as they are.
func scriptError(err error) error {
	var (
		syntax    parser.ErrorList
		compile   *goja.CompilerSyntaxError
		reference *goja.CompilerReferenceError
		thrown    *goja.Exception
		stack     *goja.StackOverflowError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax) && len(syntax) > 0:
		p := syntax[0].Position
		return &Error{p.Line, p.Column, oneLine(syntax[0].Message)}
	case errors.As(err, &compile):
		return compilerError(compile.CompilerError)
	case errors.As(err, &reference):
		return compilerError(reference.CompilerError)
	case errors.As(err, &stack):
		return &Error{Message: fmt.Sprintf("functions call each other more than %d deep", maxCalls)}
	case errors.As(err, &thrown):
		return thrownError(thrown)
	}
	return err
}

func compilerError(e goja.CompilerError) error {
	out := &Error{Message: oneLine(e.Message)}
	if e.File != nil {
		p := e.File.Position(e.Offset)
		out.Line, out.Column = p.Line, p.Column
	}
	return out
}

// thrownError places an exception where the script was, which is the topmost
// call that is not Go's.
func thrownError(e *goja.Exception) error {
	message := "an exception without a message"
	if v := e.Value(); v != nil {
		message = v.String()
	}
	message = strings.TrimPrefix(message, "GoError: ")
	out := &Error{Message: oneLine(message)}
	for _, frame := range e.Stack() {
		if frame.SrcName() == "<native>" {
			continue
		}
		if p := frame.Position(); p.Line > 0 {
			out.Line, out.Column = p.Line, p.Column
			break
		}
	}
	return out
}

// panicError turns a panic inside Cayley, which answers some paths that it
// does not support with one, into an error.
func panicError(x any) error {
	return &Error{Message: oneLine(fmt.Sprintf("this path is not supported: %v", x))}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
