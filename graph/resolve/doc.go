// Package resolve derives the graph from observations: which chains of mentions
// stand for the same entity or event across documents, what it is called, and
// which claims follow.
//
// Its words: a unit is a chain, or the part of a chain that is used in one way:
// "Tehran" in a document where it is a place ("in Tehran") and a government
// ("Tehran vowed") is two units. A link is a reason to take two units for one,
// with the rule that gave it. A cluster is a set of linked units; every cluster
// that is kept becomes an entity. A link that contradicts what the clusters are
// known to be is refused, and at most leads to a "maybe the same".
//
// The rules, in the order in which they are applied; a rule later in the list
// never undoes an earlier one:
//
//	alias            both forms are names of one entry of the gazetteer, or of one
//	                 thing in background knowledge
//	capital          the capital or seat of a government acts for its state
//	government       a government acts for its state
//	adjective        the adjective of a country stands for it
//	name             the same name and compatible types
//	short form       the same name but for words such as "group", "Inc."
//	institution      the same institution of the same country
//	acronym          a document gives the acronym and the long form
//	surname          a surname where a document has one person of that surname
//	transliteration  names that sound alike, with a shared context
//	context          a surname alone, with the context of one full name
//	same event       events whose time, place, participants and tolls agree, or
//	                 that articles of one story tell of in the same words
//	correction       the user says so
//
// Before persons are joined, a unit that one reader took for a body and another
// for a person becomes what the context says it is; nothing else is retyped.
//
// Units that name or describe nothing particular (Generic, Unknown, and phrases
// without a proper name) stay in their document; only what a country has one of
// ("the Iranian parliament") is found again in others.
//
// An id is made of the best name: the gazetteer's, or the one that most
// documents use. Of several things of one name the best known has the bare id,
// whatever came first; a thing without a name has the hash of its first mention
// in its id. A claim's id depends on where its document states what, so it
// outlives every merge.
//
// The result is a function of the set of observations and the corrections: the
// order in which observations arrive changes nothing. They are read once:
// summaries of them are held, and what only passes through, mentions and claims,
// waits in a temporary file until all is joined. Blocks of units that share a key
// keep the work near linear in the number of documents.
//
// The skeleton that makes romanised spellings comparable is this package's own;
// the string similarity is that of Winkler (1990), "String Comparator Metrics
// and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage".
package resolve
