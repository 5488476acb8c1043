package claims

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// awardReliability is the confidence of awards that are told by their title
// alone, or without a verb of their own.
const awardReliability = 0.8

// awards reads prizes that no verb hands over: titles ("X was named Player of the
// Year", "X, the Coach of the Year") and those of a list whose verb is said once ("the
// silver went to X and the bronze to Y").
func (d *document) awards(t *tree) []candidate {
	var out []candidate
	give := func(at int, award nlp.ChainID, winners []end) {
		for _, w := range winners {
			if w.Chain == award {
				continue
			}
			out = append(out, t.candidate(at, nlp.ChainEnd(award), "honours", w.End, aFact, awardReliability*w.sure, "title"))
		}
	}
	for h := range t.s.Tokens {
		if end := t.periodAward(h); end > 0 {
			if winners := d.ends(t, t.titleWinner(h), persons); len(winners) > 0 {
				give(h, d.awardChain(t, h, end), winners)
			}
			continue
		}
		if winner := t.prizeBearer(h); winner >= 0 {
			give(h, d.awardChain(t, h-1, h), d.ends(t, direct(winner), persons))
			continue
		}
		if k := t.gappedPrize(h); k >= 0 {
			if c := d.describe(t, h, nil); c != nlp.NoChain {
				give(h, c, d.ends(t, direct(k), winnerTypes))
			}
		}
	}
	return out
}

// winnerTypes are the types of those who win prizes.
var winnerTypes = codebook.Types{nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.City: true}

// periods are what the titles of awards are given for.
var periods = words("year season month week tournament match game series meet decade century")

// best are nouns that such titles are made of.
var best = words(`player manager coach athlete sportsman sportswoman footballer newcomer rookie actor actress person man woman
	driver rider cricketer teacher entrepreneur referee goalkeeper scientist artist author journalist photographer designer
	businessman businesswoman personality citizen employee officer swimmer jockey pitcher freshman`)

// periodAward returns the end of the title of an award that h is the noun of,
// such as "National Player of the Year", or 0.
func (t *tree) periodAward(h int) int {
	if t.tok(h).Form == "MVP" {
		return h + 1
	}
	if !best[t.form(h)] || h+3 >= len(t.s.Tokens) || t.form(h+1) != "of" || t.form(h+2) != "the" || !periods[t.form(h+3)] {
		return 0
	}
	return h + 4
}

// titleWinner returns who bears the title of an award: whom a verb names so, or
// whose name it stands beside.
func (t *tree) titleWinner(h int) found {
	g := t.head(h)
	if g >= 0 && in(t.base(h), "xcomp", "obj", "obl") && t.verbal(g) && namingAwards[t.lemma(g)] {
		o := t.object(g)
		if len(o.tokens) == 1 && o.tokens[0] == h {
			o = t.receiver(g)
		}
		return o
	}
	if f := t.bearer(h); len(f.tokens) > 0 && f.tokens[0] != h {
		return f
	}
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.First == h+1 {
			return direct(t.headOf(n.Tokens)) // "MVP Drew Brees"
		}
	}
	return found{}
}

// prizeBearers are nouns of those who have won the prize named before them.
var prizeBearers = words("winner laureate medallist medalist nominee recipient")

// contests are last words in the names of what is won by playing or by votes,
// which honours nobody.
var contests = words("cup open league championship championships masters slam series tour marathon derby race prix idol lottery rally bowl primary games")

// namesContest reports whether the country's adjective at token k begins the name of
// a contest that ends before token h: "Turkish Grand Prix winner X" says not where X
// is from.
func (t *tree) namesContest(k, h int) bool {
	for i := k + 1; i < h && t.capitalised(i); i++ {
		if contests[t.form(i)] {
			return true
		}
	}
	return false
}

// prizeBearer returns the person whose name stands behind token h when h is a
// word for the winner of a prize that is named before it: "Booker Prize winner
// X", "Nobel laureate Y". Otherwise it returns -1.
func (t *tree) prizeBearer(h int) int {
	if h == 0 || !prizeBearers[t.form(h)] || !t.capitalised(h-1) || t.is(h-1, "DET") || contests[t.form(h-1)] || t.partyWord(h-1) != "" {
		return -1
	}
	if _, country := t.countryWord(h - 1); country {
		return -1
	}
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.First == h+1 {
			return t.headOf(n.Tokens)
		}
		if n.Tokens.Contains(h-1) && (n.Type == nlp.Person || n.Type == nlp.City || n.Type == nlp.Country) {
			return -1 // "Paris winner X" won there
		}
	}
	return -1
}

// namingAwards are verbs that give somebody a title.
var namingAwards = words("name crown vote declare choose select elect pick adjudge judge")

// awardChain returns the chain of an award by its title, which ends before
// token end, or makes one.
func (d *document) awardChain(t *tree, h, end int) nlp.ChainID {
	first := h
	for first > 0 && (t.is(first-1, "PROPN") || unicode.IsUpper([]rune(t.tok(first - 1).Form)[0])) && !t.is(first-1, "DET") {
		first--
	}
	r := nlp.Range{First: first, End: end}
	name := t.words(r)
	for i := range d.a.Chains {
		if ch := &d.a.Chains[i]; ch.Type == nlp.Concept && strings.EqualFold(ch.Name, name) {
			return ch.ID
		}
	}
	// The words may be a mention of their bearer and go on being one.
	c := nlp.Chain{ID: nlp.ChainID(len(d.a.Chains)), Type: nlp.Concept, Name: name, Names: []string{name},
		Mentions: []nlp.Mention{d.mention(t, r, h, nlp.NameMention)}}
	d.a.Chains = append(d.a.Chains, c)
	return c.ID
}

// prizes are what is handed out by rank.
var prizes = words("gold silver bronze medal prize award trophy")

// gappedPrize returns the winner of a prize that the list goes on with behind a verb said
// once: in "the silver went to X and the bronze to Y" that is Y; or -1.
func (t *tree) gappedPrize(h int) int {
	if !prizes[t.lemma(h)] || h+2 >= len(t.s.Tokens) || t.form(h+1) != "to" {
		return -1
	}
	for k := h - 1; k > 0; k-- {
		if l := t.lemma(k); l == "go" && t.verbal(k) {
			for _, n := range t.s.Names {
				if n.Tokens.Contains(h + 2) {
					return t.headOf(n.Tokens)
				}
			}
		}
	}
	return -1
}
