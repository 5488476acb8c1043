package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// bareOffice is what the bearers of a title without a word of where do: the
// predicate, and how their body is found.
type bareOffice struct {
	predicate nlp.Predicate
	body      func(*document, *tree, int) nlp.ChainID
}

// bareOfficeOf returns how the body of a bare title is found, or false for
// titles that anybody may bear.
func (t *tree) bareOfficeOf(ti title) (bareOffice, bool) {
	before := ""
	if ti.noun > ti.First {
		before = t.form(ti.noun - 1)
	}
	of := func(p nlp.Predicate, body func(*document, *tree, int) nlp.ChainID) (bareOffice, bool) {
		return bareOffice{p, body}, true
	}
	switch {
	case ti.predicate == "spokesperson_of":
		return of("spokesperson_of", (*document).bodyTalkedOf)
	case t.companyTitle(ti.noun):
		return of("leads", (*document).companyInFocus)
	case policeRanks[ti.role] && (ti.role != "officer" || t.capitalised(ti.noun) && !officerOf[before]):
		return of("works_for", (*document).police)
	case ti.role == "commissioner" && before == "deputy":
		return of("leads", (*document).police)
	case ti.role == "chief" && ti.End-ti.noun == 3 && (t.form(ti.End-1) == "police" || t.form(ti.End-1) == "detectives"):
		return of("leads", (*document).police)
	case before == "fire" && ti.role == "officer":
		return of("works_for", (*document).fireService)
	case before == "high" && ti.role == "representative":
		return of("leads", (*document).europeanUnion)
	case ti.role == "prosecutor" || ti.role == "attorney" && before == "district":
		return of("works_for", (*document).prosecution)
	case ti.role == "sheriff" || ti.role == "undersheriff":
		return of("leads", (*document).sheriffs)
	case before == "fire" && (ti.role == "chief" || ti.role == "marshal" || ti.role == "commissioner"):
		return of("leads", (*document).fireService)
	case teamOffices[ti.role] && (ti.role != "director" || before == "sporting" || strings.HasPrefix(before, "athletic")):
		return of(ti.predicate, (*document).teamInFocus)
	case ti.role == "secretary-general" || ti.role == "secretary" && before == "general":
		return of("leads", (*document).bodyTalkedOf)
	}
	return bareOffice{}, false
}

// policeRanks are ranks that only the police has, or that are theirs where the
// text tells of the police.
var policeRanks = words("detective inspector sergeant constable superintendent lieutenant corporal trooper officer")

// bareOffices gives those whose title does not say where they bear it, and of
// whom nothing else tells, the body of the text that such a title goes with.
func (d *document) bareOffices(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person || !d.a.Chains[c].Named() || d.office(c, cs) != nlp.NoChain || d.office(c, out) != nlp.NoChain {
			continue
		}
		ti, bare := d.bareTitle(t, n)
		if !bare {
			continue
		}
		o, ok := t.bareOfficeOf(ti)
		if !ok {
			continue
		}
		body := o.body(d, t, ti.First)
		if body == nlp.NoChain || body == c || soleOffices[ti.role] && d.ledByAnother(body, c) {
			continue
		}
		out = append(out, t.candidate(ti.noun, nlp.ChainEnd(c), o.predicate, nlp.ChainEnd(body), aFact, impliedReliability, "bare office"))
	}
	return out
}

// police returns the police force of the text: the only named one, or the one
// that the text calls nothing but "police".
func (d *document) police(*tree, int) nlp.ChainID { return d.onlyOrUnnamed(policeBody) }

// prosecution returns the prosecutors of the text.
func (d *document) prosecution(*tree, int) nlp.ChainID { return d.onlyOrUnnamed(prosecutingBody) }

func policeBody(ch *nlp.Chain) bool {
	return (ch.Type == nlp.Organization || ch.Type == nlp.Group) && len(ch.Members) == 0 && hasWord(ch, forcesOfOrder)
}

func prosecutingBody(ch *nlp.Chain) bool {
	return (ch.Type == nlp.Organization || ch.Type == nlp.Group) && len(ch.Members) == 0 && hasWord(ch, prosecutors)
}

// sheriffs and fireService return the sheriff's department and the fire brigade
// of the text.
func (d *document) sheriffs(*tree, int) nlp.ChainID    { return d.onlyOrUnnamed(sheriffBody) }
func (d *document) fireService(*tree, int) nlp.ChainID { return d.onlyOrUnnamed(fireBody) }

func sheriffBody(ch *nlp.Chain) bool {
	return ch.Type == nlp.Organization && (hasWord(ch, words("sheriff's sheriff’s")))
}

func fireBody(ch *nlp.Chain) bool {
	return (ch.Type == nlp.Organization || ch.Type == nlp.Group) && hasWord(ch, words("fire firefighters")) && hasWord(ch, words("department brigade service authority rescue firefighters"))
}

// europeanUnion returns the European Union, whose high representative needs no
// word of it.
func (d *document) europeanUnion(*tree, int) nlp.ChainID {
	return d.onlyBody(func(ch *nlp.Chain) bool {
		return slices.Contains(ch.Names, "EU") || slices.Contains(ch.Names, "European Union") || ch.Name == "European Union"
	})
}

// teamOffices are offices that a team has, in articles about sport.
var teamOffices = words("coach manager owner director")

// teamInFocus returns the side whose office at token h is one: the only one that
// the sentence names, or the one that the article, when it is about sport, is
// about.
func (d *document) teamInFocus(t *tree, h int) nlp.ChainID {
	if !d.reportsSport() {
		return nlp.NoChain
	}
	only, several := nlp.NoChain, false
	for _, n := range t.s.Names {
		if c := d.nameChain(t, n.Tokens); c != nlp.NoChain && c != only && team(&d.a.Chains[c]) {
			several = only != nlp.NoChain
			only = c
		}
	}
	if only != nlp.NoChain && !several {
		return only
	}
	best, second, at := 0, 0, nlp.NoChain
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if !team(ch) {
			continue
		}
		if n := len(ch.Mentions); n > best {
			best, second, at = n, best, ch.ID
		} else if n > second {
			second = n
		}
	}
	if best < teamShare || best < teamShare*second {
		return nlp.NoChain
	}
	return at
}

// teamShare is how many times as often as any other side the article must speak
// of the one that it is about.
const teamShare = 2

// soleOffices are offices of a team that one has at a time.
var soleOffices = words("coach manager")

// ledByAnother reports whether the text has told before that a side is led by
// somebody other than c.
func (d *document) ledByAnother(side, c nlp.ChainID) bool {
	return slices.ContainsFunc(d.done, func(k nlp.Claim) bool {
		return k.Predicate == "leads" && k.Object.Chain == side && k.Subject.Chain != c && k.Polarity == nlp.Positive
	})
}

// team reports whether a chain may be a side.
func team(ch *nlp.Chain) bool {
	return (ch.Type == nlp.Organization || ch.Type == nlp.Group) && ch.Named() && len(ch.Members) == 0 && !hasWord(ch, leagues) && ch.Name != strings.ToUpper(ch.Name)
}

// leagues are words in the names of what is about sport and no side.
var leagues = words("league association federation press times herald news union committee conference division university.com network magazine post")

var (
	forcesOfOrder = words("police garda gardaí constabulary nypd lapd rcmp carabinieri gendarmerie")
	prosecutors   = words("prosecution prosecutors prosecutor's prosecutors'")
)

// onlyOrUnnamed returns the one named chain that is admitted, the one without a
// name when no chain is named, or NoChain when there are several.
func (d *document) onlyOrUnnamed(admitted func(*nlp.Chain) bool) nlp.ChainID {
	if only := d.onlyBody(func(ch *nlp.Chain) bool { return ch.Named() && admitted(ch) }); only != nlp.NoChain {
		return only
	}
	best := nlp.NoChain
	for i := range d.a.Chains {
		switch ch := &d.a.Chains[i]; {
		case !admitted(ch):
		case ch.Named():
			return nlp.NoChain
		case best == nlp.NoChain || len(ch.Mentions) > len(d.a.Chains[best].Mentions):
			best = ch.ID
		}
	}
	return best
}

// bodyTalkedOf returns the named body that the sentence, or else the one before,
// speaks of as of somebody who acts, when it is the only one, for the bearer of a
// title at token h; or else the company that the text is about.
func (d *document) bodyTalkedOf(t *tree, h int) nlp.ChainID {
	for i := t.index; i >= 0 && i >= t.index-1; i-- {
		u := d.tree(i)
		only := nlp.NoChain
		for k := range u.s.Tokens {
			if i == t.index && k >= h || !in(u.base(k), "nsubj", "nmod:poss") {
				continue
			}
			c := d.chainAt(u, k)
			if c == nlp.NoChain || c == only || !d.speaking(&d.a.Chains[c]) {
				continue
			}
			if only != nlp.NoChain {
				return nlp.NoChain
			}
			only = c
		}
		if only != nlp.NoChain {
			return only
		}
		if i == t.index && d.namesBody(t, h) {
			return nlp.NoChain
		}
	}
	return d.companyInFocus(t, h)
}

// namesBody reports whether a sentence names a body before token h.
func (d *document) namesBody(t *tree, h int) bool {
	return slices.ContainsFunc(t.s.Names, func(n nlp.Name) bool {
		return n.Tokens.First < h && (n.Type == nlp.Organization || n.Type == nlp.Facility)
	})
}

// speaking reports whether a chain is a body that has spokespeople.
func (d *document) speaking(ch *nlp.Chain) bool {
	if ch.Type != nlp.Organization && ch.Type != nlp.Group || len(ch.Members) > 0 {
		return false
	}
	if ch.Named() {
		return ch.Type == nlp.Organization
	}
	words := strings.Fields(ch.Name)
	return len(words) > 0 && speakingNouns[strings.ToLower(words[len(words)-1])]
}

// speakingNouns are bodies that have spokespeople without a name.
var speakingNouns = words("prosecutors prosecution ministry police army military government company union hospital university airline court palace")
