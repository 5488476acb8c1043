package segment

// state says what is known about the place before a position of the paragraph.
type state byte

const (
	open   state = iota // no rule has spoken
	joined              // inside a token
	cut                 // between tokens
	clitic              // between words of one orthographic token
)

// cutter holds a paragraph while its chunks are cut.
type cutter struct {
	norm   []byte
	places []state // places[i] is about the place before position i
}

// protect joins what the patterns match and cuts at both ends of a match.
func (c *cutter) protect(k chunk) {
	s := c.norm[k.start:k.end]
	if simple(s) || c.face(k) {
		return
	}
	for _, p := range patterns {
		for _, m := range p.re.FindAllIndex(s, -1) {
			from, to := m[0], m[1]
			if p.trim {
				to = trimEnd(s, from, to)
			}
			if p.edges && (from > 0 && isWord(s[from-1]) || to < len(s) && isWord(s[to])) {
				continue
			}
			if to > from && c.free(k.start+from, k.start+to) {
				c.join(k.start+from, k.start+to)
			}
		}
	}
}

// face protects an emoticon that is the chunk or stands at its end.
func (c *cutter) face(k chunk) bool {
	s := c.norm[k.start:k.end]
	if len(s) < 2 || isWord(s[0]) && isWord(s[len(s)-1]) && len(s) > 3 {
		return false
	}
	body := len(s)
	for body > 2 && (s[body-1] == '.' || s[body-1] == ',' || s[body-1] == '!') {
		body--
	}
	if emoticon.Match(s[:body]) {
		c.join(k.start, k.start+body)
		return body == len(s)
	}
	if m := wordFace.FindIndex(s); m != nil && m[0] > 0 {
		c.join(k.start+m[0], k.end)
	}
	return false
}

// simple reports whether no pattern can match: the chunk is a word of letters
// and apostrophes, perhaps with one sign before and one behind it. Nearly all
// chunks are, and the patterns are slow.
func simple(s []byte) bool {
	if len(s) > 1 && (s[0] == '"' || s[0] == '(' || s[0] == '[' || s[0] == '\'') {
		s = s[1:]
	}
	if n := len(s) - 1; n > 0 && !isWord(s[n]) && s[n] != '$' {
		s = s[:n]
	}
	for i, b := range s {
		if !isLetter(b) && (b != '\'' || i == 0 || i == len(s)-1) {
			return false
		}
	}
	return true
}

// plainWord reports whether the chunk is letters only, as most are.
func plainWord(s []byte) bool {
	for _, b := range s {
		if !isLetter(b) {
			return false
		}
	}
	return true
}

// trimEnd moves the end of a match before punctuation that closes a sentence or
// a bracket, unless the bracket was opened inside the match.
func trimEnd(s []byte, from, to int) int {
	for to > from {
		switch s[to-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '>', ellipsis:
			to--
			continue
		case ')', ']':
			opener := byte('(')
			if s[to-1] == ']' {
				opener = '['
			}
			if count(s[from:to], opener) < count(s[from:to], s[to-1]) {
				to--
				continue
			}
		}
		return to
	}
	return to
}

func count(s []byte, c byte) int {
	n := 0
	for _, b := range s {
		if b == c {
			n++
		}
	}
	return n
}

// free reports whether nothing inside, or at the ends of, the stretch belongs
// to a token already.
func (c *cutter) free(from, to int) bool {
	for i := from; i <= to; i++ {
		if c.places[i] == joined {
			return false
		}
	}
	for i := from + 1; i < to; i++ {
		if c.places[i] != open {
			return false
		}
	}
	return true
}

// join makes the stretch one token. An edge that letters or digits or a hyphen
// touch stays open: whether "19" and "mm", "mid-" and "1980s" are parted is for
// other rules.
func (c *cutter) join(from, to int) {
	for i := from + 1; i < to; i++ {
		c.places[i] = joined
	}
	for _, edge := range []int{from, to} {
		if edge > 0 && edge < len(c.norm) {
			a, b := c.norm[edge-1], c.norm[edge]
			if isWord(a) && isWord(b) || a == '-' && isWord(b) || isWord(a) && b == '-' {
				continue
			}
		}
		c.set(edge, cut)
	}
}

// set decides a place that is still open.
func (c *cutter) set(i int, s state) {
	if c.places[i] == open {
		c.places[i] = s
	}
}
