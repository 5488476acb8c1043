package resolve

import (
	"strings"
)

// personName is a person's name taken apart.
type personName struct {
	tokens []string // folded, without titles and suffixes; a hyphened part is one token
	titled bool     // titles were cut
}

// parsePerson takes a name apart. A name of titles alone has no tokens.
func parsePerson(form string) personName {
	fields := strings.Fields(trimForm(form))
	var p personName
	for len(fields) > 0 && words("title")[strings.TrimSuffix(fold(fields[0]), ".")] {
		fields = fields[1:]
		p.titled = true
	}
	for _, f := range fields {
		joined := strings.ReplaceAll(fold(f), " ", "")
		if joined == "" || (words("suffix")[joined] && len(p.tokens) > 0) {
			continue
		}
		if words("particle")[joined] && len(joined) == 2 {
			continue
		}
		p.tokens = append(p.tokens, stripParticle(f))
	}
	return p
}

// person is parsePerson with what was taken apart before.
func (r *resolver) person(form string) personName {
	p, known := r.persons[form]
	if !known {
		p = parsePerson(form)
		r.persons[form] = p
	}
	return p
}

// stripParticle folds one part of a name and cuts an article such as "al-".
func stripParticle(part string) string {
	if head, tail, ok := strings.Cut(part, "-"); ok && words("particle")[fold(head)] && fold(tail) != "" {
		part = tail
	}
	return strings.ReplaceAll(fold(part), " ", "")
}

func (p personName) key() string { return strings.Join(p.tokens, " ") }

func (p personName) full() bool { return len(p.tokens) >= 2 }

func (p personName) surname() string {
	if len(p.tokens) == 0 {
		return ""
	}
	return p.tokens[len(p.tokens)-1]
}

// skeletonKey is the name's consonant skeleton, part by part.
func (p personName) skeletonKey() string {
	parts := make([]string, len(p.tokens))
	for i, t := range p.tokens {
		parts[i] = skeleton(t)
	}
	return strings.Join(parts, " ")
}

// initialOf reports whether token a may be the initial of b.
func initialOf(a, b string) bool { return len(a) == 1 && strings.HasPrefix(b, a) }

// withoutInitial leaves out an initial that a name begins with, "L." of
// "R. Anton Weller".
func (p personName) withoutInitial() personName {
	if len(p.tokens) > 2 && len(p.tokens[0]) == 1 && len(p.tokens[1]) > 1 {
		return personName{tokens: p.tokens[1:], titled: p.titled}
	}
	return p
}

// fits reports whether the names can be those of one person when middle names
// are left out and given names shortened to an initial, or a first initial left
// out.
func (p personName) fits(q personName) bool {
	if !p.full() || !q.full() || p.surname() != q.surname() {
		return false
	}
	if len(p.tokens) != len(q.tokens) && (p.withoutInitial().key() == q.key() || p.key() == q.withoutInitial().key()) {
		return true
	}
	a, b := p.tokens[:len(p.tokens)-1], q.tokens[:len(q.tokens)-1]
	if a[0] != b[0] && !initialOf(a[0], b[0]) && !initialOf(b[0], a[0]) {
		return false
	}
	if len(a) > 1 && len(b) > 1 {
		if len(a) != len(b) {
			return false
		}
		for i := 1; i < len(a); i++ {
			if a[i] != b[i] && !initialOf(a[i], b[i]) && !initialOf(b[i], a[i]) {
				return false
			}
		}
	}
	return true
}
