// Package event reads events off a document's phrases: what kind of event a
// noun or verb tells of, when and where it was, who did what to whom, and which
// mentions tell of the same one.
//
// A reading is what one mention says of its event. Its time is the event's
// own: "claimed on Thursday responsibility for Wednesday's bombing" dates the
// bombing to Wednesday. An occurrence verb ("occur", "strike", "kill") shares
// its clause's time and place with the event that is its argument; a verb of
// speech does not.
//
// Two readings can be of one event when their types are compatible (one a kind
// of the other), and time, place and participants do not contradict. Whether
// they are is decided by [Cluster]: a definite phrase takes up an event told
// of before, an indefinite one brings a new one in, and the event of the title
// and the first sentence is what the article most often means. Phrases that
// name a kind and no event ("attacks", "other attacks") are generic and stay
// alone.
package event
