package tuples

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// A case file holds blocks parted by blank lines: lines with # say why the
// block is there, then comes a sentence, then tuples as
// "+ relation | argument | argument", which must be candidates, and with "-",
// which must not. Whether a candidate is worth telling is the scorer's matter,
// but something must be told of every sentence.
func TestCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		var reason, sentence string
		var lines []string
		for line := range strings.Lines(block) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "#"):
				reason += line[1:]
			case sentence == "":
				sentence = line
			default:
				lines = append(lines, line)
			}
		}
		t.Run(sentence, func(t *testing.T) { runCase(t, reason, sentence, lines) })
	}
}

func runCase(t *testing.T, reason, sentence string, lines []string) {
	if reason == "" || len(lines) == 0 {
		t.Fatal("the case has no reason or no tuples")
	}
	tr := analyse(t, []string{sentence})[0]
	var got []string
	for _, c := range candidates(tr) {
		x := c.tuple(tr)
		got = append(got, strings.Join(append([]string{x.Relation}, x.Arguments...), " | "))
	}
	if len(Extract(tr)) == 0 {
		t.Error("nothing is told")
	}
	for _, line := range lines {
		sign, want, _ := strings.Cut(line, " ")
		if found := slices.Contains(got, want); found != (sign == "+") {
			t.Errorf("%s (%s)\ncandidates:\n%s", line, strings.TrimSpace(reason), strings.Join(got, "\n"))
		}
	}
}
