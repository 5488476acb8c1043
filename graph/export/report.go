package export

import (
	"cmp"
	_ "embed"
	"errors"
	"html/template"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/nlp"
)

// report writes what is known of one entity or event as a page of HTML that
// needs nothing else: no script, no network, nothing beside it. It holds the
// claims of that entity in memory.
func report() Format {
	return Format{Name: "html", Extension: ".html", Kind: Report,
		Description: "a page about one entity or event: timeline, claims with sentences and sources", write: writeReport}
}

//go:embed report.html
var reportHTML string

var reportTemplate = template.Must(template.New("report").Funcs(template.FuncMap{"count": counted}).Parse(reportHTML))

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// errNoSubject is the error of a report about nothing.
var errNoSubject = errors.New("a report is about one entity or event, and none is named")

func writeReport(w *writer, r *reading, options Options) {
	if options.About == "" {
		w.fail(errNoSubject)
		return
	}
	p, err := newReport(r, options)
	if err == nil {
		err = reportTemplate.Execute(w, p)
	}
	w.fail(err)
}

// reportPage is what the template shows.
type reportPage struct {
	Entity    *graph.Entity
	Kind      string
	When      string
	Places    []string
	Within    string
	Claims    int
	Sources   int // independent
	Sections  []*reportSection
	Timeline  []reportMoment
	Documents []*reportDocument
}

type reportSection struct {
	Title  string
	Groups []*reportGroup
}

// reportGroup holds the claims of a section that have one predicate.
type reportGroup struct {
	Predicate string
	Claims    []*reportClaim
}

type reportClaim struct {
	ID          graph.ClaimID
	Anchor      string // of the place where the claim stands in full
	Subject     string
	Label       string
	Object      string
	Negative    bool
	Modality    nlp.Modality // empty when certain
	Attribution string
	Confidence  int // per cent
	When        string
	Basis       string
	Evidence    []reportEvidence

	order string // of the timeline; empty when undated
}

// reportEvidence is a sentence, cut where it mentions the page's entity.
type reportEvidence struct {
	Pieces   []reportPiece
	Document *reportDocument
	Start    nlp.Offset
	End      nlp.Offset
}

type reportPiece struct {
	Text   string
	Marked bool
}

type reportMoment struct {
	Date   string
	Claims []*reportClaim
}

type reportDocument struct {
	*graph.Document
	Number   int
	Original *reportDocument // set when this one repeats another
}

// reporter gathers a page.
type reporter struct {
	*reading
	page      *reportPage
	dater     *dating.Dater
	documents map[graph.DocumentID]*reportDocument
	shown     map[graph.ClaimID]*reportClaim
	voices    []graph.DocumentID
}

func newReport(r *reading, options Options) (*reportPage, error) {
	e, err := r.Entity(options.About)
	if err != nil {
		return nil, err
	}
	rep := &reporter{
		reading: r, page: &reportPage{Entity: e, Kind: string(e.Type), When: e.Time.Text()}, dater: dating.New(datingGraph{r}),
		documents: make(map[graph.DocumentID]*reportDocument), shown: make(map[graph.ClaimID]*reportClaim),
	}
	if err := rep.head(e); err != nil {
		return nil, err
	}
	for _, part := range []struct {
		title  string
		claims iter.Seq2[*graph.Claim, error]
	}{
		{"What it is said to do", r.ClaimsFrom(e.ID)},
		{"What is said to concern it", r.ClaimsTo(e.ID)},
		{"What it says", r.ClaimsBy(e.ID)},
	} {
		if err := rep.section(part.title, part.claims); err != nil {
			return nil, err
		}
	}
	rep.timeline()
	sources, err := graph.IndependentSources(rep.voices, r.documents.get)
	if err != nil {
		return nil, err
	}
	rep.page.Claims, rep.page.Sources = len(rep.shown), len(sources)
	return rep.page, nil
}

func (r *reporter) head(e *graph.Entity) error {
	if e.EventType != "" {
		r.page.Kind = e.EventType
	}
	for _, id := range e.Places {
		n, err := r.names.get(id)
		if err != nil {
			return err
		}
		r.page.Places = append(r.page.Places, n)
	}
	if e.PartOf != "" {
		n, err := r.names.get(e.PartOf)
		if err != nil {
			return err
		}
		r.page.Within = n
	}
	for _, m := range e.Mentions {
		if _, err := r.document(m.Document); err != nil {
			return err
		}
	}
	return nil
}

// document returns a document, which gets a number when it is first asked for.
func (r *reporter) document(id graph.DocumentID) (*reportDocument, error) {
	if d := r.documents[id]; d != nil {
		return d, nil
	}
	doc, err := r.reading.documents.get(id)
	if err != nil {
		return nil, err
	}
	d := &reportDocument{Document: doc, Number: len(r.page.Documents) + 1}
	r.documents[id] = d
	r.page.Documents = append(r.page.Documents, d)
	if doc.CopyOf != "" {
		d.Original, err = r.document(doc.CopyOf)
	}
	return d, err
}

func (r *reporter) section(title string, claims iter.Seq2[*graph.Claim, error]) error {
	s := &reportSection{Title: title}
	groups := make(map[nlp.Predicate]*reportGroup)
	for c, err := range claims {
		if err != nil {
			return err
		}
		shown, err := r.claim(c)
		if err != nil {
			return err
		}
		g := groups[c.Predicate]
		if g == nil {
			plain := graph.Claim{Predicate: c.Predicate, Modality: nlp.Certain}
			g = &reportGroup{Predicate: edgeLabel(&plain)}
			groups[c.Predicate] = g
			s.Groups = append(s.Groups, g)
		}
		g.Claims = append(g.Claims, shown)
	}
	if len(s.Groups) == 0 {
		return nil
	}
	slices.SortFunc(s.Groups, func(a, b *reportGroup) int { return cmp.Compare(a.Predicate, b.Predicate) })
	for _, g := range s.Groups {
		slices.SortStableFunc(g.Claims, func(a, b *reportClaim) int { return cmp.Compare(a.order, b.order) })
	}
	r.page.Sections = append(r.page.Sections, s)
	return nil
}

// claim returns a claim as it is shown. Shown again, it has no anchor.
func (r *reporter) claim(c *graph.Claim) (*reportClaim, error) {
	if known := r.shown[c.ID]; known != nil {
		again := *known
		again.Anchor = ""
		return &again, nil
	}
	out := &reportClaim{
		ID: c.ID, Anchor: strings.ReplaceAll(string(c.ID), "/", "-"), Label: edgeLabel(&graph.Claim{Predicate: c.Predicate, Modality: nlp.Certain}),
		Negative: c.Polarity == nlp.Negative, Confidence: int(c.Confidence*100 + 0.5),
	}
	if c.Modality != nlp.Certain {
		out.Modality = c.Modality
	}
	r.voices = append(r.voices, c.Document)
	when, err := r.when(c)
	if err != nil {
		return nil, err
	}
	out.When, out.order = when.Time.Text(), when.Time.Start.String()
	if out.order == "" {
		out.order = when.Time.End.String()
	}
	out.Basis = map[dating.Basis]string{dating.OfEvent: "date of the event", dating.OfReport: "reported"}[when.Basis]
	if out.Subject, err = r.end(c.Subject); err != nil {
		return nil, err
	}
	if out.Object, err = r.end(c.Object); err != nil {
		return nil, err
	}
	var names []string
	for _, id := range c.Attribution {
		n, err := r.names.get(id)
		if err != nil {
			return nil, err
		}
		names = append(names, n)
	}
	out.Attribution = strings.Join(names, " › ")
	for i := range c.Evidence {
		ev, err := r.evidence(&c.Evidence[i])
		if err != nil {
			return nil, err
		}
		out.Evidence = append(out.Evidence, ev)
	}
	r.shown[c.ID] = out
	return out, nil
}

// when dates a claim. On the page of an event its own date tells nothing, so
// what the documents do not date is put where they report it.
func (r *reporter) when(c *graph.Claim) (dating.Dating, error) {
	when, err := r.dater.Claim(c)
	if err != nil || when.Basis != dating.OfEvent || !r.page.Entity.ID.IsEvent() {
		return when, err
	}
	day, err := r.dater.Report(c.Document)
	if err != nil || day.IsZero() {
		return dating.Dating{}, err
	}
	return dating.Dating{Time: nlp.On(day), Basis: dating.OfReport}, nil
}

func (r *reporter) end(e graph.End) (string, error) {
	switch {
	case e.Entity != "":
		return r.names.get(e.Entity)
	case e.Quantity != nil:
		return quantityLabel(e.Quantity), nil
	}
	return "“" + e.Text + "”", nil
}

// evidence cuts a sentence at the mentions of the page's entity.
func (r *reporter) evidence(e *graph.Evidence) (reportEvidence, error) {
	d, err := r.document(e.Document)
	out := reportEvidence{Document: d, Start: e.Start, End: e.End}
	points, at := []rune(e.Text), 0
	piece := func(to int, marked bool) {
		if to > at {
			out.Pieces = append(out.Pieces, reportPiece{string(points[at:to]), marked})
			at = to
		}
	}
	for _, m := range r.page.Entity.Mentions {
		start, end := int(m.Start-e.Start), int(m.End-e.Start)
		// A text that was joined from several sentences has other offsets.
		if m.Document != e.Document || start < at || end > len(points) || string(points[start:end]) != m.Text {
			continue
		}
		piece(start, false)
		piece(end, true)
	}
	piece(len(points), false)
	return out, err
}

// timeline puts the claims in the order of what they tell of. Those that
// cannot be dated are left to the sections.
func (r *reporter) timeline() {
	claims := make([]*reportClaim, 0, len(r.shown))
	for _, c := range r.shown {
		if c.order != "" {
			claims = append(claims, c)
		}
	}
	slices.SortFunc(claims, func(a, b *reportClaim) int { return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.ID, b.ID)) })
	for _, c := range claims {
		last := len(r.page.Timeline) - 1
		if last < 0 || r.page.Timeline[last].Date != c.order {
			r.page.Timeline = append(r.page.Timeline, reportMoment{Date: c.order})
			last++
		}
		r.page.Timeline[last].Claims = append(r.page.Timeline[last].Claims, c)
	}
}
