package linear

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ReadTable reads lines of a feature's name and one weight for each of n sets
// of weights, parted by tabs. Lines that begin with # are comments.
func ReadTable(table string, n int) ([]Weights, error) {
	out := make([]Weights, n)
	for i := range out {
		out[i] = make(Weights)
	}
	for at, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != n+1 {
			return nil, fmt.Errorf("weights line %d: %d columns, want %d", at+1, len(columns), n+1)
		}
		for i := range out {
			v, err := strconv.ParseFloat(columns[i+1], 64)
			if err != nil {
				return nil, fmt.Errorf("weights line %d: %w", at+1, err)
			}
			if v != 0 {
				out[i][columns[0]] = v
			}
		}
	}
	return out, nil
}

// Table writes weights as [ReadTable] reads them, with four decimals, below a
// comment. Features whose weights are all 0 are left out.
func Table(comment string, sets ...Weights) string {
	names := make(map[string]bool)
	for _, w := range sets {
		for n := range w {
			names[n] = true
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", comment)
	for _, n := range slices.Sorted(maps.Keys(names)) {
		line, some := n, false
		for _, w := range sets {
			v := strconv.FormatFloat(w[n], 'f', 4, 64)
			some = some || strings.Trim(v, "-0.") != ""
			line += "\t" + v
		}
		if some {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}
