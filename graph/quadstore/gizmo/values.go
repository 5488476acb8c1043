package gizmo

import (
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// The Go values that scripts pass around. They have no members of their own.
type (
	// pathValue is a path; its methods come from the session's prototype.
	pathValue struct {
		path *path.Path
		tags []string // that back can return to
	}
	// literal is a node or value made by iri, str and their like.
	literal struct{ value quad.Value }
	// filter is a condition made by lt, regex and their like.
	filter struct{ condition shape.ValueFilter }
)

func (*pathValue) String() string { return "[path]" }
func (l *literal) String() string { return quad.StringOf(l.value) }
func (*filter) String() string    { return "[filter]" }

// toValue reads an argument as a node or value: "<x>" is the node x, any other
// string a text, and a whole number an integer.
func toValue(arg any) (quad.Value, error) {
	switch v := arg.(type) {
	case *literal:
		return v.value, nil
	case string:
		if v == "" {
			return nil, fmt.Errorf("an empty string names no node")
		}
		return quad.StringToValue(v), nil
	case bool:
		return quad.Bool(v), nil
	case int64:
		return quad.Int(v), nil
	case float64:
		if float64(int64(v)) == v {
			return quad.Int(v), nil
		}
		return quad.Float(v), nil
	case *pathValue:
		return nil, fmt.Errorf("a path stands where a node or value is wanted")
	case *filter:
		return nil, fmt.Errorf("a filter stands where a node or value is wanted")
	}
	return nil, fmt.Errorf("%s is not a node or value", describe(arg))
}

// toValues reads arguments, and what lists among them hold, as values.
func toValues(args []any) ([]quad.Value, error) {
	var out []quad.Value
	for _, a := range args {
		if list, ok := a.([]any); ok {
			inner, err := toValues(list)
			if err != nil {
				return nil, err
			}
			out = append(out, inner...)
			continue
		}
		v, err := toValue(a)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// toPredicate reads an argument as a predicate. All predicates are IRIs, so a
// text that is not in angle brackets is taken for one.
func toPredicate(arg any) (any, error) {
	if p, ok := arg.(*pathValue); ok {
		return p.path, nil
	}
	v, err := toValue(arg)
	if err != nil {
		return nil, err
	}
	if s, ok := v.(quad.String); ok {
		return quad.IRI(s), nil
	}
	return v, nil
}

// toPredicates reads an argument as the predicates to follow: none for all of
// them, one, a list, or a path whose nodes they are.
func toPredicates(arg any) ([]any, error) {
	if arg == nil {
		return nil, nil
	}
	list, ok := arg.([]any)
	if !ok {
		list = []any{arg}
	}
	var out []any
	for _, a := range list {
		p, err := toPredicate(a)
		if err != nil {
			return nil, err
		}
		if _, ok := p.(*path.Path); ok && len(list) > 1 {
			return nil, fmt.Errorf("a path of predicates cannot stand in a list")
		}
		out = append(out, p)
	}
	return out, nil
}

func toTags(args []any) ([]string, error) {
	var out []string
	for _, a := range args {
		switch v := a.(type) {
		case nil:
		case string:
			out = append(out, v)
		case []any:
			inner, err := toTags(v)
			if err != nil {
				return nil, err
			}
			out = append(out, inner...)
		default:
			return nil, fmt.Errorf("a tag is a string, not %s", describe(a))
		}
	}
	return out, nil
}

func toCount(arg any) (int, error) {
	switch v := arg.(type) {
	case int64:
		return int(v), nil
	case float64:
		return int(v), nil
	}
	return 0, fmt.Errorf("%s is not a number", describe(arg))
}

func describe(arg any) string {
	switch v := arg.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%q", v)
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	case *pathValue, *filter, *literal, bool, int64, float64:
		return fmt.Sprint(v)
	}
	return "that"
}

// native returns a value as scripts see it: a node as "<x>", a text or number
// as itself.
func native(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.String:
		return string(v)
	case quad.Int:
		return int64(v)
	case quad.Float:
		return float64(v)
	case quad.Bool:
		return bool(v)
	case quad.IRI:
		return "<" + string(v) + ">"
	}
	return quad.StringOf(v)
}

// plain returns what a script emitted as a JSON value, and nil for what is
// none, such as a function.
func plain(v any) any {
	switch v := v.(type) {
	case bool, int64, float64, string:
		return v
	case int:
		return int64(v)
	case time.Time:
		return v.UTC().Format(time.RFC3339)
	case *literal:
		return native(v.value)
	case *pathValue, *filter:
		return fmt.Sprint(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k := range v {
			out[k] = plain(v[k])
		}
		return out
	}
	return nil
}

// exported returns the arguments of a call as Go values.
func exported(call goja.FunctionCall) []any {
	out := make([]any, len(call.Arguments))
	for i, a := range call.Arguments {
		out[i] = a.Export()
	}
	return out
}
