// Package mention finds the phrases of a text that name, describe or point at
// somebody, something or an event.
//
// A [Candidate] is an nlp.Mention with what coreference asks of it: its clean
// name, the types it can have, number, gender and person. A clean name is the
// words of a proper name without title, article, possessive mark and carrier
// noun: "General Jane Doe" has the name "Jane Doe" and the title "General",
// "the Red Brigade group" the name "Red Brigade". A carrier is a noun that
// only says what the name beside it is.
//
// An implied mention is a demonym or the adjective of a people ("Iranian" in
// "Iranian authorities"): no candidate, but a word from which the country is
// known; see [ImpliedCountry].
package mention
