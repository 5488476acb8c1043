// Package corrections reads the user's corrections to the graph: a plain text
// file in the store's folder, made to be edited by hand and kept in version
// control. Corrections are applied at every resolution, so they outlive every
// later ingest.
//
// The file holds one [Correction] a line. Empty lines and lines that begin
// with # are skipped, and so is the rest of a line after white space and #.
//
//	merge A = B [= C …]         A, B and C are one
//	split A: PART [, PART …]    the parts are not A, but something else together
//	rename A: NEW NAME          A is called NEW NAME
//	retype A: TYPE              A is a Person, Organization, Country, City, Place,
//	                            Facility, Group, Product, Event or Concept
//	drop A                      A and the claims about it are left out
//	drop claim/…                the claim is left out
//
// A, B and C are references ([Ref]) to entities or events:
//
//	Islamic State               a name or alias, in any case
//	"Smith: A = B"              a name in quotation marks, when it holds = : , @ ( or #
//	Washington (City)           a name and the type of what it names
//	Omar Said @ doc/0a1b2c      what goes by the name in this document, whose id
//	                            may be cut to six digits or more
//	doc/0a1b2c3d:120-131        the mention at these offsets (code points, half-open)
//	entity/islamic-state        an id, as printed by the program
//
// A name with a document is the safest: ids follow the best name of an entity
// and may change when later articles bring a better one.
//
// A PART of a split is a document (doc/0a1b2c: everything that A is in it), a
// name, a name @ document, or a mention by its offsets. Everything in one
// document that stands for the same thing moves together, except that a
// mention given by its offsets moves alone.
//
// A line that cannot be read is a [Problem] with file and line; the other lines
// still hold. Whether a reference names something, nothing or several things
// is found out only when the graph is derived.
package corrections
