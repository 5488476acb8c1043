package main

import (
	"fmt"
	"os"
	"runtime/pprof"
)

// profileVariable names the environment variable for those who work on
// kgbuild's speed: a file that gets a CPU profile of the run.
const profileVariable = "KGBUILD_CPUPROFILE"

// startProfile begins the profile, should one be asked for, and returns what
// ends it.
func startProfile() (stop func(), err error) {
	path := os.Getenv(profileVariable)
	if path == "" {
		return func() {}, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", profileVariable, err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", profileVariable, err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close()
	}, nil
}
