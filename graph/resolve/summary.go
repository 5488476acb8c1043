package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// summary is what the reading keeps of one observation. Unit numbers in it
// count from 0 within the document.
type summary struct {
	doc   document
	units []unit
}

// summarizer makes summaries. What it makes of one observation is good until
// the next; the interner keeps what is to last.
type summarizer struct {
	know    *Knowledge
	cuts    map[string][]nlp.Span
	marked  map[string][]nlp.Span
	kept    interner
	divider divider
	units   []unit
	// Room to work in.
	names, other []form
	folded       []string
}

// summarize reads one observation. It returns the division of its chains, too.
func (z *summarizer) summarize(o *graph.Observation) (*summary, *division) {
	d := z.divider.divide(o, z.know, spansIn(z.cuts, o.Document.ID))
	s := &summary{units: z.units[:0]}
	s.doc = document{id: o.Document.ID, date: o.Document.Date, meta: o.Document}
	s.doc.starts = make([]int32, 0, len(o.Chains)+1)
	for i := range o.Chains {
		s.doc.starts = append(s.doc.starts, int32(len(s.units)))
		for _, p := range d.parts[i] {
			s.units = append(s.units, z.makeUnit(o, &o.Chains[i], nlp.ChainID(i), p, len(d.parts[i]) > 1))
		}
	}
	s.doc.starts = append(s.doc.starts, int32(len(s.units)))
	for i := range s.units {
		s.units[i].anchor(z.know)
	}
	s.mark(o, d, spansIn(z.marked, o.Document.ID))
	s.addPartners(o, d, &z.kept)
	s.addEvents(o, d)
	s.doc.country = s.mainCountry()
	z.units = s.units
	z.kept.summary(s)
	return s, d
}

func (z *summarizer) makeUnit(o *graph.Observation, c *nlp.Chain, id nlp.ChainID, p part, divided bool) unit {
	u := unit{
		chain: int32(id), use: p.use, typ: c.Type, name: trimForm(c.Name), sense: unknownSense,
		descs: slices.Clip(c.Descriptions), mentions: int32(len(p.mentions)), generic: c.Generic, unknown: c.Unknown,
		stated: o.Document.Background(),
	}
	names, nominals, folded := z.names[:0], z.other[:0], z.folded[:0]
	for _, n := range c.Names {
		folded = append(folded, fold(n))
	}
	var first nlp.Span
	for n, i := range p.mentions {
		m := &c.Mentions[i]
		if n == 0 || compareSpans(m.Span, first) < 0 {
			first = m.Span
		}
		switch m.Kind {
		case nlp.NameMention:
			name := matchName(m.Text, c.Names, folded)
			names = countForm(names, name, 1)
			if title, _, ok := strings.Cut(m.Text, name); ok && strings.TrimSpace(title) != "" {
				u.descs = addNew(u.descs, strings.TrimSpace(title))
			}
		case nlp.NominalMention:
			nominals = countForm(nominals, trimForm(m.Text), 1)
		}
	}
	u.first = placeOf(first)
	if !divided {
		for _, n := range c.Names {
			names = countForm(names, trimForm(n), 0)
		}
	}
	z.names, z.other, z.folded = names, nominals, folded
	if len(c.Names) > 0 || divided {
		u.forms = z.kept.forms.keep(rankForms(names))
	}
	u.nominals = z.kept.forms.keep(rankForms(nominals))
	switch {
	case p.use == actorUse:
		state := p.state
		u.typ, u.sense = nlp.Country, &state
	case p.use == placeUse:
		u.typ = nlp.City
	}
	if divided {
		u.name = ""
		if len(u.forms) > 0 {
			u.name = u.forms[0].text
		} else if len(u.nominals) > 0 {
			u.name = u.nominals[0].text
		}
	}
	if u.name == "" && len(u.forms) > 0 {
		u.name = u.forms[0].text
	}
	return u
}

// matchName returns which of a chain's names a mention gives: the one that is
// equal but for case and marks, else the longest inside it, else the mention.
// The names come folded, too.
func matchName(mention string, names, folded []string) string {
	key := fold(mention)
	best, longest := "", 0
	for i, n := range names {
		switch nk := folded[i]; {
		case nk == key:
			return trimForm(n)
		case len(nk) > longest && hasWordRun(key, nk):
			best = trimForm(n)
			longest = len(fold(best))
		}
	}
	if best != "" {
		return best
	}
	return trimForm(mention)
}

// hasWordRun reports whether words stand in a text, both with single spaces
// between words, from the beginning of one word to the end of another.
func hasWordRun(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		if end := i + len(words); (i == 0 || text[i-1] == ' ') && (end == len(text) || text[end] == ' ') {
			return true
		}
		if from = i + 1; from > len(text) {
			return false
		}
	}
}

// countForm counts a form n more times. There are few of them in a chain.
func countForm(forms []form, text string, n int) []form {
	for i := range forms {
		if forms[i].text == text {
			forms[i].count += n
			return forms
		}
	}
	return append(forms, form{text, n})
}

// rankForms sorts forms by count and then by text, for a stable order, and
// leaves out the empty one.
func rankForms(forms []form) []form {
	forms = slices.DeleteFunc(forms, func(f form) bool { return f.text == "" })
	slices.SortFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
	})
	return forms
}

// claimUnits returns the units that a claim's ends are, noUnit for an end that
// is a quantity or a text.
func (doc *document) claimUnits(o *graph.Observation, d *division, c *nlp.Claim) (subject, object unitID) {
	return doc.endUnit(o, d, c, c.Subject, false), doc.endUnit(o, d, c, c.Object, true)
}

func (doc *document) endUnit(o *graph.Observation, d *division, c *nlp.Claim, e nlp.End, object bool) unitID {
	if e.Quantity != nil || e.Text != "" || e.Chain < 0 || int(e.Chain) >= len(o.Chains) {
		return noUnit
	}
	return doc.unit(e.Chain, d.endPart(o, c, e.Chain, object))
}

// attribution returns the units whose words a claim is, outermost first.
func (doc *document) attribution(o *graph.Observation, d *division, c *nlp.Claim) []unitID {
	var out []unitID
	for _, a := range c.Attribution {
		if u := doc.endUnit(o, d, c, nlp.ChainEnd(a), false); u != noUnit {
			out = append(out, u)
		}
	}
	return out
}

// mark finds the units of the mentions at the given spans.
func (s *summary) mark(o *graph.Observation, d *division, spans []nlp.Span) {
	if len(spans) == 0 {
		return
	}
	s.doc.spans = make(map[nlp.Span]unitID)
	for i := range o.Chains {
		for m := range o.Chains[i].Mentions {
			if span := o.Chains[i].Mentions[m].Span; slices.Contains(spans, span) {
				s.doc.spans[span] = s.doc.unit(nlp.ChainID(i), d.partOf(i, m))
			}
		}
	}
}

// mainCountry returns the country that the document mentions most, by name,
// adjective or government; none when two are mentioned as often.
func (s *summary) mainCountry() string {
	counts := make(map[string]int)
	for i := range s.units {
		u := &s.units[i]
		if u.sense.Type == nlp.Country && u.sense.Key != "" {
			counts[u.sense.Key] += int(u.mentions)
		} else if u.country != "" {
			counts[u.country]++
		}
	}
	best, tie := "", false
	for _, k := range sortedKeys(counts) {
		switch {
		case best == "" || counts[k] > counts[best]:
			best, tie = k, false
		case counts[k] == counts[best]:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// shift turns the document's unit numbers, which count from 0 or from where its
// units stood before, into others.
func (doc *document) shift(units []unit, by unitID) {
	doc.base += by
	for span := range doc.spans {
		doc.spans[span] += by
	}
	for i := range units {
		u := &units[i]
		for p := range u.partners {
			u.partners[p].unit += by
		}
		if u.event != nil {
			u.event.shift(by)
		}
	}
}
