package loaders

import (
	"errors"
	"io"
	"strings"
)

// columnNames are names that tables of articles give their columns.
var columnNames = wordSet("text body content article articles title headline date published publication timestamp time author authors byline source publisher publication url link id language lang section category description summary")

// tableDelimiter finds the character between the cells of a table by its
// beginning, and how sure it is that there is a table at all. Without any it
// is a comma.
func tableDelimiter(head string) (rune, Confidence) {
	head = strings.TrimPrefix(head, "\uFEFF")
	best, top := ',', No
	for _, d := range ",\t;|" {
		if c := tableConfidence(head, d); c > top {
			best, top = d, c
		}
	}
	return best, top
}

func tableConfidence(head string, delimiter rune) Confidence {
	line, rest, more := strings.Cut(head, "\n")
	if !more || !strings.ContainsRune(line, delimiter) {
		return No
	}
	rows := newTableReader(strings.NewReader(head), delimiter)
	header, err := rows.Read()
	if err != nil || len(header) < 2 {
		return No
	}
	columns, known := len(header), 0
	for _, name := range header {
		name = strings.ToLower(oneLine(name))
		if len(name) > 60 || wordCount(name) > 5 {
			return No
		}
		if columnNames[name] {
			known++
		}
	}
	same, different := 0, 0
	for range 50 {
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if rows.InputOffset() >= int64(len(head)) && len(head) >= headSize/2 {
			break // cut off by the end of the head
		}
		if err == nil && len(cells) == columns {
			same++
		} else {
			different++
		}
	}
	switch {
	case known >= 2 && same >= different && strings.TrimSpace(rest) != "":
		return Sure - 1
	case same > different, same+different == 0 && len(head) >= headSize/2:
		return Possible - 1 // with a fitting name more than plain text
	}
	return No
}
