package resolve

import (
	"fmt"
)

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
