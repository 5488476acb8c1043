package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// violent reports whether a chain is an event of violence, a deed that
// somebody is to blame for.
func (d *document) violent(c nlp.ChainID) bool {
	if c < 0 || d.a.Chains[c].Event == nil {
		return false
	}
	kind := d.a.Chains[c].Event.Type
	for _, k := range []string{"attack", "crime", "killing", "violence", "conflict"} {
		if kind == k || gazetteer.BroaderEvent(kind) != "" && gazetteer.EventIsA(kind, k) {
			return true
		}
	}
	return false
}

// recentDeed returns the violent event that was mentioned last before, or in,
// sentence t.
func (d *document) recentDeed(t *tree) nlp.ChainID {
	if c := d.recentDeedOf(t, nlp.NominalMention, nlp.NameMention, nlp.PronounMention); c != nlp.NoChain {
		return c
	}
	return d.recentDeedOf(t, nlp.VerbMention)
}

// recentDeedOf looks at mentions of some kinds only.
func (d *document) recentDeedOf(t *tree, kinds ...nlp.MentionKind) nlp.ChainID {
	best, at := nlp.NoChain, nlp.TokenRef{Sentence: -1}
	for i := range d.a.Chains {
		if !d.violent(nlp.ChainID(i)) || d.a.Chains[i].Generic {
			continue
		}
		for _, m := range d.a.Chains[i].Mentions {
			if !slices.Contains(kinds, m.Kind) || m.Sentence > t.index || m.Sentence < at.Sentence || m.Sentence == at.Sentence && m.Head < at.Token {
				continue
			}
			best, at = nlp.ChainID(i), nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
		}
	}
	return best
}

// suspicionReliability is the confidence of blame that follows from a stated
// belief.
const suspicionReliability = 0.8

// suspicions states that who believes somebody to have done a deed blames
// them, and those who are said to be behind them: "we believe it was carried
// out by operatives supported by X".
func (d *document) suspicions(cs []candidate) []candidate {
	var out []candidate
	for _, c := range cs {
		if c.Predicate != "carried_out" || c.Modality != nlp.Possible || c.Polarity != nlp.Positive || len(c.Attribution) == 0 || !d.violent(c.Object.Chain) {
			continue
		}
		by := c.Attribution[len(c.Attribution)-1]
		suspects := []nlp.End{c.Subject}
		for _, s := range cs {
			if s.Predicate == "supports" && s.Object.Chain == c.Subject.Chain && s.Polarity == nlp.Positive {
				suspects = append(suspects, s.Subject)
			}
		}
		for _, s := range suspects {
			if s.Chain == by {
				continue
			}
			n := c
			n.Subject, n.Predicate, n.Object = nlp.ChainEnd(by), "blamed", s
			n.Modality, n.Attribution = nlp.Certain, c.Attribution[:len(c.Attribution)-1]
			n.Confidence = min(c.Confidence, suspicionReliability)
			n.Rule = "blamed/suspicion + " + c.Rule
			out = append(out, n)
		}
	}
	return out
}
