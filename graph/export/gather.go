package export

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/nlp"
)

// shownClaims is how many claims of a folded edge show their sentences; all
// are counted and named.
const shownClaims = 5

// gather fills in what an edge knows of its claims and their documents.
func (b *networkBuilder) gather(e *edge, claims []*graph.Claim) error {
	var attributions, evidence []string
	for i, c := range claims {
		e.claims = append(e.claims, c.ID)
		e.confidence = max(e.confidence, c.Confidence)
		e.stated = span(e.stated, c.Time)
		when, err := b.dater.Claim(c)
		if err != nil {
			return err
		}
		if when.Basis != dating.Undated {
			e.dated = span(e.dated, when.Time)
		}
		if err := b.document(e, c.Document); err != nil {
			return err
		}
		if len(c.Attribution) > 0 {
			who, err := b.attribution(c)
			if err != nil {
				return err
			}
			if !slices.Contains(attributions, who) {
				attributions = append(attributions, who)
			}
		}
		if i < shownClaims {
			for _, ev := range c.Evidence {
				evidence = append(evidence, ev.Text)
			}
		}
	}
	e.attribution, e.evidence = strings.Join(attributions, "; "), strings.Join(evidence, " […] ")
	if len(claims) == 1 {
		return nil
	}
	sources, err := graph.IndependentSources(e.documents, b.documents.get)
	e.weight = len(sources)
	return err
}

// document adds what an edge knows of one of its documents.
func (b *networkBuilder) document(e *edge, id graph.DocumentID) error {
	if slices.Contains(e.documents, id) {
		return nil
	}
	d, err := b.documents.get(id)
	if err != nil {
		return err
	}
	e.documents = append(e.documents, id)
	e.reported = span(e.reported, nlp.On(d.Date))
	if d.Title != "" && !slices.Contains(e.titles, d.Title) {
		e.titles = append(e.titles, d.Title)
	}
	if d.Source != "" && !slices.Contains(e.sources, d.Source) {
		e.sources = append(e.sources, d.Source)
	}
	return nil
}

// attribution names those whose words a claim is, outermost first.
func (b *networkBuilder) attribution(c *graph.Claim) (string, error) {
	if len(c.Attribution) == 1 {
		return b.names.get(c.Attribution[0])
	}
	names := make([]string, len(c.Attribution))
	for i, id := range c.Attribution {
		var err error
		if names[i], err = b.names.get(id); err != nil {
			return "", err
		}
	}
	return strings.Join(names, " > "), nil
}

// join writes ids as one text.
func join[T ~string](ids []T) string {
	if len(ids) == 1 {
		return string(ids[0])
	}
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(string(id))
	}
	return b.String()
}
