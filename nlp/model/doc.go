// Package model analyses words: tags, features, lemmas, dependency trees,
// names, sentence boundaries and how factual a predicate is.
//
// A [Window] is a run of words that belong together, such as a paragraph. The
// encoder, a small transformer, reads a window in stretches of at most 254
// pieces (see the package wordpiece) and gives every word a vector. Heads turn
// vectors into labels: most of them one word at a time, the tree head for
// pairs of words of one sentence. Decoding makes labels fit together: a tree
// has one root and no circle, an inside tag follows its begin tag.
//
// The reader is a branch of the encoder that says which words of a sentence
// claim something of each other: a [Reading] is two words and a predicate. A
// model may lack it, and it runs only for windows that ask for it.
//
// A [Model] is read from one file, which is part of the program; [Default]
// opens it when it is first needed. The analysis of a window depends on that
// window alone, not on the others analysed with it, on the number of workers
// or on the processor. The file's format is described in file.go, the training
// program that writes it in training/README.md.
package model
