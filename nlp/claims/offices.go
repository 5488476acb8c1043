package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// stateOffices are titles that only a state gives. Who bears one without a
// word on the state serves the one that the text is about.
var stateOffices = words(`prime_minister premier foreign_minister foreign_secretary home_secretary defence_secretary
	defense_secretary defence_minister defense_minister interior_minister finance_minister health_minister justice_minister
	home_minister transport_minister education_minister environment_minister energy_minister trade_minister
	external_affairs_minister chancellor_of_the_exchequer health_secretary justice_secretary transport_secretary
	education_secretary secretary_of_state attorney_general vice_president deputy_prime_minister opposition_leader cabinet_minister`)

// officeOf are the codes of the states of which the title alone tells.
var officeOf = map[string]string{"secretary_of_state": "US", "chancellor_of_the_exchequer": "GB"}

// impliedReliability is the confidence of an office whose state only the text
// as a whole tells.
const impliedReliability = 0.7

// impliedOffices gives the bearers of state offices that no claim ties to a
// state the country that the document names most.
func (d *document) impliedOffices(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person || !stateOffices[t.titleBefore(n.Tokens.First)] {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person || d.office(c, cs) != nlp.NoChain {
			continue
		}
		state := d.mainCountry()
		if code := officeOf[t.titleBefore(n.Tokens.First)]; code != "" {
			state = d.countryOf(code)
		}
		if state == nlp.NoChain {
			continue
		}
		out = append(out, candidate{trigger: n.Tokens.First, Claim: nlp.Claim{
			Subject: nlp.ChainEnd(c), Predicate: "leads", Object: nlp.ChainEnd(state),
			Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: impliedReliability,
			Sentence: t.index, Evidence: t.s.Span, Trigger: t.s.SpanOf(n.Tokens), Rule: "leads/state office",
		}})
	}
	return out
}

// countryOf returns the chain of the country with a code, if the document names it.
func (d *document) countryOf(code string) nlp.ChainID {
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Country {
			continue
		}
		for _, n := range append([]string{ch.Name}, ch.Names...) {
			if known, ok := gazetteer.CountryByName(n); ok && known.Code == code {
				return ch.ID
			}
		}
	}
	return nlp.NoChain
}

// titleBefore returns the longest state office that ends before token i, its
// words joined by "_".
func (t *tree) titleBefore(i int) string {
	for n := 4; n >= 1; n-- {
		if i-n < 0 {
			continue
		}
		words := make([]string, 0, n)
		for k := i - n; k < i; k++ {
			words = append(words, t.form(k))
		}
		if w := strings.Join(words, "_"); stateOffices[w] {
			return w
		}
	}
	return ""
}

// mainCountry returns the country that the document names more than twice as
// often as any other, or NoChain.
func (d *document) mainCountry() nlp.ChainID {
	type count struct {
		chain nlp.ChainID
		n     int
	}
	var counts []count
	for i := range d.a.Chains {
		if ch := &d.a.Chains[i]; ch.Type == nlp.Country && ch.Named() {
			counts = append(counts, count{nlp.ChainID(i), len(ch.Mentions)})
		}
	}
	slices.SortStableFunc(counts, func(a, b count) int { return b.n - a.n })
	if len(counts) == 0 || counts[0].n < 2 || len(counts) > 1 && counts[0].n < 2*counts[1].n {
		return nlp.NoChain
	}
	return counts[0].chain
}
