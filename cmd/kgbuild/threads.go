package main

import "runtime"

// threads returns how many goroutines analyse at once when nothing else is
// asked for.
func threads() int { return runtime.GOMAXPROCS(0) }
