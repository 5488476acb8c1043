package export

import (
	"fmt"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// dot writes a network for Graphviz. Facts are drawn in full lines, what is
// less certain in dashed ones, and what is denied in red.
func dot() Format {
	return Format{Name: "dot", Extension: ".dot", Kind: Network,
		Description: "DOT for Graphviz: small graphs as drawings", write: writeDOT}
}

func writeDOT(w *writer, r *reading, options Options) {
	w.text("digraph kgbuild {\n  graph [charset=\"UTF-8\", overlap=false, splines=true];\n" +
		"  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n")
	walkNetwork(w, r, options, dotWriter{w})
	w.text("}\n")
}

type dotWriter struct{ *writer }

func (d dotWriter) node(n *node) {
	d.text("  ")
	d.quoted(n.id)
	d.text(" [label=")
	d.quoted(n.label)
	d.text(", type=")
	d.quoted(n.kind)
	if n.eventType != "" {
		d.text(", event_type=")
		d.quoted(n.eventType)
	}
	if n.mentions > 0 {
		d.text(", mentions=")
		d.integer(n.mentions)
	}
	// Light, so that the label can be read on it.
	c := colours[n.kind]
	d.text(fmt.Sprintf(", fillcolor=\"#%02x%02x%02x\"];\n", (c[0]+2*255)/3, (c[1]+2*255)/3, (c[2]+2*255)/3))
}

func (d dotWriter) edge(e *edge) {
	d.text("  ")
	d.quoted(e.source)
	d.text(" -> ")
	d.quoted(e.target)
	d.text(" [id=")
	d.quoted(e.id)
	d.text(", label=")
	d.quoted(e.label)
	d.text(", weight=")
	d.integer(e.weight)
	if e.attribution != "" {
		d.text(", attribution=")
		d.quoted(e.attribution)
	}
	d.text(", documents=")
	d.quoted(join(e.documents))
	if e.symmetric {
		d.text(", dir=both")
	}
	if e.modality != nlp.Certain {
		d.text(", style=dashed")
	}
	if e.polarity == nlp.Negative {
		d.text(`, color="#b00020"`)
	}
	d.text(", tooltip=")
	d.quoted(e.evidence)
	d.text("];\n")
}

var dotPlain = plainBytes(`"\&`, 0xEF)

// quoted writes a quoted string. Graphviz reads backslash and ampersand in
// labels as the beginning of an escape, so they are escaped; characters that
// it cannot hold become U+FFFD.
func (d dotWriter) quoted(s string) {
	if !utf8.ValidString(s) {
		s = validUTF8(s)
	}
	d.text(`"`)
	d.escaped(s, dotPlain, func(s string) (string, int) {
		switch s[0] {
		case '"':
			return `\"`, 1
		case '\\':
			return `\\`, 1
		case '&':
			return "&amp;", 1
		case '\n', '\r', '\t':
			return " ", 1
		}
		r, size := utf8.DecodeRuneInString(s)
		if r < 0x20 || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return "\uFFFD", size
		}
		return s[:size], size
	})
	d.text(`"`)
}
