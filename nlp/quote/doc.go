// Package quote finds quotations and who speaks them.
//
// A quotation is what stands between quotation marks: straight or curly, double
// or single, one inside the other. One that goes on over several paragraphs,
// each of which begins with a mark, makes one quotation a paragraph. A double
// mark opens or closes by what stands around it and by what the other marks of
// the text do, not by its spaces alone. One without its partner quotes up to the
// end of its sentence when it opens, and nothing when it closes.
//
// The cue is the word that ties a quotation to its speaker: a reporting verb
// ("said", "added", "called"), the "according" of "according to", or a colon. What
// follows such a colon without marks is a quotation as well, a statement: to the
// end of its paragraph, and over those that go on in the first person.
// The speaker is the head of the cue's subject, or of the noun that stands for it
// right behind the closing mark; a name behind a pull quote will do. A quotation
// that fills its sentences has the speaker of the quotation before or after it in
// the paragraph, and one whose words are told again that of the other. Where nothing says who speaks, as with a title or a word used with
// distance, the quotation is kept and its speaker is not known.
package quote
