package timex

import (
	"context"

	"github.com/kgbuild/kgbuild/nlp"
)

// Step adds the time layer.
type Step struct{}

// Name implements [nlp.Step].
func (Step) Name() string { return "time expressions" }

// Needs implements [nlp.Step].
func (Step) Needs() []nlp.Layer { return []nlp.Layer{nlp.SentenceLayer, nlp.SyntaxLayer} }

// Gives implements [nlp.Step].
func (Step) Gives() []nlp.Layer { return []nlp.Layer{nlp.TimeLayer} }

// Run implements [nlp.Step].
func (Step) Run(_ context.Context, a *nlp.Analysis) error {
	a.Times = Find(a)
	return nil
}

// Find returns the time expressions of an analysis in text order, without
// overlap, resolved against the document's date, or where that is unknown
// against what [InferDate] finds.
func Find(a *nlp.Analysis) []nlp.TimeExpression {
	var out []nlp.TimeExpression
	var previous nlp.Interval
	from := referenceOf(a)
	for i := range a.Sentences {
		f := finder{matcher: matcher{&a.Sentences[i]}, reference: from, previous: previous}
		for _, t := range f.find() {
			t.Sentence = i
			out = append(out, t)
		}
		previous = f.previous
	}
	return out
}

// finder goes through one sentence.
type finder struct {
	matcher
	reference
	previous nlp.Interval
	same     nlp.Date
}

func (f *finder) find() []nlp.TimeExpression {
	var out []nlp.TimeExpression
	for i := 0; i < len(f.s.Tokens); {
		got, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		value, anchored, end := f.value(i, got)
		tokens := nlp.Range{First: i, End: end}
		out = append(out, nlp.TimeExpression{
			Span: f.s.SpanOf(tokens), Tokens: tokens, Value: value, Anchored: anchored,
		})
		if !value.IsZero() {
			f.previous = value
		}
		if got.date.Year != 0 && valid(got.date) {
			f.same = got.date
		}
		i = end
	}
	return out
}

// value resolves the match at i, together with the one that ends a range which
// it begins.
func (f *finder) value(i int, m match) (v nlp.Interval, anchored bool, end int) {
	c := &scope{ref: f.ref, toldOf: f.told, previous: f.previous, same: f.same, future: future(f.s, m.end-1), open: !told(f.s, m.end-1)}
	second, ok := f.rangeEnd(i, m)
	if !ok {
		v, anchored = c.resolve(m)
		return v, anchored, m.end
	}
	m.date, second.date = share(m.date, second.date)
	from, a := c.resolve(m)
	to, b := c.resolve(second)
	if from.IsZero() || to.IsZero() || to.End.String() < from.Start.String() {
		v, anchored = c.resolve(m)
		return v, anchored, m.end
	}
	return nlp.Interval{Start: from.Start, End: to.End}, a || b, second.end
}

// rangeEnd returns the match behind "to", "and" or a dash that makes a range
// with m.
func (f *finder) rangeEnd(i int, m match) (match, bool) {
	opener := f.word(i - 1)
	at := m.end + 1
	switch f.word(m.end) {
	case "to", "through", "until", "till":
		if opener != "from" && f.word(m.end) != "through" && m.date.IsZero() && m.date.Month == 0 {
			return match{}, false
		}
	case "and":
		if opener != "between" {
			return match{}, false
		}
	case "-", "–", "—":
		if m.value != nil {
			return match{}, false
		}
	default:
		return match{}, false
	}
	second, ok := f.at(at)
	if !ok {
		second, ok = f.lastDigits(at, m)
	}
	return second, ok && (second.value == nil) == (m.value == nil)
}

// lastDigits reads the second half of "2003–05" and of "June 3–5, 2017".
func (f *finder) lastDigits(at int, m match) (match, bool) {
	n, ok := digits(f.word(at), 2)
	switch {
	case !ok:
		return match{}, false
	case m.date.Day != 0 && m.date.Month != 0 && n > m.date.Day && n <= 31:
		got := match{end: at + 1, date: nlp.Date{Year: m.date.Year, Month: m.date.Month, Day: n}}
		if y, end, ok := f.yearAfter(at + 1); ok && m.date.Year == 0 {
			got.date.Year, got.end = y, end
		}
		return got, true
	case m.date.Month == 0 && m.date.Year != 0 && len(f.word(at)) == 2 && n > m.date.Year%100:
		return match{end: at + 1, date: nlp.Date{Year: m.date.Year/100*100 + n}}, true
	}
	return match{}, false
}

// share lets the ends of a range lend each other what only one of them says:
// "between May and July 2011", "from June 3 to 5".
func share(a, b nlp.Date) (nlp.Date, nlp.Date) {
	if a.Month != 0 && b.Month != 0 {
		if a.Year == 0 {
			a.Year = b.Year
			if a.Month > b.Month && b.Year != 0 {
				a.Year--
			}
		}
		if b.Year == 0 {
			b.Year = a.Year
		}
	}
	return a, b
}
