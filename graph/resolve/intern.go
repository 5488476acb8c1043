package resolve

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// interner lets summaries keep one copy of every string, and none of the
// observation that they were read from: a name is often a part of a text that
// would otherwise stay in memory as a whole. What comes in lists is put into a
// few large ones.
type interner struct {
	strings    map[string]string
	senses     map[Sense]*Sense
	predicates predicateTable

	forms    chunks[form]
	texts    chunks[string]
	partners chunks[partner]
	units    chunks[unitID]
}

func newInterner() interner {
	return interner{
		strings: make(map[string]string), senses: map[Sense]*Sense{{}: unknownSense},
		predicates: newPredicateTable(),
	}
}

func (in *interner) string(s string) string {
	if s == "" {
		return ""
	}
	if kept, ok := in.strings[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	in.strings[s] = s
	return s
}

func (in *interner) internForms(forms []form) {
	for i := range forms {
		forms[i].text = in.string(forms[i].text)
	}
}

func (in *interner) sense(s *Sense) *Sense {
	if kept, ok := in.senses[*s]; ok {
		return kept
	}
	kept := &Sense{in.string(s.Key), in.string(s.Name), typed(in, s.Type), s.Form, in.string(s.Country)}
	in.senses[*kept] = kept
	return kept
}

// chunks holds many short lists in a few large ones.
type chunks[T any] struct{ free []T }

// chunkSize is how many elements of short lists stand in a large one.
const chunkSize = 1 << 12

// keep returns a copy of a list, without room to grow.
func (c *chunks[T]) keep(list []T) []T {
	n := len(list)
	switch {
	case n == 0:
		return nil
	case n > chunkSize/4:
		return slices.Clip(slices.Clone(list))
	case n > len(c.free):
		c.free = make([]T, chunkSize)
	}
	kept := c.free[:n:n]
	c.free = c.free[n:]
	copy(kept, list)
	return kept
}

// chunked is a long list that grows in pieces: growing it in one would copy it
// again and again.
type chunked[T any] struct {
	full [][]T
	last []T
	size int
}

// chunkedPiece is the length of a piece.
const chunkedPiece = 1 << 13

// add adds elements, and returns where they stand and from which index on.
func (c *chunked[T]) add(list []T) (kept []T, from int) {
	if len(list) > cap(c.last)-len(c.last) {
		c.full = append(c.full, c.last)
		c.last = make([]T, 0, max(chunkedPiece, len(list)))
	}
	n := len(c.last)
	c.last = append(c.last, list...)
	from = c.size
	c.size += len(list)
	return c.last[n:], from
}

// all returns the list as one, and leaves nothing in c.
func (c *chunked[T]) all() []T {
	out := make([]T, 0, c.size)
	for i, piece := range c.full {
		out = append(out, piece...)
		c.full[i] = nil
	}
	out = append(out, c.last...)
	*c = chunked[T]{}
	return out
}

// summary makes a summary independent of its observation.
func (in *interner) summary(s *summary) {
	d := &s.doc
	d.country = in.string(d.country)
	m := &d.meta
	for _, p := range []*string{&m.Title, &m.Author, &m.Source, &m.Language, &m.URL, &m.Path, &m.MediaType, &m.SHA256} {
		*p = in.string(*p)
	}
	m.ID = typed(in, m.ID)
	d.id = m.ID
	for i := range s.units {
		in.unit(&s.units[i])
	}
}

func (in *interner) unit(u *unit) {
	u.typ = typed(in, u.typ)
	u.name = in.string(u.name)
	in.internForms(u.forms)
	in.internForms(u.nominals)
	u.descs = in.texts.keep(u.descs)
	for i := range u.descs {
		u.descs[i] = in.string(u.descs[i])
	}
	u.partners = in.partners.keep(u.partners)
	u.sense = in.sense(u.sense)
	u.country = in.string(u.country)
	if e := u.event; e != nil {
		e.noun = in.string(e.noun)
		in.internForms(e.nouns)
		for _, list := range []*[]unitID{&e.places, &e.agents, &e.patients, &e.killed, &e.honoured, &e.related, &e.hitBy} {
			*list = in.units.keep(*list)
		}
		for _, quantities := range [][]nlp.Quantity{e.deaths, e.injuries} {
			for i := range quantities {
				quantities[i].Qualifier = typed(in, quantities[i].Qualifier)
			}
		}
	}
}

// typed interns a string of a type of its own.
func typed[S ~string](in *interner, s S) S { return S(in.string(string(s))) }
