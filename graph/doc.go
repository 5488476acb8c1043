// Package graph holds the words in which the knowledge graph is spoken of.
//
// An [Observation] is what was read in one document: its text, its chains of
// mentions and its claims. Observations are written once and never edited.
//
// An [Entity] is what chains of mentions stand for across documents; an event
// is an entity of type Event. A [Claim] is a claim of one document whose ends
// are entities. A [Merge] says why two chains are one entity. All of these are
// derived: they are computed from every observation and the user's
// corrections, and can be computed again at any time.
//
// A document that repeats another is a copy of it; [IndependentSources] counts
// voices rather than printings.
//
// The packages below hold the parts of the store: obslog keeps the
// observations, corrections reads the user's corrections, neardup finds
// copies, resolve derives the graph, quadstore puts it into Cayley and queries
// it, store binds them into one folder, export writes the graph out; background
// makes observations of RDF, which rdf parses.
//
// Those above them answer questions. filter says which part of the graph a
// question is about, and dating when things happened. walk follows edges:
// neighbours and paths. timeline, dispute, support and speaker look at claims:
// in what order, which contradict each other, who else says so, who speaks.
// network looks at the entities as a whole, sample draws claims for marking.
package graph
