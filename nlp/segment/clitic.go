package segment

import "strings"

// cliticForms are ends of words that are words of their own.
var cliticForms = []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"}

// maxClitics is how many clitics one token may end in: "shouldn't've" has two.
const maxClitics = 3

// mergers are orthographic tokens of several words that show it by no
// apostrophe; the bar stands where they are cut.
var mergers = mergerSet(`can|not a|lot gon|na wan|na got|ta lem|me gim|me du|n|no out|ta 't|is 't|was
	do|nt does|nt did|nt is|nt was|nt were|nt have|nt has|nt had|nt would|nt could|nt should|nt are|nt ca|nt wo|nt ai|nt
	i|m i|ve that|s what|s there|s they|re you|re we|ve you|ve they|ve let|'s could|a would|a should|a c'm|on he|s she|s
	y'|all`)

func mergerSet(words string) map[string][]int {
	set := make(map[string][]int)
	for _, w := range strings.Fields(words) {
		var at []int
		n := 0
		for _, part := range strings.Split(w, "|") {
			n += len(part)
			at = append(at, n)
		}
		set[strings.ReplaceAll(w, "|", "")] = at[:len(at)-1]
	}
	return set
}

// clitics marks the places in the chunk where one orthographic token is several
// words. It overrules joins of the word rules but not those of patterns.
func (c *cutter) clitics(k, next chunk) {
	for from := k.start; from < k.end; {
		if c.norm[from] != '\'' && !isWord(c.norm[from]) {
			from++
			continue
		}
		to := from + 1
		for to < k.end && (isWord(c.norm[to]) || c.norm[to] == '\'') && c.places[to] != cut {
			to++
		}
		c.cliticsIn(from, to, next)
		from = to
	}
	c.possessive(k, next)
}

// afterIs are words that follow "it's" written without its apostrophe, and
// never the possessive "its".
var afterIs = wordSet(`the a an not been my your our this that too gonna`)

func (c *cutter) cliticsIn(from, to int, next chunk) {
	word := strings.ToLower(string(c.norm[from:to]))
	if word == "its" && afterIs[string(c.norm[next.start:next.end])] || string(c.norm[from:to]) == "Lets" {
		c.places[to-1] = clitic
		return
	}
	if at, ok := mergers[word]; ok && c.places[from] == cut && c.places[to] == cut {
		for _, n := range at {
			c.places[from+n] = clitic
		}
		return
	}
	for range maxClitics {
		body := withoutClitic(word)
		if body == "" || !isWord(body[len(body)-1]) {
			return
		}
		at := from + len(body)
		if c.places[at] == joined && isDigit(body[len(body)-1]) {
			return // "90's", which a pattern holds together
		}
		c.places[at] = clitic
		for i := at + 1; i < from+len(word); i++ {
			c.places[i] = joined
		}
		word = body
	}
}

// withoutClitic returns the word without the clitic at its end, "" when there
// is none.
func withoutClitic(word string) string {
	for _, form := range cliticForms {
		if body, ok := strings.CutSuffix(word, form); ok {
			return body
		}
	}
	return ""
}

// apostrophe decides the places on both sides of an apostrophe.
func (c *cutter) apostrophe(k chunk, i int) state {
	a, b := c.norm[i-1], c.norm[i]
	if b == '\'' { // the place before the apostrophe
		if isWord(a) && i+1 < k.end && isWord(c.norm[i+1]) {
			return joined // Shi'ite, O'Neill; clitics are cut later
		}
		return cut
	}
	if !isWord(b) {
		return cut
	}
	if i-1 > k.start && isWord(c.norm[i-2]) {
		return joined
	}
	if elided[strings.ToLower(string(c.norm[i:wordEnd(c.norm, i, k.end)]))] {
		return joined
	}
	return cut
}

// elided are words that an apostrophe begins.
var elided = wordSet(`em cause til bout round cos cuz tis twas n s re ve ll d m`)

func wordEnd(norm []byte, i, end int) int {
	for i < end && isWord(norm[i]) {
		i++
	}
	return i
}

// possessive takes an apostrophe behind a word on "s" as the possessive of a
// plural when a word follows and no quotation is open that it might close.
func (c *cutter) possessive(k, next chunk) {
	last := k.end - 1
	if last-1 < k.start || c.norm[last] != '\'' || c.norm[last-1]|0x20 != 's' {
		return
	}
	if next.end <= next.start || !isWord(c.norm[next.start]) || c.quoteOpen(k.start) || c.norm[k.start] == '\'' {
		return
	}
	c.places[last] = clitic
}

// quoteReach is how far back an opening quotation mark is looked for.
const quoteReach = 1000

// quoteOpen reports whether a single quotation mark before position i has no
// partner.
func (c *cutter) quoteOpen(i int) bool {
	open := false
	for j := max(0, i-quoteReach); j < i; j++ {
		if c.norm[j] != '\'' {
			continue
		}
		before := j > 0 && isWord(c.norm[j-1])
		after := j+1 < len(c.norm) && isWord(c.norm[j+1])
		switch {
		case !before && after:
			open = true
		case !after && open:
			open = false
		}
	}
	return open
}
