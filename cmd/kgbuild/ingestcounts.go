package main

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// ingestCounts is what the inputs of a run came to.
type ingestCounts struct {
	added    int // documents, with those that replace others
	replaced int
	known    int // already stored
	passed   int // over for other reasons
	failed   int
	foreign  int // in a language that the analysis does not read
	undated  int

	reasons map[reason]int

	claims    map[nlp.Predicate]int
	silent    map[nlp.SilenceReason]int
	sentences int
}

// reason is why something was not done with inputs.
type reason struct {
	status reportStatus
	kind   string
}

// maxReasons bounds how many reasons are told apart; they are few unless they
// hold what is particular to an input.
const maxReasons = 40

func newIngestCounts() ingestCounts {
	return ingestCounts{reasons: make(map[reason]int), claims: make(map[nlp.Predicate]int), silent: make(map[nlp.SilenceReason]int)}
}

func (c *ingestCounts) add(o outcome, r *reportRecord) {
	if r.kind != "" {
		why := reason{r.Status, r.kind}
		if _, there := c.reasons[why]; !there && len(c.reasons) >= maxReasons {
			why.kind = "other reasons"
		}
		c.reasons[why]++
	}
	switch {
	case r.Status == statusFailed:
		c.failed++
	case r.kind == alreadyStored || r.kind == sameText:
		c.known++
	case r.Status == statusSkipped:
		c.passed++
	default:
		c.addRead(o, r)
	}
}

func (c *ingestCounts) addRead(o outcome, r *reportRecord) {
	c.added++
	if len(o.replaces) > 0 {
		c.replaced++
	}
	if r.Document.Date == nil {
		c.undated++
	}
	obs := o.observation
	if obs == nil {
		return
	}
	if notAnalysed(obs) {
		c.foreign++
	}
	c.sentences += obs.Sentences
	for i := range obs.Claims {
		c.claims[obs.Claims[i].Predicate]++
	}
	for _, s := range obs.Silent {
		c.silent[s.Reason]++
	}
}
