// Package mend corrects what a sentence's own words show to be wrong in its
// tree, lemmas and names, before mentions are looked for: the name behind a role
// belongs to the role ("the mayor of Lagos, Ade Bello,"), two names run
// together are two, what somebody is accused of belongs to the verb.
//
// Names of companies are looked at over the whole document: what it calls a
// company once is no town or person where only the name's first word stands.
//
// Each rule needs a sign beside the analysis it corrects, such as a noun that
// only persons go by. Input that brings trees of its own is mended too.
package mend
