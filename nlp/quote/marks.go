package quote

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// mark says what a quotation mark does.
type mark int

const (
	noMark  mark = iota
	opens        // can only open
	closes       // can only close
	neutral      // straight: opens or closes
)

// style tells double marks from single ones; only equal styles are partners.
type style int

const (
	double style = iota
	single
)

func markOf(form string) (mark, style) {
	switch form {
	case "“", "„", "«", "``":
		return opens, double
	case "”", "»":
		return closes, double
	case "\"", "''", "＂", "‘‘", "’’":
		return neutral, double
	case "‘", "‚":
		return opens, single
	case "’", "'":
		return neutral, single // also an apostrophe
	}
	return noMark, double
}

// passage is the tokens of one quotation, without the marks.
type passage struct {
	first, last nlp.TokenRef // both included
	span        nlp.Span
	depth       int  // 0 outside of other quotations
	continued   bool // the paragraph before left the quotation open
	// stated is who makes the statement; nil for what stands in marks.
	stated *attribution
}

// opening is a mark that waits for its partner.
type opening struct {
	at        nlp.TokenRef
	style     style
	continued bool
}

// pairing goes through the tokens and matches marks.
type pairing struct {
	a     *nlp.Analysis
	stack []opening
	found []passage
	roles map[nlp.TokenRef]role // of double marks
}

// passages returns the quotations of an analysis, inner ones too, by their end.
func passages(a *nlp.Analysis) []passage {
	p := &pairing{a: a}
	p.roles = p.doubles()
	for i := range a.Sentences {
		if i > 0 && a.Sentences[i].Block != a.Sentences[i-1].Block {
			p.endBlock(i)
		}
		for j := range a.Sentences[i].Tokens {
			p.token(nlp.TokenRef{Sentence: i, Token: j})
		}
	}
	if len(a.Sentences) > 0 {
		p.endBlock(len(a.Sentences))
	}
	return p.found
}

func (p *pairing) token(at nlp.TokenRef) {
	s := &p.a.Sentences[at.Sentence]
	kind, st := markOf(s.Tokens[at.Token].Form)
	switch {
	case kind == noMark:
		return
	case st == double:
		p.double(at)
		return
	case kind == neutral:
		spaceBefore := at.Token == 0 || s.Tokens[at.Token-1].SpaceAfter
		spaceAfter := s.Tokens[at.Token].SpaceAfter || at.Token == len(s.Tokens)-1
		isOpen := p.isOpen(st)
		switch {
		case !isOpen && (!spaceBefore && !p.afterMark(at) || spaceAfter):
			return // an apostrophe
		case isOpen && spaceBefore && !spaceAfter && at.Token > 0:
			kind = opens
		case isOpen && (!spaceBefore || spaceAfter):
			kind = closes
		default:
			kind = opens
		}
	}
	if kind == opens {
		p.stack = append(p.stack, opening{at, st, false})
		return
	}
	p.close(at, st)
}

// double does what the double mark at a token does.
func (p *pairing) double(at nlp.TokenRef) {
	switch r := p.roles[at]; r {
	case begins, goesOn:
		p.stack = append(p.stack, opening{at, double, r == goesOn})
	case reopens:
		p.cut(before(p.a, at))
		p.stack = append(p.stack, opening{at, double, false})
	case ends, endsLater:
		p.close(at, double)
	}
}

// cut ends what is open. The outermost quotation in double marks reaches to the
// end of its sentence, but not beyond the token last.
func (p *pairing) cut(last nlp.TokenRef) {
	for _, o := range p.stack {
		if o.style != double {
			continue
		}
		if end := len(p.a.Sentences[o.at.Sentence].Tokens) - 1; last.Sentence > o.at.Sentence {
			last = nlp.TokenRef{Sentence: o.at.Sentence, Token: end}
		}
		p.add(o, last, 0)
		break
	}
	p.stack = nil
}

// afterMark reports whether a mark or bracket stands right before the token.
func (p *pairing) afterMark(at nlp.TokenRef) bool {
	if at.Token == 0 {
		return true
	}
	form := p.a.Sentences[at.Sentence].Tokens[at.Token-1].Form
	kind, _ := markOf(form)
	return kind != noMark || form == "(" || form == "[" || form == "—" || form == "–"
}

func (p *pairing) isOpen(st style) bool {
	for _, o := range p.stack {
		if o.style == st {
			return true
		}
	}
	return false
}

// close ends the innermost quotation of the style. Marks that opened inside it
// and found no partner are forgotten.
func (p *pairing) close(at nlp.TokenRef, st style) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].style != st {
			continue
		}
		o := p.stack[i]
		p.stack = p.stack[:i]
		p.add(o, before(p.a, at), i)
		return
	}
}

// endBlock closes what is still open when a paragraph ends before sentence next,
// unless the quotation goes on.
func (p *pairing) endBlock(next int) {
	last := nlp.TokenRef{Sentence: next - 1, Token: len(p.a.Sentences[next-1].Tokens) - 1}
	p.stack = slices.DeleteFunc(p.stack, func(o opening) bool { return o.style == single })
	if len(p.stack) == 0 {
		return
	}
	switch p.nextRole(next) {
	case goesOn:
		p.add(p.stack[0], last, 0)
		p.stack = nil
	case endsLater:
	default:
		p.cut(last)
	}
}

// nextRole returns what the first double mark does from a sentence on.
func (p *pairing) nextRole(sentence int) role {
	for i := sentence; i < len(p.a.Sentences); i++ {
		for j := range p.a.Sentences[i].Tokens {
			if r := p.roles[ref(i, j)]; r != besides {
				return r
			}
		}
	}
	return stray
}

// add records the quotation behind an opening mark up to the token last.
func (p *pairing) add(o opening, last nlp.TokenRef, depth int) {
	first := after(p.a, o.at)
	if first.Sentence > last.Sentence || first.Sentence == last.Sentence && first.Token > last.Token {
		return
	}
	p.found = append(p.found, passage{
		first: first, last: last, depth: depth, continued: o.continued,
		span: nlp.Span{Start: p.a.Token(first).Span.Start, End: p.a.Token(last).Span.End},
	})
}

// before returns the token before at, which may be in the sentence before.
func before(a *nlp.Analysis, at nlp.TokenRef) nlp.TokenRef {
	if at.Token > 0 {
		return nlp.TokenRef{Sentence: at.Sentence, Token: at.Token - 1}
	}
	if at.Sentence == 0 {
		return nlp.TokenRef{Sentence: 0, Token: -1}
	}
	return nlp.TokenRef{Sentence: at.Sentence - 1, Token: len(a.Sentences[at.Sentence-1].Tokens) - 1}
}

// after returns the token after at, which may be in the next sentence.
func after(a *nlp.Analysis, at nlp.TokenRef) nlp.TokenRef {
	if at.Token+1 < len(a.Sentences[at.Sentence].Tokens) {
		return nlp.TokenRef{Sentence: at.Sentence, Token: at.Token + 1}
	}
	return nlp.TokenRef{Sentence: at.Sentence + 1, Token: 0}
}
