package carb

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Tuple is a relation with its arguments, as words parted by spaces.
type Tuple struct {
	Relation   string
	Arguments  []string
	Confidence float64 // of predicted tuples
}

// Item is a sentence with its gold tuples.
type Item struct {
	Sentence string
	Gold     []Tuple
}

// ReadGold reads lines of tab-separated sentence, relation and arguments and
// returns the sentences in the order in which they first occur. Arguments that
// begin with "C: " name the speaker of the tuple and are left out, as CaRB does.
func ReadGold(r io.Reader) ([]Item, error) {
	var items []Item
	index := make(map[string]int)
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(strings.TrimSpace(lines.Text()), "\t")
		if len(fields) < 3 {
			return nil, fmt.Errorf("carb line %d: %d fields, want at least 3", n, len(fields))
		}
		sentence := strings.TrimSpace(fields[0])
		i, ok := index[sentence]
		if !ok {
			i = len(items)
			index[sentence] = i
			items = append(items, Item{Sentence: sentence})
		}
		t := Tuple{Relation: fields[1]}
		for _, a := range fields[2:] {
			if !strings.Contains(a, "C: ") {
				t.Arguments = append(t.Arguments, strings.TrimSpace(a))
			}
		}
		items[i].Gold = append(items[i].Gold, t)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read carb: %w", err)
	}
	return items, nil
}
