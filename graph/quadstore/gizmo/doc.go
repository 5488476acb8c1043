// Package gizmo runs queries in Gizmo, Cayley's query language: JavaScript in
// which a path is put together step by step and then run.
//
// The words are Cayley's: g.V() and g.M() begin a path, steps such as out, in,
// has, tag and save lengthen it, and all, toArray, forEach, count and their
// like run it. The paths themselves are Cayley's, from its package query/path.
// The environment around them is this package's own, because Cayley's session
// runs a script where nobody can stop it and where a wrong argument, such as
// iri(1), ends the whole process.
//
// Differences, all of which accept what Cayley accepts:
//
//   - entity(name) begins a path at whatever goes by that name, alias or id;
//   - a predicate may be written without its angle brackets;
//   - numbers compare as numbers, whether whole or not;
//   - a script that emits nothing gives its last value as its result, and runs
//     it first when it is a path;
//   - params holds the parameters of a named query.
//
// There are no namespaces.
package gizmo
