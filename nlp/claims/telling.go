package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// telling keeps the claims that tell of somebody or something in particular.
func (d *document) telling(t *tree, cs []candidate) []candidate {
	t.deputies(cs)
	all := slices.Clone(cs) // what is looked up while cs shrinks
	return slices.DeleteFunc(cs, func(c candidate) bool {
		return !c.open && (d.hollow(t, &c) || d.idle(t, &c) || d.ownBodyJudged(t, &c, all))
	})
}

// ownBodyJudged reports whether a claim has somebody blame the body that he leads or
// speaks for, by a pronoun that may stand for what that is blamed for: "It is absurd,"
// its chairman said.
func (d *document) ownBodyJudged(t *tree, c *candidate, cs []candidate) bool {
	if c.Predicate != "criticized" && c.Predicate != "condemned" || c.Subject.Chain < 0 || c.Object.Chain < 0 || d.a.Chains[c.Subject.Chain].Type != nlp.Person {
		return false
	}
	body := c.Object.Chain
	if d.officeIn(c.Subject.Chain, cs, func(b nlp.ChainID) bool { return b == body }) == nlp.NoChain {
		return false
	}
	return slices.ContainsFunc(d.a.Chains[body].Mentions, func(m nlp.Mention) bool {
		return m.Sentence == t.index && m.Kind == nlp.PronounMention && t.form(m.Head) == "it"
	})
}

// idle reports whether a claim tells no more than its words would anywhere:
// that organisations back refugees, that a shock can bring damage.
func (d *document) idle(t *tree, c *candidate) bool {
	if c.unstated || c.Subject.Chain < 0 || c.Object.Chain < 0 {
		return false
	}
	a, b := &d.a.Chains[c.Subject.Chain], &d.a.Chains[c.Object.Chain]
	switch c.Predicate {
	case "controlled":
		return d.nameless(b) && (b.Type == nlp.Facility || b.Type == nlp.Concept || b.Type == nlp.Product) // "took over a barracks nearby"
	case "sanctioned":
		if wares[strings.ToLower(a.Name)] {
			return true // "an arms embargo on Mali": what is withheld embargoes nobody
		}
	case "caused":
		if l := t.lemma(c.trigger); (l == "destroy" || l == "damage") && b.Type != nlp.Event && d.violent(c.Subject.Chain) {
			return true // a raid is directed at what it destroys
		}
		return c.Modality == nlp.Desired || // what something is meant to bring about
			c.Modality == nlp.Possible && d.nameless(a) && d.nameless(b) && slices.ContainsFunc(t.children(c.trigger, "aux"), func(k int) bool { return t.form(k) == "can" || t.form(k) == "would" })
	case "hostile":
		if a.Type == nlp.Organization || b.Type == nlp.Organization {
			return false // police and traders clash
		}
	}
	if !d.nameless(a) || !d.nameless(b) || d.introduced(a) {
		return false
	}
	return betweenActors[c.Predicate] || utterances[c.Predicate] && !d.introduced(b)
}

// betweenActors are predicates of what actors do to each other. What somebody
// nobody can tell did to nobody in particular is no news.
var betweenActors = map[nlp.Predicate]bool{
	"allied": true, "hostile": true, "met": true, "negotiated": true, "agreed": true, "warned": true, "sanctioned": true,
}

// utterances are predicates of what somebody says of something. Residents may
// well object to the plan that an article is about.
var utterances = map[nlp.Predicate]bool{
	"criticized": true, "praised": true, "called_for": true, "accused": true, "condemned": true, "threatened": true, "supports": true,
}

// nameless reports whether a chain is no event and has no name of its own or
// within the phrases that describe it ("scientists at the Bose Institute").
func (d *document) nameless(c *nlp.Chain) bool {
	if c.Named() || c.Type == nlp.Event {
		return false
	}
	for _, m := range c.Mentions {
		t := d.tree(m.Sentence)
		for i := m.Tokens.First; i < m.Tokens.End; i++ {
			if t.is(i, "PROPN") || i > 0 && hasName(t.tok(i).Form) {
				return false
			}
		}
		for _, k := range t.children(m.Head, "nmod", "appos", "amod", "compound") {
			if t.is(k, "PROPN") || k > 0 && hasName(t.tok(k).Form) {
				return false
			}
		}
	}
	return true
}

// introduced reports whether the text treats a chain as known: it comes back
// to it, describes it with a definite article or a possessor, or names a
// matter or an office that needs none ("homeopathy", "prosecutors").
func (d *document) introduced(c *nlp.Chain) bool {
	phrases := 0
	for _, m := range c.Mentions {
		if m.Kind == nlp.PronounMention {
			continue
		}
		phrases++
		t := d.tree(m.Sentence)
		if t.hasDeterminer(m.Head, "the", "this", "that", "these", "those") || t.child(m.Head, "nmod:poss") >= 0 ||
			knownOffices[t.lemma(m.Head)] || c.Type == nlp.Concept && t.tok(m.Head).XPOS == "NN" && t.child(m.Head, "det") < 0 {
			return true
		}
	}
	return phrases > 1
}

// knownOffices are nouns of those whom a text need not introduce.
var knownOffices = words("police prosecutor prosecution authority lawmaker investigator")

// wares are what an embargo or a ban withholds.
var wares = words("arms weapons oil gas trade travel export exports import imports fuel fish timber steel coal gold diamonds")
