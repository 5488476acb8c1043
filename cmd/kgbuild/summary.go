package main

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

// summarize prints what the run did and what the store now holds.
func (run *ingestRun) summarize(dir string, m *store.Manifest, s streams) error {
	if run.opts.format == jsonFormat {
		return writeJSONLine(s.out, struct {
			Store     string                    `json:"store"`
			Added     int                       `json:"added"`
			Known     int                       `json:"already_stored"`
			Failed    int                       `json:"failed"`
			Foreign   int                       `json:"not_english"`
			Undated   int                       `json:"undated"`
			Sentences int                       `json:"sentences"`
			Claims    map[nlp.Predicate]int     `json:"claims"`
			Silent    map[nlp.SilenceReason]int `json:"silent_sentences"`
			Graph     *store.Manifest           `json:"graph"`
		}{dir, run.added, run.known, run.failed, run.foreign, run.undated, run.sentences, run.claims, run.silent, m})
	}
	fmt.Fprintf(s.out, "read %s; %d already stored, %d failed\n", count(run.added, "document"), run.known, run.failed)
	if run.foreign > 0 {
		fmt.Fprintf(s.out, "not analysed, because not in English: %s\n", count(run.foreign, "document"))
	}
	if run.undated > 0 {
		fmt.Fprintf(s.out, "without a date, so that \"yesterday\" stays open: %s (set one with --date)\n", count(run.undated, "document"))
	}
	if run.added > 0 {
		if err := run.summarizeClaims(s); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.out, "%s\n", manifestLine(m))
	return nil
}

func (run *ingestRun) summarizeClaims(s streams) error {
	open, g := 0, grid{columns: []string{"claims", "predicate"}}
	for _, p := range sortedKeys(run.claims) {
		if strings.HasPrefix(string(p), nlp.OpenPrefix) {
			open += run.claims[p]
			continue
		}
		g.add(fmt.Sprint(run.claims[p]), string(p))
	}
	if open > 0 {
		g.add(fmt.Sprint(open), "open: (no predicate of the codebook)")
	}
	fmt.Fprintln(s.out)
	if err := g.write(s.out, tableFormat); err != nil {
		return err
	}
	silent := 0
	for _, n := range run.silent {
		silent += n
	}
	fmt.Fprintf(s.out, "\n%d of %d sentences gave no claim\n", silent, run.sentences)
	for _, reason := range sortedKeys(run.silent) {
		fmt.Fprintf(s.out, "  %d: %s\n", run.silent[reason], reason)
	}
	fmt.Fprintln(s.out)
	return nil
}
