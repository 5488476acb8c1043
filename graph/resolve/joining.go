package resolve

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// nameKeys gives the folded names of a unit. A name of common words alone
// counts within its country only.
func (r *resolver) nameKeys(u *unit) []keyed {
	if !plain(u) {
		return nil
	}
	var keys []keyed
	for _, f := range r.joiningForms(u) {
		key := fold(f)
		if full, ok := placeAbbreviations()[key]; ok && (u.typ == nlp.Place || u.typ == nlp.City) {
			keys = append(keys, keyed{full, f})
			continue
		}
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
		if f.text != u.name && (u.stated || relatedForms(u.name, f.text) || r.knownAs(u, f.text)) {
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

// joinStated joins persons whom articles call by a name of two words or more
// that background knowledge gives somebody.
func (r *resolver) joinStated() {
	stated := make(map[string]unitID)
	for i := range r.units {
		u := &r.units[i]
		if !u.stated || u.typ != nlp.Person {
			continue
		}
		for _, f := range u.forms {
			key := fold(f.text)
			if _, taken := stated[key]; !taken && strings.Contains(key, " ") {
				stated[key] = unitID(i)
			}
		}
	}
	if len(stated) == 0 {
		return
	}
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || u.generic || !u.named() {
			continue
		}
		if head, ok := stated[fold(u.name)]; ok && head != unitID(i) {
			r.join(head, unitID(i), ruleAlias, fmt.Sprintf("background knowledge gives the name %s to %s", quote(u.name), quote(r.units[head].name)))
		}
	}
}
