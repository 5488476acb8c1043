package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// byRole joins "the Iraqi leader" and "the judge" to the nearest person named
// with a title that the noun covers, of the same country where it says one.
func (r *resolver) byRole(i int) bool {
	c := &r.c[i]
	covered := broadRoles[c.Noun]
	if covered == nil || c.Number == mention.Plural || c.Possessor >= 0 || r.complement(i) || r.ofPhrase(i) != "" {
		return false
	}
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= sentencesBack; j-- {
		d := &r.c[j]
		if d.Type() != nlp.Person || d.Kind == nlp.PronounMention || r.nested(i, j) {
			continue
		}
		f := r.facts(r.cluster[j])
		if !f.named || !slices.ContainsFunc(f.nouns, func(n string) bool { return covered[lastWord(n)] }) || !r.genderFits(c, r.cluster[j]) {
			continue
		}
		if r.fitsOrigin(c, r.cluster[j]) && subset(origins(plain(c.Modifiers)), r.allModifiers(j)) {
			return r.join(i, j, SynonymReason)
		}
	}
	return false
}

// broadRoles are nouns for persons with the titles that they cover.
var broadRoles = map[string]map[string]bool{
	"leader":     words(`president premier minister chancellor king queen emir sultan chief chairman chairwoman head prime`),
	"judge":      words("justice magistrate"),
	"lawmaker":   words(`senator deputy congressman congresswoman representative legislator mp parliamentarian`),
	"legislator": words(`senator deputy congressman congresswoman representative lawmaker mp parliamentarian`),
	"senator":    words("sen sen."),
	"politician": words(`senator deputy congressman congresswoman representative legislator lawmaker mp minister mayor governor candidate`),
	"premier":    words("minister"),
	"executive":  words("ceo chairman president"),
	"boss":       words("ceo chairman president manager coach"),
	"chief":      words("ceo commissioner"),
	"official":   words("secretary spokesman spokeswoman spokesperson"),
	"cleric":     words("imam ayatollah bishop archbishop priest sheikh rabbi"),
	"officer":    words("policeman policewoman sergeant constable captain lieutenant deputy"),
	"diplomat":   words("ambassador envoy consul"),
	"commander":  words("general colonel admiral major captain"),
	"monarch":    words("king queen emperor empress"),
	"pontiff":    words("pope"),
	"player":     words("striker midfielder defender forward goalkeeper quarterback winger pitcher receiver guard centre-back"),
	"footballer": words("striker midfielder defender forward goalkeeper winger"),
	"star":       words("actor actress singer musician rapper"),
	"performer":  words("actor actress singer musician rapper dancer"),
}

// byCounterpart joins "his Chinese counterpart" to the nearest named person who
// holds an office of that country.
func (r *resolver) byCounterpart(i int) bool {
	c := &r.c[i]
	if c.Noun != "counterpart" || c.Number == mention.Plural || len(r.originOf(c)) == 0 {
		return false
	}
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= sentencesBack; j-- {
		d := &r.c[j]
		if d.Name == "" || d.Type() != nlp.Person || r.nested(i, j) {
			continue
		}
		f := r.facts(r.cluster[j])
		if r.fitsOrigin(c, r.cluster[j]) && slices.ContainsFunc(f.nouns, gazetteer.IsTitle) {
			return r.join(i, j, SynonymReason)
		}
	}
	return false
}

// lastWord returns the last word of a title: "minister" of "prime minister".
func lastWord(title string) string { return title[strings.LastIndexByte(title, ' ')+1:] }

// fitsOrigin reports whether a description names no country, or one that the
// text names with the cluster: as an adjective, a possessor or behind "of".
func (r *resolver) fitsOrigin(c *candidate, cluster int) bool {
	own := r.originOf(c)
	if len(own) == 0 {
		return true
	}
	for _, m := range r.members[cluster] {
		for _, code := range r.originOf(&r.c[m]) {
			if slices.Contains(own, code) {
				return true
			}
		}
	}
	return false
}

// originOf returns the codes of the countries that a mention names for what it
// stands for.
func (r *resolver) originOf(c *candidate) []string {
	if c.Kind == nlp.PronounMention {
		return nil
	}
	var out []string
	for _, m := range c.Modifiers {
		if country, ok := gazetteer.CountryByDemonym(m); ok {
			out = append(out, country.Code)
		}
	}
	t := r.trees[c.Sentence]
	of := t.Children(c.Head, "nmod")
	if c.Possessor >= 0 {
		of = append(of, c.Possessor)
	}
	for _, k := range of {
		if k != c.Possessor && t.Case(k) != "of" {
			continue
		}
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok {
			if country, ok := gazetteer.CountryByName(r.c[j].Name); ok {
				out = append(out, country.Code)
			}
		}
	}
	return out
}

// byFate joins "the suspect" and "the victim" to the only person of whom the
// text has said before that they were arrested or killed.
func (r *resolver) byFate(i int) bool {
	c := &r.c[i]
	verbs := fates[c.Noun]
	if verbs == nil || c.Number == mention.Plural || c.Possessor >= 0 || len(plain(c.Modifiers)) > 0 || r.complement(i) {
		return false
	}
	found := -1
	for j := range i {
		d := &r.c[j]
		if d.Type() != nlp.Person || d.Number == mention.Plural || d.Kind == nlp.PronounMention || !r.suffers(d, verbs) {
			continue
		}
		if found >= 0 && r.cluster[found] != r.cluster[j] {
			return false
		}
		found = j
	}
	if found < 0 || r.nested(i, found) || !r.genderFits(c, r.cluster[found]) {
		return false
	}
	return r.join(i, found, SynonymReason)
}

// fates are nouns for persons by what was done to them, with the verbs of it.
var fates = map[string]map[string]bool{
	"suspect":   prosecuted,
	"accused":   prosecuted,
	"defendant": prosecuted,
	"victim":    words("kill murder die stab rape kidnap abduct assault strangle body corpse murder killing death"),
}

var prosecuted = words("arrest charge accuse detain indict prosecute convict sentence try plead")

// suffers reports whether a candidate is whom a verb is done to, or who dies or pleads.
func (r *resolver) suffers(c *candidate, verbs map[string]bool) bool {
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	if h < 0 {
		return false
	}
	lemma := tree.Lemma(t.Token(h))
	if !verbs[lemma] {
		return false
	}
	if t.Case(c.Head) == "of" {
		return verbs["murder"] && tree.Matches(t.Token(c.Head).Relation, "nmod") // "the body of X", "the murder of X"
	}
	if lemma == "die" || lemma == "plead" {
		return tree.Matches(t.Token(c.Head).Relation, "nsubj")
	}
	return tree.Matches(t.Token(c.Head).Relation, "obj", "nsubj:pass")
}
