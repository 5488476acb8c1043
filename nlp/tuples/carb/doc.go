// Package carb scores open relation tuples against the CaRB benchmark
// (Bhardwaj, Aggarwal and Mausam, "CaRB: A Crowdsourced Benchmark for Open
// IE", EMNLP 2019).
//
// A gold tuple and a predicted one are compared slot by slot: the relation,
// the first argument, and all further arguments joined. Each slot is a bag of
// words; a predicted "be" counts as any form of "be" in a gold relation. Pairs
// whose relations share no word match with nothing. Precision is the share of
// the predicted words that the gold tuple has, recall the share of the gold
// words that the predicted tuple has. For gold relations of saying the
// predicted arguments may also stand in the other order.
//
// Over a set of sentences, precision takes predicted and gold tuples of a
// sentence one to one, best precision first, and divides by the number of
// predicted tuples; recall gives every gold tuple the best recall of any
// predicted one, and divides by the number of gold tuples. Both are taken for
// every cut of the confidence.
package carb
