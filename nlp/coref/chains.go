package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// chains writes the clusters into the analysis, in the order of their first
// mentions.
func (r *resolver) chains() {
	var order []int
	for k, members := range r.members {
		if len(members) > 0 {
			order = append(order, k)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return r.members[a][0] - r.members[b][0] })
	number := make(map[int]nlp.ChainID)
	for n, k := range order {
		number[k] = nlp.ChainID(n)
	}
	chains := make([]nlp.Chain, 0, len(order))
	for _, k := range order {
		c := r.chain(k)
		for _, m := range r.groups[k] {
			if id := number[r.cluster[m]]; !slices.Contains(c.Members, id) {
				c.Members = append(c.Members, id)
			}
		}
		chains = append(chains, c)
	}
	r.a.SetChains(chains)
	r.describeEvents()
}

// chain makes the chain of cluster k.
func (r *resolver) chain(k int) nlp.Chain {
	f := r.facts(k)
	c := nlp.Chain{Type: f.kind}
	names, descriptions := map[string]bool{}, map[string]bool{}
	pronounsOnly := true
	for n, i := range r.members[k] {
		cand := &r.c[i]
		m := cand.Mention
		if n > 0 {
			m.Because = r.because[i]
			if m.Because == "" {
				m.Because = r.because[r.members[k][0]]
			}
		}
		c.Mentions = append(c.Mentions, m)
		pronounsOnly = pronounsOnly && cand.Kind == nlp.PronounMention
		if cand.Name != "" {
			names[cand.Name] = true
		}
		for _, d := range r.descriptions(cand) {
			descriptions[d] = true
		}
	}
	c.Names, c.Descriptions = sorted(names), sorted(descriptions)
	c.Name = r.bestName(k, f)
	if c.Type == "" {
		c.Type = nlp.Concept
		if f.named && f.gender != 0 {
			c.Type = nlp.Person
		}
	}
	c.Unknown = pronounsOnly && len(r.groups[k]) == 0
	c.Generic = !f.named && !pronounsOnly && r.generic(k)
	if len(r.groups[k]) > 0 && pronounsOnly {
		var parts []string
		for _, m := range r.groups[k] {
			parts = append(parts, r.bestName(r.cluster[m], r.facts(r.cluster[m])))
		}
		c.Name, c.Type = strings.Join(parts, " and "), nlp.Group
	}
	return c
}

func sorted(set map[string]bool) []string {
	if len(set) == 0 {
		return nil
	}
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// bestName chooses the form that tells a reader most: a name before a
// description, a full name before its parts and acronyms, the form used most
// among equals, then the first.
func (r *resolver) bestName(k int, f facts) string {
	best, score := "", -1
	count := make(map[string]int)
	for _, i := range r.members[k] {
		count[r.c[i].Name]++
	}
	for _, i := range r.members[k] {
		c := &r.c[i]
		text, s := c.Text, 0
		switch c.Kind {
		case nlp.NameMention:
			text = c.Name
			s = 1000 + 10*min(count[c.Name], 9)
			words := len(strings.Fields(c.Name))
			if f.kind == nlp.Person {
				s += 100 * min(words, 4)
			} else if !acronymLike(c.Name) || f.kind == nlp.Country {
				s += 50 + 5*min(words, 5)
			}
		case nlp.NominalMention:
			s = 100 + min(len(c.Modifiers), 5)
			if c.Definite == mention.Indefinite || c.Definite == mention.Bare {
				s++
			}
		case nlp.VerbMention:
			text, s = c.Noun, 50
		}
		if s > score {
			best, score = text, s
		}
	}
	return best
}

// descriptions returns what a mention says its entity is: its nominal phrase,
// or the titles before its name; and what a copula says of it.
func (r *resolver) descriptions(c *candidate) []string {
	var out []string
	if c.Kind == nlp.NominalMention {
		out = append(out, c.Text)
	}
	out = append(out, c.Titles...)
	if c.Kind == nlp.PronounMention {
		return out
	}
	t := r.trees[c.Sentence]
	if h := t.Head(c.Head); h >= 0 && tree.Matches(t.Token(c.Head).Relation, "nsubj") && t.Child(h, "cop") >= 0 {
		if p, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: h}]; ok && r.c[p].Kind == nlp.NominalMention && compatible(c.Types, r.c[p].Types) && t.Child(h, "advmod") < 0 {
			out = append(out, r.c[p].Text)
		}
	}
	return out
}

// generic reports whether all mentions of a cluster name a kind: bare plurals
// and what any, no or every such thing is.
func (r *resolver) generic(k int) bool {
	for _, i := range r.members[k] {
		c := &r.c[i]
		if c.Kind == nlp.PronounMention {
			continue
		}
		switch {
		case c.Type() == nlp.Organization || c.Noun == "official" || c.Noun == "authority":
			return false // "police said" speaks of the police there
		case c.Determiner == "any" || c.Determiner == "no" || c.Determiner == "every" || c.Determiner == "other":
		case c.Definite == mention.Bare && c.Number == mention.Plural && len(c.Modifiers) == 0 && c.Count == 0 && !r.complement(i):
		default:
			return false
		}
	}
	return true
}
