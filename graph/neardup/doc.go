// Package neardup recognises documents that say the same in nearly the same
// words: wire copy that many papers print, reposts, a story in a feed and on
// its page.
//
// A shingle is a run of four words of an article, in any case and without
// punctuation. A [Sketch] keeps the shingles with the smallest hashes, so that
// two sketches tell how much two articles share without their texts (Broder,
// On the resemblance and containment of documents, 1997). What counts is
// containment, the share of the shorter article's shingles that the longer one
// has: papers cut wire copy, and add to it.
//
// The original of a set of copies is the one with the earliest date. A copy is
// compared with originals only and never with other copies, so that a chain of
// likenesses joins nothing: two stories that stand side by side in a round-up
// stay two. The order in which documents were read does not matter.
package neardup
