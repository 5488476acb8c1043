// Package loaders turns files into documents.
//
// A [Document] is one article: its text, what is known about it (title, date,
// author, source), and its [Part]s, which say what each stretch of the text is
// for. An [Input] is a stream of bytes with a path; one input may hold many
// documents. A [Format] reads inputs of one media type; a [Registry] holds the
// formats and picks one by content. A [Reader] walks paths and reads what it
// finds.
//
// # Text as stored
//
// Offsets count Unicode code points of Document.Text, start inclusive, end
// exclusive. What that text is depends on the format:
//
//   - plain text, mail, JSON, tables, CoNLL-U: the decoded characters of the file or of
//     the text field, without a byte order mark and with line ends written as a
//     single line feed. Nothing else is changed;
//   - all others: the readable text, without markup, paragraphs
//     separated by an empty line. A page's headline comes first.
//
// Every character that is not white space lies in exactly one part. Parts that
// are not the article itself (navigation, comments, related articles …) stay
// in the text, so that nothing is lost and offsets can be checked by eye.
//
// # Errors
//
// Each input that cannot be read gives one [InputError], one line long, and
// the reading goes on with the next one. A loader never guesses in silence: a
// date that the document does not clearly state stays unknown.
package loaders
