// Package codebook reads the declarative files that say which wordings become
// which predicate.
//
// A codebook is made of entries. An [Entry] belongs to one predicate: it says
// what the predicate means, whether it is symmetric, what it implies, which
// kinds of thing may be its ends, and lists [Pattern] values. A pattern is a
// wording: a word (verb, noun, adjective or preposition, by lemma), what must
// or must not stand beside it, and where in its frame the two ends are found.
//
// A frame is what a word has around it once voice and control are undone. Its
// places are named by a [Role]:
//
//	subj      logical subject: of an active verb, the agent of a passive,
//	          the noun that a participle or relative clause modifies
//	obj       logical object: of an active verb, the subject of a passive
//	iobj      the receiver beside an object ("awarded the team a medal")
//	obl:P     a noun (or gerund) with preposition P, at a verb or at a noun
//	xcomp, ccomp, advcl   clauses of a verb or adjective
//	acl       clause of a noun ("a plan to attack", "the claim that …")
//	poss      possessor ("the group's claim")
//	compound, amod, appos modifiers of a noun
//	advmod    an adverb of a verb or adjective
//	aux       an auxiliary of a verb ("must")
//	head      the noun that the word modifies
//	bearer    who holds the role that a noun names: in "X, a Kenyan
//	          lawmaker", "President X", "X is president", "appointed X as chief"
//	doer      who did what an event noun tells of: "X's attack", "attack by X",
//	          "US drone strike"
//	pair      the two that stand before a noun with a hyphen between them:
//	          "the Russia-Ukraine war"
//	speaker   whoever says what the word says ("the plan is a disgrace, said X")
//	recent    the deed that the text told of last ("X was the attacker")
//	neg       a negation beside the word
//	conj      what is joined to the word by "and", "or"
//	self      the word itself
//	*         nothing: the end is somebody whom the text leaves out
//
// Roles are chained with ">" (obj>obl:of), alternatives separated by "|" (the
// first that is there counts), and "#" behind the object asks for how many
// there are instead of who ("killed 84 people": obj#).
//
// A [Codebook] is immutable and safe for concurrent use.
package codebook
