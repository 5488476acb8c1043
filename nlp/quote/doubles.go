package quote

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Double marks are paired over the whole text at once. What a mark does is told
// by its form, the spaces at it, the punctuation before it and the words behind
// it; each of these may be wrong, as spacing is lost when texts are converted. So
// every way to read a mark has a cost, and of all ways to read the text's marks
// the cheapest counts.

// doubleMark is a double mark, or several that stand for one, as in ""here"".
type doubleMark struct {
	first, last nlp.TokenRef
	// opening and closing are what it costs to take it for one that opens and for
	// one that closes.
	opening, closing int
	blockStart       bool
	crossed          int // paragraphs that begin since the mark before
	nests            bool
}

// Costs of readings that leave a mark without its partner, in the units of
// [pairing.evidence].
const (
	strayCost   = 4 // a mark that closes nothing
	cutCost     = 4 // a quotation that nothing closes when its paragraph ends
	reopenCost  = 5 // or when another begins
	runOnCost   = 5 // a quotation that closes in the paragraph after, which has no mark of its own
	nestingCost = 2 // a quotation in another with marks of the same form
	maxNested   = 2
)

// role is what a double mark does among the others.
type role int

const (
	besides   role = iota // one of several that stand for one
	begins                // a quotation, or one in another
	goesOn                // with a quotation that the paragraph before left open
	reopens               // when the one before was left open
	ends                  // the quotation
	endsLater             // a quotation of the paragraph before
	stray                 // closes nothing
)

// doubles says what every double mark does.
func (p *pairing) doubles() map[nlp.TokenRef]role {
	marks := p.doubleMarks()
	out := make(map[nlp.TokenRef]role, len(marks))
	for k, did := range cheapest(marks) {
		m := &marks[k]
		out[m.first], out[m.last] = besides, besides
		switch did {
		case begins, goesOn, reopens:
			out[m.last] = did
		default:
			out[m.first] = did
		}
	}
	return out
}

// doubleMarks lists the double marks of the text.
func (p *pairing) doubleMarks() []doubleMark {
	var out []doubleMark
	crossed := 0
	for i := range p.a.Sentences {
		s := &p.a.Sentences[i]
		if p.startsBlock(i) {
			crossed++
		}
		for j := 0; j < len(s.Tokens); j++ {
			kind, st := markOf(s.Tokens[j].Form)
			if kind == noMark || st != double {
				continue
			}
			m := doubleMark{first: ref(i, j), last: ref(i, j), blockStart: j == 0 && p.startsBlock(i), crossed: crossed, nests: kind != neutral}
			for kind == neutral && j+1 < len(s.Tokens) && !s.Tokens[j].SpaceAfter && s.Tokens[j+1].Form == s.Tokens[j].Form {
				j++
				m.last.Token = j
			}
			e := p.evidence(&m, kind)
			m.opening, m.closing = max(0, -e), max(0, e)
			out = append(out, m)
			crossed = 0
		}
	}
	return out
}

func (p *pairing) startsBlock(i int) bool {
	return i == 0 || p.a.Sentences[i].Block != p.a.Sentences[i-1].Block
}

func (p *pairing) endsBlock(i int) bool {
	return i == len(p.a.Sentences)-1 || p.startsBlock(i+1)
}

// evidence is above zero for a mark that seems to open, and below for one that
// seems to close.
func (p *pairing) evidence(m *doubleMark, kind mark) int {
	i, j, end := m.first.Sentence, m.first.Token, m.last.Token
	s := &p.a.Sentences[i]
	e := 0
	switch kind {
	case opens:
		e += 6
	case closes:
		e -= 6
	default:
		before, after := j == 0 || s.Tokens[j-1].SpaceAfter, end == len(s.Tokens)-1 || s.Tokens[end].SpaceAfter
		if before && !after {
			e += 3
		}
		if after && !before {
			e -= 3
		}
	}
	switch {
	case m.blockStart:
		e += 4
	case j == 0:
		e++
	}
	if end == len(s.Tokens)-1 {
		e--
		if p.endsBlock(i) {
			e -= 4
		}
	} else if strings.Contains(",.;:?!)]", s.Tokens[end+1].Form) {
		e -= 4
	}
	previous := before(p.a, m.first)
	if m.blockStart || previous.Token < 0 {
		return e
	}
	switch form := p.a.Token(previous).Form; {
	case form == ":" || form == "(" || form == "[":
		e += 4
	case form == "," && previous.Token > 0 && saying(p.a.Token(before(p.a, previous))):
		e += 4
	case strings.Contains(",.?!…-–—", form) || strings.HasSuffix(form, "."):
		if end+1 < len(s.Tokens) {
			e -= tagWeight(s, end+1)
		}
	}
	return e
}

// tagWeight says how much the words from token j on look like those that name
// the speaker of what stands before.
func tagWeight(s *nlp.Sentence, j int) int {
	switch {
	case strings.EqualFold(s.Tokens[j].Form, "according"), tagVerb(s, j) == j:
		return 6
	case tagVerb(s, j) > j:
		return 5
	}
	return 0
}

// path is the cheapest way to read the marks so far that leaves so many
// quotations open.
type path struct {
	cost int
	did  role // of the last mark
	from *path
}

// cheapest returns what each mark does in the cheapest reading of all of them.
func cheapest(marks []doubleMark) []role {
	paths := [maxNested + 1]*path{{}}
	for k := range marks {
		m := &marks[k]
		var next [maxNested + 1]*path
		extend := func(depth int, from *path, did role, cost int) {
			if cost += from.cost; next[depth] == nil || cost < next[depth].cost {
				next[depth] = &path{cost, did, from}
			}
		}
		for depth, from := range paths {
			if from == nil {
				continue
			}
			switch {
			case depth == 0:
				extend(1, from, begins, m.opening)
				extend(0, from, stray, m.closing+strayCost)
				continue
			case m.crossed == 0:
				extend(1, from, reopens, m.opening+depth*reopenCost)
				extend(depth-1, from, ends, m.closing)
				if m.nests && depth < maxNested {
					extend(depth+1, from, begins, m.opening+nestingCost)
				}
				continue
			case m.blockStart && m.crossed == 1 && depth == 1:
				extend(1, from, goesOn, m.opening)
			default:
				extend(1, from, begins, m.opening+depth*cutCost)
			}
			if depth == 1 && m.crossed == 1 {
				extend(0, from, endsLater, m.closing+runOnCost)
			}
			extend(0, from, stray, m.closing+strayCost+depth*cutCost)
		}
		paths = next
	}
	best := paths[0]
	for depth, got := range paths {
		if got != nil && (best == nil || got.cost+depth*cutCost < best.cost) {
			best = &path{got.cost + depth*cutCost, got.did, got.from}
		}
	}
	out := make([]role, len(marks))
	for k := len(marks) - 1; k >= 0; k-- {
		out[k], best = best.did, best.from
	}
	return out
}
