package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// tributes reads praise of the dead off what is said of them: in an article that
// begins with somebody's death, quoted words about that one which honour a life
// ("he will be missed", "the impact she has had") pay tribute even without a
// word of praise.
func (d *document) tributes(t *tree) []candidate {
	dead := d.mourned()
	if dead == nlp.NoChain {
		return nil
	}
	var out []candidate
	for k := range t.s.Tokens {
		if !t.honours(k) || !d.speaksOf(t, k, dead) {
			continue
		}
		what := []end{{End: nlp.ChainEnd(dead), token: k, entity: nlp.Person, sure: 1}}
		s := d.stanceOf(t, k)
		if len(s.by) == 0 || s.polarity == nlp.Negative || s.modality != nlp.Certain && s.modality != nlp.Future {
			continue
		}
		if cs := d.saidBy(t, k, what, gazetteer.Verdict{Sign: 1}, s); len(cs) > 0 {
			out = append(out, cs...)
			break
		}
	}
	return out
}

// honours reports whether a word belongs to the language of tributes.
func (t *tree) honours(k int) bool {
	if len(t.negators(k)) > 0 {
		return false
	}
	switch {
	case t.is(k, "NOUN") && tributeNouns[t.lemma(k)]:
		return true
	case t.is(k, "NOUN") && t.head(k) >= 0 && parting[t.lemma(t.head(k))]: // "a giant has left us"
		return gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)).Sign > 0
	case t.is(k, "VERB") && remembering[t.lemma(k)]: // "will be missed"
		return t.passive(k) && t.tok(k).XPOS == "VBN"
	}
	return t.is(k, "VERB") && tributeVerbs[t.lemma(k)]
}

var (
	tributeNouns = words(`legacy impact influence contribution inspiration generosity kindness warmth passion brilliance
		humour humor wisdom genius mentor greats`)
	tributeVerbs = words("admire cherish inspire influence revolutionise revolutionize pioneer embody")
	remembering  = words("miss remember mourn honour honor love")
	parting      = words("lose leave pass depart")
)

// speaksOf reports whether the sentence of token k mentions a chain, or k tells
// that somebody is lost.
func (d *document) speaksOf(t *tree, k int, c nlp.ChainID) bool {
	for i := range t.s.Tokens {
		if d.chainAt(t, i) == c {
			return true
		}
	}
	return t.head(k) >= 0 && parting[t.lemma(t.head(k))]
}

// mourned returns the first named person whose death the beginning of the
// article tells of, or NoChain.
func (d *document) mourned() nlp.ChainID {
	if d.mourning == nil {
		c := d.deadIn(leadSentences)
		d.mourning = &c
	}
	return *d.mourning
}

// leadSentences is how many sentences, with the title, tell what an article is about.
const leadSentences = 5
