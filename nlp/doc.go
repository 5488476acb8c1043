// Package nlp holds the words in which an analysed text is spoken of, and the
// pipeline of steps that analyses it.
//
// A [Document] is a [Text] divided into [Block] values: title, body, caption,
// and what is not the article. A [Sentence] is a run of [Token] values inside
// one block; every token carries its tags, its lemma and its place in the
// sentence's dependency tree (Universal Dependencies, version 2). A [Name] is
// a run of tokens that the model takes for a proper name, a [Reading] two
// tokens between which it sees a claim.
//
// A [Mention] is a span that names or describes somebody, something or an
// event. Mentions that stand for the same thing in one document make up a
// [Chain] (a coreference chain). A [Claim] is a statement that the document
// makes about chains: subject, predicate, object, and how it is stated.
//
// All of these are layers of an [Analysis]. A [Step] says which layers it
// needs and which it adds; [NewPipeline] refuses an order that cannot work.
//
// Every offset counts Unicode code points of the document's text as stored;
// every span includes its start and excludes its end. Nothing here knows of
// files, of other documents or of a store.
package nlp
