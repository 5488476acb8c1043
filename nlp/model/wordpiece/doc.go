// Package wordpiece turns words into the pieces of a BERT vocabulary and into
// shapes.
//
// A word is what the tree bank calls a word; it is normalised alone: quotes
// and dashes become ASCII, letters lose their case and their accents, and
// punctuation stands apart. A piece is an entry of the vocabulary; pieces that
// continue a run of letters start with "##". A shape says what normalising
// loses: where the word has capitals, digits, hyphens.
//
// The training program has the same rules (training/kgmtrain/text.py); a
// model is only as good as the two agree.
package wordpiece
