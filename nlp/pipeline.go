package nlp

import (
	"context"
	"fmt"
)

// Step is one stage of the analysis of a document.
type Step interface {
	// Name identifies the step in errors and timings.
	Name() string
	// Needs lists the layers that must be there before Run.
	Needs() []Layer
	// Gives lists the layers that are there after Run.
	Gives() []Layer
	// Run adds the step's layers to a. It must not touch other layers, must be
	// safe for use by several goroutines on different analyses, and returns an
	// error only when the document cannot be analysed at all.
	Run(ctx context.Context, a *Analysis) error
}

// Pipeline is a checked sequence of steps.
type Pipeline struct {
	steps []Step
}

// NewPipeline returns the pipeline of the given steps. It is an error when a
// step needs a layer that neither an earlier step gives nor the input is said
// to bring (given).
func NewPipeline(given []Layer, steps ...Step) (*Pipeline, error) {
	have := make(map[Layer]bool)
	for _, l := range given {
		have[l] = true
	}
	for i, s := range steps {
		for _, l := range s.Needs() {
			if !have[l] {
				return nil, fmt.Errorf("pipeline step %d, %s: needs %s, which no earlier step gives", i+1, s.Name(), l)
			}
		}
		for _, l := range s.Gives() {
			have[l] = true
		}
	}
	return &Pipeline{steps: steps}, nil
}

// Run applies every step to a in order. A step whose layers are all there
// already, because the input brought them, is passed over.
func (p *Pipeline) Run(ctx context.Context, a *Analysis) error {
	for _, s := range p.steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if a.hasAll(s.Gives()) {
			continue
		}
		if err := s.Run(ctx, a); err != nil {
			return fmt.Errorf("%s: %w", s.Name(), err)
		}
		a.Add(s.Gives()...)
	}
	return nil
}

func (a *Analysis) hasAll(layers []Layer) bool {
	for _, l := range layers {
		if !a.Has(l) {
			return false
		}
	}
	return len(layers) > 0
}
