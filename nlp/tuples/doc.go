// Package tuples reads open relation tuples from dependency trees: what a
// sentence says of what, in the sentence's own words, without a codebook.
//
// A tuple has a relation and two or more arguments; the first argument is the
// subject. A candidate is a tuple that some construction allows: a verb with
// its object and adjuncts, a copula with its predicate, an apposition, a title,
// an owner and what is owned, a noun with its prepositional phrase. The
// relation holds the whole predicate, with auxiliaries, negation, particle and
// the verbs of a chain ("did not manage to open"), and the preposition of the
// argument behind it. A subject that a clause shares, borrows or modifies is
// given to it; coordinated arguments are given together and one by one.
//
// Candidates of a sentence overlap, and a reader states a thing once. So two
// scores rank them, both linear in features of the tree: the worth of a
// candidate by itself, and its gain beside the candidates of more worth, which
// becomes the confidence. Their weights (weights.tsv) were fitted by ridge
// regression to the development set of CaRB (Bhardwaj et al., EMNLP 2019; MIT
// licence): the worth to a candidate's best F1 with any gold tuple, the gain to
// its F1 with the gold tuples that better candidates leave over. The test
// TestFit does so anew and measures by cross-validation.
package tuples
