package resolve

import (
	_ "embed"
	"strings"
	"sync"
)

// wordLists is one entry a line under [headings]; see the comments in the file.
//
//go:embed words.txt
var wordLists string

// words returns the entries under a heading as a set.
func words(heading string) map[string]bool { return parsedWords()[heading] }

var parsedWords = sync.OnceValue(func() map[string]map[string]bool {
	lists := make(map[string]map[string]bool)
	var current map[string]bool
	for line := range strings.Lines(wordLists) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if h, ok := strings.CutPrefix(line, "["); ok {
			current = make(map[string]bool)
			lists[strings.TrimSuffix(h, "]")] = current
			continue
		}
		for entry := range strings.SplitSeq(line, ",") {
			if entry = strings.TrimSpace(entry); entry != "" {
				current[entry] = true
			}
		}
	}
	return lists
})

// classes returns, for every noun in the lists whose heading begins with
// prefix, the rest of the heading.
func classes(prefix string) map[string][]string {
	out := make(map[string][]string)
	lists := parsedWords()
	for _, heading := range sortedKeys(lists) {
		if class, ok := strings.CutPrefix(heading, prefix+" "); ok {
			for w := range lists[heading] {
				out[w] = append(out[w], class)
			}
		}
	}
	return out
}

// placeAbbreviations gives the folded names of places by their folded
// abbreviations: "florida" by "fla".
var placeAbbreviations = sync.OnceValue(func() map[string]string {
	out := make(map[string]string)
	for entry := range words("abbreviated place") {
		if short, full, ok := strings.Cut(entry, " = "); ok {
			out[short] = full
		}
	}
	return out
})

var (
	siteClasses = sync.OnceValue(func() map[string][]string { return classes("site") })
	roleClasses = sync.OnceValue(func() map[string][]string { return classes("role") })
	kindClasses = sync.OnceValue(func() map[string][]string { return classes("kind") })
)
