// Package store binds the parts of a kgbuild store into one folder:
//
//	format            the version of the layout
//	lock              held by the one process that writes
//	observations.log  what was read (package obslog)
//	corrections.txt   the user's corrections (package corrections)
//	graph/1, …        generations of the derived graph
//	CURRENT           the number of the generation that readers use
//
// A generation is everything derived from the log and the corrections at one
// moment: quads.db (package quadstore), records.db with the same graph as
// records that need no putting together, and manifest.json, which says what it
// was derived from. A [Writer] builds a generation in a fresh folder, forces
// it to the disk, and then makes it the current one by renaming a file over
// CURRENT. From then on it never changes.
//
// So a [Reader] always sees one whole generation, however long it stays open
// and whatever a writer in another process does; and a process that is killed
// leaves the log and the last whole generation. What it left half-built is
// removed by the next writer. Generations that are no longer current are
// removed once no reader has them open.
//
// There is one writer at a time. Readers need no permission to write.
package store
