package resolve

import (
	"strings"
)

// kind is an event noun in its place: family "violence", group "bombing". The
// group "any" holds nouns that leave open which of the family is meant.
type kind struct {
	family, group string
}

const anyGroup = "any"

// kindsOf returns what an event noun can be a kind of. The package's own table
// comes first; for a noun it lacks, the gazetteer's broader kinds are looked up
// in it; a noun that neither knows is a family of its own.
func kindsOf(noun string, k *Knowledge) []kind {
	if kinds := tableKinds(noun); kinds != nil {
		return kinds
	}
	if k != nil && k.EventKinds != nil {
		broader := k.EventKinds(noun)
		for _, b := range broader {
			if kinds := tableKinds(b); kinds != nil {
				return kinds
			}
		}
		if len(broader) > 0 {
			return []kind{{broader[len(broader)-1], noun}}
		}
	}
	return []kind{{noun, anyGroup}}
}

func tableKinds(noun string) []kind {
	var out []kind
	for _, class := range kindClasses()[noun] {
		family, group, _ := strings.Cut(class, ":")
		out = append(out, kind{family, group})
	}
	if out != nil {
		return out
	}
	if i := strings.LastIndexByte(noun, ' '); i > 0 {
		return tableKinds(noun[i+1:])
	}
	return nil
}

// tellsOfEvent reports whether a noun is one of events.
func tellsOfEvent(noun string, k *Knowledge) bool {
	return tableKinds(noun) != nil || k != nil && k.EventKinds != nil && len(k.EventKinds(noun)) > 0
}

// agreement says how well two kinds of event go together.
type agreement int

const (
	unlike  agreement = iota
	related           // of one family, and one may be a side of the other
	alike             // of one group, or one leaves the group open
)

func (k kind) agrees(l kind) agreement {
	switch {
	case k.family != l.family:
		return unlike
	case k.group == l.group, k.group == anyGroup, l.group == anyGroup:
		return alike
	case k.family == "violence" && (k.group == "killing" || l.group == "killing"):
		// What is told as a killing is told elsewhere as the strike that did it.
		return related
	}
	return unlike
}

// headNoun returns the noun that a nominal phrase hangs from, as a singular:
// "twin suicide bombings in Kerman" gives "bombing" with "suicide" before it.
func headNoun(phrase string) (head, modified string) {
	var tokens []string
	for _, f := range strings.Fields(trimForm(phrase)) {
		w := strings.ToLower(strings.Trim(f, `"“”‘’,;:.()`))
		if len(tokens) > 0 && phraseEnds[w] {
			break
		}
		tokens = append(tokens, w)
		if strings.HasSuffix(f, ",") {
			break
		}
	}
	if len(tokens) == 0 {
		return "", ""
	}
	head = singular(tokens[len(tokens)-1])
	modified = head
	if len(tokens) > 1 {
		modified = tokens[len(tokens)-2] + " " + head
	}
	return head, modified
}

var phraseEnds = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(`of in at on near by against for from to with during after before that which who
		whose where when amid among around outside inside over under between targeting killing carried`) {
		m[w] = true
	}
	return m
}()

// siteOf returns the class of place or gathering that a phrase names: a shrine
// and a mosque are both places of worship.
func siteOf(phrase string) string {
	head, modified := headNoun(phrase)
	for _, noun := range []string{modified, head} {
		if c := siteClasses()[noun]; len(c) > 0 {
			return c[0]
		}
	}
	return ""
}
