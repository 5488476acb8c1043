// Package conllu reads and writes CoNLL-U, the plain-text format of analysed
// sentences that Universal Dependencies defines: ten tab-separated columns a
// word, a blank line after each sentence, comments that begin with "#".
//
// A [Word] is a line with a whole number; a [Multiword] is a line with a range
// such as "3-4", the orthographic token that several words are written as. A
// [Sentence] is what stands between two blank lines. A [Document] is the run of
// sentences from one "# newdoc" comment to the next. [Document.Analysis] turns
// it into an analysis whose text is rebuilt from the file; [FromAnalysis] goes
// the other way.
//
// Empty nodes (numbers such as "8.1") and the enhanced dependencies of the
// ninth column belong to another layer of annotation: nodes are dropped when
// read, the column is kept but not interpreted.
//
// Names stand in the last column as NER=B-Person, NER=I-Person, offsets as
// TokenRange=start:end in code points of the document's text. Offsets are
// written only; a reader counts its own, since it sees another text. Readings
// are comments: "# reading = 1 | praised | 5 | 0.9".
package conllu
