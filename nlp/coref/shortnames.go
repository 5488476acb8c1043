package coref

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// shortNames joins parts of names, surnames and acronyms to fuller names.
func (r *resolver) shortNames() {
	names := indexNames(r.c)
	for i := range r.c {
		c := &r.c[i]
		if c.Name == "" {
			continue
		}
		best, why := -1, Reason("")
		for _, j := range names.fuller(c) {
			d := &r.c[j]
			if i == j || r.cluster[i] == r.cluster[j] {
				continue
			}
			reason := shorter(c, d)
			if reason == "" || r.conflict(i, j) {
				continue
			}
			// The nearest fuller name before it; else the first behind it.
			if best < 0 || j < i || best > i && j < best {
				if best >= 0 && best < i && r.cluster[best] != r.cluster[j] && better(r, i, best, j) {
					continue
				}
				best, why = j, reason
			}
		}
		if best >= 0 {
			r.join(i, best, why)
		}
	}
}

// better reports whether the earlier choice fits i more closely than the
// later: a shared title tells bearers of one surname apart.
func better(r *resolver, i, earlier, later int) bool {
	return sharedTitle(r, i, earlier) && !sharedTitle(r, i, later)
}

func sharedTitle(r *resolver, i, j int) bool {
	f := r.facts(r.cluster[j])
	for _, t := range r.c[i].Titles {
		for _, n := range f.nouns {
			if n == t {
				return true
			}
		}
	}
	return false
}

// conflict reports whether the clusters of two names cannot be one: genders
// that are sure differ, or each has a full name that the other lacks.
func (r *resolver) conflict(i, j int) bool {
	a, b := r.facts(r.cluster[i]), r.facts(r.cluster[j])
	if a.gender != gazetteer.UnknownGender && b.gender != gazetteer.UnknownGender && a.gender != b.gender && (a.sure || b.sure) {
		return true
	}
	for _, x := range a.names {
		for _, y := range b.names {
			if strings.Contains(x, " ") && strings.Contains(y, " ") && shorterName(foldName(x), foldName(y)) == "" &&
				shorterName(foldName(y), foldName(x)) == "" && foldName(x) != foldName(y) && !acronymOf(x, y) && !acronymOf(y, x) {
				return true
			}
		}
	}
	return false
}

// shorter returns why c's name is a short form of d's, or "".
func shorter(c, d *mention.Candidate) Reason {
	if len(c.Name) >= len(d.Name) || !compatible(c.Types, d.Types) && !compass[foldName(c.Name)] {
		return ""
	}
	if c.Type() == nlp.Person || d.Type() == nlp.Person {
		if !c.Can(nlp.Person) || d.Type() != nlp.Person && len(d.Types) > 0 {
			return ""
		}
		return shorterName(foldName(c.Name), foldName(d.Name))
	}
	if acronymLike(c.Name) && acronymOf(c.Name, d.Name) {
		return AcronymReason
	}
	if compass[foldName(c.Name)] && c.Determiner == "the" && d.Type() == nlp.Country && strings.HasPrefix(foldName(d.Name), foldName(c.Name)+" ") {
		return PartOfNameReason // "the North" of North Korea
	}
	if located(c) && c.Type() != nlp.Facility || located(d) && d.Type() != nlp.Facility {
		return ""
	}
	if !demonym(c.Name) && partOf(c, d) {
		return PartOfNameReason
	}
	return ""
}

var compass = words("north south east west")

// shorterName says how a person's folded short name fits the longer one.
func shorterName(short, long string) Reason {
	s, l := strings.Fields(short), strings.Fields(long)
	if len(s) >= len(l) || len(s) == 0 {
		return ""
	}
	if len(s) == 1 {
		switch s[0] {
		case l[len(l)-1]:
			return SurnameReason
		case l[0]:
			return GivenNameReason
		}
		// "al-Amr" of "Suleiman al Amr", and the surname without its particle.
		if strings.TrimPrefix(s[0], "al-") == strings.TrimPrefix(l[len(l)-1], "al-") {
			return SurnameReason
		}
		return ""
	}
	// All words of the short name stand in the long one, in order, and the
	// surname is the same, or the long one goes on ("Jr").
	k := 0
	for _, w := range l {
		if k < len(s) && (w == s[k] || strings.TrimSuffix(s[k], ".") == w[:1]) {
			k++
		}
	}
	if k == len(s) {
		return PartOfNameReason
	}
	return ""
}

// partOf reports whether the name of an organisation, facility or thing is a
// short form: its words begin or end the longer name, and what is left out
// only says what the thing is; or it has the article and stands within.
func partOf(c, d *mention.Candidate) bool {
	s, l := strings.Fields(foldName(c.Name)), strings.Fields(foldName(d.Name))
	if len(s) >= len(l) || len(s) == 0 {
		return false
	}
	for start := 0; start+len(s) <= len(l); start++ {
		if !wordsEqual(s, l[start:start+len(s)]) {
			continue
		}
		rest := append(append([]string(nil), l[:start]...), l[start+len(s):]...)
		if start == 0 && kindWords(rest) {
			return true
		}
		if start == 0 && len(s) == 1 && companyName(d.Name) && gazetteer.NameType(c.Name) == "" && len(gazetteer.NounTypes(s[0])) == 0 {
			return true // "Tanner" of "Tanner Nord SpA"
		}
		if c.Determiner == "the" && start+len(s) >= len(l)-1 {
			return true
		}
		if start > 0 && start+len(s) >= len(l)-1 && kindWords(l[start+len(s):]) && len(gazetteer.NounTypes(s[0])) == 0 && gazetteer.NameType(c.Name) == "" &&
			strings.HasSuffix(s[len(s)-1], "s") {
			return true // "Guards" of "Revolutionary Guards Corps"
		}
		if start > 0 && start+len(s) == len(l) && (len(s) > 1) && len(rest) == 1 && demonym(rest[0]) {
			return true // "Supreme Court" of "Israeli Supreme Court"
		}
	}
	return false
}

// companyName reports whether a name ends in the legal form of a company.
func companyName(name string) bool {
	w := strings.Fields(name)
	return gazetteer.IsLegalForm(w[len(w)-1])
}

func demonym(word string) bool {
	_, ok := gazetteer.CountryByDemonym(word)
	if !ok {
		_, ok = gazetteer.CountryByName(word)
	}
	return ok
}

func wordsEqual(a, b []string) bool {
	for i := range a {
		if strings.TrimSuffix(a[i], "s") != strings.TrimSuffix(b[i], "s") {
			return false
		}
	}
	return true
}

// kindWords reports whether words only say what a thing is or in what legal
// form ("group", "news agency", "inc").
func kindWords(words []string) bool {
	for _, w := range words {
		w = strings.Trim(w, ".,")
		if legalForms[w] || gazetteer.IsCompanyWord(w) || gazetteer.IsLegalForm(strings.ToUpper(w)) || len(gazetteer.NounTypes(w)) > 0 || len(gazetteer.NounTypes(strings.TrimSuffix(w, "s"))) > 0 {
			continue
		}
		return false
	}
	return true
}

var legalForms = map[string]bool{
	"inc": true, "corp": true, "co": true, "ltd": true, "plc": true, "llc": true, "ag": true, "sa": true, "spa": true,
	"s.p.a": true, "gmbh": true, "nv": true, "sas": true, "corps": true, "news": true, "international": true,
	"global": true, "holdings": true, "limited": true, "incorporated": true, "air": true, "airlines": true, "airways": true, "&": true,
}
