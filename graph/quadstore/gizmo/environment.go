package gizmo

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// function is a function of the environment. Its error becomes an exception
// in the script, with the function's name before it.
type function func(call goja.FunctionCall) (any, error)

// define makes everything that a script can name, but for params.
func (s *session) define() error {
	s.steps = s.vm.NewObject()
	var err error
	set := func(o *goja.Object, f function, names ...string) {
		for _, name := range names {
			if err == nil {
				err = o.Set(name, s.wrap(name, f))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(steps)) {
		set(s.steps, s.pathStep(name, steps[name]), name, capital(name))
	}
	set(s.steps, s.pathBack, "back", "Back")
	for name, f := range s.finals() {
		set(s.steps, f, name, capital(name))
	}
	g := s.vm.NewObject()
	set(g, s.vertex, "V", "Vertex")
	set(g, s.morphism, "M", "Morphism")
	set(g, func(call goja.FunctionCall) (any, error) {
		s.emitValue(call.Argument(0))
		return nil, nil
	}, "emit", "Emit")
	set(g, makeLiteral(func(t string) quad.Value { return quad.IRI(strings.Trim(t, "<>")) }), "IRI", "Uri")
	global := s.vm.GlobalObject()
	for name, f := range values {
		set(global, f, name)
	}
	set(global, s.entity, "entity")
	for name, v := range map[string]any{"g": g, "graph": g} {
		if err == nil {
			err = s.vm.Set(name, v)
		}
	}
	return err
}

func capital(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// wrap makes a JavaScript function of f. Cayley panics on some paths that it
// cannot follow; that too becomes an exception.
func (s *session) wrap(name string, f function) func(goja.FunctionCall) goja.Value {
	return func(call goja.FunctionCall) goja.Value {
		v, err := f.guarded(call)
		if err == nil {
			return s.vm.ToValue(v)
		}
		if passThrough(err) {
			panic(err)
		}
		panic(s.vm.NewGoError(fmt.Errorf("%s: %w", name, err)))
	}
}

func (f function) guarded(call goja.FunctionCall) (v any, err error) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case error:
			if passThrough(x) {
				panic(x)
			}
			err = fmt.Errorf("this path is not supported: %w", x)
		case string:
			err = fmt.Errorf("this path is not supported: %s", x)
		default:
			panic(x) // goja's own
		}
	}()
	return f(call)
}

// newPath returns the script's object for a path.
func (s *session) newPath(p *path.Path, tags []string) (any, error) {
	o := s.vm.ToValue(&pathValue{p, tags}).ToObject(s.vm)
	return o, o.SetPrototype(s.steps)
}

func (s *session) vertex(call goja.FunctionCall) (any, error) {
	nodes, err := toValues(exported(call))
	if err != nil {
		return nil, err
	}
	return s.newPath(path.StartMorphism(nodes...), nil)
}

func (s *session) morphism(goja.FunctionCall) (any, error) {
	return s.newPath(path.StartMorphism(), nil)
}

// entity begins a path at every entity and event that has one of the given
// names, aliases or ids.
func (s *session) entity(call goja.FunctionCall) (any, error) {
	names, err := toTags(exported(call))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("it needs a name, in quotation marks")
	}
	keys := make([]quad.Value, 0, len(names))
	for _, name := range names {
		key := quad.String(quadstore.Key(name))
		ref, err := s.qs.ValueOf(key)
		if err != nil {
			return nil, err
		}
		if ref == nil && !slices.Contains(s.result.Unmatched, name) {
			s.result.Unmatched = append(s.result.Unmatched, name)
		}
		keys = append(keys, key)
	}
	return s.newPath(path.StartMorphism(keys...).In(quadstore.LookupKey).Unique(), nil)
}

// pathOf returns the path that a method was called on.
func pathOf(call goja.FunctionCall) (*pathValue, error) {
	if p, ok := call.This.Export().(*pathValue); ok {
		return p, nil
	}
	return nil, fmt.Errorf("it was not called on a path")
}

func (s *session) pathStep(name string, apply step) function {
	return func(call goja.FunctionCall) (any, error) {
		p, err := pathOf(call)
		if err != nil {
			return nil, err
		}
		args := exported(call)
		next, err := apply(p.path.Clone(), args)
		if err != nil {
			return nil, err
		}
		tags := p.tags
		if name == "tag" || name == "as" {
			added, _ := toTags(args)
			tags = append(slices.Clone(tags), added...)
		}
		return s.newPath(next, tags)
	}
}

func (s *session) pathBack(call goja.FunctionCall) (any, error) {
	p, err := pathOf(call)
	if err != nil {
		return nil, err
	}
	next, err := back(p, exported(call))
	if err != nil {
		return nil, err
	}
	return s.newPath(next, p.tags)
}

// values are the functions that make nodes, values and filters.
var values = map[string]function{
	"iri":   makeLiteral(func(t string) quad.Value { return quad.IRI(strings.Trim(t, "<>")) }),
	"bnode": makeLiteral(func(t string) quad.Value { return quad.BNode(t) }),
	"raw":   makeLiteral(func(t string) quad.Value { return quad.StringToValue(t) }),
	"str":   makeLiteral(func(t string) quad.Value { return quad.String(t) }),
	"lang": makeLiteral2(func(t, lang string) quad.Value {
		return quad.LangString{Value: quad.String(t), Lang: lang}
	}),
	"typed": makeLiteral2(func(t, typ string) quad.Value {
		return quad.TypedString{Value: quad.String(t), Type: quad.IRI(typ)}
	}),
	"lt":    makeComparison(iterator.CompareLT),
	"lte":   makeComparison(iterator.CompareLTE),
	"gt":    makeComparison(iterator.CompareGT),
	"gte":   makeComparison(iterator.CompareGTE),
	"like":  makeLike,
	"regex": makeRegex,
}

func makeLiteral(f func(string) quad.Value) function {
	return func(call goja.FunctionCall) (any, error) {
		if args := exported(call); len(args) == 1 {
			if t, ok := args[0].(string); ok && t != "" {
				return &literal{f(t)}, nil
			}
		}
		return nil, fmt.Errorf("it takes one string that is not empty")
	}
}

func makeLiteral2(f func(a, b string) quad.Value) function {
	return func(call goja.FunctionCall) (any, error) {
		if args := exported(call); len(args) == 2 {
			a, ok1 := args[0].(string)
			b, ok2 := args[1].(string)
			if ok1 && ok2 {
				return &literal{f(a, b)}, nil
			}
		}
		return nil, fmt.Errorf("it takes two strings")
	}
}

func makeComparison(op iterator.Operator) function {
	return func(call goja.FunctionCall) (any, error) {
		args := exported(call)
		if len(args) != 1 {
			return nil, fmt.Errorf("it takes one value")
		}
		v, err := toValue(args[0])
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case quad.Int:
			return &filter{numeric{op, float64(v)}}, nil
		case quad.Float:
			return &filter{numeric{op, float64(v)}}, nil
		}
		return &filter{shape.Comparison{Op: op, Val: v}}, nil
	}
}

func makeLike(call goja.FunctionCall) (any, error) {
	if args := exported(call); len(args) == 1 {
		if t, ok := args[0].(string); ok {
			return &filter{shape.Wildcard{Pattern: t}}, nil
		}
	}
	return nil, fmt.Errorf("it takes one pattern, in which %% stands for anything")
}

// makeRegex takes a pattern and, optionally, true to match the ids of nodes
// as well as texts.
func makeRegex(call goja.FunctionCall) (any, error) {
	args := exported(call)
	if len(args) == 0 || len(args) > 2 {
		return nil, fmt.Errorf("it takes a pattern")
	}
	t, ok := args[0].(string)
	if !ok {
		return nil, fmt.Errorf("%s is not a pattern", describe(args[0]))
	}
	re, err := regexp.Compile(t)
	if err != nil {
		return nil, err
	}
	nodes := false
	if len(args) == 2 {
		if nodes, ok = args[1].(bool); !ok {
			return nil, fmt.Errorf("its second argument is true or false")
		}
	}
	return &filter{shape.Regexp{Re: re, Refs: nodes}}, nil
}
