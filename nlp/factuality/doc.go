// Package factuality says of predicates whether, as the writer tells it, they
// happened.
//
// The value of a predicate runs from about -3 (did not happen, or will not)
// over 0 (uncertain) to 3 (did), the scale of Universal Decompositional
// Semantics (White et al. 2016; Rudinger, White and Van Durme 2018). Two
// readings are joined in it: the language model's own, which sees the words,
// and what the tree says: negation, auxiliaries, tense and mood, conditions,
// questions, and what the governing predicate does to its clause — implies it
// ("managed to"), takes it for granted ("knows that"), leaves it open ("wants
// to") or denies it ("failed to").
//
// Both are features of one linear score. Its weights (weights.tsv) were fitted
// by ridge regression to the training sentences of UDS 2.0 over UD English EWT
// (CC BY-SA 4.0, decompositional-semantics-initiative/decomp); the test
// TestUDS does so anew and measures on the development sentences.
package factuality
