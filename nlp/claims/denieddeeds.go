package claims

// tellsNothingDenied reports whether the pattern tells nothing where its word is
// denied: what did not happen is nowhere, and who refuses to plead guilty may be
// convicted all the same.
func (m *matcher) tellsNothingDenied() bool {
	switch m.predicate {
	case "located_in":
		return m.t.verbal(m.h) && m.p.SubjectAt.Paths[0].String() == "self"
	case "convicted":
		return m.t.lemma(m.h) == "plead"
	}
	return false
}
