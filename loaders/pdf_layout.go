package loaders

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfLayout puts the glyphs of pages together: glyphs to lines in the order
// in which they are drawn, which nearly always is the order of reading, and
// lines to paragraphs.
type pdfLayout struct {
	pages [][]pdfLine
	size  int64 // bytes of text
}

type pdfLine struct {
	text           string
	x, y, fontSize float64
	bold           bool // all of it
}

// Distances in multiples of the font size.
const (
	sameLine     = 0.5  // vertical distance inside a line: superscripts
	wordGap      = 0.2  // horizontal distance that is a space
	columnGap    = 3.0  // horizontal distance that divides columns
	averageWidth = 0.5  // of a character
	indent       = 0.8  // of a paragraph's first line
	lineFactor   = 1.35 // of the usual distance of lines, within a paragraph
)

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

func (l *pdfLayout) addPage(glyphs []pdf.Text) {
	var lines []pdfLine
	var text strings.Builder
	var line pdfLine
	var last pdf.Text
	run := 0 // characters in one place
	flush := func() {
		if line.text = foldSpace(ligatures.Replace(strings.ToValidUTF8(text.String(), "\uFFFD"))); line.text != "" {
			lines = append(lines, line)
			l.size += int64(len(line.text))
		}
		text.Reset()
	}
	for _, g := range glyphs {
		size := math.Abs(g.FontSize)
		if r, _ := utf8.DecodeRuneInString(g.S); size < 0.1 || unicode.IsControl(r) || math.IsNaN(g.X+g.Y) {
			continue // turned or invisible text, ends of drawing instructions
		}
		bold := strings.Contains(strings.ToLower(g.Font), "bold") || strings.Contains(strings.ToLower(g.Font), "black")
		big := max(size, line.fontSize)
		gap := g.X - last.X - last.W
		if last.W == 0 { // the file does not state widths: a run of characters stands in one place
			if gap > 0 {
				gap = max(0, gap-averageWidth*big*float64(run))
				run = 0
			}
			run++
		}
		switch {
		case text.Len() == 0, math.Abs(g.Y-line.y) > sameLine*big, gap < -2*big, gap > columnGap*big:
			run = 1
			flush()
			line = pdfLine{x: g.X, y: g.Y, fontSize: size, bold: bold}
		case last.W > 0 && gap > wordGap*size:
			text.WriteByte(' ')
		}
		line.bold = line.bold && (bold || g.S == " ")
		text.WriteString(g.S)
		last = g
	}
	flush()
	l.pages = append(l.pages, lines)
}

// readable reports whether most characters are known.
func (l *pdfLayout) readable() bool {
	known, unknown := 0, 0
	for _, page := range l.pages {
		for _, line := range page {
			for _, r := range line.text {
				if r == unicode.ReplacementChar || unicode.In(r, unicode.Co) {
					unknown++
				} else {
					known++
				}
			}
		}
	}
	return unknown*3 <= known
}

// compose writes the paragraphs. One that goes on behind a page's end is one
// paragraph; the page's running lines follow it.
func (l *pdfLayout) compose() *composer {
	p := pdfParagraphs{bodySize: l.bodySize(), words: l.words()}
	running := l.runningLines()
	for i, page := range l.pages {
		p.leading = leadingOf(page)
		p.longest = 0
		for _, line := range page {
			p.longest = max(p.longest, utf8.RuneCountInString(line.text))
		}
		for j, line := range page {
			if running[[2]int{i, j}] {
				p.waiting = append(p.waiting, line.text)
				continue
			}
			p.add(line)
		}
	}
	p.flush()
	p.writeWaiting() // of pages without text
	return &p.out
}

// bodySize returns the font size of most characters.
func (l *pdfLayout) bodySize() float64 {
	count := make(map[float64]int)
	for _, page := range l.pages {
		for _, line := range page {
			count[math.Round(line.fontSize*2)/2] += len(line.text)
		}
	}
	best, top := 0.0, 0
	for size, n := range count {
		if n > top || n == top && size > best {
			best, top = size, n
		}
	}
	return best
}

func (l *pdfLayout) words() map[string]bool {
	words := make(map[string]bool)
	for _, page := range l.pages {
		for _, line := range page {
			for _, w := range strings.Fields(line.text) {
				words[strings.ToLower(strings.TrimFunc(w, notLetter))] = true
			}
		}
	}
	return words
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// leadingOf returns the usual distance between the lines of a page.
func leadingOf(lines []pdfLine) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].y - lines[i].y; d > 0 && d < 4*lines[i].fontSize {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/3] // the smaller distances are those inside paragraphs
}

var pageNumber = regexp.MustCompile(`(?i)^\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*$`)

// runningLines finds the lines that stand at the top or bottom of pages and
// are page numbers or, numbers aside, the same on several pages. Keys are page
// and line.
func (l *pdfLayout) runningLines() map[[2]int]bool {
	edges := make(map[[2]int]string)
	count := make(map[string]int)
	for i, page := range l.pages {
		order := make([]int, len(page))
		for j := range order {
			order[j] = j
		}
		slices.SortStableFunc(order, func(a, b int) int { return int(math.Copysign(1, page[b].y-page[a].y)) })
		seen := make(map[string]bool)
		for k, j := range order {
			if k >= 3 && k < len(order)-3 {
				continue
			}
			key := strings.Map(func(r rune) rune {
				if unicode.IsDigit(r) {
					return '#'
				}
				return unicode.ToLower(r)
			}, page[j].text)
			edges[[2]int{i, j}] = key
			if !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	running := make(map[[2]int]bool)
	for at, key := range edges {
		number := pageNumber.MatchString(l.pages[at[0]][at[1]].text) && len(l.pages[at[0]]) > 3
		if number || count[key] >= 2 && count[key]*3 >= len(l.pages) && !endsSentence(key) {
			running[at] = true
		}
	}
	return running
}
