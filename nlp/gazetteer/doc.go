// Package gazetteer is what kgbuild knows of the world before it reads: the
// names of countries with their demonyms, capitals and governments; cities,
// regions, organisations, peoples and faiths; given names with their usual
// gender; and what common nouns stand for ("mosque" a facility, "bombing" an
// event of that type, "militants" a group).
//
// A demonym is the adjective or noun of a country's people ("Iranian",
// "Dutch"). A metonym is a place that stands for a government ("Washington",
// "the Kremlin"). An event type is a lower-case noun; types form a hierarchy
// in which a bombing is an attack.
//
// Everything is embedded, read once, and never changes; look-ups are safe for
// use by several goroutines. What the files draw on is named in
// data/SOURCES.md.
package gazetteer
