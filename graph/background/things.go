package background

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph/rdf"
	"github.com/kgbuild/kgbuild/nlp"
)

// thing is a resource as a file speaks of it.
type thing struct {
	resource rdf.Term
	labels   []label // in the order of the file
	aliases  []label
	typ      nlp.EntityType
	time     nlp.Interval
	links    []link
	chain    nlp.ChainID // NoChain for one that is passed over
}

type label struct{ text, lang string }

// link is a statement about another resource.
type link struct {
	property string
	object   rdf.Term
}

// things reads a file and returns what it speaks of, in its order.
func things(text string, passed map[string]int) ([]*thing, error) {
	var out []*thing
	known := make(map[rdf.Term]*thing)
	err := rdf.Parse(text, func(s rdf.Statement) error {
		t := known[s.Subject]
		if t == nil {
			t = &thing{resource: s.Subject, chain: nlp.NoChain}
			known[s.Subject] = t
			out = append(out, t)
		}
		t.add(s, passed)
		return nil
	})
	return out, err
}

func (t *thing) add(s rdf.Statement, passed map[string]int) {
	property := strings.ToLower(localName(s.Predicate.Value))
	switch {
	case s.Object.Kind != rdf.Literal:
		if property == "type" {
			if known := types[strings.ToLower(localName(s.Object.Value))]; known != "" && t.typ == "" {
				t.typ = known
			}
			return
		}
		t.links = append(t.links, link{s.Predicate.Value, s.Object})
	case nameProperties[property]:
		t.labels = addLabel(t.labels, s.Object)
	case aliasProperties[property]:
		t.aliases = addLabel(t.aliases, s.Object)
	case property == "startdate" || property == "hasbegintimestamp":
		t.time.Start = parseDate(s.Object.Value)
	case property == "enddate" || property == "hasendtimestamp":
		t.time.End = parseDate(s.Object.Value)
	default:
		passed[s.Predicate.Value]++
	}
}

// parseDate returns the zero date for what is none.
func parseDate(s string) nlp.Date {
	d, err := nlp.ParseDate(s)
	if err != nil {
		return nlp.Date{}
	}
	return d
}

// addLabel adds a name, on one line and without characters that cannot be seen.
func addLabel(labels []label, t rdf.Term) []label {
	text := strings.Join(strings.FieldsFunc(t.Value, func(r rune) bool { return r <= ' ' || r >= 0x7F && r <= 0xA0 || r == 0x2028 || r == 0x2029 }), " ")
	if l := (label{text, t.Lang}); text != "" && !slices.Contains(labels, l) {
		return append(labels, l)
	}
	return labels
}

// names returns a thing's name and then its other names: those in English or
// in no language in particular or, when there are none, all.
func (t *thing) names() []string {
	pick := func(labels []label, all bool) (out []string) {
		for _, l := range labels {
			if all || l.lang == "" || l.lang == "en" || strings.HasPrefix(l.lang, "en-") {
				out = append(out, l.text)
			}
		}
		return out
	}
	out := pick(t.labels, false)
	if len(out) == 0 {
		out = pick(t.labels, true)
	}
	if len(out) == 0 {
		return nil
	}
	out = append(out, pick(t.aliases, false)...)
	// The first stays first.
	rest := slices.Clone(out[1:])
	slices.Sort(rest)
	rest = slices.DeleteFunc(slices.Compact(rest), func(s string) bool { return s == out[0] })
	return append(out[:1:1], rest...)
}
