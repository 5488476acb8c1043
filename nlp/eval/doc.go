// Package eval measures an analysis against annotated data.
//
// The gold standard is the annotation taken for right, the system what is
// measured. A [Score] counts what both have: precision is the share of the
// system's items that are right, recall the share of the gold items that were
// found, F1 their harmonic mean.
//
// [Raw] compares CoNLL-U that was made from the same text but may be cut into
// other sentences and words, by the definition of the CoNLL 2018 shared task
// (Zeman et al. 2018, "Multilingual Parsing from Raw Text to Universal
// Dependencies"). [Words] compares CoNLL-U with the same words. Both leave
// relation subtypes and language-specific features out of account, as that task
// does. [Names] compares spans of names with their types, as CoNLL 2003 does
// (Tjong Kim Sang and De Meulder 2003).
package eval
