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
// A verb that tells of an event ("crashed", "was arrested") is a candidate when
// its clause states that it happened and no noun beside it names the event; its
// noun is the noun for that event.
package mention
