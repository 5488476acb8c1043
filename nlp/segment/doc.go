// Package segment divides a text into paragraphs, sentences and tokens.
//
// A [Paragraph] is a stretch of one block without a blank line in it; nothing
// in the analysis crosses its ends. A token is a syntactic word as the English
// treebanks of Universal Dependencies (EWT and GUM, version 2.16) cut it:
// "do" "n't", "U.S." "-" "led", "$" "5" "m". Tokens keep the exact characters
// of the text and their place in it.
//
// A chunk is a run of characters without white space. The library prose
// proposes where to cut it, on a copy in which quotation marks, dashes and
// spaces have their plain forms, one code point for one, so that places in the
// copy are places in the text. The rules of this package then decide: they know
// the treebanks' conventions, and prose's proposal stands where they are silent.
// Chunks that make prose lose text or time (addresses, long runs) are hidden
// from it, and a proposal that does not add up to the text is thrown away.
//
// Sentence boundaries found here are a first guess by punctuation and
// capitals; the model corrects them.
package segment
