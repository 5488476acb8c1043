package resolve

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// interner lets summaries keep one copy of every string, and none of the
// observation that they were read from: a name is often a part of a text that
// would otherwise stay in memory as a whole.
type interner map[string]string

func (in interner) string(s string) string {
	if s == "" {
		return ""
	}
	if kept, ok := in[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	in[s] = s
	return s
}

func (in interner) forms(forms []form) []form {
	forms = exact(forms)
	for i := range forms {
		forms[i].text = in.string(forms[i].text)
	}
	return forms
}

// exact returns a slice without room to grow.
func exact[T any](s []T) []T {
	if len(s) == cap(s) {
		return s
	}
	return append(make([]T, 0, len(s)), s...)
}

// summary makes a summary small.
func (in interner) summary(s *summary) {
	d := &s.doc
	d.country = in.string(d.country)
	m := &d.meta
	for _, p := range []*string{&m.Title, &m.Author, &m.Source, &m.Language, &m.Path, &m.MediaType, &m.SHA256} {
		*p = in.string(*p)
	}
	m.ID = typed(in, m.ID)
	d.id = m.ID
	s.units = exact(s.units)
	for i := range s.units {
		in.unit(&s.units[i])
	}
}

func (in interner) unit(u *unit) {
	u.ref.Document = typed(in, u.ref.Document)
	u.typ = typed(in, u.typ)
	u.name = in.string(u.name)
	u.forms, u.nominals = in.forms(u.forms), in.forms(u.nominals)
	u.descs = slices.Clone(u.descs)
	for i := range u.descs {
		u.descs[i] = in.string(u.descs[i])
	}
	u.partners = exact(u.partners)
	u.sense.Key, u.sense.Name, u.sense.Country = in.string(u.sense.Key), in.string(u.sense.Name), in.string(u.sense.Country)
	u.country = in.string(u.country)
	if e := u.event; e != nil {
		e.noun = in.string(e.noun)
		e.nouns = in.forms(e.nouns)
		for _, quantities := range [][]nlp.Quantity{e.deaths, e.injuries} {
			for i := range quantities {
				quantities[i].Qualifier = typed(in, quantities[i].Qualifier)
			}
		}
	}
}

// typed interns a string of a type of its own.
func typed[S ~string](in interner, s S) S { return S(in.string(string(s))) }
