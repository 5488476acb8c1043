package gizmo

import (
	"context"
	"maps"

	"github.com/dop251/goja"
)

// Session runs scripts one after another, each of which finds what those
// before it have declared. It is for one goroutine.
type Session struct {
	store Viewer
	env   *session // nil until the first run, and after one that broke it
}

// NewSession returns a session over store.
func NewSession(store Viewer) *Session { return &Session{store: store} }

// Run runs q as the function [Run] does. What a script declares stays, unless
// Cayley failed inside it: the session begins anew then.
func (s *Session) Run(ctx context.Context, q Query, lim Limits) (*Result, error) {
	program, err := compile(q.Script)
	if err != nil {
		return &Result{}, err
	}
	limited, cancel := context.WithCancel(ctx)
	defer cancel()
	if lim.Time > 0 {
		limited, cancel = context.WithTimeout(limited, lim.Time)
		defer cancel()
	}
	env, err := s.prepare(limited, q.Params, lim)
	if err != nil {
		return &Result{}, err
	}
	interrupted := make(chan struct{})
	stop := context.AfterFunc(limited, func() {
		env.vm.Interrupt(limited.Err())
		close(interrupted)
	})
	exceeded := watchMemory(limited, lim.Memory, cancel)
	err = s.guarded(env, program)
	if !stop() {
		<-interrupted // so that it does not hit the next script
	}
	switch {
	case ctx.Err() != nil:
		return env.result, ctx.Err()
	case exceeded():
		return env.result, memoryError(lim.Memory)
	case limited.Err() != nil && err != nil:
		return env.result, timeError(lim.Time)
	}
	return env.result, scriptError(err)
}

// prepare returns the environment, made ready for one run.
func (s *Session) prepare(ctx context.Context, params map[string]string, lim Limits) (*session, error) {
	qs, err := s.store.View(ctx)
	if err != nil {
		return nil, err
	}
	if s.env == nil {
		env := &session{vm: goja.New()}
		env.vm.SetMaxCallStackSize(maxCalls)
		if err := env.define(); err != nil {
			return nil, err
		}
		s.env = env
	}
	s.env.vm.ClearInterrupt()
	s.env.ctx, s.env.qs, s.env.rows, s.env.result = ctx, qs, lim.Rows, &Result{}
	return s.env, s.env.vm.Set("params", s.env.vm.ToValue(maps.Clone(params)))
}

// guarded runs a program; when Cayley panics outside of any function of the
// environment, the interpreter is left in the middle of it and is given up.
func (s *Session) guarded(env *session, program *goja.Program) (err error) {
	defer func() {
		if x := recover(); x != nil {
			s.env = nil
			err = panicError(x)
		}
	}()
	return env.run(program)
}
