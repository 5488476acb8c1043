package mend

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// agreeOnNames lets all sentences of a document say what a name is: mentions
// of the same words get the type for which the model was surest in sum, and a
// name of two that stand alone elsewhere ("Acme and Bolt") is parted.
func agreeOnNames(a *nlp.Analysis) {
	votes := make(map[string]map[nlp.EntityType]float32)
	for i := range a.Sentences {
		m := mender{s: &a.Sentences[i]}
		for _, n := range m.s.Names {
			text := m.text(n.Tokens)
			if votes[text] == nil {
				votes[text] = make(map[nlp.EntityType]float32)
			}
			votes[text][n.Type] += n.Score
		}
	}
	for i := range a.Sentences {
		m := mender{s: &a.Sentences[i]}
		m.partJoined(votes)
		for n := range m.s.Names {
			name := &m.s.Names[n]
			text := m.text(name.Tokens)
			if len(votes[text]) > 1 && gazetteer.NameType(text) == "" {
				name.Type = elected(votes[text], name.Type, name.Tokens.Len() > 1)
			}
		}
	}
}

// elected returns the type with the most votes among those that may be taken
// for each other. One word may be a person and a company, a town and its club.
func elected(votes map[nlp.EntityType]float32, own nlp.EntityType, long bool) nlp.EntityType {
	best := own
	for _, t := range interchangeable {
		if votes[t] > votes[best] && (long || slices.Contains(things, own) && slices.Contains(things, t)) {
			best = t
		}
	}
	return best
}

var (
	things          = []nlp.EntityType{nlp.Organization, nlp.Facility, nlp.Product, nlp.Event, nlp.Group}
	interchangeable = append(slices.Clone(things), nlp.Person, nlp.Place, nlp.City)
)

// partJoined parts "X and Y" when both stand as names elsewhere in the document.
func (m *mender) partJoined(known map[string]map[nlp.EntityType]float32) {
	for n := 0; n < len(m.s.Names); n++ {
		name := m.s.Names[n]
		for i := name.Tokens.First + 1; i+1 < name.Tokens.End; i++ {
			if m.tok(i).Form != "and" {
				continue
			}
			left, right := name, name
			left.Tokens.End, right.Tokens.First = i, i+1
			if known[m.text(left.Tokens)] == nil || known[m.text(right.Tokens)] == nil {
				continue
			}
			m.s.Names[n] = left
			m.s.Names = slices.Insert(m.s.Names, n+1, right)
			break
		}
	}
}
