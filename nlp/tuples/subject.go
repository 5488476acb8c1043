package tuples

// origin says where a clause has its subject from.
type origin int

const (
	own        origin = iota // its own
	shared                   // that of the first of joined clauses
	controlled               // from the clause that governs it
	antecedent               // the noun that a relative clause modifies
	modified                 // the noun that a participle or infinitive modifies
)

func (o origin) String() string {
	return [...]string{"own", "shared", "controlled", "antecedent", "modified"}[o]
}

// subject is the subject of a clause.
type subject struct {
	head   int // token
	origin origin
	clause bool // the subject is a clause
}

// maxBorrowing bounds the search for a subject through clauses.
const maxBorrowing = 6

// subjectOf finds the subject of the clause of i.
func (s sentence) subjectOf(i int) (subject, bool) { return s.searchSubject(i, maxBorrowing) }

func (s sentence) searchSubject(i, depth int) (subject, bool) {
	h := s.Head(i)
	if c := s.Child(i, "nsubj", "csubj"); c >= 0 {
		if h >= 0 && s.relative(i) && s.relativePronoun(c) {
			return subject{head: h, origin: antecedent}, true
		}
		return subject{head: c, origin: own, clause: s.base(c) == "csubj"}, true
	}
	if h < 0 || depth == 0 {
		return subject{}, false
	}
	switch s.base(i) {
	case "conj":
		found, ok := s.searchSubject(h, depth-1)
		if found.origin == own {
			found.origin = shared
		}
		return found, ok
	case "xcomp":
		if o := s.Child(h, "obj"); o >= 0 && s.is(h, "VERB") {
			return subject{head: o, origin: controlled}, true
		}
		return s.borrowed(h, depth)
	case "advcl", "ccomp", "parataxis":
		return s.borrowed(h, depth)
	case "acl":
		return subject{head: h, origin: modified}, !s.relative(i)
	}
	return subject{}, false
}

// borrowed is the subject that a clause has from the one that governs it.
func (s sentence) borrowed(h, depth int) (subject, bool) {
	found, ok := s.searchSubject(h, depth-1)
	if found.origin == own || found.origin == shared {
		found.origin = controlled
	}
	return found, ok
}

// standsFor returns what a subject means inside the sentence when it is a
// pronoun, or the predicate noun of "X is a Y that …", which tells of X.
func (s sentence) standsFor(sub subject) (head int, ok bool) {
	if s.is(sub.head, "PRON") {
		head = s.meant(sub.head)
		return head, head >= 0
	}
	if (sub.origin == antecedent || sub.origin == modified) && s.Child(sub.head, "cop") >= 0 {
		outer, ok := s.subjectOf(sub.head)
		return outer.head, ok && outer.origin == own
	}
	return 0, false
}
