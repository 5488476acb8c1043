package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// byKind joins "the group", "the country", "the company", "the man" to the
// named cluster of that type that stands out most.
func (r *resolver) byKind(i int) bool {
	c := &r.c[i]
	if c.Number == mention.Plural || len(origins(plain(c.Modifiers))) > 0 || r.ofPhrase(i) != "" {
		return false
	}
	kind := c.Type()
	if c.Possessor >= 0 || !r.fitsKind(c) || r.complement(i) && kind != nlp.Country {
		return false
	}
	best, weight := -1, 0.0
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if c.Sentence-d.Sentence > 5 {
			break
		}
		if d.Name == "" || d.Type() != kind || r.nested(i, j) {
			continue
		}
		if r.foreign(c, r.cluster[j]) || particular[c.Noun] && !r.called(c.Noun, r.cluster[j]) || !r.genderFits(c, r.cluster[j]) || c.Noun == "kingdom" && !kingdom(d.Name) || r.overtaken(i, j) {
			continue
		}
		w := r.salience(r.cluster[j], i)
		if kind == nlp.Country {
			w *= float64(len(r.members[r.cluster[j]])) // "the country" is the one that the text is about
		}
		if w > weight {
			best, weight = j, w
		}
	}
	if best < 0 {
		return false
	}
	return r.join(i, best, KindReason)
}

// kingdom reports whether a country is one, or is not known.
func kingdom(name string) bool {
	c, known := gazetteer.CountryByName(name)
	return !known || c.Kingdom()
}

// fitsKind lists the nouns that may stand for a name of their type without
// that the text has said so. A president or a spokesman needs the title.
func (r *resolver) fitsKind(c *mention.Candidate) bool {
	switch c.Type() {
	case nlp.Organization:
		return general[c.Noun]
	case nlp.Country:
		return c.Noun == "country" || c.Noun == "nation" || c.Noun == "republic" || c.Noun == "kingdom"
	case nlp.City:
		return gazetteer.IsSettlement(c.Noun) && c.Noun != "capital"
	case nlp.Person:
		if demonym(c.Noun) || aged(c) {
			return true // "the Argentine", "the 56-year-old"
		}
		return (c.Noun == "man" || c.Noun == "woman" || c.Noun == "boy" || c.Noun == "girl" || c.Noun == "teenager" || c.Noun == "teen") &&
			r.members[r.cluster[r.at[c.Ref()]]] != nil
	}
	return false
}

// general are the nouns that can stand for most organisations of their sort.
var general = words(`group organization organisation movement network militia company firm corporation party club
	agency airline bank carmaker automaker manufacturer union university school band church institution`)

// particular are those of them that only what goes by them stands for: a bank
// need not be called one, a union is.
var particular = words(`union university school church band`)

// called reports whether a noun stands with a name of the cluster or in it.
func (r *resolver) called(noun string, cluster int) bool {
	f := r.facts(cluster)
	return slices.Contains(f.nouns, noun) || slices.ContainsFunc(f.names, func(n string) bool {
		return slices.Contains(strings.Fields(strings.ToLower(n)), noun)
	})
}

// foreign reports whether a cluster is described by nouns of another family
// than the noun that would take it up: a party is no company.
func (r *resolver) foreign(c *mention.Candidate, cluster int) bool {
	if r.fromElsewhere(c, cluster) {
		return true
	}
	own := families[c.Noun]
	for _, n := range r.facts(cluster).nouns {
		if n == c.Noun {
			return false
		}
		if f := families[n]; f != 0 && own != 0 && f != own && c.Type() == nlp.Organization {
			return true
		}
	}
	return false
}

// fromElsewhere reports whether a description names a country and the cluster is
// described by others: "the Italian company" is no American one.
func (r *resolver) fromElsewhere(c *mention.Candidate, cluster int) bool {
	code := func(m string) string {
		country, _ := gazetteer.CountryByDemonym(m)
		return country.Code
	}
	own := ""
	for _, m := range c.Modifiers {
		own = max(own, code(m))
	}
	if own == "" {
		return false
	}
	other := false
	for _, k := range r.members[cluster] {
		for _, m := range r.c[k].Modifiers {
			switch code(m) {
			case own:
				return false
			case "":
			default:
				other = true
			}
		}
	}
	return other
}

func (r *resolver) genderFits(c *mention.Candidate, cluster int) bool {
	f := r.facts(cluster)
	return c.Gender == gazetteer.UnknownGender || f.gender == gazetteer.UnknownGender || c.Gender == f.gender
}
