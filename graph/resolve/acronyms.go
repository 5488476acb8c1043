package resolve

import (
	"fmt"
	"slices"
	"strings"
)

// spelledOut reports whether a form of a unit is an acronym that the document
// itself gives the words of, and these are not what the gazetteer has for it.
func (u *unit) spelledOut(form string, k *Knowledge) bool {
	if !acronym(form) {
		return false
	}
	for _, f := range u.forms {
		if !acronym(f.text) && initialsOf(form, f.text) {
			return !slices.ContainsFunc(k.senses(form), func(s Sense) bool { return shareWord(s.Name, f.text) })
		}
	}
	return false
}

// shareWord reports whether two names have a word in common that is not small.
func shareWord(a, b string) bool {
	inA := strings.Fields(singulars(fold(a)))
	for _, w := range strings.Fields(singulars(fold(b))) {
		if len(w) > 3 && slices.Contains(inA, w) {
			return true
		}
	}
	return false
}

// releaseAcronyms takes what the gazetteer says from units that are called by an
// acronym alone, where some document spells the acronym out otherwise and none
// does as the gazetteer has it.
func (r *resolver) releaseAcronyms() {
	other, known := make(map[string]bool), make(map[string]bool)
	for i := range r.units {
		u := &r.units[i]
		if !plain(u) {
			continue
		}
		for _, f := range u.forms {
			switch {
			case !acronym(f.text):
				known[u.sense.Key] = true
			case u.spelledOut(f.text, r.know):
				other[fold(f.text)] = true
			}
		}
	}
	if len(other) == 0 {
		return
	}
	for i := range r.units {
		u := &r.units[i]
		if !plain(u) || u.sense.Key == "" || known[u.sense.Key] || !other[fold(u.name)] {
			continue
		}
		u.sense, u.country = unknownSense, ""
	}
}

// joinAcronyms joins units that are only called by an acronym with the one
// thing for which some document gives both forms.
func (r *resolver) joinAcronyms() {
	long := make(map[string][]unitID) // acronym → clusters that have a long form too
	only := make(map[string][]unitID)
	forms := make(map[unitID]string)
	spelled := make(map[string]unitID) // by the folded name, of what is written as a word
	for i := range r.units {
		u := &r.units[i]
		if !plain(u) {
			continue
		}
		if _, taken := spelled[fold(u.name)]; !taken && !acronym(u.name) {
			spelled[fold(u.name)] = unitID(i)
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
		if word, ok := spelled[key]; ok && len(key) >= pronouncedLength && !common(key) && !strings.Contains(key, " ") {
			r.join(word, only[key][0], ruleName, fmt.Sprintf("%s and %s are the same name", quote(r.units[word].name), quote(r.units[only[key][0]].name)))
		}
		for _, u := range only[key] {
			if r.units[u].sense.Key != "" && len(roots) == 1 && r.factsOf(roots[0]).key == "" {
				continue // the gazetteer knows it as something else
			}
			if len(roots) == 1 {
				r.join(giver, u, ruleAcronym, fmt.Sprintf("%s is given as the acronym of %s in %s",
					quote(r.units[u].name), quote(forms[giver]), r.documentOf(giver)))
			} else if len(roots) > 1 && len(roots) <= maxNamesakes {
				for _, root := range roots {
					r.doubt(root, u, ruleAcronym, fmt.Sprintf("%s is an acronym of several names, among them %s",
						quote(r.units[u].name), quote(r.units[root].name)))
				}
			}
		}
	}
}

// pronouncedLength is how many letters an acronym has at least that others may
// write as a word: "NATO" and "Nato", but not "WHO" and "Who".
const pronouncedLength = 4

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
