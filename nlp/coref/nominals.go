package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// nominals joins definite descriptions with what they describe: by the same
// noun, by a title that a person bears, by a noun that fits a name ("the
// group"), by a noun of the same kind ("the attackers" for "two gunmen").
func (r *resolver) nominals() {
	for i := range r.c {
		c := &r.c[i]
		if c.Kind != nlp.NominalMention || r.members[r.cluster[i]][0] != i {
			continue // joined already by construction with what stands before
		}
		if c.Type() == nlp.Event || r.predicated(i) || !r.anaphoric(i) {
			continue
		}
		if r.bySameNoun(i) || c.Definite != mention.Definite && c.Definite != mention.Demonstrative || r.byCoordination(i) || r.byTitle(i) || r.bySynonym(i) || r.byKind(i) {
			continue
		}
	}
}

// predicated reports whether a nominal is what a copula says of its subject,
// and so takes up nothing else. One that says it of several named together
// ("Ann and Bob were the two winners") stands for them.
func (r *resolver) predicated(i int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	s := t.Child(c.Head, "nsubj")
	if s < 0 || t.Child(c.Head, "cop") < 0 {
		return false
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]
	if ok && c.Number == mention.Plural && c.Definite == mention.Definite {
		if members := r.coordinated(j); len(members) > 1 {
			r.groups[r.cluster[i]] = members
		}
	}
	return true
}

// anaphoric reports whether a nominal may take up something mentioned before:
// it is definite, and not made so by what follows it.
func (r *resolver) anaphoric(i int) bool {
	c := &r.c[i]
	if c.Count > 1 && c.Definite != mention.Definite {
		return true // "two gunmen" once more: by the same words only
	}
	switch c.Definite {
	case mention.Definite, mention.Demonstrative:
	default:
		return false
	}
	return c.Possessor < 0 || c.Determiner != "'s"
}

// complement reports whether a clause or phrase behind the noun says which one
// is meant.
func (r *resolver) complement(i int) bool {
	t := r.trees[r.c[i].Sentence]
	for _, k := range t.Children(r.c[i].Head, "nmod", "acl", "acl:relcl", "ccomp") {
		if k > r.c[i].Head && !tree.Matches(t.Token(k).Relation, "nmod:poss", "nmod:unmarked") && t.Token(k).Relation != "nmod:desc" {
			return true
		}
	}
	return false
}

// sentencesBack is how far a description reaches back: a noun without further
// words is soon taken by something else of its kind.
const sentencesBack = 8

// bySameNoun joins "the crane" to the nearest mention with the noun "crane"
// that has all its modifiers.
func (r *resolver) bySameNoun(i int) bool {
	c := &r.c[i]
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if d.Kind == nlp.PronounMention || d.Noun != c.Noun || c.Sentence-d.Sentence > sentencesBack || r.nested(i, j) {
			continue
		}
		if c.Definite != mention.Definite && c.Definite != mention.Demonstrative && (c.Count != d.Count || !slices.Equal(c.Modifiers, d.Modifiers)) {
			continue
		}
		if !compatible(c.Types, d.Types) || clash(c.Number, d.Number) || c.Count > 0 && d.Count > 0 && c.Count != d.Count {
			continue
		}
		if d.Kind == nlp.NameMention && !carried(d) {
			continue
		}
		if !subset(c.Modifiers, r.allModifiers(j)) || r.differentPossessor(i, j) {
			continue
		}
		if of, other := r.ofPhrase(i), r.ofPhrase(j); of != "" && of != other {
			continue
		}
		return r.join(i, j, SameNounReason)
	}
	return false
}

// carried reports whether a name stands beside a noun that says what it is.
func carried(c *mention.Candidate) bool { return c.Noun != "" }

// allModifiers returns the modifiers of all mentions in j's cluster and the
// words of its names.
func (r *resolver) allModifiers(j int) []string {
	var out []string
	for _, k := range r.members[r.cluster[j]] {
		d := &r.c[k]
		out = append(out, d.Modifiers...)
		out = append(out, strings.Fields(strings.ToLower(d.Name))...)
	}
	return out
}

// empty modifiers say nothing of which thing is meant.
var emptyModifiers = map[string]bool{"same": true, "said": true, "whole": true, "entire": true, "very": true, "latter": true, "former": true, "two": true, "own": true}

func subset(a, b []string) bool {
	for _, x := range a {
		if !emptyModifiers[x] && !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// nested reports whether one of two mentions lies in the phrase of the other.
func (r *resolver) nested(i, j int) bool {
	a, b := &r.c[i], &r.c[j]
	if a.Sentence != b.Sentence {
		return false
	}
	t := r.trees[a.Sentence]
	return t.Dominates(a.Head, b.Head) && !r.conjoined(a, b) || t.Dominates(b.Head, a.Head) && !r.conjoined(b, a)
}

// conjoined reports whether lower hangs from upper through a conjunction or a
// clause, so that it is no part of upper's own phrase.
func (r *resolver) conjoined(upper, lower *mention.Candidate) bool {
	t := r.trees[upper.Sentence]
	for n := lower.Head; n >= 0 && n != upper.Head; n = t.Head(n) {
		if tree.Matches(t.Token(n).Relation, "conj", "parataxis", "list") {
			return true
		}
	}
	return false
}

func (r *resolver) differentPossessor(i, j int) bool {
	a, b := &r.c[i], &r.c[j]
	if a.Possessor < 0 || b.Possessor < 0 {
		return a.Possessor >= 0 && b.Possessor < 0 && a.Determiner != "'s"
	}
	x, okX := r.at[nlp.TokenRef{Sentence: a.Sentence, Token: a.Possessor}]
	y, okY := r.at[nlp.TokenRef{Sentence: b.Sentence, Token: b.Possessor}]
	return !okX || !okY || r.cluster[x] != r.cluster[y]
}

// ofPhrase returns the noun in the phrase's "of" complement, "" when none.
func (r *resolver) ofPhrase(i int) string {
	t := r.trees[r.c[i].Sentence]
	for _, k := range t.Children(r.c[i].Head, "nmod") {
		if k > r.c[i].Head && t.Case(k) == "of" {
			return tree.Lemma(t.Token(k))
		}
	}
	return ""
}

// byTitle joins "the general" to the nearest person who bears the title.
func (r *resolver) byTitle(i int) bool {
	c := &r.c[i]
	if c.Number == mention.Plural || !gazetteer.IsTitle(c.Noun) || r.ofPhrase(i) != "" {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if d.Type() != nlp.Person || c.Sentence-d.Sentence > 2*sentencesBack || r.nested(i, j) {
			continue
		}
		f := r.facts(r.cluster[j])
		if !subset(c.Modifiers, r.allModifiers(j)) || r.complement(i) {
			continue
		}
		if !f.named || !slices.Contains(f.nouns, c.Noun) || c.Gender != 0 && f.gender != 0 && c.Gender != f.gender {
			continue
		}
		return r.join(i, j, TitleReason)
	}
	return false
}

// byCoordination joins "the two men" and "both countries" to the several
// things of that kind named last in one coordination.
func (r *resolver) byCoordination(i int) bool {
	c := &r.c[i]
	if c.Number != mention.Plural || c.Type() == nlp.Concept || len(c.Modifiers) > 1 {
		return false
	}
	if c.Count < 2 && c.Definite != mention.Demonstrative && c.Determiner != "both" {
		return false
	}
	if pair := r.twoOf(i); pair != nil {
		r.groups[r.cluster[i]] = pair
		return true
	}
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if len(d.Coordinates) == 0 || c.Sentence-d.Sentence > 3 || c.Count > 1 && len(d.Coordinates) != c.Count {
			continue
		}
		if members := r.coordinated(j); len(members) > 1 && r.allFit(c, members) {
			r.groups[r.cluster[i]] = members
			return true
		}
	}
	return false
}

// twoOf returns the two countries, or the two of another type, that "both
// countries" means where the text has spoken of just two at length.
func (r *resolver) twoOf(i int) []int {
	c := &r.c[i]
	if c.Count != 2 || c.Type() != nlp.Country {
		return nil
	}
	var pair []int
	seen := make(map[int]bool)
	for j := 0; j < i; j++ {
		k := r.cluster[j]
		if seen[k] || r.c[j].Name == "" || r.c[j].Type() != nlp.Country || len(r.members[k]) < 2 {
			continue
		}
		seen[k] = true
		pair = append(pair, j)
	}
	if len(pair) != 2 {
		return nil
	}
	return pair
}

// coordinated returns the candidates of the coordination that j begins.
func (r *resolver) coordinated(j int) []int {
	var out []int
	for _, h := range r.c[j].Coordinates {
		if k, ok := r.at[nlp.TokenRef{Sentence: r.c[j].Sentence, Token: h}]; ok {
			out = append(out, k)
		}
	}
	return out
}

// allFit reports whether a plural noun can stand for each of the members.
func (r *resolver) allFit(c *mention.Candidate, members []int) bool {
	singular := gazetteer.NounTypes(c.Noun)
	for _, m := range members {
		f := r.facts(r.cluster[m])
		if f.kind == "" || len(singular) == 0 || !slices.Contains(singular, f.kind) {
			return false
		}
	}
	return true
}

// bySynonym joins "the attackers" to the nearest mention whose noun is of the
// same family.
func (r *resolver) bySynonym(i int) bool {
	c := &r.c[i]
	family := families[c.Noun]
	if family == 0 || len(c.Modifiers) > 1 || r.ofPhrase(i) != "" {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		d := &r.c[j]
		if d.Kind == nlp.PronounMention || c.Sentence-d.Sentence > sentencesBack || r.nested(i, j) || d.Noun == c.Noun {
			continue
		}
		f := r.facts(r.cluster[j])
		if clash(c.Number, f.number) || c.Count > 0 && d.Count > 0 && c.Count != d.Count || !compatible(c.Types, f.types) {
			continue
		}
		if !slices.ContainsFunc(f.nouns, func(n string) bool { return families[n] == family }) {
			continue
		}
		if !subset(plain(c.Modifiers), r.allModifiers(j)) && !(f.named && len(plain(c.Modifiers)) == 0) {
			continue
		}
		return r.join(i, j, SynonymReason)
	}
	return false
}

// plain drops the adjectives of judgement and kind that a writer varies
// ("terrorist", "extremist", "giant") and that do not set things apart.
func plain(modifiers []string) []string {
	var out []string
	for _, m := range modifiers {
		if !loose[m] && !emptyModifiers[m] {
			out = append(out, m)
		}
	}
	return out
}

// origins drops the adjectives of country and faith.
func origins(modifiers []string) []string {
	var out []string
	for _, m := range modifiers {
		_, people := gazetteer.PeopleName(m)
		if !demonym(m) && !people {
			out = append(out, m)
		}
	}
	return out
}

var loose = words(`terrorist terror extremist militant armed jihadist islamist radical rebel troubled giant
	embattled late alleged suspected young old small large big local national international new famous
	popular controversial powerful deadly huge major ailing stricken doomed tiny poor rich neighbouring neighboring`)

func words(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// families number the sets of nouns with which news varies one another.
var families = func() map[string]int {
	m := make(map[string]int)
	for n, line := range strings.Split(strings.TrimSpace(`
attacker assailant bomber gunman perpetrator suspect shooter terrorist militant culprit killer murderer assassin hijacker jihadist
group organization organisation movement militia network outfit faction radical extremist
company firm corporation manufacturer automaker carmaker maker producer giant conglomerate retailer enterprise business brand
country nation kingdom republic
city town village municipality settlement capital
film movie picture
plane aircraft jet airliner airplane aeroplane
ship vessel boat ferry tanker yacht
vehicle car truck van lorry
child boy girl kid toddler baby infant daughter son pupil student teenager youth
man gentleman guy
woman lady
victim casualty
newspaper paper daily tabloid
club team side squad
university college school
prison jail
police officer policeman
island isle
app application software program programme
author writer novelist
singer musician artist
parliament assembly legislature
mosque shrine temple church cathedral
`), "\n") {
		for _, w := range strings.Fields(line) {
			if m[w] == 0 {
				m[w] = n + 1
			}
		}
	}
	return m
}()

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
		if r.foreign(c, r.cluster[j]) || !r.genderFits(c, r.cluster[j]) {
			continue
		}
		if w := r.salience(r.cluster[j], i); w > weight {
			best, weight = j, w
		}
	}
	if best < 0 {
		return false
	}
	return r.join(i, best, KindReason)
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
		return (c.Noun == "man" || c.Noun == "woman" || c.Noun == "boy" || c.Noun == "girl" || c.Noun == "teenager" || c.Noun == "teen") &&
			r.members[r.cluster[r.at[c.Ref()]]] != nil
	}
	return false
}

// general are the nouns that can stand for most organisations of their sort.
var general = words(`group organization organisation movement network militia company firm corporation party club
	agency airline bank carmaker automaker manufacturer union university school band church institution`)

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
