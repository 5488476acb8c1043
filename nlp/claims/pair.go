package claims

import "strings"

// pair returns the two names or demonyms, joined by a hyphen or dash, that
// stand before a noun: "the Russia-Ukraine war", "an Israeli–Lebanese accord".
// Trees differ on how the two hang together, so the written order decides.
func (t *tree) pair(n int) found {
	i := n - 1
	for i >= 0 && t.head(i) == n && in(t.base(i), "amod", "compound") && !t.actorModifier(i) {
		i-- // "Russia-Ukraine peace talks"
	}
	second := i
	first := t.dashBefore(t.nameStart(second))
	if first < 0 || second < 0 || !t.actorModifier(second) || !t.actorModifier(first) {
		return found{}
	}
	return direct(first, second)
}

// nameStart goes back from the last word of a name of several to its first.
func (t *tree) nameStart(i int) int {
	for _, n := range t.s.Names {
		if i >= 0 && n.Tokens.Contains(i) && n.Tokens.First < i && !strings.Contains("-–—", t.form(i-1)) {
			return n.Tokens.First
		}
	}
	return i
}

// dashBefore returns the word before the dash that stands before i, or -1.
func (t *tree) dashBefore(i int) int {
	if i >= 2 && strings.Contains("-‐‑–", t.form(i-1)) {
		return i - 2
	}
	return -1
}
