// Package reattach mends attachments of a tree just before claims are read from
// it: subjects, speakers, relative clauses, joined verbs and lists that a parser
// hangs on the wrong word. Each rule needs a sign beside the parse itself, and a
// rule that would leave no tree is undone.
//
// Unlike [github.com/kgbuild/kgbuild/nlp/mend], whose corrections are part of the
// analysis and come before mentions are looked for, these change nothing that is
// kept: mentions, coreference and events go by the tree as it was.
package reattach
