package background

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/rdf"
	"github.com/kgbuild/kgbuild/nlp"
)

// rule names this package where a claim says how it was read.
const rule = "background"

// Observe reads a file of Turtle, N-Triples or N-Quads. The error for one that
// is none wraps a [*rdf.SyntaxError].
func Observe(data []byte, opts Options) (*graph.Observation, *Summary, error) {
	sum := sha256.Sum256(data)
	sha := hex.EncodeToString(sum[:])
	o := &observer{summary: &Summary{Passed: make(map[string]int)}, chains: make(map[rdf.Term]*thing)}
	all, err := things(string(data), o.summary.Passed)
	if err != nil {
		return nil, nil, err
	}
	for _, t := range all {
		o.thing(t, opts.Type)
	}
	for _, t := range all {
		o.links(t)
	}
	for i := range o.out.Chains {
		c := &o.out.Chains[i]
		slices.SortFunc(c.Mentions, func(a, b nlp.Mention) int { return int(a.Span.Start - b.Span.Start) })
		for m := range c.Mentions[1:] {
			c.Mentions[m+1].Because = rule
		}
	}
	o.out.Document = graph.Document{
		ID: graph.NewDocumentID(sha), Title: opts.Title, Date: opts.Date, Source: opts.Source, Path: opts.Path,
		MediaType: mediaType(opts.Path), SHA256: sha,
	}
	o.out.Text, o.out.Analyser = o.text.String(), opts.Analyser
	o.out.Sentences = o.lines
	return &o.out, o.summary, nil
}

// observer writes the observation's text and points at it.
type observer struct {
	out     graph.Observation
	summary *Summary
	chains  map[rdf.Term]*thing // things that have a chain
	text    strings.Builder
	at      nlp.Offset // the length of text
	lines   int        // that are complete
}

// write adds words to the line at hand and returns where they stand.
func (o *observer) write(words string) nlp.Span {
	start := o.at
	o.text.WriteString(words)
	o.at += nlp.Offset(utf8.RuneCountInString(words))
	return nlp.Span{Start: start, End: o.at}
}

// endLine ends the line that began at start and returns it.
func (o *observer) endLine(start nlp.Offset) nlp.Span {
	line := nlp.Span{Start: start, End: o.at}
	o.write("\n")
	o.out.Blocks = append(o.out.Blocks, nlp.Block{Span: line, Kind: nlp.BodyBlock})
	o.lines++
	return line
}

// name writes one of a thing's names as a mention of it.
func (o *observer) name(t *thing, name string) {
	span := o.write(name)
	c := &o.out.Chains[t.chain]
	c.Mentions = append(c.Mentions, nlp.Mention{
		Span: span, Text: name, Kind: nlp.NameMention, Sentence: o.lines,
		// A city's name that is not of a place would be that of its government.
		Place: t.typ == nlp.City || t.typ == nlp.Place || t.typ == nlp.Facility,
	})
}

// thing writes what a resource is and what it is called.
func (o *observer) thing(t *thing, fallback nlp.EntityType) {
	names := t.names()
	if len(names) == 0 {
		return
	}
	if t.typ == "" {
		t.typ = fallback
	}
	if t.typ == "" {
		o.summary.Untyped++
		return
	}
	t.chain = nlp.ChainID(len(o.out.Chains))
	o.chains[t.resource] = t
	c := nlp.Chain{ID: t.chain, Type: t.typ, Name: names[0], Names: slices.Sorted(slices.Values(names))}
	if t.typ == nlp.Event {
		c.Event = &nlp.EventFacts{Type: "event", Time: t.time, PartOf: nlp.NoChain}
	}
	o.out.Chains = append(o.out.Chains, c)
	o.summary.Things++
	o.summary.Names += len(names)

	start := o.at
	o.name(t, names[0])
	o.write(": " + string(t.typ))
	if t.resource.Kind == rdf.IRI {
		o.write(", " + t.resource.Value)
	}
	o.endLine(start)
	for _, alias := range names[1:] {
		start := o.at
		o.name(t, names[0])
		o.write(": also called ")
		o.name(t, alias)
		o.endLine(start)
	}
}

// links writes what is said of a thing and others as claims.
func (o *observer) links(t *thing) {
	for i, l := range t.links {
		other := o.chains[l.object]
		r, ok := relationOf(l.property)
		if !ok || other == nil || t.chain == nlp.NoChain || other == t {
			o.summary.Passed[l.property]++
			continue
		}
		if slices.Contains(t.links[:i], l) {
			continue
		}
		subject, object := t, other
		if r.inverse {
			subject, object = other, t
		}
		start := o.at
		o.name(subject, o.out.Chains[subject.chain].Name)
		o.write(": ")
		trigger := o.write(strings.ReplaceAll(strings.TrimPrefix(string(r.predicate), nlp.OpenPrefix), "_", " "))
		o.write(" ")
		o.name(object, o.out.Chains[object.chain].Name)
		sentence := o.lines
		line := o.endLine(start)
		o.out.Claims = append(o.out.Claims, nlp.Claim{
			Subject: nlp.ChainEnd(subject.chain), Predicate: r.predicate, Object: nlp.ChainEnd(object.chain),
			Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 1,
			Sentence: sentence, Evidence: line, Trigger: trigger, Rule: rule,
		})
		o.summary.Statements++
	}
}
