// Package filter says which part of a graph a question is about, in the same
// way for every command and export.
//
// A [Filter] is a list of conditions on claims. A condition that is not set
// lets every claim pass; a claim passes the filter when it passes all of them;
// a condition with several values is passed by any of them. An entity belongs
// to the part when a claim that passes is about it.
//
// A filter does not know a graph. [Filter.On] binds it to one, which makes a
// [Matcher].
package filter
