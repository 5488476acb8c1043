// Package obslog keeps the observations of a store: an append-only file of
// what was read, from which everything else is derived.
//
// A record is an observation of one document, which may take others out as it
// comes in (the replacement of an old version by a new one), or the withdrawal
// of one. A document is in the log when the last record that concerns it is its
// observation. Appending a document that is in the log changes nothing; one
// that was withdrawn or replaced can be appended again.
//
// # File
//
// The file begins with 16 bytes: the magic "kgobslog", the format version and
// a checksum. Records follow without gaps:
//
//	 0  4  mark, "\xF0obs"
//	 4  4  CRC-32C of the bytes 8 to 64
//	 8  8  durable: how much of the file was safe on disk when this was written
//	16  4  length of the payload
//	20  4  CRC-32C of the payload
//	24  1  kind: 1 observation, 2 withdrawal
//	25  1  number of documents that an observation replaces
//	26  3  tag of the document's path: the first bytes of its SHA-256
//	29  3  tag of the document's locator, zero when it has none of its own
//	32 32  SHA-256 of the document
//	64     payload: the SHA-256 of each replaced document, and the
//	       observation as JSON, compressed with Zstandard
//
// Numbers are little-endian. The document's id follows from its hash, so an
// index of the log is made from the record headers alone. Version 1 of the
// format has zeros for the bytes 25 to 31; it is read as it is, and becomes
// version 2 when it is opened for writing.
//
// # Failure
//
// A record is acknowledged when Append (or Sync, with [Options.ManualSync])
// returns without an error. An acknowledged record survives a kill of the
// process at any moment. What was being written then leaves a torn tail, which
// a reader ignores and the next writer cuts off. Since every record says how
// much was durable before it, damage to acknowledged records is told from a
// torn tail; it is an error that names the offset, and nothing is cut off.
//
// One process writes, which a file lock ensures; any number may read, also
// during writing. A Log may be used by several goroutines.
package obslog
