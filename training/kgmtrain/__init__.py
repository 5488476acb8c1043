"""Training of kgbuild's language model: corpora in, one model file out.

Words used throughout: a *word* is a syntactic word of Universal Dependencies;
a *piece* is a WordPiece unit of the encoder's vocabulary; a *window* is what
the encoder reads at once, one or more consecutive sentences of one document;
a *name mask* is the set of name tags that a corpus allows for a word.
"""
