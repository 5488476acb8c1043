package claims

import (
	"context"
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// ExampleFailure is an example of a codebook entry that does not hold: its
// claim does not come out, or one comes out that must not.
type ExampleFailure struct {
	Entry   *codebook.Entry
	Example codebook.Example
	Got     []string // the claims of the sentence, readable
}

// Error says in one line which example fails and how.
func (f *ExampleFailure) Error() string {
	want := fmt.Sprintf("does not give %s %s %s", f.Example.Subject, f.Entry.Predicate, f.Example.Object)
	if f.Example.Not {
		want = fmt.Sprintf("gives a claim %s", f.Entry.Predicate)
	}
	got := "nothing"
	if len(f.Got) > 0 {
		got = strings.Join(f.Got, "; ")
	}
	return fmt.Sprintf("%s: example %q %s; it gives %s", f.Entry.Origin, f.Example.Text, want, got)
}

// CheckExamples runs the examples of a codebook. The function analyse must add
// every layer that the claims step needs to a text of one sentence. The error
// is that of analyse, or of a context that is done.
func CheckExamples(ctx context.Context, cb *codebook.Codebook, analyse func(context.Context, string) (*nlp.Analysis, error)) ([]ExampleFailure, error) {
	step, err := NewStep(cb)
	if err != nil {
		return nil, err
	}
	var out []ExampleFailure
	for _, e := range cb.Entries() {
		for _, x := range e.Examples {
			a, err := analyse(ctx, x.Text)
			if err != nil {
				return out, fmt.Errorf("example %q: %w", x.Text, err)
			}
			if err := step.Run(ctx, a); err != nil {
				return out, err
			}
			if shows(a, e, x) == x.Not {
				out = append(out, ExampleFailure{e, x, readable(a)})
			}
		}
	}
	return out, nil
}

// shows reports whether an affirmed (for a negative example also certain) claim of the entry's predicate, with the
// example's ends when it names some, is among the claims.
func shows(a *nlp.Analysis, e *codebook.Entry, x codebook.Example) bool {
	for _, c := range a.Claims {
		if c.Predicate != e.Predicate || c.Polarity == nlp.Negative || x.Not && c.Modality != nlp.Certain {
			continue
		}
		if x.Not || called(a, c.Subject, x.Subject) && called(a, c.Object, x.Object) ||
			e.Symmetric && called(a, c.Subject, x.Object) && called(a, c.Object, x.Subject) {
			return true
		}
	}
	return false
}

// called reports whether an end goes by a name that holds want, in lower case;
// "*" and a number without its qualifier will do.
func called(a *nlp.Analysis, e nlp.End, want string) bool {
	switch {
	case want == "*":
		return true
	case e.Quantity != nil:
		return want == fmt.Sprintf("%g", e.Quantity.Value)
	case e.Text != "":
		return strings.Contains(strings.ToLower(e.Text), want)
	}
	ch := &a.Chains[e.Chain]
	for _, m := range ch.Mentions {
		if strings.Contains(strings.ToLower(m.Text), want) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(ch.Name), want)
}

// readable lists the claims of an analysis for a message.
func readable(a *nlp.Analysis) []string {
	name := func(e nlp.End) string {
		switch {
		case e.Quantity != nil:
			return fmt.Sprintf("%g", e.Quantity.Value)
		case e.Text != "":
			return fmt.Sprintf("%q", e.Text)
		}
		return a.Chains[e.Chain].Name
	}
	var out []string
	for _, c := range a.Claims {
		s := fmt.Sprintf("%s %s %s", name(c.Subject), c.Predicate, name(c.Object))
		if c.Polarity == nlp.Negative {
			s = "not " + s
		}
		out = append(out, s)
	}
	return out
}
