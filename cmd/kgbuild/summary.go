package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

// summarize prints what the run did and what the store now holds; after a
// rehearsal there is no manifest.
func (run *ingestRun) summarize(dir string, m *store.Manifest, s streams) error {
	run.progress.done()
	if run.opts.format == jsonFormat {
		return run.summarizeJSON(dir, m, s)
	}
	verb := "read"
	if m == nil {
		verb = "would read"
	}
	fmt.Fprintf(s.out, "%s %s; %d already stored, %d failed\n", verb, count(run.added, "document"), run.known, run.failed)
	if run.replaced > 0 {
		fmt.Fprintf(s.out, "in place of an old version: %s\n", count(run.replaced, "document"))
	}
	if run.limited {
		fmt.Fprintf(s.out, "stopped after %s, as --limit says\n", count(run.opts.limit, "new document"))
	}
	if run.foreign > 0 {
		fmt.Fprintf(s.out, "not analysed, because not in English: %s\n", count(run.foreign, "document"))
	}
	if run.undated > 0 {
		fmt.Fprintf(s.out, "without a date, so that \"yesterday\" stays open: %s (set one with --date or beside the document)\n", count(run.undated, "document"))
	}
	if err := run.summarizeReasons(s); err != nil {
		return err
	}
	if m == nil {
		return nil
	}
	if run.added > 0 {
		if err := run.summarizeClaims(s); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.out, "%s\n", manifestLine(m))
	return nil
}

func (run *ingestRun) summarizeJSON(dir string, m *store.Manifest, s streams) error {
	why := make(map[reportStatus]map[string]int)
	for r, n := range run.reasons {
		if why[r.status] == nil {
			why[r.status] = make(map[string]int)
		}
		why[r.status][r.kind] = n
	}
	return writeJSONLine(s.out, struct {
		Store     string                          `json:"store"`
		DryRun    bool                            `json:"dry_run"`
		Added     int                             `json:"added"`
		Replaced  int                             `json:"replaced"`
		Known     int                             `json:"already_stored"`
		Passed    int                             `json:"passed_over"`
		Failed    int                             `json:"failed"`
		Foreign   int                             `json:"not_english"`
		Undated   int                             `json:"undated"`
		Limited   bool                            `json:"limit_reached"`
		Why       map[reportStatus]map[string]int `json:"why"`
		Sentences int                             `json:"sentences"`
		Claims    map[nlp.Predicate]int           `json:"claims"`
		Silent    map[nlp.SilenceReason]int       `json:"silent_sentences"`
		Graph     *store.Manifest                 `json:"graph"`
	}{
		dir, run.opts.dryRun, run.added, run.replaced, run.known, run.passed, run.failed, run.foreign, run.undated, run.limited,
		why, run.sentences, run.claims, run.silent, m,
	})
}

// summarizeReasons lists what was passed over, failed, or was not analysed,
// by reason.
func (run *ingestRun) summarizeReasons(s streams) error {
	if run.failed+run.passed+run.foreign == 0 {
		return nil
	}
	all := slices.SortedFunc(maps.Keys(run.reasons), func(a, b reason) int {
		return cmp.Or(cmp.Compare(a.status, b.status), cmp.Compare(run.reasons[b], run.reasons[a]), cmp.Compare(a.kind, b.kind))
	})
	g := grid{columns: []string{"inputs", "what", "why"}}
	for _, r := range all {
		g.add(fmt.Sprint(run.reasons[r]), string(r.status), r.kind)
	}
	fmt.Fprintln(s.out)
	if err := g.write(s.out, tableFormat); err != nil {
		return err
	}
	fmt.Fprintln(s.out)
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
