package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// headlinePlaceReliability is the confidence of "Colombia: five killed in ambush".
const headlinePlaceReliability = 0.75

// headlinePlaces puts the event of a headline in the country or town that the
// headline begins with before a colon.
func (d *document) headlinePlaces(t *tree) []candidate {
	if !d.title(t.index) || len(t.s.Names) == 0 {
		return nil
	}
	n := t.s.Names[0]
	if n.Tokens.First != 0 || !areas[n.Type] || n.Tokens.End >= len(t.s.Tokens) || t.form(n.Tokens.End) != ":" {
		return nil
	}
	p := d.nameChain(t, n.Tokens)
	if p == nlp.NoChain {
		return nil
	}
	var out []candidate
	for i := n.Tokens.End + 1; i < len(t.s.Tokens); i++ {
		e := d.a.ChainAt(t.ref(i))
		if e == nlp.NoChain || d.a.Chains[e].Event == nil || d.a.Chains[e].Generic || !gazetteer.EventIsAny(d.a.Chains[e].Event.Type, happenings) || t.is(i, "VERB") && !d.spokenOf(&d.a.Chains[e]) {
			continue
		}
		if s := d.stanceOf(t, i); s.polarity == nlp.Positive {
			out = append(out, t.candidate(i, nlp.ChainEnd(e), "located_in", nlp.ChainEnd(p), s, headlinePlaceReliability, "headline"))
		}
	}
	return out
}
