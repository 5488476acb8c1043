"""Training of kgbuild's language model and its reader of claims: corpora in, one model file out.

Words used throughout: a *word* is a syntactic word of Universal Dependencies;
a *piece* is a WordPiece unit of the encoder's vocabulary; a *window* is what
the encoder reads at once, one or more consecutive sentences of one document;
a *name mask* is the set of name tags that a corpus allows for a word. A
*claim* is a pair of words and a predicate between them; the *reader* is the
part of the model that finds claims.
"""
