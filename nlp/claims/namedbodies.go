package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// bodyParts are what parts of a body are called that have its name before theirs.
var bodyParts = words(`council assembly committee subcommittee commission mission programme program secretariat caucus directorate
	division unit chapter`)

// bodyBegun returns the chain of the larger body with which the name of a body
// begins, or NoChain: "the UN Security Council", "the Senate Judiciary
// Committee", "Ford Australia". The text tells of it elsewhere, or it is a body
// that is widely known.
func (d *document) bodyBegun(t *tree, r nlp.Range) nlp.ChainID {
	for end := r.End - 1; end > r.First; end-- {
		if !t.partOfBody(nlp.Range{First: end, End: r.End}) {
			continue
		}
		text := t.words(nlp.Range{First: r.First, End: end})
		name, known := gazetteer.OrganizationName(text)
		for i := range d.a.Chains {
			if ch := &d.a.Chains[i]; ch.Type == nlp.Organization && (slices.Contains(ch.Names, text) || known && ch.Name == name) {
				return ch.ID
			}
		}
		if known && end > r.First {
			return d.insideName(t, nlp.Range{First: r.First, End: end}, nlp.Organization, name)
		}
	}
	return nlp.NoChain
}

// partOfBody reports whether words behind the name of a body can name a part of
// it: they end in what parts are called, or are the country where it works.
func (t *tree) partOfBody(r nlp.Range) bool {
	if bodyParts[t.lemma(r.End-1)] || bodyParts[t.form(r.End-1)] {
		return true
	}
	text := t.words(r)
	_, country := gazetteer.CountryByName(text)
	return country || continents[text]
}

// continents are parts of the world that have branches named for them.
var continents = words("Africa Asia Europe America")
