package main

import (
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

// filterOptions are a filter as the user writes it, before names are looked up
// in a store.
type filterOptions struct {
	predicates   []string
	types        []string
	since, until string
	sources      []string
	attributions []string
	polarities   []string
	modalities   []string
	confidence   float64
	support      int
	near         []string
	radius       int
}

// ownVoice is the attribution of what is attributed to nobody.
const ownVoice = "none"

const filterCategory = "Which claims take part"

// filterFlags are the flags of every command that looks at a part of the
// graph.
func filterFlags() []cli.Flag {
	list := func(name, usage string) cli.Flag {
		return &cli.GenericFlag{Name: name, Usage: usage, Value: &textList{}, Category: filterCategory, DefaultText: "any"}
	}
	text := func(name, usage string) cli.Flag {
		return &cli.StringFlag{Name: name, Usage: usage, Category: filterCategory}
	}
	return []cli.Flag{
		list("predicate", "claims with this `PREDICATE`; open:* for all that are not in the codebook"),
		list("type", "claims between entities of this `TYPE`, or kind of event"),
		text("since", "what happened on this `DATE` or later: 2024, 2024-01 or 2024-01-03"),
		text("until", "what happened on this `DATE` or earlier"),
		list("source", "claims of documents from this `SOURCE`: publisher, document id or path"),
		list("attribution", "claims attributed to `NAME`; none for the documents' own voice"),
		list("polarity", "`POLARITY` of claims: positive, negative"),
		list("modality", "`MODALITY` of claims: certain, possible, desired, future"),
		&cli.Float64Flag{Name: "confidence", Usage: "claims with at least this confidence, `0..1`", Category: filterCategory, DefaultText: "0"},
		&cli.IntFlag{Name: "support", Usage: "claims that at least `N` independent sources make", Category: filterCategory, DefaultText: "1"},
		list("near", "claims in the neighbourhood of the entity `NAME`"),
		&cli.IntFlag{Name: "radius", Usage: "a neighbourhood reaches `N` claims far", Value: 1, Category: filterCategory},
	}
}

// filterFrom reads the flags that filterFlags defines.
func filterFrom(c *cli.Context) filterOptions {
	list := func(name string) []string {
		if l, ok := c.Generic(name).(*textList); ok {
			return *l
		}
		return nil
	}
	return filterOptions{
		predicates: list("predicate"), types: list("type"), since: c.String("since"), until: c.String("until"),
		sources: list("source"), attributions: list("attribution"), polarities: list("polarity"), modalities: list("modality"),
		confidence: c.Float64("confidence"), support: c.Int("support"), near: list("near"), radius: c.Int("radius"),
	}
}

// textList is the value of a flag that may be repeated. Unlike the flag
// library's own it does not cut names at commas.
type textList []string

// Set adds a value.
func (l *textList) Set(s string) error { *l = append(*l, s); return nil }

func (l *textList) String() string { return strings.Join(*l, ", ") }

// filter looks the names up in r. A name that several go by is taken as w says.
func (o *filterOptions) filter(r *store.Reader, w io.Writer) (*filter.Filter, error) {
	f := &filter.Filter{Types: o.types, Sources: o.sources, MinConfidence: o.confidence, MinSupport: o.support, Radius: o.radius}
	for _, p := range o.predicates {
		f.Predicates = append(f.Predicates, nlp.Predicate(p))
	}
	var err error
	if f.Polarities, err = oneOf("polarity", o.polarities, nlp.Positive, nlp.Negative); err != nil {
		return nil, err
	}
	if f.Modalities, err = oneOf("modality", o.modalities, nlp.Certain, nlp.Possible, nlp.Desired, nlp.Future); err != nil {
		return nil, err
	}
	if f.Span.Start, err = dateFlag("since", o.since); err != nil {
		return nil, err
	}
	if f.Span.End, err = dateFlag("until", o.until); err != nil {
		return nil, err
	}
	if f.MinConfidence < 0 || f.MinConfidence > 1 || f.MinSupport < 0 || f.Radius < 0 {
		return nil, usagef("--confidence goes from 0 to 1, --support and --radius from 0 up")
	}
	if len(f.Types) > 0 {
		if err := checkTypes(r, f.Types); err != nil {
			return nil, err
		}
	}
	f.OwnVoice = slices.Contains(o.attributions, ownVoice)
	others := slices.DeleteFunc(slices.Clone(o.attributions), func(s string) bool { return s == ownVoice })
	if f.Attributions, err = idsNamed(r, others, w); err != nil {
		return nil, err
	}
	f.Near, err = idsNamed(r, o.near, w)
	return f, err
}

// matcher binds the filter to r.
func (o *filterOptions) matcher(r *store.Reader, w io.Writer) (*filter.Matcher, error) {
	f, err := o.filter(r, w)
	if err != nil {
		return nil, err
	}
	return f.On(r, r.Manifest.Predicates)
}

// oneOf returns the values of a flag as T, or an error when one is none of the
// choices.
func oneOf[T ~string](flag string, values []string, choices ...T) ([]T, error) {
	var out []T
	for _, v := range values {
		if !slices.Contains(choices, T(v)) {
			names := make([]string, len(choices))
			for i, c := range choices {
				names[i] = string(c)
			}
			return nil, usagef("no %s %q; choose %s", flag, v, strings.Join(names, ", "))
		}
		out = append(out, T(v))
	}
	return out, nil
}

func dateFlag(flag, value string) (nlp.Date, error) {
	if value == "" {
		return nlp.Date{}, nil
	}
	d, err := nlp.ParseDate(value)
	if err != nil {
		return d, usagef("--%s: %w", flag, err)
	}
	return d, nil
}

// checkTypes returns an error for a type that no entity of the store has, with
// those that there are.
func checkTypes(r *store.Reader, types []string) error {
	seen := make(map[string]bool)
	for e, err := range r.Entities() {
		if err != nil {
			return err
		}
		seen[string(e.Type)] = true
		if e.EventType != "" {
			seen[e.EventType] = true
		}
	}
	var names []string
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, t := range types {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, t) }) {
			return usagef("nothing is of the type %q; there are %s", t, strings.Join(names, ", "))
		}
	}
	return nil
}

func idsNamed(r *store.Reader, names []string, w io.Writer) ([]graph.EntityID, error) {
	var out []graph.EntityID
	for _, name := range names {
		e, err := entityNamed(r, name, w)
		if err != nil {
			return nil, err
		}
		out = append(out, e.ID)
	}
	return out, nil
}
