package segment

import "regexp"

// chunk is a run of positions without white space.
type chunk struct{ start, end int }

// maxChunk is the longest chunk; longer runs are cut there, wherever that is.
// It is above what people write and bounds the time that rules take which look
// back or ahead inside a chunk.
const maxChunk = 2000

func findChunks(norm []byte) []chunk {
	var out []chunk
	for i := 0; i < len(norm); {
		if norm[i] == ' ' {
			i++
			continue
		}
		start := i
		for i < len(norm) && norm[i] != ' ' && i-start < maxChunk {
			i++
		}
		out = append(out, chunk{start, i})
	}
	return out
}

// pattern is a form that is one token wherever it stands in a chunk, unless an
// earlier pattern has taken part of it.
type pattern struct {
	re *regexp.Regexp
	// edges asks that no letter or digit touches the match on either side.
	edges bool
	// trim takes closing punctuation off the end of the match.
	trim bool
}

// patterns lists the tokens that hold punctuation or mix letters and digits, in
// the order in which they are looked for. The character classes are those of
// normalise: "x" also stands for letters outside ASCII.
var patterns = []pattern{
	{re: regexp.MustCompile(`(?i)\b(?:https?|ftp|file)://?[^\s<>"\x04]+`), trim: true},
	{re: regexp.MustCompile(`(?i)\bwww\.[^\s<>"\x04]+`), trim: true},
	{re: regexp.MustCompile(`(?i)[\w.+-]*\w\.{0,3}@\w[\w-]*(?:\.[\w-]+)*`)},
	{re: regexp.MustCompile(`(?i)\w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|info|co\.uk|ac\.uk|[a-z]{2}/[\w-]+)(?:/[^\s<>"]*)?\b/?`), edges: true, trim: true},
	{re: regexp.MustCompile(`[a-z]+(?:\.[a-z][a-z-]+){2,}`), edges: true}, // newsgroups, packages
	{re: regexp.MustCompile(`(?i)\w[\w&#-]*\.(?:docx?|pdf|html?|jpe?g|png|gif|txt|xlsx?|pptx?|zip|exe|mp[34]|csv)`), edges: true},
	// Dates and telephone numbers.
	{re: regexp.MustCompile(`\d{4}-\d{1,2}-\d{1,2}`), edges: true},
	{re: regexp.MustCompile(`(?:\+?\d{1,3}-)?(?:\d{3}-)?\d{3}-\d{4}`), edges: true},
	{re: regexp.MustCompile(`\d{1,2}-\d{1,2}-\d{2,4}`), edges: true},
	{re: regexp.MustCompile(`x?\d-\d{4}`), edges: true},
	{re: regexp.MustCompile(`\+\d+`), edges: true},
	{re: regexp.MustCompile(`\d{1,4}(?:/\d{1,4}){1,2}`), edges: true},
	// Decades and ordinals.
	{re: regexp.MustCompile(`'?\d*0'?s`), edges: true},
	{re: regexp.MustCompile(`'\d\d`), edges: true},
	{re: regexp.MustCompile(`(?i)\d+(?:,\d{3})*(?:st|nd|rd|th)`), edges: true},
	{re: regexp.MustCompile(`\.\d+`), edges: true},
	{re: regexp.MustCompile(`\d+(?:,\d{3}|[.:]\d+)*`)},
	{re: regexp.MustCompile(`[A-Z]{1,2}\$`), edges: true},
	// Letters with full stops: U.S., e.g., Ph.D.
	{re: regexp.MustCompile(`(?:[A-Za-z]\.){2,}`)},
	{re: regexp.MustCompile(`(?:[A-Za-z]\.)+[A-Za-z]`), edges: true},
	{re: regexp.MustCompile(`Ph\.?D\.|[MB]\.?Sc\.|M\.?Phil\.`), edges: true},
	{re: regexp.MustCompile(`Yahoo!`), edges: true},
	// Signs that are written several times or together.
	{re: regexp.MustCompile(`[.!?]{2,}`)},
	{re: regexp.MustCompile(`[-=*~|+<>]*[-=*~_]{3,}[-=*~|+<>_]*`)},
	{re: regexp.MustCompile(`-{2,}|={2,}|\*{2,}|~{2,}|_{3,}|#{2,}|\+{2,}|<{2,}|>{2,}|\${2,}|''|\x05+`)},
}

// emoticon matches a face. It is one token when it is a chunk, or ends one
// behind punctuation or a word.
var emoticon = regexp.MustCompile(`^(?:[:;=8xX][-'^o*]?[()\[\]{}DPpOo3/\\|*><]{1,4}|[()\[\]{}]{1,3}[-'^o*]?[:;=]|<+/?3+|\^[_.-]*\^|[oO0][_.][oO0]|-_+-|[Xx]D+|:'\()$`)

// wordFace matches faces that a word may touch: those without letters.
var wordFace = regexp.MustCompile(`[:;=]-?[)(]+$`)
