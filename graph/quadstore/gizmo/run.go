package gizmo

import (
	"context"
	"errors"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// Query is a script to run.
type Query struct {
	Script string
	// Params are the members of the object params. They are never pasted into
	// the script, so their text cannot become part of it.
	Params map[string]string
}

// Limits bound a query; zero means no limit.
type Limits struct {
	Time time.Duration
	Rows int
	// Memory is how many bytes the program's memory may grow by while the
	// query runs. It is looked at many times a second, not at every step.
	Memory uint64
}

// Result is what a query gave.
type Result struct {
	Rows []Row
	// Truncated is true when the query had more rows than the limit allows.
	Truncated bool
	// Unmatched lists the arguments of entity that nothing goes by, in order.
	Unmatched []string
}

// Row is one result: either a node with its tags, or a value that the script
// emitted.
type Row struct {
	Tags map[string]quad.Value // "id" is the node itself; nil for a value
	// Value is a JSON value: nil, bool, int64, float64, string, []any or
	// map[string]any.
	Value any
}

// Viewer gives out views of a store that fail once their context is done.
type Viewer interface {
	View(ctx context.Context) (cgraph.QuadStore, error)
}

// ErrTimeLimit is wrapped by the error of a query that its time limit ended.
var ErrTimeLimit = errors.New("stopped at the time limit")

// ErrMemoryLimit is wrapped by the error of a query that used more memory than
// it may.
var ErrMemoryLimit = errors.New("stopped at the memory limit")

// maxCalls is how deep functions may call each other; the stack of a script
// that recurses without end would otherwise take all memory first.
const maxCalls = 2000

// errRowLimit interrupts a script that has given all the rows it may.
var errRowLimit = errors.New("row limit")

// Run runs q over store and returns its rows in the order in which they were
// found, which is the same each time. When the query fails or is stopped, the
// rows found so far come with the error; nothing of it keeps running, and the
// store can be used and closed.
//
// The error is an [*Error] when the script is at fault; it wraps [ErrTimeLimit]
// or [ErrMemoryLimit] when that limit was reached, and is ctx's error when ctx
// was done before.
func Run(ctx context.Context, store Viewer, q Query, lim Limits) (*Result, error) {
	return NewSession(store).Run(ctx, q, lim)
}

func compile(script string) (*goja.Program, error) {
	// A source map is a file that the comment in the script names; a query
	// must not make the program open files.
	tree, err := parser.ParseFile(nil, "", script, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, scriptError(err)
	}
	p, err := goja.CompileAST(tree, false)
	return p, scriptError(err)
}

// session is the environment of scripts. What concerns one run is set anew for
// each.
type session struct {
	ctx    context.Context
	qs     cgraph.QuadStore
	vm     *goja.Runtime
	steps  *goja.Object // prototype of every path
	rows   int
	result *Result
}

// run runs the program; its last value counts when nothing was emitted.
func (s *session) run(program *goja.Program) (err error) {
	last, err := s.vm.RunProgram(program)
	if err != nil {
		if s.result.Truncated {
			return nil // stopped because the rows are enough
		}
		return err
	}
	if len(s.result.Rows) == 0 && last != nil && !goja.IsUndefined(last) && !goja.IsNull(last) {
		if p, ok := last.Export().(*pathValue); ok {
			_, err = s.emitAll(p.path, 0)
			return err
		}
		s.emitValue(last)
	}
	return s.ctx.Err()
}

// emit adds a row. It reports whether there is room for more; when not, the
// script is stopped at its next step.
func (s *session) emit(r Row) bool {
	if s.rows > 0 && len(s.result.Rows) >= s.rows {
		s.result.Truncated = true
		s.vm.Interrupt(errRowLimit)
		return false
	}
	s.result.Rows = append(s.result.Rows, r)
	return true
}

func (s *session) emitValue(v goja.Value) {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return
	}
	if exported := plain(v.Export()); exported != nil {
		s.emit(Row{Value: exported})
	}
}
