package gizmo

import (
	"errors"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// idTag is the tag of the node at which a path ends.
const idTag = "id"

// finals returns the methods that run a path.
func (s *session) finals() map[string]function {
	return map[string]function{
		"all": s.final(func(p *path.Path, _ goja.FunctionCall) (any, error) {
			return s.emitAll(p, 0)
		}),
		"getLimit": s.final(func(p *path.Path, call goja.FunctionCall) (any, error) {
			limit, err := optionalCount(call)
			if err != nil {
				return nil, err
			}
			return s.emitAll(p, limit)
		}),
		"toArray":  s.final(s.array(false)),
		"tagArray": s.final(s.array(true)),
		"toValue":  s.final(s.first(false)),
		"tagValue": s.final(s.first(true)),
		"forEach":  s.final(s.forEach),
		"map":      s.final(s.forEach),
		"count": s.final(func(p *path.Path, _ goja.FunctionCall) (any, error) {
			var n int64
			err := s.each(p, 0, func(map[string]cgraph.Ref) error { n++; return nil })
			return n, err
		}),
	}
}

func (s *session) final(f func(*path.Path, goja.FunctionCall) (any, error)) function {
	return func(call goja.FunctionCall) (any, error) {
		p, err := pathOf(call)
		if err != nil {
			return nil, err
		}
		return f(p.path.Clone(), call)
	}
}

// errEnough ends an iteration early; it is not a failure.
var errEnough = errors.New("enough")

// each runs p and calls f with the tags of each result, the path's end among
// them; limit 0 is no limit. It closes its iterator whatever happens, because
// an open one keeps the store from being closed.
func (s *session) each(p *path.Path, limit int, f func(map[string]cgraph.Ref) error) error {
	it := iterator.Tag(s.iterator(p), idTag)
	it, _ = it.Optimize(s.ctx)
	scan := it.Iterate()
	defer func() { _ = scan.Close() }()
	n := 0
	visit := func() error {
		tags := make(map[string]cgraph.Ref)
		scan.TagResults(tags)
		if err := f(tags); err != nil {
			return err
		}
		if n++; limit > 0 && n >= limit {
			return errEnough
		}
		return s.ctx.Err()
	}
	for s.ctx.Err() == nil && scan.Next(s.ctx) {
		err := visit()
		for err == nil && scan.NextPath(s.ctx) {
			err = visit()
		}
		if errors.Is(err, errEnough) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	if err := s.ctx.Err(); err != nil {
		return err
	}
	return scan.Err()
}

// iterator returns what finds the results of p. Cayley's optimizer leaves a
// union with branches that lead nowhere, such as both() from a name that is not
// in the graph, and then fails to follow them; a second pass takes them out.
func (s *session) iterator(p *path.Path) iterator.Shape {
	found, _ := shape.Optimize(s.ctx, p.Shape(), s.qs)
	if !shape.IsNull(found) {
		found, _ = found.Optimize(s.ctx, nil)
	}
	if shape.IsNull(found) {
		return iterator.NewNull()
	}
	return found.BuildIterator(s.qs)
}

// emitAll emits the results of p.
func (s *session) emitAll(p *path.Path, limit int) (any, error) {
	return nil, s.each(p, limit, func(refs map[string]cgraph.Ref) error {
		tags, err := s.values(refs)
		if err == nil && len(tags) > 0 && !s.emit(Row{Tags: tags}) {
			err = errEnough
		}
		return err
	})
}

// values looks up what tags stand for; those that stand for nothing, such as
// the label of a quad without one, are left out.
func (s *session) values(refs map[string]cgraph.Ref) (map[string]quad.Value, error) {
	out := make(map[string]quad.Value, len(refs))
	for name, ref := range refs {
		if ref == nil {
			continue
		}
		v, err := s.qs.NameOf(ref)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[name] = v
		}
	}
	return out, nil
}

func (s *session) natives(refs map[string]cgraph.Ref) (map[string]any, error) {
	tags, err := s.values(refs)
	if err != nil {
		return nil, err
	}
	out := make(map[string]any, len(tags))
	for name, v := range tags {
		out[name] = native(v)
	}
	return out, nil
}

// collect returns the results of p, up to limit, as scripts see them: the
// nodes, or their tags as well.
func (s *session) collect(p *path.Path, limit int, tags bool) ([]any, error) {
	out := []any{}
	err := s.each(p, limit, func(refs map[string]cgraph.Ref) error {
		m, err := s.natives(refs)
		switch id, ok := m[idTag]; {
		case err != nil:
			return err
		case tags && len(m) > 0:
			out = append(out, m)
		case !tags && ok:
			out = append(out, id)
		}
		return nil
	})
	return out, err
}

func (s *session) array(tags bool) func(*path.Path, goja.FunctionCall) (any, error) {
	return func(p *path.Path, call goja.FunctionCall) (any, error) {
		limit, err := optionalCount(call)
		if err != nil {
			return nil, err
		}
		out, err := s.collect(p, limit, tags)
		if err != nil {
			return nil, err
		}
		return s.vm.NewArray(out...), nil
	}
}

func (s *session) first(tags bool) func(*path.Path, goja.FunctionCall) (any, error) {
	return func(p *path.Path, _ goja.FunctionCall) (any, error) {
		out, err := s.collect(p, 1, tags)
		if err != nil || len(out) == 0 {
			return nil, err
		}
		return out[0], nil
	}
}

// forEach calls a function with the tags of each result. The results are
// gathered first, so that a function that runs further paths, or is stopped
// half-way, never leaves an iterator open.
func (s *session) forEach(p *path.Path, call goja.FunctionCall) (any, error) {
	n := len(call.Arguments)
	if n != 1 && n != 2 {
		return nil, fmt.Errorf("it takes a function, and a number before it")
	}
	f, ok := goja.AssertFunction(call.Arguments[n-1])
	if !ok {
		return nil, fmt.Errorf("its last argument is not a function")
	}
	limit := 0
	if n == 2 {
		var err error
		if limit, err = toCount(call.Arguments[0].Export()); err != nil {
			return nil, err
		}
	}
	found, err := s.collect(p, limit, true)
	if err != nil {
		return nil, err
	}
	for _, tags := range found {
		if _, err := f(call.This, s.vm.ToValue(tags)); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// optionalCount reads the one optional argument of a final that has a limit.
func optionalCount(call goja.FunctionCall) (int, error) {
	a := call.Argument(0)
	if goja.IsUndefined(a) || goja.IsNull(a) {
		return 0, nil
	}
	n, err := toCount(a.Export())
	if err != nil || n < 0 {
		return 0, err
	}
	return n, nil
}

// passThrough reports whether err is the script's own exception, or the end of
// the script, and so goes on as it is.
func passThrough(err error) bool {
	var (
		thrown  *goja.Exception
		stopped *goja.InterruptedError
		deep    *goja.StackOverflowError
	)
	return errors.As(err, &thrown) || errors.As(err, &stopped) || errors.As(err, &deep)
}
