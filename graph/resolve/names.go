package resolve

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/nlp"
)

// resolver holds the state of one resolution.
type resolver struct {
	docs        []document // by id
	index       map[graph.DocumentID]int
	know        *Knowledge
	corrections *corrections.Set
	cuts        map[string][]nlp.Span
	units       []unit
	*clusters

	kindInDocument map[kindIn][]unitID // events that are particular enough to join

	corrected  corrected
	stateNames map[string]string
	labels     map[unitID]*label      // by root
	events     map[unitID]*eventLabel // by root
}

// joinNames applies the rules for everything but persons and events.
func (r *resolver) joinNames() {
	r.joinAnchored()
	r.joinBy(ruleName, r.nameKeys, func(a, b string) string {
		return fmt.Sprintf("%s and %s are the same name", quote(a), quote(b))
	})
	r.joinBy(ruleShort, r.coreKeys, func(a, b string) string {
		return fmt.Sprintf("%s and %s differ only in words that say what kind of body it is", quote(a), quote(b))
	})
	r.joinInstitutions()
	r.joinAcronyms()
}

func quote(s string) string { return "“" + s + "”" }

// plain reports whether a unit is for the name rules of bodies, places and
// things.
func plain(u *unit) bool {
	return u.named() && !u.generic && u.typ != nlp.Person && u.typ != nlp.Event
}

// joinAnchored joins units that the gazetteer knows as the same thing.
func (r *resolver) joinAnchored() {
	first := make(map[string]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.sense.Key == "" {
			continue
		}
		head, ok := first[u.sense.Key]
		if !ok {
			first[u.sense.Key] = unitID(i)
			continue
		}
		rule, reason := anchoredReason(&r.units[head], u)
		r.join(head, unitID(i), rule, reason)
	}
}

func anchoredReason(a, b *unit) (rule, reason string) {
	for _, u := range []*unit{b, a} {
		known := u.sense.Name
		switch {
		case u.use == actorUse || u.sense.Form == CapitalForm:
			return ruleCapital, fmt.Sprintf("%s acts here, and is the seat of government of %s", quote(u.name), known)
		case u.sense.Form == governmentForm:
			return ruleGovernment, fmt.Sprintf("%s acts for its state, %s", quote(u.name), known)
		case u.sense.Form == AdjectiveForm:
			return ruleAdjective, fmt.Sprintf("%s is the adjective of %s", quote(u.name), known)
		}
	}
	if fold(a.name) == fold(b.name) {
		return ruleName, fmt.Sprintf("%s and %s are the same name", quote(a.name), quote(b.name))
	}
	for _, u := range []*unit{b, a} {
		if u.sense.Form == bodyForm {
			return ruleShort, fmt.Sprintf("%s is %s and words that say what kind of body it is", quote(u.name), quote(u.sense.Name))
		}
	}
	if a.sense.Name == "" {
		return ruleAlias, fmt.Sprintf("%s and %s are names of one people", quote(a.name), quote(b.name))
	}
	return ruleAlias, fmt.Sprintf("%s and %s are names of %s", quote(a.name), quote(b.name), a.sense.Name)
}

// keyed is a key that a form of a unit gives.
type keyed struct {
	key, form string
}

// joinBy joins the units that share a key. Units with one key that contradict
// one another stay apart, and each later unit goes to the first that it does
// not contradict.
func (r *resolver) joinBy(rule string, keys func(*unit) []keyed, reason func(a, b string) string) {
	type head struct {
		unit unitID
		form string
	}
	heads := make(map[string][]head)
	for i := range r.units {
		for _, k := range keys(&r.units[i]) {
			joined := false
			for _, h := range heads[k.key] {
				if r.join(h.unit, unitID(i), rule, reason(h.form, k.form)) {
					joined = true
					break
				}
			}
			if joined || len(heads[k.key]) >= maxNamesakes {
				continue
			}
			for _, h := range heads[k.key] {
				if r.bothKnown(h.unit, unitID(i)) {
					continue
				}
				r.doubt(h.unit, unitID(i), rule, fmt.Sprintf("%s and %s are the same name, but %s",
					quote(h.form), quote(k.form), r.conflict(r.find(h.unit), r.find(unitID(i)))))
			}
			heads[k.key] = append(heads[k.key], head{unitID(i), k.form})
		}
	}
}

// bothKnown reports whether the gazetteer tells two clusters apart, so that
// there is nothing to doubt.
func (r *resolver) bothKnown(a, b unitID) bool {
	return r.factsOf(r.find(a)).key != "" && r.factsOf(r.find(b)).key != ""
}

// maxNamesakes bounds how many different things of one name are told apart.
const maxNamesakes = 16

// nameKeys gives the folded names of a unit. A name of common words alone
// counts within its country only.
func (r *resolver) nameKeys(u *unit) []keyed {
	if !plain(u) {
		return nil
	}
	var keys []keyed
	for _, f := range r.joiningForms(u) {
		key := fold(f)
		if key == "" || common(singulars(key)) || acronym(f) {
			continue // acronyms have a rule of their own
		}
		keys = append(keys, keyed{key, f})
	}
	return keys
}

func (r *resolver) coreKeys(u *unit) []keyed {
	if !plain(u) {
		return nil
	}
	var keys []keyed
	for _, f := range r.joiningForms(u) {
		key := coreKey(fold(f))
		if u.typ == nlp.Place {
			key = areaKey(fold(f))
		}
		if key == "" || common(key) || acronym(f) {
			continue
		}
		keys = append(keys, keyed{key, f})
	}
	return keys
}

// joiningForms returns the forms of a unit that may join it with units of other
// documents: its best name, and others that are visibly forms of that name or
// that the gazetteer has for the same thing. A chain that holds unrelated names
// is as likely a mistake of its document's reading, and must not pull together
// what other documents keep apart.
func (r *resolver) joiningForms(u *unit) []string {
	forms := []string{u.name}
	for _, f := range u.forms {
		if f.text != u.name && (relatedForms(u.name, f.text) || r.knownAs(u, f.text)) {
			forms = append(forms, f.text)
		}
	}
	return forms
}

func (r *resolver) knownAs(u *unit, form string) bool {
	if u.sense.Key == "" {
		return false
	}
	for _, s := range r.know.senses(form) {
		if s.Key == u.sense.Key {
			return true
		}
	}
	return false
}

// relatedForms reports whether one form is the other's words, or some of them,
// or its acronym.
func relatedForms(a, b string) bool {
	ka, kb := fold(a), fold(b)
	if ka == kb || coreKey(ka) == coreKey(kb) || initialsOf(a, b) || initialsOf(b, a) {
		return true
	}
	short, long := strings.Fields(singulars(ka)), strings.Fields(singulars(kb))
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 2 {
		return false
	}
	return strings.Contains(" "+strings.Join(long, " ")+" ", " "+strings.Join(short, " ")+" ")
}

// joinInstitutions joins what is the only one of its kind in a country: its
// parliament, its army, its health ministry. The country is in the name, or is
// the one that the document speaks of most.
func (r *resolver) joinInstitutions() {
	type key struct{ country, rest string }
	type head struct {
		unit unitID
		form string
	}
	heads := make(map[key]head)
	for i := range r.units {
		u := &r.units[i]
		if u.sense.Key != "" || u.generic || u.unknown || u.typ == nlp.Person || u.typ == nlp.Event {
			continue
		}
		for _, f := range u.ownForms() {
			country, rest, inName := qualified(f, r.know)
			if !inName {
				country.Key, rest = r.docs[u.doc].country, fold(f)
			}
			rest = singulars(rest)
			if country.Key == "" || !institution(rest, inName, u) {
				continue
			}
			k := key{country.Key, rest}
			if h, ok := heads[k]; ok {
				r.join(h.unit, unitID(i), ruleInstitution,
					fmt.Sprintf("%s and %s are the same institution of one country", quote(h.form), quote(f)))
			} else {
				heads[k] = head{unitID(i), f}
			}
		}
	}
}

// institution reports whether a folded form names a thing that a country has
// one of. A phrase that is no name must hold its country.
func institution(rest string, inName bool, u *unit) bool {
	if rest == "" {
		return false
	}
	if institutions[rest] {
		return inName || u.named() || words("bare institution")[rest]
	}
	return u.named() && common(rest) && strings.Contains(rest, " ")
}

var institutions = func() map[string]bool {
	m := make(map[string]bool)
	for w := range words("institution") {
		m[singulars(w)] = true
	}
	return m
}()

// joinAcronyms joins units that are only called by an acronym with the one
// thing for which some document gives both forms.
func (r *resolver) joinAcronyms() {
	long := make(map[string][]unitID) // acronym → clusters that have a long form too
	only := make(map[string][]unitID)
	forms := make(map[unitID]string)
	for i := range r.units {
		u := &r.units[i]
		if !plain(u) {
			continue
		}
		var short, full string
		for _, f := range u.forms {
			if acronym(f.text) {
				short = f.text
			} else {
				full = f.text
			}
		}
		if short == "" {
			continue
		}
		key := fold(short)
		if full == "" {
			only[key] = append(only[key], unitID(i))
			continue
		}
		if initialsOf(short, full) || r.knownAs(u, short) {
			forms[unitID(i)] = full
			long[key] = append(long[key], unitID(i))
		}
	}
	for _, key := range sortedKeys(only) {
		var roots []unitID
		var giver unitID
		for _, u := range long[key] {
			if root := r.find(u); len(roots) == 0 {
				roots, giver = append(roots, root), u
			} else {
				roots = addNew(roots, root)
			}
		}
		if len(roots) == 0 {
			r.joinAlike(only[key], ruleName)
		}
		for _, u := range only[key] {
			if len(roots) == 1 {
				r.join(giver, u, ruleAcronym, fmt.Sprintf("%s is given as the acronym of %s in %s",
					quote(r.units[u].name), quote(forms[giver]), r.units[giver].ref.Document))
			} else if len(roots) > 1 && len(roots) <= maxNamesakes {
				for _, root := range roots {
					r.doubt(root, u, ruleAcronym, fmt.Sprintf("%s is an acronym of several names, among them %s",
						quote(r.units[u].name), quote(r.units[root].name)))
				}
			}
		}
	}
}

// joinAlike joins units of one name, each with the first that it does not
// contradict.
func (r *resolver) joinAlike(units []unitID, rule string) {
	var heads []unitID
next:
	for _, u := range units {
		for _, h := range heads {
			if r.join(h, u, rule, fmt.Sprintf("%s and %s are the same name", quote(r.units[h].name), quote(r.units[u].name))) {
				continue next
			}
		}
		if len(heads) < maxNamesakes {
			heads = append(heads, u)
		}
	}
}
