package codebook

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed builtin/*.yaml
var builtin embed.FS

// builtinFiles returns the embedded files in the order of their names.
func builtinFiles() ([]File, error) {
	names, err := fs.Glob(builtin, "builtin/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("built-in codebook: %w", err)
	}
	var out []File
	for _, n := range names {
		data, err := builtin.ReadFile(n)
		if err != nil {
			return nil, fmt.Errorf("built-in codebook: %w", err)
		}
		out = append(out, File{n, data})
	}
	return out, nil
}
