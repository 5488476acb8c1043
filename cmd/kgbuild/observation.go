package main

import (
	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// observation keeps of an analysis what the graph is made from: the claims,
// and the chains that have a name or that a claim speaks of, directly or as an
// event's place, participant or whole.
func observation(doc graph.Document, a *nlp.Analysis, version string) *graph.Observation {
	o := &graph.Observation{
		Document: doc, Text: a.Document.Text.String(), Blocks: a.Document.Blocks,
		Silent: a.Silent, Analyser: version,
	}
	for i := range a.Sentences {
		o.Tokens += len(a.Sentences[i].Tokens)
		if a.Article(i) {
			o.Sentences++
		}
	}
	r := newRenumbering(a)
	for i := range a.Claims {
		o.Claims = append(o.Claims, r.claim(a.Claims[i]))
	}
	for _, id := range r.kept {
		o.Chains = append(o.Chains, r.chain(a.Chains[id]))
	}
	return o
}

// renumbering gives the chains that are kept ids without gaps, in the order of
// the analysis.
type renumbering struct {
	to   []nlp.ChainID // by old id; NoChain for those left out
	kept []nlp.ChainID // old ids
}

func newRenumbering(a *nlp.Analysis) *renumbering {
	keep := make([]bool, len(a.Chains))
	var mark func(nlp.ChainID)
	mark = func(id nlp.ChainID) {
		if id < 0 || int(id) >= len(keep) || keep[id] {
			return
		}
		keep[id] = true
		for _, m := range a.Chains[id].Members {
			mark(m)
		}
		if e := a.Chains[id].Event; e != nil {
			for _, p := range e.Places {
				mark(p)
			}
			for _, p := range e.Participants {
				mark(p.Chain)
			}
			mark(e.PartOf)
		}
	}
	for i := range a.Claims {
		mark(a.Claims[i].Subject.Chain)
		mark(a.Claims[i].Object.Chain)
		for _, id := range a.Claims[i].Attribution {
			mark(id)
		}
	}
	for i := range a.Chains {
		if a.Chains[i].Named() && inArticle(a, &a.Chains[i]) {
			mark(nlp.ChainID(i))
		}
	}
	r := &renumbering{to: make([]nlp.ChainID, len(keep))}
	for i, k := range keep {
		r.to[i] = nlp.NoChain
		if k {
			r.to[i] = nlp.ChainID(len(r.kept))
			r.kept = append(r.kept, nlp.ChainID(i))
		}
	}
	return r
}

// inArticle reports whether the article itself, and not only what surrounds
// it, mentions the chain.
func inArticle(a *nlp.Analysis, c *nlp.Chain) bool {
	for _, m := range c.Mentions {
		if a.Article(m.Sentence) {
			return true
		}
	}
	return false
}

func (r *renumbering) id(old nlp.ChainID) nlp.ChainID {
	if old < 0 || int(old) >= len(r.to) {
		return nlp.NoChain
	}
	return r.to[old]
}

func (r *renumbering) ids(old []nlp.ChainID) []nlp.ChainID {
	var out []nlp.ChainID
	for _, id := range old {
		if n := r.id(id); n != nlp.NoChain {
			out = append(out, n)
		}
	}
	return out
}

func (r *renumbering) claim(c nlp.Claim) nlp.Claim {
	c.Subject.Chain = r.id(c.Subject.Chain)
	c.Object.Chain = r.id(c.Object.Chain)
	c.Attribution = r.ids(c.Attribution)
	return c
}

func (r *renumbering) chain(c nlp.Chain) nlp.Chain {
	c.ID = r.id(c.ID)
	c.Members = r.ids(c.Members)
	if c.Event == nil {
		return c
	}
	e := *c.Event
	e.Places = r.ids(e.Places)
	e.PartOf = r.id(e.PartOf)
	e.Participants = nil
	for _, p := range c.Event.Participants {
		if id := r.id(p.Chain); id != nlp.NoChain {
			e.Participants = append(e.Participants, nlp.Participant{Role: p.Role, Chain: id})
		}
	}
	c.Event = &e
	return c
}
