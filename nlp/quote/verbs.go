package quote

import (
	_ "embed"
	"strings"
)

//go:embed verbs.txt
var verbList string

var verbs = readVerbs(verbList)

func readVerbs(text string) map[string]bool {
	out := make(map[string]bool)
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, v := range strings.Fields(line) {
			out[v] = true
		}
	}
	return out
}

// Reports reports whether the lemma is that of a verb that brings in what
// somebody says or writes.
func Reports(lemma string) bool { return verbs[lemma] }
