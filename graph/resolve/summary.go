package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/neardup"
	"github.com/kgbuild/kgbuild/nlp"
)

// summary is what the first reading keeps of one observation. Unit numbers in
// it count from 0 within the document.
type summary struct {
	doc   document
	units []unit
}

// summarize reads one observation.
func summarize(o *graph.Observation, k *Knowledge, cuts, marked []nlp.Span) *summary {
	d := divide(o, k, cuts)
	s := &summary{doc: document{id: o.Document.ID, date: o.Document.Date, meta: o.Document, words: neardup.NewSketch(o)}}
	s.doc.chains = make([][]unitID, len(o.Chains))
	for i := range o.Chains {
		for _, p := range d.parts[i] {
			s.doc.chains[i] = append(s.doc.chains[i], unitID(len(s.units)))
			s.units = append(s.units, makeUnit(o, &o.Chains[i], nlp.ChainID(i), p, len(d.parts[i]) > 1))
		}
	}
	for i := range s.units {
		s.units[i].anchor(k)
	}
	s.mark(o, d, marked)
	s.addPartners(o, d)
	s.addEvents(o, d)
	s.doc.country = s.mainCountry()
	return s
}

func makeUnit(o *graph.Observation, c *nlp.Chain, id nlp.ChainID, p part, divided bool) unit {
	u := unit{
		ref: graph.ChainRef{Document: o.Document.ID, Chain: id}, use: p.use, typ: c.Type, name: trimForm(c.Name),
		descs: slices.Clip(c.Descriptions), mentions: len(p.mentions), generic: c.Generic, unknown: c.Unknown,
		cut: p.use == cutUse, stated: o.Document.Background(),
	}
	names, nominals := make(map[string]int), make(map[string]int)
	for n, i := range p.mentions {
		m := &c.Mentions[i]
		if n == 0 || compareSpans(m.Span, u.first) < 0 {
			u.first = m.Span
		}
		switch m.Kind {
		case nlp.NameMention:
			name := matchName(m.Text, c.Names)
			names[name]++
			if title, _, ok := strings.Cut(m.Text, name); ok && strings.TrimSpace(title) != "" {
				u.descs = addNew(u.descs, strings.TrimSpace(title))
			}
		case nlp.NominalMention:
			nominals[trimForm(m.Text)]++
		}
	}
	if !divided {
		for _, n := range c.Names {
			if n = trimForm(n); names[n] == 0 {
				names[n] = 0
			}
		}
	}
	if len(c.Names) > 0 || divided {
		u.forms = rankForms(names)
	}
	u.nominals = rankForms(nominals)
	switch {
	case p.use == actorUse:
		u.typ, u.sense = nlp.Country, p.state
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
func matchName(mention string, names []string) string {
	key := fold(mention)
	best := ""
	for _, n := range names {
		switch nk := fold(n); {
		case nk == key:
			return trimForm(n)
		case len(nk) > len(fold(best)) && strings.Contains(" "+key+" ", " "+nk+" "):
			best = trimForm(n)
		}
	}
	if best != "" {
		return best
	}
	return trimForm(mention)
}

// rankForms sorts forms by count and then by text, for a stable order.
func rankForms(counts map[string]int) []form {
	forms := make([]form, 0, len(counts))
	for text, n := range counts {
		if text != "" {
			forms = append(forms, form{text, n})
		}
	}
	slices.SortFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
	})
	return forms
}

// claimUnits returns the units that a claim's ends are, noUnit for an end that
// is a quantity or a text.
func (s *document) claimUnits(o *graph.Observation, d *division, c *nlp.Claim) (subject, object unitID) {
	return s.endUnit(o, d, c, c.Subject, false), s.endUnit(o, d, c, c.Object, true)
}

func (s *document) endUnit(o *graph.Observation, d *division, c *nlp.Claim, e nlp.End, object bool) unitID {
	if e.Quantity != nil || e.Text != "" || e.Chain < 0 || int(e.Chain) >= len(o.Chains) {
		return noUnit
	}
	return s.chains[e.Chain][d.endPart(o, c, e.Chain, object)]
}

// attribution returns the units whose words a claim is, outermost first.
func (s *document) attribution(o *graph.Observation, d *division, c *nlp.Claim) []unitID {
	var out []unitID
	for _, a := range c.Attribution {
		if u := s.endUnit(o, d, c, nlp.ChainEnd(a), false); u != noUnit {
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
				s.doc.spans[span] = s.doc.chains[i][d.of[i][m]]
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
			counts[u.sense.Key] += u.mentions
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

// shift turns the document's own unit numbers into global ones.
func (s *summary) shift(base unitID, doc int) {
	for _, units := range s.doc.chains {
		for i := range units {
			units[i] += base
		}
	}
	for span := range s.doc.spans {
		s.doc.spans[span] += base
	}
	for i := range s.units {
		u := &s.units[i]
		u.doc = doc
		for p := range u.partners {
			u.partners[p].unit += base
		}
		if u.event != nil {
			u.event.shift(base)
		}
	}
}
