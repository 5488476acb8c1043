package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

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
		if all := r.allModifiers(j); !subset(c.Modifiers, all) && !(subset(origins(c.Modifiers), all) && r.fitsOrigin(c, r.cluster[j])) || r.complement(i) {
			continue
		}
		if c.Possessor >= 0 && c.Determiner != "the" && !relatives[c.Noun] && !r.owned(c.Noun, r.cluster[j]) {
			continue // "her spokesman" is not the ministry's spokesman told of
		}
		if !f.named || !slices.ContainsFunc(f.nouns, func(n string) bool { return n == c.Noun || lastWord(n) == c.Noun }) || c.Gender != 0 && f.gender != 0 && c.Gender != f.gender {
			continue
		}
		return r.join(i, j, TitleReason)
	}
	return false
}

// owned reports whether somebody of a cluster was told of by a noun as somebody's.
func (r *resolver) owned(noun string, cluster int) bool {
	return slices.ContainsFunc(r.members[cluster], func(m int) bool { return r.c[m].Noun == noun && r.c[m].Possessor >= 0 })
}

// relatives are those of whom a person has one, whoever tells of them.
var relatives = words(`father mother dad mum mom wife husband son daughter brother sister stepfather stepmother fiancé fiancée
	girlfriend boyfriend partner grandfather grandmother uncle aunt widow widower`)

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
		if d.Kind == nlp.PronounMention || c.Sentence-d.Sentence > sentencesBack || r.nested(i, j) || d.Noun == c.Noun || c.Possessor >= 0 && d.Possessor < 0 && family == families["movement"] {
			continue // "his movement" is not the group told of before
		}
		f := r.facts(r.cluster[j])
		if clash(c.Number, f.number) || c.Count > 0 && d.Count > 0 && c.Count != d.Count || !compatible(c.Types, f.types) {
			continue
		}
		if !slices.ContainsFunc(f.nouns, func(n string) bool { return families[n] == family }) || r.overtaken(i, j) {
			continue
		}
		if !subset(plain(c.Modifiers), r.allModifiers(j)) && !(f.named && len(plain(c.Modifiers)) == 0) {
			continue
		}
		return r.join(i, r.heldFor(j), SynonymReason)
	}
	return false
}

// heldFor returns what somebody holds to be what mention j says: the movement where "which
// they consider a terrorist group" tells of it; j for any other mention.
func (r *resolver) heldFor(j int) int {
	d := &r.c[j]
	t := r.trees[d.Sentence]
	v := t.Head(d.Head)
	if v < 0 || !tree.Matches(t.Token(d.Head).Relation, "xcomp") || !holding[tree.Lemma(t.Token(v))] {
		return j
	}
	if o, ok := r.at[nlp.TokenRef{Sentence: d.Sentence, Token: t.Child(v, "obj")}]; ok {
		return o
	}
	return j
}

// holding are verbs of taking something for something.
var holding = words("consider deem call label brand declare designate view regard name")

// plain drops the adjectives of judgement and kind that a writer varies
// ("terrorist", "extremist", "giant") and that do not set things apart.
func plain(modifiers []string) []string {
	var out []string
	for _, m := range modifiers {
		if !loose[m] && !emptyModifiers[m] && m != "year" && m != "year-old" && (m[0] < '0' || m[0] > '9') {
			out = append(out, m)
		}
	}
	return out
}

// origins drops the adjectives of country and faith, and "based" with its place.
func origins(modifiers []string) []string {
	var out []string
	for _, m := range modifiers {
		_, people := gazetteer.PeopleName(m)
		if !demonym(m) && !people && m != "based" {
			out = append(out, m)
		}
	}
	return out
}

var loose = words(`terrorist terror extremist militant armed jihadist islamist radical rebel troubled giant
	embattled late alleged suspected young old small large big local national international new famous
	popular controversial powerful deadly huge major ailing stricken doomed tiny poor rich neighbouring neighboring`)

// families number the sets of nouns with which news varies one another.
var families = func() map[string]int {
	m := make(map[string]int)
	for n, line := range strings.Split(strings.TrimSpace(`
attacker assailant bomber gunman perpetrator suspect shooter terrorist militant culprit killer murderer assassin hijacker jihadist
group organization organisation movement militia network outfit faction radical extremist
company firm corporation manufacturer automaker carmaker maker producer giant conglomerate retailer enterprise business brand
country nation kingdom republic
regulator watchdog authority
ministry department
court tribunal
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
