package gizmo

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// step lengthens a path. It gets a clone of the path, which it may change.
type step func(p *path.Path, args []any) (*path.Path, error)

// steps are the methods that lengthen a path, but for back, which needs to
// know the path's tags.
var steps = map[string]step{
	"is": func(p *path.Path, args []any) (*path.Path, error) {
		nodes, err := toValues(args)
		return p.Is(nodes...), err
	},
	"in":   follow((*path.Path).InWithTags),
	"out":  follow((*path.Path).OutWithTags),
	"both": follow((*path.Path).BothWithTags),

	"has":      has(false),
	"hasR":     has(true),
	"save":     save((*path.Path).Save),
	"saveR":    save((*path.Path).SaveReverse),
	"saveOpt":  save((*path.Path).SaveOptional),
	"saveOptR": save((*path.Path).SaveOptionalReverse),

	"tag": tag,
	"as":  tag,

	"and":        combine((*path.Path).And),
	"intersect":  combine((*path.Path).And),
	"or":         combine((*path.Path).Or),
	"union":      combine((*path.Path).Or),
	"except":     combine((*path.Path).Except),
	"difference": combine((*path.Path).Except),
	"follow":     combine((*path.Path).Follow),
	"followR":    combine((*path.Path).FollowReverse),

	"followRecursive": followRecursive,

	"labels":            plainStep((*path.Path).Labels),
	"inPredicates":      plainStep((*path.Path).InPredicates),
	"outPredicates":     plainStep((*path.Path).OutPredicates),
	"saveInPredicates":  savePredicates(true),
	"saveOutPredicates": savePredicates(false),
	"labelContext":      follow((*path.Path).LabelContextWithTags),

	"unique": plainStep((*path.Path).Unique),
	"order":  plainStep((*path.Path).Order),
	"limit":  counted((*path.Path).Limit),
	"skip":   counted((*path.Path).Skip),
	"filter": func(p *path.Path, args []any) (*path.Path, error) {
		conditions, err := toFilters(args)
		return p.Filters(conditions...), err
	},
}

func plainStep(apply func(*path.Path) *path.Path) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) > 0 {
			return nil, fmt.Errorf("it takes no arguments")
		}
		return apply(p), nil
	}
}

func counted(apply func(*path.Path, int64) *path.Path) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) != 1 {
			return nil, fmt.Errorf("it takes one number")
		}
		n, err := toCount(args[0])
		if err == nil && n < 0 {
			err = fmt.Errorf("%d is negative", n)
		}
		if err != nil {
			return nil, err
		}
		return apply(p, int64(n)), nil
	}
}

func tag(p *path.Path, args []any) (*path.Path, error) {
	tags, err := toTags(args)
	if err == nil && len(tags) == 0 {
		err = fmt.Errorf("it needs the name of a tag")
	}
	return p.Tag(tags...), err
}

// follow is a step along predicates: all of them, one, a list, or those that a
// path leads to; further arguments are tags for the predicate that was followed.
func follow(apply func(*path.Path, []string, ...any) *path.Path) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) == 0 {
			return apply(p, nil), nil
		}
		via, err := toPredicates(args[0])
		if err != nil {
			return nil, err
		}
		tags, err := toTags(args[1:])
		if err != nil {
			return nil, err
		}
		return apply(p, tags, via...), nil
	}
}

func has(reverse bool) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) == 0 {
			return nil, fmt.Errorf("it needs a predicate")
		}
		via, err := toPredicate(args[0])
		if err != nil {
			return nil, err
		}
		if conditions, err := toFilters(args[1:]); err == nil {
			return p.HasFilter(via, reverse, conditions...), nil
		}
		nodes, err := toValues(args[1:])
		if err != nil {
			return nil, err
		}
		if reverse {
			return p.HasReverse(via, nodes...), nil
		}
		return p.Has(via, nodes...), nil
	}
}

func toFilters(args []any) ([]shape.ValueFilter, error) {
	if len(args) == 0 {
		return nil, fmt.Errorf("it needs a filter")
	}
	var out []shape.ValueFilter
	for _, a := range args {
		switch a := a.(type) {
		case *filter:
			out = append(out, a.condition)
		case []any:
			inner, err := toFilters(a)
			if err != nil {
				return nil, err
			}
			out = append(out, inner...)
		default:
			return nil, fmt.Errorf("%s is not a filter", describe(a))
		}
	}
	return out, nil
}

func save(apply func(*path.Path, any, string) *path.Path) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) == 0 || len(args) > 2 {
			return nil, fmt.Errorf("it needs a predicate and a tag")
		}
		via, err := toPredicate(args[0])
		if err != nil {
			return nil, err
		}
		var name string
		if len(args) == 2 {
			tags, err := toTags(args[1:])
			if err != nil || len(tags) != 1 {
				return nil, fmt.Errorf("it needs one tag")
			}
			name = tags[0]
		} else if v, ok := via.(quad.Value); ok {
			name = quad.StringOf(v)
		} else {
			return nil, fmt.Errorf("it needs a tag when it saves a path")
		}
		return apply(p, via, name), nil
	}
}

func savePredicates(reverse bool) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		tags, err := toTags(args)
		if err != nil || len(tags) != 1 {
			return nil, fmt.Errorf("it needs one tag")
		}
		return p.SavePredicates(reverse, tags[0]), nil
	}
}

// combine is a step that takes another path.
func combine(apply func(*path.Path, *path.Path) *path.Path) step {
	return func(p *path.Path, args []any) (*path.Path, error) {
		if len(args) != 1 {
			return nil, fmt.Errorf("it takes one path")
		}
		other, ok := args[0].(*pathValue)
		if !ok {
			return nil, fmt.Errorf("%s is not a path", describe(args[0]))
		}
		return apply(p, other.path.Clone()), nil
	}
}

// followRecursive takes a predicate or path, and then the greatest number of
// steps and tags for the number of steps, each of which may be left out.
func followRecursive(p *path.Path, args []any) (*path.Path, error) {
	if len(args) == 0 {
		return nil, fmt.Errorf("it needs a predicate or a path")
	}
	via, err := toPredicates(args[0])
	if err != nil || len(via) != 1 {
		return nil, fmt.Errorf("it needs one predicate or path")
	}
	rest, depth := args[1:], 0
	if len(rest) > 0 {
		if n, err := toCount(rest[0]); err == nil {
			depth, rest = n, rest[1:]
		}
	}
	tags, err := toTags(rest)
	if err != nil {
		return nil, err
	}
	return p.FollowRecursive(via[0], depth, tags), nil
}

// back returns to the node that has a tag, for which the path must have one.
func back(p *pathValue, args []any) (*path.Path, error) {
	tags, err := toTags(args)
	if err != nil || len(tags) != 1 {
		return nil, fmt.Errorf("it needs one tag")
	}
	if !slices.Contains(p.tags, tags[0]) {
		return nil, fmt.Errorf("the path has no tag %q", tags[0])
	}
	return p.path.Clone().Back(tags[0]), nil
}
