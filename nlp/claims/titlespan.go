package claims

import "github.com/kgbuild/kgbuild/nlp"

// titleEnding returns the title whose last token stands before token end.
func (t *tree) titleEnding(end int) (title, bool) {
	noun := end - 1
	p, role := t.titleRole(noun)
	if p == "" {
		if noun = t.titleOf(end - 1); noun < 0 {
			return title{}, false
		}
		p, role = t.titleRole(noun)
	}
	if t.inBody(noun) {
		return title{}, false
	}
	return title{Range: nlp.Range{First: t.titleStart(noun), End: end}, noun: noun, role: role, predicate: p}, true
}

// titleOf returns the role noun of a title that goes on with "of" up to token
// last ("Chief of Police", "Secretary of State"), or -1.
func (t *tree) titleOf(last int) int {
	for k := last; k > 1 && last-k < 4 && (ofTitles[t.form(k)] || portfolioLinks[t.form(k)]) && !t.inBody(k); k-- {
		if f := t.form(k - 1); f == "of" || f == "for" {
			if p, _ := t.titleRole(k - 2); p != "" {
				return k - 2
			}
		}
	}
	return -1
}

// titleStart returns where the title with the given role noun begins.
func (t *tree) titleStart(noun int) int {
	first := noun
	for first > 0 {
		k := first - 1
		switch {
		case t.inBody(k):
			return first
		case titleModifiers[t.form(k)] || titleModifiers[t.lemma(k)] && !t.is(k, "VERB"):
			first--
		case portfolioLinks[t.form(k)] && k > 0 && !t.inBody(k-1) && (titleModifiers[t.form(k-1)] || titleRoles[t.form(k-1)] != ""):
			first -= 2
		case t.form(k) == "-" && k > 0 && (titleModifiers[t.form(k-1)] || titleRoles[t.form(k-1)] != ""):
			first -= 2
		case titleRoles[t.lemma(k)] != "" && !t.is(k, "VERB"):
			first-- // "Detective Sergeant", "Staff Colonel", "Executive Secretary"
		default:
			return first
		}
	}
	return first
}

// inBody reports whether a token is part of a name that is no person's.
func (t *tree) inBody(k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Type != nlp.Person {
			return n.Tokens.Len() > 1 || titleRoles[t.lemma(k)] == "" && !titleModifiers[t.form(k)]
		}
	}
	return false
}
