package nlp

// Document is what the analysis reads: a text, its division into blocks, and
// the date that relative times are resolved against.
type Document struct {
	Text   *Text
	Title  string
	Blocks []Block // in text order, without overlap
	Date   Date    // of publication; zero when unknown
}

// Block is a part of a document with one function in it, such as a paragraph.
type Block struct {
	Span Span      `json:"span"`
	Kind BlockKind `json:"kind"`
}

// BlockKind says what a block is for.
type BlockKind string

// The kinds of block. Those for which [BlockKind.Article] is true are read for
// claims; the others are kept in the text and yield nothing.
const (
	TitleBlock    BlockKind = "title"
	HeadingBlock  BlockKind = "heading" // inside the article
	BodyBlock     BlockKind = "body"
	ListItemBlock BlockKind = "list-item"
	CaptionBlock  BlockKind = "caption"
	BylineBlock   BlockKind = "byline" // author, agency
	DateBlock     BlockKind = "date"
	SourceBlock   BlockKind = "source"      // "Source: …"
	RelatedBlock  BlockKind = "related"     // headings of and links to other articles
	CommentBlock  BlockKind = "comment"     // readers' comments, prayers, other additions
	OtherBlock    BlockKind = "boilerplate" // navigation, forms, notices
)

// Article reports whether a block belongs to the article itself, as text that is
// in none does.
func (d *Document) Article(block int) bool { return d.KindOf(block).Article() }

// KindOf returns the kind of a block; text that is in none is [BodyBlock].
func (d *Document) KindOf(block int) BlockKind {
	if block < 0 || block >= len(d.Blocks) {
		return BodyBlock
	}
	return d.Blocks[block].Kind
}

// Article reports whether blocks of this kind belong to the article itself.
func (k BlockKind) Article() bool {
	switch k {
	case TitleBlock, HeadingBlock, BodyBlock, ListItemBlock, CaptionBlock:
		return true
	}
	return false
}
