package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	deptree "github.com/kgbuild/kgbuild/nlp/tree"
)

// Reports of matches seldom say for whom somebody plays: "Winger Luka Petric
// beat two men." The side is the one that the sentence, or the sentence before,
// tells of.

// squadReliability is the confidence of a side that only the sentence tells,
// contextReliability of one that only the text before tells.
const (
	squadReliability   = 0.65
	contextReliability = 0.5
)

// sportRoles are the titles of sport before a name, with what their bearers are
// to their side.
var sportRoles = roleTable(map[nlp.Predicate]string{
	"leads": "coach manager captain skipper boss",
	"member_of": `striker defender midfielder goalkeeper goalie keeper forward winger quarterback pitcher batsman bowler
		team-mate teammate fly-half scrum-half fullback full-back halfback lock prop hooker flanker linebacker cornerback receiver
		lineman tackle back end safety shortstop outfielder infielder baseman catcher slugger closer reliever center centre guard
		wing playmaker wing-back centre-back centre-half left-back right-back all-rounder seamer spinner paceman wicketkeeper
		substitute sub debutant defenceman defenseman goaltender netminder kicker punter five-eighth opener`,
})

func roleTable(lists map[nlp.Predicate]string) map[string]nlp.Predicate {
	out := make(map[string]nlp.Predicate)
	for p, list := range lists {
		for w := range words(list) {
			out[w] = p
		}
	}
	return out
}

// playing are verbs whose subject or object is a side, in the articles that
// are about sport.
var playing = words(`beat defeat thrash edge win lose draw play face host score lead trail concede equalise equalize level sign field
	qualify advance meet entertain overcome outplay rout crush down stun hammer progress relegate promote kick bowl bat`)

// sideNouns are what only a side has.
var sideNouns = words(`coach captain skipper manager striker goalkeeper keeper defender midfielder winger quarterback squad player side
	victory win defeat loss goal lead half season fan supporter bench debut roster batsman bowler penalty lineup line-up`)

// squads gives the persons whom a title of sport names and no claim ties to a
// side the side that the sentence or the text before tells of.
func (d *document) squads(t *tree, cs []candidate) []candidate {
	if len(d.sides()) == 0 {
		return nil
	}
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person || n.Tokens.First == 0 {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person || d.sided(c, cs) {
			continue
		}
		head := t.headOf(n.Tokens)
		p, ok := sportRoles[t.lemma(n.Tokens.First-1)]
		side, sure := nlp.NoChain, squadReliability
		if k := t.child(head, "nmod:poss"); k >= 0 && d.sides()[d.chainAt(t, k)] > 0 && !ok {
			p, side = "member_of", d.chainAt(t, k) // "Bray's Gary Stack"
		} else if !ok && t.plays(head) {
			if only, several := d.sideIn(t, n.Tokens); !several {
				p, side = "member_of", only
			}
		} else if of := d.sideOfDemonym(t, n.Tokens.First-2); ok && of != nlp.NoChain {
			side = of
		} else if of := d.sideOfCoach(t, head, cs); ok && of != nlp.NoChain {
			side = of
		} else if ok && !t.opposed(head) && !d.elsewhere(t, n.Tokens.First-2) {
			side, sure = d.sideFor(t, n.Tokens)
		}
		if side == nlp.NoChain || side == c {
			continue
		}
		out = append(out, t.candidate(n.Tokens.First-1, nlp.ChainEnd(c), p, nlp.ChainEnd(side), aFact, sure, "squad").over(t.s.SpanOf(n.Tokens)))
	}
	return out
}

// plays reports whether the sentence tells of somebody what it tells of players:
// that they score or miss matches.
func (t *tree) plays(k int) bool {
	g := t.head(t.first(k))
	if g < 0 || !t.verbal(g) {
		return false
	}
	switch t.base(t.first(k)) {
	case "obj":
		return missing[t.lemma(g)] || slices.ContainsFunc(deptree.VerbBases(t.tok(g)), func(base string) bool { return missing[base] })
	case "nsubj":
		for _, o := range t.children(g, "obj") {
			if feats[t.lemma(o)] {
				return !t.passive(g)
			}
		}
	}
	return false
}

// missing are verbs whose object cannot play.
var missing = words("sideline bench hamstring concuss")

// feats are what players are counted for.
var feats = words("point goal rebound assist yard touchdown header hat-trick homer basket three-pointer carry reception interception wicket strikeout")

// companions gives the body that somebody is or was with: "X, who had been with the
// Dolphins", "she is with the Socialist Party".
func (d *document) companions(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		k := t.headOf(n.Tokens)
		if n.Type != nlp.Organization || t.preposition(k) != "with" || t.child(k, "cop") < 0 {
			continue
		}
		body := d.nameChain(t, n.Tokens)
		if body == nlp.NoChain {
			continue
		}
		s := d.stanceOf(t, k)
		who := t.predicateSubject(k)
		if x := t.child(k, "nsubj"); x >= 0 && t.form(x) == "who" && t.base(k) == "nmod" {
			who = direct(t.head(k))
		}
		for _, e := range d.ends(t, who, codebook.Types{nlp.Person: true}) {
			out = append(out, t.candidate(k, e.End, "member_of", nlp.ChainEnd(body), s, squadReliability*e.sure, "with").over(t.s.SpanOf(n.Tokens)))
		}
	}
	return out
}

// sideOfCoach returns the side of the coach who puts somebody, named at token k, into
// it: "X recalled striker Y".
func (d *document) sideOfCoach(t *tree, k int, cs []candidate) nlp.ChainID {
	if k = t.nameHead(k); t.base(k) != "obj" || t.head(k) < 0 || !selecting[t.lemma(t.head(k))] {
		return nlp.NoChain
	}
	for _, s := range t.ownSubject(t.head(k)) {
		if c := d.chainAt(t, s); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Person {
			if side := d.office(c, cs); side != nlp.NoChain && d.sides()[side] > 0 {
				return side
			}
		}
	}
	return nlp.NoChain
}

// selecting are verbs of what coaches do with players of their side.
var selecting = words("recall pick select drop bench name include introduce substitute rest omit field blood retain axe leave")

// sideOfDemonym returns the side of the country whose adjective stands before a
// title, when the text tells of that country as of a side: "Hungarian coach X".
func (d *document) sideOfDemonym(t *tree, k int) nlp.ChainID {
	if k < 0 || !t.demonym(k) {
		return nlp.NoChain
	}
	if c := d.chainAt(t, k); c != nlp.NoChain && d.sides()[c] > 0 {
		return c
	}
	return nlp.NoChain
}

// elsewhere reports whether the word before a title says that its bearer is
// somebody else's: "Drake coach X", "free agent pitcher X", "former captain X".
func (d *document) elsewhere(t *tree, k int) bool {
	if k < 0 {
		return false
	}
	switch t.form(k) {
	case "former", "ex", "agent", "opposing", "rival", "old", "opposition":
		return true
	}
	if t.demonym(k) {
		return true // "English defender X" plays for England, or for whom the text says
	}
	return t.is(k, "PROPN") && d.sides()[d.chainAt(t, k)] == 0 && t.within(k, k+1)
}

// opposing are verbs whose object plays for the other side.
var opposing = words("beat stuff sack intercept block stop tackle foul dispossess deny evade round deceive book lob outwit")

// opposed reports whether a name stands where an opponent does: "slid the ball
// under goalkeeper X".
func (t *tree) opposed(k int) bool {
	g := t.head(k)
	if g >= 0 && t.base(k) == "flat" || g >= 0 && t.base(k) == "appos" {
		k, g = g, t.head(g)
	}
	if g < 0 {
		return false
	}
	switch t.base(k) {
	case "obj":
		return opposing[t.lemma(g)] || t.child(k, "nsubj") >= 0
	case "obl", "nmod":
		switch t.preposition(k) {
		case "past", "against", "over", "under", "beyond", "off", "around":
			return true
		}
	}
	return false
}

// sided reports whether a claim already says for which side somebody plays.
func (d *document) sided(c nlp.ChainID, cs []candidate) bool {
	side := d.office(c, cs)
	return side != nlp.NoChain && d.sides()[side] > 0
}

// sides returns how often the text tells of a body as of a side, or nothing
// when it is not about sport.
func (d *document) sides() map[nlp.ChainID]int {
	if d.teams != nil {
		return d.teams
	}
	d.teams = make(map[nlp.ChainID]int)
	roles := 0
	for i := range d.a.Sentences {
		t := d.tree(i)
		for k := range t.s.Tokens {
			if sportRoles[t.lemma(k)] != "" || sportNouns[t.lemma(k)] {
				roles++
			}
			if c := d.sideAt(t, k); c != nlp.NoChain {
				d.teams[c]++
			}
		}
		for _, n := range t.s.Names {
			// "New Zealand coach X": names of several words, which trees part
			if end := n.Tokens.End; n.Tokens.Len() > 1 && end < len(t.s.Tokens) && sideTypes.Allows(n.Type) && sideNouns[t.lemma(end)] && t.tok(end).UPOS == "NOUN" {
				if c := d.nameChain(t, n.Tokens); c != nlp.NoChain {
					d.teams[c]++
				}
			}
		}
	}
	if roles < minSportWords {
		d.teams = make(map[nlp.ChainID]int)
	}
	return d.teams
}

// minSportWords is how many words of sport make an article one about sport.
const minSportWords = 4

var sportNouns = words("match game season league goal score half-time cup tournament squad referee innings playoff play-off tackle penalty quarter")

// sideTypes are the types of what a side can be called by.
var sideTypes = codebook.Types{nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.City: true}

// sideAt returns the chain of a side when token k stands where one does.
func (d *document) sideAt(t *tree, k int) nlp.ChainID {
	g := t.head(k)
	if g < 0 || !t.is(k, "PROPN") {
		return nlp.NoChain
	}
	stands := false
	switch t.base(k) {
	case "nsubj", "obj":
		stands = playing[t.lemma(g)]
	case "obl", "nmod":
		switch t.preposition(k) {
		case "against", "over":
			stands = true
		case "to", "with", "for":
			stands = playing[t.lemma(g)]
		}
		stands = stands || t.rel(k) == "nmod:poss" && sideNouns[t.lemma(g)]
	case "compound":
		stands = sideNouns[t.lemma(g)]
	}
	if !stands {
		return nlp.NoChain
	}
	c := d.chainAt(t, k)
	if c == nlp.NoChain || !sideTypes.Allows(d.a.Chains[c].Type) || !d.a.Chains[c].Named() {
		return nlp.NoChain
	}
	return c
}

// sideFor returns the side that the sentence of a name tells of, else the one
// that the sentences before it in the paragraph do, else the one that the whole
// text is about.
func (d *document) sideFor(t *tree, name nlp.Range) (nlp.ChainID, float64) {
	if only, several := d.sideIn(t, name); only != nlp.NoChain || several {
		return only, squadReliability
	}
	if mates[t.lemma(name.First-1)] {
		return nlp.NoChain, 0
	}
	for i := t.index - 1; i >= 0 && i >= t.index-2 && d.a.Sentences[i].Block == t.s.Block; i-- {
		if only, several := d.sideIn(d.tree(i), nlp.Range{}); only != nlp.NoChain || several {
			if t.plays(t.headOf(name)) && d.lost(d.tree(i), only) {
				return nlp.NoChain, 0 // he may have scored for the side that won
			}
			return only, contextReliability
		}
	}
	return d.mainSide(), contextReliability
}

// lost reports whether a sentence tells that a side was beaten.
func (d *document) lost(t *tree, side nlp.ChainID) bool {
	for v := range t.s.Tokens {
		if !t.verbal(v) || !losing[t.lemma(v)] && !(t.passive(v) && playing[t.lemma(v)]) {
			continue
		}
		if slices.ContainsFunc(t.ownSubject(v), func(k int) bool { return d.chainAt(t, k) == side }) {
			return true
		}
	}
	return false
}

// losing are verbs of the side that does not win.
var losing = words("lose fall crash succumb bow slump slip")

// mates play with somebody of the same sentence.
var mates = words("teammate team-mate mate")

// sideIn returns the one side that a sentence names, leaving out opponents, or
// whether it names several.
func (d *document) sideIn(t *tree, name nlp.Range) (nlp.ChainID, bool) {
	only := nlp.NoChain
	for k := range t.s.Tokens {
		if name.Contains(k) || t.base(k) == "flat" && t.is(t.head(k), "PROPN") {
			continue
		}
		c := d.chainAt(t, k)
		if c == nlp.NoChain || d.sides()[c] == 0 {
			continue
		}
		if p := t.preposition(k); p == "against" || p == "over" || p == "past" || t.base(k) == "amod" && t.demonym(k) {
			continue
		}
		if only != nlp.NoChain && only != c {
			return nlp.NoChain, true
		}
		only = c
	}
	return only, false
}

// mainSide returns the side of which the text tells more than three times as often
// as of any other, or NoChain.
func (d *document) mainSide() nlp.ChainID {
	best, next := nlp.NoChain, 0
	for i := range d.a.Chains {
		c := nlp.ChainID(i)
		switch n := d.sides()[c]; {
		case n == 0:
		case best == nlp.NoChain || n > d.sides()[best]:
			if best != nlp.NoChain {
				next = max(next, d.sides()[best])
			}
			best = c
		default:
			next = max(next, n)
		}
	}
	if best == nlp.NoChain || d.sides()[best] < 2 || d.sides()[best] <= 3*next {
		return nlp.NoChain
	}
	return best
}
