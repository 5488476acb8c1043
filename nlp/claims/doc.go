// Package claims turns clauses into claims.
//
// For every word of a sentence that a pattern of the codebook hangs on, the
// pattern's places are looked up in the word's frame: the dependency tree with
// voice, control, coordination, participles, relative clauses, appositions and
// titles undone. What fills a place is an end: the chain that the document has
// for it, a number, or a new chain for a description that nothing else covers.
// Ends of the wrong type, and ends of which the document does not say who or
// what they are, give no claim.
//
// The stance of a claim is its polarity, its modality and its attribution. It
// is read on the way from the claim's word up to the root: each governing
// predicate has an attitude (it is speech, thought, a wish, a plan, a refusal
// …) that says what it does to the clause below it. What stands in a relative
// clause, an apposition or a time clause is taken for granted: from there on
// only attribution is collected. Quotations add their speaker as the outermost.
// A verb that these rules take for a fact, and that the package factuality
// finds not to have happened, is possible only.
//
// The confidence of a claim is the product of its pattern's reliability and of
// how sure its ends are: 0.5 to 1 for a name by the model's score, less for an
// end that was reached through control or an antecedent (0.93) and for a
// description that is not particular (0.85).
//
// Nothing here becomes a fact because words were left out: a claim inside a
// threat, plan, wish or condition is never certain, a denial never a deed.
package claims
