package sample

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The columns of a marked sheet that scoring reads. Others may stand beside
// them, in any order.
const (
	MarkColumn      = "correct"
	PredicateColumn = "predicate"
)

// Score is how many of the marked claims are right.
type Score struct {
	Predicate string   `json:"predicate,omitempty"` // empty for all
	Marked    int      `json:"marked"`
	Right     int      `json:"right"`
	Unmarked  int      `json:"unmarked"`
	Precision float64  `json:"precision"` // of the marked; 0 when there are none
	Interval  Interval `json:"interval"`  // 95 %, by [Wilson]
}

// Scores reads a marked sheet, in CSV or TSV with a header, and returns the
// score of all claims, then that of each predicate, by name, when the sheet has
// a column of them. Marks are y, yes, true, right, 1, x or + for right, n, no,
// false, wrong, 0 or - for wrong, in any case; a row without one is not marked.
func Scores(r io.Reader) ([]Score, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	rows := csv.NewReader(bytes.NewReader(b))
	if first, _, _ := bytes.Cut(b, []byte("\n")); bytes.Count(first, []byte("\t")) > bytes.Count(first, []byte(",")) {
		rows.Comma = '\t'
		rows.LazyQuotes = true
	} else if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		rows.Comma = ';' // as spreadsheets write it where the comma is in numbers
	}
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the sheet is empty")
	}
	if err != nil {
		return nil, err
	}
	mark, predicate := column(header, MarkColumn), column(header, PredicateColumn)
	if mark < 0 {
		return nil, fmt.Errorf("the sheet has no column %q", MarkColumn)
	}
	total, by := &Score{}, make(map[string]*Score)
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := rows.FieldPos(0)
		scores := []*Score{total}
		if predicate >= 0 && predicate < len(row) {
			p := row[predicate]
			if by[p] == nil {
				by[p] = &Score{Predicate: p}
			}
			scores = append(scores, by[p])
		}
		for _, s := range scores {
			if err := s.count(row, mark); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	out := []Score{*total}
	for _, s := range by {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Score) int { return cmp.Compare(a.Predicate, b.Predicate) })
	for i := range out {
		s := &out[i]
		if s.Marked > 0 {
			s.Precision = float64(s.Right) / float64(s.Marked)
		}
		s.Interval = Wilson(s.Right, s.Marked)
	}
	return out, nil
}

func column(header []string, name string) int {
	return slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), name) })
}

func (s *Score) count(row []string, mark int) error {
	text := ""
	if mark < len(row) {
		text = strings.ToLower(strings.TrimSpace(row[mark]))
	}
	switch text {
	case "":
		s.Unmarked++
	case "y", "yes", "true", "right", "1", "x", "+":
		s.Marked++
		s.Right++
	case "n", "no", "false", "wrong", "0", "-":
		s.Marked++
	default:
		return fmt.Errorf("the mark %q is neither yes nor no", text)
	}
	return nil
}
