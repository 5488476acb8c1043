// Package dispute finds where the documents of a graph contradict each other.
//
// A [Contradiction] is about one thing and has [Side]s, each with the claims
// that take it. There are three kinds:
//
//   - responsibility: somebody is said to have carried out an event, to claim
//     it or to be to blame for it, and denies it;
//   - figures: an event has different figures, such as tolls;
//   - negation: the same is stated and negated.
//
// What cannot be at odds is never put together. Figures are compared within one
// event and one measure, and their [Verdict] says whether they can all be true,
// also as one count that changed from day to day. What is stated and negated of
// times that share no day is no contradiction; nor is a wish or a plan at odds
// with anything. That two actors are held responsible for an event is none
// either, unless one of them denies it: the one may have acted for the other.
package dispute
