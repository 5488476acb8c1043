// Package coref joins the mentions of a document that stand for the same
// entity into chains.
//
// It works in passes, the surest first, as in the multi-pass sieve of Lee et
// al. (2013), "Deterministic Coreference Resolution Based on Entity-Centric,
// Precision-Ranked Rules": what the grammar says (relative pronouns,
// appositions, brackets), equal names, short names, people of the title, nominals, events (package
// event), pronouns. Every pass sees whole clusters, so that a name learnt once
// counts for all mentions joined before. Pronouns choose, under constraints of
// agreement and binding, by a log-linear model of how something stands in the
// text: its salience, after Lappin and Leass (1994), "An Algorithm for Pronominal
// Anaphora Resolution", its function and place, and whether the text speaks of it
// most. A test (TestFit) fits the weights in weights.tsv.
//
// A reason names the rule that put a mention into its chain; see the Reason
// constants. A chain for several ("they" for "A and B") has no mention of its
// own members; it lists their chains. A pronoun without antecedent makes a
// chain that is unknown.
package coref
