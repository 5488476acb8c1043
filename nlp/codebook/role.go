package codebook

import (
	"fmt"
	"strings"
)

// Role names a place in a word's frame; see the package comment.
type Role string

// The roles that take no preposition.
const (
	Subject  Role = "subj"
	Object   Role = "obj"
	Receiver Role = "iobj"
	XComp    Role = "xcomp"
	CComp    Role = "ccomp"
	AdvCl    Role = "advcl"
	Poss     Role = "poss"
	Compound Role = "compound"
	AMod     Role = "amod"
	AdvMod   Role = "advmod"
	Aux      Role = "aux"
	Appos    Role = "appos"
	Head     Role = "head"
	Bearer   Role = "bearer"
	Self     Role = "self"
	ACl      Role = "acl"
	Conj     Role = "conj"
	Doer     Role = "doer"
	Pair     Role = "pair"
	Negator  Role = "neg"
	Recent   Role = "recent"
	Speaker  Role = "speaker"
	// Unstated is an end that the text leaves out ("was arrested").
	Unstated Role = "*"
)

// oblique begins the roles that name a preposition.
const oblique = "obl:"

var plainRoles = map[Role]bool{
	Subject: true, Object: true, Receiver: true, XComp: true, CComp: true, AdvCl: true, Poss: true,
	Compound: true, AMod: true, AdvMod: true, Aux: true, Appos: true, Head: true, Bearer: true, Self: true, ACl: true, Conj: true, Doer: true, Pair: true, Negator: true, Recent: true, Speaker: true, Unstated: true,
}

// Preposition returns the preposition of an oblique role, and whether r is one.
func (r Role) Preposition() (string, bool) { return strings.CutPrefix(string(r), oblique) }

// Path is a way through frames, such as obj>obl:of.
type Path []Role

// String returns the path as a codebook file writes it.
func (p Path) String() string {
	parts := make([]string, len(p))
	for i, r := range p {
		parts[i] = string(r)
	}
	return strings.Join(parts, ">")
}

// Place is where an end of a claim is found.
type Place struct {
	Paths []Path // alternatives in order of preference
	Count bool   // the end is how many there are
}

// String returns the place as a codebook file writes it.
func (pl Place) String() string {
	parts := make([]string, len(pl.Paths))
	for i, p := range pl.Paths {
		parts[i] = p.String()
	}
	if pl.Count && len(parts) > 0 {
		parts[len(parts)-1] += "#"
	}
	return strings.Join(parts, " | ")
}

func parseRole(s string) (Role, error) {
	r := Role(strings.TrimSpace(s))
	if prep, ok := r.Preposition(); ok {
		if prep == "" || strings.ToLower(prep) != prep {
			return "", fmt.Errorf("relation %q: a lower-case preposition must follow the colon", s)
		}
		return r, nil
	}
	if !plainRoles[r] {
		return "", fmt.Errorf("unknown relation %q", string(r))
	}
	return r, nil
}

func parsePlace(s string) (Place, error) {
	var pl Place
	for alt := range strings.SplitSeq(s, "|") {
		var p Path
		alt = strings.TrimSpace(alt)
		if rest, ok := strings.CutSuffix(alt, "#"); ok {
			pl.Count, alt = true, rest
		}
		for part := range strings.SplitSeq(alt, ">") {
			r, err := parseRole(part)
			if err != nil {
				return Place{}, err
			}
			p = append(p, r)
		}
		pl.Paths = append(pl.Paths, p)
	}
	return pl, nil
}

// parseEnds reads "subj -> obj".
func parseEnds(s string) (subject, object Place, err error) {
	// ">" joins roles too, so only the arrow with its dash separates the ends.
	left, right, ok := strings.Cut(s, "->")
	if !ok || strings.TrimSpace(left) == "" || strings.TrimSpace(right) == "" {
		return Place{}, Place{}, fmt.Errorf("ends %q: want a subject and an object, as in \"subj -> obj\"", s)
	}
	if subject, err = parsePlace(left); err != nil {
		return Place{}, Place{}, err
	}
	if subject.Count {
		return Place{}, Place{}, fmt.Errorf("ends %q: only the object can be a count", s)
	}
	object, err = parsePlace(right)
	return subject, object, err
}
