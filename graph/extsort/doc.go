// Package extsort sorts more than fits into memory: what is added is gathered
// up to a limit, sorted, and written to a temporary file as a run; the runs are
// merged when all is in. What fits within the limit never touches the disk.
//
// [Numbers] sorts pairs of 64-bit numbers, [Records] keys with values. Neither
// is safe for use by several goroutines. A sorter that is no longer wanted is
// closed, which frees its file; iterating to the end does not.
package extsort
