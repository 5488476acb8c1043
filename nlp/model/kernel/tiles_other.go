//go:build amd64 && !linux

package kernel

// allowTiles: other systems are not asked.
func allowTiles() bool { return false }
