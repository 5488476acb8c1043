package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/kgbuild/kgbuild/graph"
)

// Manifest says what a generation was derived from, and how much it holds.
type Manifest struct {
	Format int `json:"format"`
	// Log is the fingerprint of the log; empty in format 1.
	Log string `json:"log,omitempty"`
	// LogBytes is how much of the log had been written; a log that is longer
	// holds something that the generation does not know.
	LogBytes int64 `json:"log_bytes"`
	// Corrections is the SHA-256 of the corrections file, in hexadecimal;
	// empty when there was none.
	Corrections string `json:"corrections"`
	// Program names what derived it: a new version may derive another graph.
	Program string `json:"program,omitempty"`

	Documents int   `json:"documents"`
	Copies    int   `json:"copies"`   // documents that are near-duplicates of others
	Entities  int   `json:"entities"` // without events
	Events    int   `json:"events"`
	Claims    int   `json:"claims"`
	Merges    int   `json:"merges"`
	Quads     int64 `json:"quads"`

	// Predicates are those that are symmetric or imply others, as the edges of
	// the graph were made by them.
	Predicates graph.Predicates `json:"predicates,omitempty"`
}

func readManifest(folder string) (*Manifest, error) {
	path := filepath.Join(folder, manifestFile)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if m.Format < oldestVersion || m.Format > Version {
		return nil, fmt.Errorf("read %s: the graph has format %d, this kgbuild reads formats %d to %d", path, m.Format, oldestVersion, Version)
	}
	return &m, nil
}

func writeManifest(folder string, m *Manifest) error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(folder, manifestFile), append(b, '\n'))
}

// hashFile returns the SHA-256 of a file in hexadecimal, "" when there is none.
func hashFile(path string) (string, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}
