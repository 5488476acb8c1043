package codebook

import (
	"fmt"
	"sort"
	"strings"
)

// Mistake is something wrong in a codebook file.
type Mistake struct {
	File string
	Line int
	What string
}

// Error returns "file:line: what is wrong".
func (m Mistake) Error() string { return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.What) }

// Mistakes is everything wrong in the files that were loaded together, in the
// order of files and lines.
type Mistakes []Mistake

// Error returns one line for each mistake.
func (ms Mistakes) Error() string {
	lines := make([]string, len(ms))
	for i, m := range ms {
		lines[i] = m.Error()
	}
	return strings.Join(lines, "\n")
}

// sorted orders mistakes by line within each file, keeping the order of files.
func (ms Mistakes) sorted(files []string) Mistakes {
	order := make(map[string]int, len(files))
	for i, f := range files {
		order[f] = i
	}
	sort.SliceStable(ms, func(i, j int) bool {
		if ms[i].File != ms[j].File {
			return order[ms[i].File] < order[ms[j].File]
		}
		return ms[i].Line < ms[j].Line
	})
	return ms
}
