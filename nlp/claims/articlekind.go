package claims

import "strings"

// How many different words that only reports of sport, or of politics, have make an
// article one.
const (
	minSport    = 3
	minPolitics = 2
)

var (
	onlyOfSport = words(`match game season league goal half-time tournament squad referee innings playoff play-off coach quarterback
		striker midfielder goalkeeper touchdown pitcher homer inning wicket roster teammate team-mate rebound playoffs kickoff lineup
		halftime championship championships baseman linebacker receiver scrimmage dugout`)
	onlyOfPolitics = words(`parliament government minister election opposition lawmaker coup constitution electorate referendum cabinet
		ballot voter premier presidency senate senator legislature politician junta coalition presidential parliamentary swear inauguration
		inaugurate`)
)

// reportsSport reports whether the article is about sport.
func (d *document) reportsSport() bool { return d.ofSport() }

// reportsPolitics reports whether the article is about politics, and not about sport.
func (d *document) reportsPolitics() bool { return !d.ofSport() && d.ofPolitics() }

// wordsOf counts how many different words of a set the article has.
func (d *document) wordsOf(set map[string]bool) int {
	seen := make(map[string]bool)
	for i := range d.a.Sentences {
		for k := range d.a.Sentences[i].Tokens {
			if l := strings.ToLower(d.a.Sentences[i].Tokens[k].Lemma); set[l] {
				seen[l] = true
			}
		}
	}
	return len(seen)
}
