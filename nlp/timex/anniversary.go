package timex

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Anniversary is a phrase such as "the fourth anniversary of his death": it
// tells, by the way, when something else happened.
type Anniversary struct {
	Sentence int
	Head     int          // token "anniversary"
	Event    int          // token of what is remembered
	Years    int          // how long ago
	Date     nlp.Interval // the year in which it happened; zero when the document's is not known
}

// Anniversaries returns the anniversaries whose number the text gives, in text
// order. Years are counted back from the document's date, given or inferred.
func Anniversaries(a *nlp.Analysis) []Anniversary {
	var out []Anniversary
	from := referenceOf(a)
	for i := range a.Sentences {
		s := &a.Sentences[i]
		m := matcher{s}
		for head := range s.Tokens {
			if w := m.word(head); w != "anniversary" && w != "anniversaries" {
				continue
			}
			years, event := m.anniversary(head)
			if years == 0 || event < 0 {
				continue
			}
			out = append(out, Anniversary{i, head, event, years, shift(from.ref, -years, year)})
		}
	}
	return out
}

// anniversary reads the number and the event off the dependents of the head.
func (m *matcher) anniversary(head int) (years, event int) {
	event = -1
	for _, c := range m.s.Children(head) {
		w, t := m.word(c), &m.s.Tokens[c]
		if n, ok := ordinalValue(w); ok {
			years = n
		} else if body, cut := strings.CutSuffix(w, "-year"); cut {
			years, _ = digits(body, 3)
		}
		switch t.Relation.Base() {
		case "nmod":
			if event < 0 || t.Relation != "nmod:poss" {
				event = c
			}
		case "compound":
			if event < 0 && t.UPOS == "NOUN" {
				event = c
			}
		}
	}
	return years, event
}
