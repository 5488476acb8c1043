// Package queries holds the named queries that ship with kgbuild: one Gizmo
// file each, and what its header says about it.
//
// A header is the comment at the top of the file:
//
//	// Who claims an event.            what it answers, a sentence or more
//	//
//	// Columns: id is the actor.       anything else worth knowing (optional)
//	//
//	// Parameters:
//	//   event   a name, alias or id   one a line; "(optional)" at the end of
//	//                                 those that may be left out
//	//
//	// Example: kgbuild query --named who-claimed --param event="…"
//
// The script finds its parameters in the object params; they are never pasted
// into it. A user's folder of such files is read the same way ([Load]); each query
// says where it comes from ([Query.Origin]).
package queries
