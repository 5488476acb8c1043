package resolve

import (
	"cmp"
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

// The rules that merge units, as [graph.Merge] names them.
const (
	ruleAlias           = "alias"
	ruleCapital         = "capital"
	ruleGovernment      = "government"
	ruleAdjective       = "adjective"
	ruleName            = "name"
	ruleShort           = "short form"
	ruleInstitution     = "institution"
	ruleAcronym         = "acronym"
	ruleSurname         = "surname"
	ruleTransliteration = "transliteration"
	ruleContext         = "context"
	ruleEvent           = "same event"
	ruleCorrection      = "correction"
	ruleCoreference     = "coreference"
)

// link is a merge that was made: why a and b are one.
type link struct {
	a, b   unitID
	rule   string
	reason string
}

// doubt is a merge that was not made: a and b may be one.
type doubt struct {
	a, b   unitID
	rule   string
	reason string
}

// clusters is a partition of the units that knows why they are together, and
// what each cluster must not be joined with.
type clusters struct {
	units  []unit
	parent []unitID
	facts  []*clusterFacts // by root, made when first needed
	links  []link
	doubts []doubt
}

// clusterFacts is what a cluster is known to be. Two clusters whose facts
// contradict are not joined by any rule.
type clusterFacts struct {
	key     string // of the gazetteer
	country string // that the name holds
	typ     nlp.EntityType
	members []unitID
	self    [1]unitID // a cluster's members while it has one
}

func newClusters(units []unit) *clusters {
	c := &clusters{units: units, parent: make([]unitID, len(units)), facts: make([]*clusterFacts, len(units))}
	for i := range c.parent {
		c.parent[i] = unitID(i)
	}
	return c
}

// find returns the root of a unit's cluster: its smallest member.
func (c *clusters) find(u unitID) unitID {
	for c.parent[u] != u {
		c.parent[u] = c.parent[c.parent[u]]
		u = c.parent[u]
	}
	return u
}

func (c *clusters) factsOf(root unitID) *clusterFacts {
	f := c.facts[root]
	if f == nil {
		u := &c.units[root]
		f = &clusterFacts{key: u.sense.Key, country: u.country, typ: u.typ, self: [1]unitID{root}}
		f.members = f.self[:]
		if f.key != "" {
			f.typ = u.sense.Type
		}
		c.facts[root] = f
	}
	return f
}

// conflict says why two clusters cannot be one, or "".
func (c *clusters) conflict(a, b unitID) string {
	f, g := c.factsOf(a), c.factsOf(b)
	switch {
	case f.key != "" && g.key != "" && f.key != g.key:
		return fmt.Sprintf("%s and %s are known to be different", c.senseName(a), c.senseName(b))
	case f.country != "" && g.country != "" && f.country != g.country && f.typ != nlp.Event:
		return "they belong to different countries"
	case !typesAgree(f.typ, g.typ):
		return fmt.Sprintf("one is a %s, the other a %s", f.typ, g.typ)
	}
	return ""
}

func (c *clusters) senseName(root unitID) string {
	if name := c.knownName(root); name != "" {
		return name
	}
	return c.units[root].name
}

// knownName returns the gazetteer's name for a cluster, or "".
func (c *clusters) knownName(root unitID) string {
	for _, m := range c.factsOf(root).members {
		if s := c.units[m].sense; s.Key != "" {
			return s.Name
		}
	}
	return ""
}

// join makes the clusters of a and b one, if their facts allow it. It reports
// whether they are one afterwards.
func (c *clusters) join(a, b unitID, rule, reason string) bool {
	ra, rb := c.find(a), c.find(b)
	if ra == rb {
		return true
	}
	if c.conflict(ra, rb) != "" {
		return false
	}
	c.unite(a, b, rule, reason)
	return true
}

// unite joins without asking.
func (c *clusters) unite(a, b unitID, rule, reason string) {
	ra, rb := c.find(a), c.find(b)
	if ra == rb {
		return
	}
	if ra > rb {
		ra, rb = rb, ra
	}
	f, g := c.factsOf(ra), c.factsOf(rb)
	c.parent[rb] = ra
	if f.key == "" && g.key != "" {
		f.key, f.typ = g.key, g.typ
	}
	if f.country == "" {
		f.country = g.country
	}
	if len(f.members) < len(g.members) {
		f.members, g.members = g.members, f.members
	}
	f.members = append(f.members, g.members...)
	c.facts[rb] = nil
	if x, y := &c.units[a], &c.units[b]; cmp.Or(cmp.Compare(x.doc, y.doc), cmp.Compare(x.chain, y.chain)) > 0 {
		a, b = b, a
	}
	c.links = append(c.links, link{a, b, rule, reason})
}

// members returns the units of a cluster, in no promised order.
func (c *clusters) members(root unitID) []unitID { return c.factsOf(root).members }

// doubt records that two units may be one.
func (c *clusters) doubt(a, b unitID, rule, reason string) {
	c.doubts = append(c.doubts, doubt{a, b, rule, reason})
}

// detach divides a cluster into the units of out and the rest. Links between
// the two are forgotten; units of one side that were held together only by the
// other side stay together, because the user says so.
func (c *clusters) detach(root unitID, members []unitID, out map[unitID]bool, why string) {
	c.facts[root] = nil
	var sides [2][]unitID
	for _, m := range members {
		side := 0
		if out[m] {
			side = 1
		}
		sides[side] = append(sides[side], m)
		c.parent[m] = m
	}
	inside := make(map[unitID]bool, len(members))
	for _, m := range members {
		inside[m] = true
	}
	// Units of the cluster are set apart, then the links that remain join them
	// again side by side.
	kept := c.links[:0:0]
	var again []link
	for _, l := range c.links {
		switch {
		case !inside[l.a]:
			kept = append(kept, l)
		case out[l.a] == out[l.b]:
			again = append(again, l)
		}
	}
	c.links = kept
	for _, l := range again {
		c.unite(l.a, l.b, l.rule, l.reason)
	}
	for _, side := range sides {
		for _, m := range side[1:] {
			c.unite(side[0], m, ruleCorrection, "what is left after a split stays together: "+why)
		}
	}
}
