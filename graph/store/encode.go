package store

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// encoder writes records as encoding/json does, byte for byte, in a fraction of
// the time: there are as many as there are claims and mentions.
type encoder struct {
	b   []byte
	err error // the first
}

func (e *encoder) raw(s string) { e.b = append(e.b, s...) }

// key writes the name of a field and what stands before it.
func (e *encoder) key(s string) { e.b = append(append(append(e.b, ',', '"'), s...), '"', ':') }

func (e *encoder) string(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
				e.other(s)
				return
			}
			i += size
			continue
		}
		if c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			e.other(s)
			return
		}
		i++
	}
	e.b = append(append(append(e.b, '"'), s...), '"')
}

// other writes what takes more care.
func (e *encoder) other(v any) {
	b, err := json.Marshal(v)
	if err != nil && e.err == nil {
		e.err = err
	}
	e.b = append(e.b, b...)
}

func (e *encoder) int(n int64) { e.b = strconv.AppendInt(e.b, n, 10) }

func (e *encoder) float(f float64) {
	if abs := math.Abs(f); abs != 0 && !(abs >= 1e-6 && abs < 1e21) {
		e.other(f)
		return
	}
	e.b = strconv.AppendFloat(e.b, f, 'f', -1, 64)
}

func encodeList[T any](e *encoder, list []T, write func(T)) {
	if list == nil {
		e.raw("null")
		return
	}
	e.raw("[")
	for i, v := range list {
		if i > 0 {
			e.raw(",")
		}
		write(v)
	}
	e.raw("]")
}

func (e *encoder) ids(ids []graph.EntityID) {
	encodeList(e, ids, func(id graph.EntityID) { e.string(string(id)) })
}

func (e *encoder) interval(t nlp.Interval) {
	e.raw(`{"start":`)
	e.string(t.Start.String())
	e.key("end")
	e.string(t.End.String())
	e.raw("}")
}

func (e *encoder) end(v graph.End) {
	switch {
	case v.Entity != "":
		e.string(string(v.Entity))
	case v.Quantity != nil:
		e.raw(`{"value":`)
		e.float(v.Quantity.Value)
		e.key("qualifier")
		e.string(string(v.Quantity.Qualifier))
		e.raw("}")
	default:
		e.raw(`{"text":`)
		e.string(v.Text)
		e.raw("}")
	}
}

func (e *encoder) evidence(v graph.Evidence) {
	e.raw(`{"document":`)
	e.string(string(v.Document))
	e.key("start")
	e.int(int64(v.Start))
	e.key("end")
	e.int(int64(v.End))
	e.key("text")
	e.string(v.Text)
	e.raw("}")
}

func (e *encoder) claim(c *graph.Claim) {
	e.raw(`{"id":`)
	e.string(string(c.ID))
	e.key("document")
	e.string(string(c.Document))
	e.key("subject")
	e.end(c.Subject)
	e.key("predicate")
	e.string(string(c.Predicate))
	e.key("object")
	e.end(c.Object)
	e.key("polarity")
	e.string(string(c.Polarity))
	e.key("modality")
	e.string(string(c.Modality))
	e.key("attribution")
	e.ids(c.Attribution)
	if !c.Time.IsZero() {
		e.key("time")
		e.interval(c.Time)
	}
	e.key("confidence")
	e.float(c.Confidence)
	e.key("evidence")
	encodeList(e, c.Evidence, e.evidence)
	e.key("rule")
	e.string(c.Rule)
	e.raw("}")
}

func (e *encoder) mention(m graph.Mention) {
	e.raw(`{"document":`)
	e.string(string(m.Document))
	e.key("start")
	e.int(int64(m.Start))
	e.key("end")
	e.int(int64(m.End))
	e.key("text")
	e.string(m.Text)
	e.key("kind")
	e.string(string(m.Kind))
	if m.Because != "" {
		e.key("because")
		e.string(m.Because)
	}
	e.raw("}")
}

func (e *encoder) entity(v *graph.Entity) {
	e.raw(`{"id":`)
	e.string(string(v.ID))
	e.key("type")
	e.string(string(v.Type))
	e.key("name")
	e.string(v.Name)
	e.key("aliases")
	encodeList(e, v.Aliases, e.string)
	e.key("mentions")
	encodeList(e, v.Mentions, e.mention)
	if v.Unknown {
		e.key("unknown")
		e.raw("true")
	}
	if v.EventType != "" {
		e.key("event_type")
		e.string(v.EventType)
	}
	if !v.Time.IsZero() {
		e.key("time")
		e.interval(v.Time)
	}
	if len(v.Places) > 0 {
		e.key("places")
		e.ids(v.Places)
	}
	if v.PartOf != "" {
		e.key("part_of")
		e.string(string(v.PartOf))
	}
	e.raw("}")
}

func (e *encoder) chain(c graph.ChainRef) {
	e.raw(`{"document":`)
	e.string(string(c.Document))
	e.key("chain")
	e.int(int64(c.Chain))
	e.raw("}")
}

func (e *encoder) merge(m *graph.Merge) {
	e.raw(`{"entity":`)
	e.string(string(m.Entity))
	e.key("a")
	e.chain(m.A)
	e.key("b")
	e.chain(m.B)
	e.key("rule")
	e.string(m.Rule)
	e.key("reason")
	e.string(m.Reason)
	e.raw("}")
}
