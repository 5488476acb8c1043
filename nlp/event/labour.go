package event

import (
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// A "strike" is an attack in one article and a walkout in the next. What else the
// article speaks of tells which.
var (
	ofLabour = words(`union unionist worker striker walkout stoppage picket employer employee wage pay pension miner nurse teacher
		workforce redundancy industrial railwayman docker steelworker overtime`)
	ofWar = words(`missile drone rocket militant rebel jet warplane airstrike artillery troop army soldier insurgent bomb bomber shell
		shelling raid insurgency jihadist`)
)

// leastLabour is how many words of labour an article has that tells of a strike
// of workers.
const leastLabour = 2

// labourStrike reports whether candidate c is a strike of workers: somebody is
// "on strike", or the article speaks more of work than of war.
func (r *reader) labourStrike(c *mention.Candidate) bool {
	if c.Noun != "strike" {
		return false
	}
	t := r.trees[c.Sentence]
	if t.Case(c.Head) == "on" && t.Child(c.Head, "det") < 0 {
		return true
	}
	if r.labour == nil {
		labour := 0
		for _, t := range r.trees {
			for i := range t.Len() {
				switch l := tree.Lemma(t.Token(i)); {
				case ofLabour[l]:
					labour++
				case ofWar[l]:
					labour--
				}
			}
		}
		tells := labour >= leastLabour
		r.labour = &tells
	}
	return *r.labour
}
