package export

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// neo4j writes two CSV files for Neo4j's importer ("neo4j-admin database
// import full"), whose header rows give every column its type. Line breaks in
// texts become spaces, so that the importer needs no further setting.
func neo4j() Format {
	return Format{Name: "neo4j", Extension: ".zip", Kind: Network, Files: true,
		Description: "CSV files for Neo4j's importer, in a zip archive or a folder", files: writeNeo4j}
}

// The names of the files.
const (
	neo4jNodes         = "nodes.csv"
	neo4jRelationships = "relationships.csv"
)

func writeNeo4j(next create, r *reading, options Options) error {
	out, err := next(neo4jNodes)
	if err != nil {
		return err
	}
	edges, err := newSpool()
	if err != nil {
		return err
	}
	defer edges.close()
	nodes := newWriter(out)
	nodes.text("id:ID,name,:LABEL,event_type,aliases:string[],mentions:int,documents:int,start,end,first_reported,last_reported,value:double,qualifier,text\n")
	edges.text(":START_ID,:END_ID,:TYPE,id,label,polarity,modality,symmetric:boolean,attribution,confidence:double,weight:int,claims:int,claim_ids:string[],start,end,first_reported,last_reported,sources:string[],document_ids:string[],titles:string[],evidence\n")
	walkNetwork(nodes, r, options, &neo4jWriter{csvWriter{writer: nodes}, csvWriter{writer: edges.writer}})
	if err := nodes.finish(); err != nil {
		return err
	}
	var rows io.Writer
	if rows, err = next(neo4jRelationships); err != nil {
		return err
	}
	return edges.copyTo(rows)
}

type neo4jWriter struct{ nodes, edges csvWriter }

func (w *neo4jWriter) node(n *node) {
	c := &w.nodes
	c.field(n.id)
	c.field(n.label)
	if n.quantity != nil || n.kind == textKind {
		c.field(n.kind)
	} else {
		c.field("Entity;" + n.kind)
	}
	c.field(n.eventType)
	c.list(n.aliases)
	if n.quantity != nil || n.kind == textKind {
		c.field("")
		c.field("")
	} else {
		c.count(n.mentions)
		c.count(n.documents)
	}
	c.dates(n.time)
	c.dates(n.reported)
	if n.quantity != nil {
		c.number(n.quantity.Value)
		c.field(string(n.quantity.Qualifier))
	} else {
		c.field("")
		c.field("")
	}
	c.field(n.text)
	c.end()
}

func (w *neo4jWriter) edge(e *edge) {
	c := &w.edges
	c.field(e.source)
	c.field(e.target)
	c.field(string(e.predicate))
	c.field(e.id)
	c.field(e.label)
	c.field(string(e.polarity))
	c.field(string(e.modality))
	symmetric := "false"
	if e.symmetric {
		symmetric = "true"
	}
	c.field(symmetric)
	c.field(e.attribution)
	c.number(e.confidence)
	c.count(e.weight)
	c.count(len(e.claims))
	c.field(listText(e.claims))
	c.dates(e.stated)
	c.dates(e.reported)
	c.list(e.sources)
	c.field(listText(e.documents))
	c.list(e.titles)
	c.field(e.evidence)
	c.end()
}

// csvWriter writes rows of fields between commas.
type csvWriter struct {
	*writer
	begun bool
}

func (c *csvWriter) separate() {
	if c.begun {
		c.text(",")
	}
	c.begun = true
}

func (c *csvWriter) end() {
	c.text("\n")
	c.begun = false
}

// field writes a text in quotes; nothing stands for what is not known.
func (c *csvWriter) field(s string) {
	c.separate()
	if s == "" {
		return
	}
	c.text(`"`)
	start := 0
	for i, r := range s {
		switch {
		case r == '"':
			c.text(s[start:i], `""`)
		case r == unicode.ReplacementChar || unicode.IsControl(r) || r == 0x2028 || r == 0x2029:
			with := "\uFFFD"
			if unicode.IsSpace(r) {
				with = " "
			}
			c.text(s[start:i], with)
		default:
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		start = i + size
	}
	c.text(s[start:], `"`)
}

// list writes texts as an array, whose items the importer parts at semicolons;
// a semicolon within one becomes its full-width form.
func (c *csvWriter) list(items []string) {
	c.field(listText(items))
}

func listText[T ~string](items []T) string {
	if len(items) == 1 && !strings.Contains(string(items[0]), ";") {
		return string(items[0])
	}
	var b strings.Builder
	for i, s := range items {
		if i > 0 {
			b.WriteByte(';')
		}
		b.WriteString(strings.ReplaceAll(string(s), ";", "；"))
	}
	return b.String()
}

func (c *csvWriter) count(n int) {
	c.separate()
	c.integer(n)
}

func (c *csvWriter) number(f float64) {
	c.separate()
	c.decimal(f)
}

func (c *csvWriter) dates(t nlp.Interval) {
	c.field(t.Start.String())
	c.field(t.End.String())
}
