package quote

import "github.com/kgbuild/kgbuild/nlp"

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
	// carried is true when the paragraph before ended inside a quotation.
	carried bool
}

// passages returns the quotations of an analysis, inner ones too, by their end.
func passages(a *nlp.Analysis) []passage {
	p := &pairing{a: a}
	for i := range a.Sentences {
		if i > 0 && a.Sentences[i].Block != a.Sentences[i-1].Block {
			p.endBlock(i)
		}
		for j := range a.Sentences[i].Tokens {
			p.token(nlp.TokenRef{Sentence: i, Token: j})
		}
	}
	p.endBlock(len(a.Sentences))
	return p.found
}

func (p *pairing) token(at nlp.TokenRef) {
	s := &p.a.Sentences[at.Sentence]
	kind, st := markOf(s.Tokens[at.Token].Form)
	if kind == noMark {
		return
	}
	spaceBefore := at.Token == 0 || s.Tokens[at.Token-1].SpaceAfter
	spaceAfter := s.Tokens[at.Token].SpaceAfter || at.Token == len(s.Tokens)-1
	if kind == neutral {
		isOpen := p.isOpen(st)
		switch {
		case !isOpen && st == single && (!spaceBefore && !p.afterMark(at) || spaceAfter):
			return // an apostrophe
		case isOpen && spaceBefore && !spaceAfter && at.Token > 0:
			kind = opens
		case isOpen && (st == double || !spaceBefore || spaceAfter):
			kind = closes
		default:
			kind = opens
		}
	}
	if kind == opens {
		first := p.firstOfBlock(at)
		p.stack = append(p.stack, opening{at, st, first && p.carried})
		return
	}
	p.close(at, st)
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

func (p *pairing) firstOfBlock(at nlp.TokenRef) bool {
	return at.Token == 0 && (at.Sentence == 0 || p.a.Sentences[at.Sentence].Block != p.a.Sentences[at.Sentence-1].Block)
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

// endBlock closes what is still open when a paragraph ends before sentence next.
func (p *pairing) endBlock(next int) {
	p.carried = false
	if next == 0 || len(p.stack) == 0 {
		p.stack = nil
		return
	}
	o := p.stack[0]
	p.stack = nil
	end := nlp.TokenRef{Sentence: next - 1, Token: len(p.a.Sentences[next-1].Tokens) - 1}
	if next < len(p.a.Sentences) && o.style == double {
		kind, st := markOf(p.a.Sentences[next].Tokens[0].Form)
		if st == double && (kind == opens || kind == neutral) {
			p.carried = true
			p.add(o, end, 0)
			return
		}
	}
	if o.style == double {
		// No partner: the quotation ends with its sentence.
		end = nlp.TokenRef{Sentence: o.at.Sentence, Token: len(p.a.Sentences[o.at.Sentence].Tokens) - 1}
		p.add(o, end, 0)
	}
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
