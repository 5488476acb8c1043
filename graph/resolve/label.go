package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// label is what a cluster is called.
type label struct {
	id      graph.EntityID
	typ     nlp.EntityType
	name    string
	aliases []string // sorted, without the name
	known   bool     // by the gazetteer
	named   bool     // by a proper name, or by the user
	docs    int
	count   int
	stem    string // of the id
	private bool   // the name tells nothing particular: the id needs its document
}

// tally counts the documents and mentions of forms that are equal but for case
// and marks.
type tally struct {
	key   string
	docs  int
	count int
	texts map[string]int
}

// tallyForms counts the forms of a cluster's members.
func (r *resolver) tallyForms(members []unitID, formsOf func(*unit) []form) []*tally {
	byKey := make(map[string]*tally)
	lastDoc := make(map[string]int32)
	for _, m := range members {
		u := &r.units[m]
		for _, f := range formsOf(u) {
			key := fold(f.text)
			if key == "" {
				continue
			}
			t := byKey[key]
			if t == nil {
				t = &tally{key: key, texts: make(map[string]int)}
				byKey[key] = t
			}
			t.count += max(1, f.count)
			t.texts[f.text] += max(1, f.count)
			if d, ok := lastDoc[key]; !ok || d != u.doc {
				t.docs++
				lastDoc[key] = u.doc
			}
		}
	}
	out := make([]*tally, 0, len(byKey))
	for _, key := range sortedKeys(byKey) {
		out = append(out, byKey[key])
	}
	return out
}

// text returns the most frequent spelling; one that is not in capitals
// throughout, as in a headline, wins when there is one.
func (t *tally) text() string {
	best := ""
	for _, s := range sortedKeys(t.texts) {
		if best == "" || cmp.Or(cmp.Compare(b2i(shouted(best)), b2i(shouted(s))), cmp.Compare(t.texts[s], t.texts[best])) > 0 {
			best = s
		}
	}
	return best
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// shouted reports whether a form is in capitals throughout and too long for an
// acronym.
func shouted(s string) bool {
	return !acronym(s) && strings.IndexFunc(s, unicode.IsLower) < 0
}

// labelled returns the roots of the clusters that have a label, in order.
func (r *resolver) labelled() []unitID {
	var out []unitID
	for root, l := range r.labels {
		if l != nil {
			out = append(out, unitID(root))
		}
	}
	return out
}

// sortedMembers returns a cluster's units in order.
func (r *resolver) sortedMembers(root unitID) []unitID {
	m := slices.Clone(r.members(root))
	slices.Sort(m)
	return m
}

// labelFor makes the label of a cluster that is no event.
func (r *resolver) labelFor(root unitID) *label {
	members := r.sortedMembers(root)
	l := &label{typ: r.clusterType(members)}
	r.countDocs(l, members)
	tallies := r.tallyForms(members, func(u *unit) []form { return u.forms })
	r.sortNames(tallies, l.typ)
	l.named = len(tallies) > 0
	if f := r.factsOf(root); f.key != "" {
		if name := r.knownName(root); name != "" {
			l.known, l.name = true, name
		}
	}
	switch {
	case l.known:
	case l.named:
		l.name = tallies[0].text()
		if l.typ == nlp.Person {
			l.name = withoutTitle(l.name)
		}
	default:
		l.name = r.units[members[0]].name
		_, rest, ok := qualified(l.name, r.know)
		l.private = !ok || !institution(singulars(rest), true, &r.units[members[0]])
	}
	if l.name == "" {
		l.name, l.private = strings.ToLower(string(l.typ)), true
	}
	for _, t := range tallies {
		for _, text := range sortedKeys(t.texts) {
			l.addAlias(text)
		}
	}
	l.stem = slug(l.name)
	l.finish()
	return l
}

// countDocs counts the documents and mentions of a cluster's members.
func (r *resolver) countDocs(l *label, members []unitID) {
	last := int32(-1)
	for _, m := range members {
		u := &r.units[m]
		l.count += int(u.mentions)
		if u.doc != last {
			l.docs++
			last = u.doc
		}
	}
}

// addAlias adds a form, and for an acronym with dots the one without.
func (l *label) addAlias(text string) {
	l.aliases = append(l.aliases, text)
	if strings.Contains(text, ".") && acronym(text) {
		l.aliases = append(l.aliases, strings.ReplaceAll(text, ".", ""))
	}
}

func (l *label) finish() {
	slices.Sort(l.aliases)
	l.aliases = slices.Compact(l.aliases)
	l.aliases = slices.DeleteFunc(l.aliases, func(a string) bool { return a == l.name || a == "" })
}

// rename gives the label the user's name and keeps the old one as an alias.
func (l *label) rename(name string) {
	if l.named || l.known || !l.private {
		l.aliases = append(l.aliases, l.name)
	}
	l.name, l.stem, l.named, l.private = name, slug(name), true, false
	l.finish()
}

// sortNames puts the best name first: for a person a full one, for a body one
// that is no acronym; then the one that most documents and mentions use; then
// the longer.
func (r *resolver) sortNames(tallies []*tally, typ nlp.EntityType) {
	worth := func(t *tally) int {
		if typ == nlp.Person {
			return b2i(r.person(t.text()).full())
		}
		return b2i(!acronym(t.text()))
	}
	slices.SortFunc(tallies, func(a, b *tally) int {
		return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(b.docs, a.docs), cmp.Compare(b.count, a.count),
			cmp.Compare(len(b.key), len(a.key)), cmp.Compare(a.key, b.key))
	})
}

// withoutTitle cuts titles before a person's name, unless nothing else remains.
func withoutTitle(name string) string {
	fields := strings.Fields(name)
	i := 0
	for i < len(fields)-1 && words("title")[fold(fields[i])] {
		i++
	}
	return strings.Join(fields[i:], " ")
}

// clusterType returns the type that the gazetteer, or most mentions, give.
func (r *resolver) clusterType(members []unitID) nlp.EntityType {
	votes := make(map[nlp.EntityType]int)
	for _, m := range members {
		u := &r.units[m]
		if u.sense.Key != "" {
			return u.sense.Type
		}
		weight := 1
		if u.named() {
			weight = 100 // how names are typed counts, not what "it" was taken for
		}
		votes[u.typ] += weight * max(1, int(u.mentions))
	}
	best := nlp.Concept
	for _, t := range nlp.EntityTypes {
		if votes[t] > votes[best] {
			best = t
		}
	}
	return best
}
