package resolve

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// passage is what of an observation passes through a resolution: its mentions
// and claims, with units, which count from 0 within the document, in the place
// of chains. It is written down when the observation is read, and read when the
// units have become entities.
type passage struct {
	background bool
	mentions   []passedMention
	claims     []pendingClaim
}

// passedMention is a mention of a unit. Rest holds what nothing here looks at.
type passedMention struct {
	unit unitID
	at   place
	kind string
	rest string
}

var errPassage = errors.New("what was read cannot be read back")

// appendPassage appends the passage of an observation to b.
func appendPassage(b []byte, o *graph.Observation, doc *document, d *division) []byte {
	w := passageWriter{b}
	w.bool(o.Document.Background())
	n := 0
	for i := range o.Chains {
		n += len(o.Chains[i].Mentions)
	}
	w.uint(uint64(n))
	var rest []byte
	for i := range o.Chains {
		for k := range o.Chains[i].Mentions {
			m := &o.Chains[i].Mentions[k]
			w.unit(doc.unit(nlp.ChainID(i), d.partOf(i, k)))
			w.uint(uint64(m.Span.Start))
			w.uint(uint64(m.Span.End))
			w.text(string(m.Kind))
			rest = appendMentionRest(rest[:0], m)
			w.uint(uint64(len(rest)))
			w.b = append(w.b, rest...)
		}
	}
	order := make([]int, len(o.Claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return compareClaims(&o.Claims[i], &o.Claims[j]) })
	text := nlp.NewText(o.Text)
	w.uint(uint64(len(order)))
	for _, i := range order {
		p := pending(o, doc, d, &o.Claims[i], text)
		w.claim(&p)
	}
	return w.b
}

type passageWriter struct{ b []byte }

func (w *passageWriter) uint(n uint64) { w.b = binary.AppendUvarint(w.b, n) }
func (w *passageWriter) int(n int)     { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *passageWriter) bool(v bool) {
	if v {
		w.uint(1)
	} else {
		w.uint(0)
	}
}

func (w *passageWriter) text(s string) {
	w.uint(uint64(len(s)))
	w.b = append(w.b, s...)
}

// unit writes a unit or none.
func (w *passageWriter) unit(u unitID) { w.uint(uint64(u + 1)) }

func (w *passageWriter) float(f float64) {
	w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(f))
}

func (w *passageWriter) end(e graph.End) {
	w.bool(e.Quantity != nil)
	if q := e.Quantity; q != nil {
		w.float(q.Value)
		w.text(string(q.Qualifier))
	}
	w.text(e.Text)
}

func (w *passageWriter) date(d nlp.Date) {
	w.int(d.Year)
	w.int(d.Month)
	w.int(d.Day)
}

func (w *passageWriter) claim(p *pendingClaim) {
	w.text(string(p.ID))
	w.unit(p.subject)
	w.unit(p.object)
	w.uint(uint64(len(p.attribution)))
	for _, u := range p.attribution {
		w.unit(u)
	}
	w.end(p.Subject)
	w.end(p.Object)
	for _, s := range []string{string(p.Predicate), string(p.Polarity), string(p.Modality), p.Rule} {
		w.text(s)
	}
	w.date(p.Time.Start)
	w.date(p.Time.End)
	w.float(p.Confidence)
	e := &p.Evidence[0]
	w.int(int(e.Start))
	w.int(int(e.End))
	w.text(e.Text)
}

// read reads what appendPassage wrote of a document, in the place of what p held.
func (p *passage) read(record []byte, doc *document) error {
	// All texts are parts of one string, so that there is one to keep.
	r := passageReader{b: string(record), doc: doc}
	p.background = r.bool()
	p.mentions = p.mentions[:0]
	for range r.count() {
		p.mentions = append(p.mentions, passedMention{
			unit: r.unit(), at: place{int32(r.uint()), int32(r.uint())}, kind: r.text(), rest: r.text(),
		})
	}
	p.claims = roomFor(p.claims, r.count())
	clear(p.claims)
	for i := range p.claims {
		r.claim(&p.claims[i])
	}
	if r.failed || len(r.b) > 0 {
		return errPassage
	}
	return nil
}

type passageReader struct {
	b      string
	doc    *document
	failed bool
}

func (r *passageReader) fail() {
	r.b, r.failed = "", true
}

func (r *passageReader) uint() uint64 {
	var n uint64
	for i := 0; i < len(r.b) && i < binary.MaxVarintLen64; i++ {
		c := r.b[i]
		n |= uint64(c&0x7F) << (7 * i)
		if c < 0x80 {
			r.b = r.b[i+1:]
			return n
		}
	}
	r.fail()
	return 0
}

func (r *passageReader) int() int {
	n := r.uint()
	return int(int64(n>>1) ^ -int64(n&1))
}

// count reads how many of something follow, which take a byte each at least.
func (r *passageReader) count() int {
	n := r.uint()
	if n > uint64(len(r.b)) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *passageReader) bool() bool { return r.uint() != 0 }

func (r *passageReader) text() string {
	n := r.count()
	s := r.b[:n]
	r.b = r.b[n:]
	return s
}

func (r *passageReader) unit() unitID {
	if n := r.uint(); n > 0 {
		return r.doc.base + unitID(n-1)
	}
	return noUnit
}

func (r *passageReader) float() float64 {
	if len(r.b) < 8 {
		r.fail()
		return 0
	}
	n := binary.LittleEndian.Uint64([]byte(r.b[:8]))
	r.b = r.b[8:]
	return math.Float64frombits(n)
}

func (r *passageReader) end() (e graph.End) {
	if r.bool() {
		e.Quantity = &nlp.Quantity{Value: r.float(), Qualifier: nlp.Qualifier(r.text())}
	}
	e.Text = r.text()
	return e
}

func (r *passageReader) date() nlp.Date { return nlp.Date{Year: r.int(), Month: r.int(), Day: r.int()} }

func (r *passageReader) claim(p *pendingClaim) {
	p.Document = r.doc.id
	p.ID = graph.ClaimID(r.text())
	p.subject, p.object = r.unit(), r.unit()
	if n := r.count(); n > 0 {
		p.attribution = make([]unitID, n)
		for i := range p.attribution {
			p.attribution[i] = r.unit()
		}
	}
	p.Subject, p.Object = r.end(), r.end()
	p.Predicate, p.Polarity = nlp.Predicate(r.text()), nlp.Polarity(r.text())
	p.Modality, p.Rule = nlp.Modality(r.text()), r.text()
	p.Time.Start, p.Time.End = r.date(), r.date()
	p.Confidence = r.float()
	p.Evidence = []graph.Evidence{{Document: p.Document, Start: nlp.Offset(r.int()), End: nlp.Offset(r.int()), Text: r.text()}}
}
