package coref

import (
	"context"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// step is the pipeline step that makes chains.
type step struct{ events mention.Scope }

// NewStep returns the step that finds mentions, joins them into chains, and
// describes the chains that are events.
func NewStep() nlp.Step { return step{mention.Notable} }

// NewEveryEventStep returns a step like that of [NewStep] that takes whatever a
// verb or noun tells of for an event, as corpora of events do.
func NewEveryEventStep() nlp.Step { return step{mention.Every} }

func (step) Name() string { return "coreference" }

func (step) Needs() []nlp.Layer {
	return []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer, nlp.NameLayer}
}

func (step) Gives() []nlp.Layer { return []nlp.Layer{nlp.ChainLayer} }

// Run makes the chains of a. Times and quotations are used when they are there.
func (s step) Run(ctx context.Context, a *nlp.Analysis) error {
	r := newResolver(a, tree.All(a), s.events)
	for _, pass := range r.passes() {
		if err := ctx.Err(); err != nil {
			return err
		}
		pass()
	}
	r.chains()
	return nil
}

// passes are what makes chains, the surest first.
func (r *resolver) passes() []func() {
	return []func(){r.construct, r.sameNames, r.shortNames, r.headlined, r.nominals, r.ages, r.events, r.clients, r.speakers, r.pronouns}
}
