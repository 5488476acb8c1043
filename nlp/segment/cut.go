package segment

import "strings"

// cutChunk decides every place inside the chunk that a rule knows about. next
// is the chunk that follows in the paragraph; it is empty after the last.
func (c *cutter) cutChunk(k, next chunk) {
	c.protect(k)
	c.abbreviation(k, next)
	for i := k.start + 1; i < k.end; i++ {
		if c.places[i] == open {
			c.places[i] = c.between(k, i)
		}
	}
	c.clitics(k, next)
}

// between decides the place before position i from the signs on its two sides.
func (c *cutter) between(k chunk, i int) state {
	a, b := c.norm[i-1], c.norm[i]
	switch {
	case isWord(a) && isWord(b):
		if isDigit(a) && isLetter(b) && c.unit(i, k.end) && c.numberEnds(k, i) {
			return cut
		}
		if isLetter(a) && isLetter(b) || isDigit(a) && isDigit(b) {
			return open // prose may know a clitic
		}
		return joined
	case a == '-' || b == '-':
		return c.hyphen(k, i)
	case a == '\'' || b == '\'':
		return c.apostrophe(k, i)
	case a == '&' && isUpper(b) && i-2 >= k.start && isUpper(c.norm[i-2]),
		b == '&' && isUpper(a) && i+1 < k.end && isUpper(c.norm[i+1]):
		return joined // A&E, PG&E
	case a == '&' && isLower(b) && i-2 >= k.start && isLower(c.norm[i-2]) && k.end-k.start == 3,
		b == '&' && isLower(a) && k.end-k.start == 3:
		return joined
	case (a == '#' || a == '@') && isLetter(b) && i-1 == k.start:
		return joined
	case a == '+' && isDigit(b) && (i-1 == k.start || !isWord(c.norm[i-2])):
		return joined
	case a == '/' || b == '/':
		return c.slash(k, i)
	}
	return cut
}

// units are abbreviations that stand right behind a number and are cut off.
var units = wordSet(`K M B PM AM MB GB TB KB GHz MHz Hz kW MW GW kWh
	k m b bn mn tn am pm mm cm km kg g mg lb lbs oz ft in mph kph kmh km/h hp
	gb mb tb kb ghz mhz khz hz kw mw gw kwh hrs hr min mins sec secs yrs yr p c f l ml cl x px
	million billion trillion usd eur day days hours minutes`)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// unit reports whether the letters from i on are a unit of measurement.
func (c *cutter) unit(i, end int) bool {
	j := i
	for j < end && isLetter(c.norm[j]) {
		j++
	}
	return (j == end || !isWord(c.norm[j])) && units[string(c.norm[i:j])]
}

// numberEnds reports whether what stands before i is a number of its own and
// not the tail of a code such as "MP3".
func (c *cutter) numberEnds(k chunk, i int) bool {
	j := i - 1
	for j > k.start && (isDigit(c.norm[j-1]) || c.norm[j-1] == '.' || c.norm[j-1] == ',' || c.norm[j-1] == ':') {
		j--
	}
	return j == k.start || !isLetter(c.norm[j-1])
}

// prefixes keep the hyphen behind them: the treebanks cut "long-term" into
// three tokens and leave "non-profit" whole.
var prefixes = wordSet(`non anti pro pre post ex co re multi semi vice mid e counter mini cross un de dis
	over under ultra inter intra trans sub micro macro mega neo pseudo quasi meta para poly proto psycho socio
	bio geo electro thermo hyper hypo extra infra super supra tele tri bi uni omni out mis
	naqsh th sh wh st`)

// wholeWords are words with a hyphen that no prefix explains.
var wholeWords = wordSet(`ninety-nine ct-scan uh-huh uh-oh mm-hmm mhm-hmm nuh-uh hm-m yo-yo bye-bye ha-ha
	t-shirt`)

// hyphen decides the places on both sides of a hyphen inside a chunk.
func (c *cutter) hyphen(k chunk, i int) state {
	at := i
	if c.norm[i] != '-' {
		at = i - 1
	}
	if at == k.start {
		return cut
	}
	from := at
	for from > k.start && isWord(c.norm[from-1]) {
		from--
	}
	to := at + 1
	for to < k.end && isWord(c.norm[to]) {
		to++
	}
	left, right := c.norm[from:at], c.norm[at+1:to]
	switch {
	case len(left) == 0:
		return cut
	case len(right) == 0:
		if to == k.end && from == k.start && len(left) <= 4 && plainWord(left) && isLower(left[len(left)-1]) {
			return joined // a word that breaks off: "reve-"
		}
		return cut
	case prefixes[strings.ToLower(string(left))] && (from == k.start || !isWord(c.norm[from-1]) && c.norm[from-1] != '-'):
		return joined
	case wholeWords[strings.ToLower(string(c.norm[from:to]))]:
		return joined
	}
	return cut
}

// slash decides the places on both sides of a slash: short forms such as "b/c"
// and "w/" are whole, alternatives such as "and/or" are cut.
func (c *cutter) slash(k chunk, i int) state {
	at := i
	if c.norm[i] != '/' {
		at = i - 1
	}
	left, right := at-k.start, k.end-at-1
	for right > 0 && !isWord(c.norm[at+right]) {
		right--
	}
	if left == 1 && right <= 1 && isLower(c.norm[at-1]|0x20) && (right == 0 || isLetter(c.norm[at+1])) && c.norm[at-1]|0x20 != 'c' {
		return joined
	}
	return cut
}
