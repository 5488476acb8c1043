// Package boltfile writes files that bbolt reads, from keys that come in order.
//
// bbolt puts a key into a tree of pages, finding its place from the root and
// writing what changed once a transaction. When every key is known before the
// file is opened for reading, and nothing is ever changed afterwards, all of
// that work is in vain: pages can be filled one after the other, from the first
// key to the last, and written once. That is some twenty times less work.
//
// A file has a root, which holds buckets, and buckets, which hold keys. Any
// number of buckets can be written at the same time; within each, and within
// the root, keys come in ascending order, and putting one out of order is an
// error. Buckets within buckets other than the root are not offered.
//
// The format is that of bbolt 1.3 and 1.4 (format version 2): pages of one size
// in the byte order of the machine, of which the first two say where the root
// is. They are written last, so a file that was not finished is none.
package boltfile
