package conllu

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// readingKey is the key of comments that are readings of their sentence:
// "reading = subject | predicate | object | probability". Subject and object are
// numbers of words, or one of them 0 for the speaker: one more than tokens and
// [nlp.Speaker] have.
const readingKey = "reading"

func readingComments(s *nlp.Sentence) []string {
	var out []string
	for _, r := range s.Readings {
		probability := strconv.FormatFloat(float64(r.Probability), 'f', -1, 32)
		out = append(out, fmt.Sprintf("%s = %d | %s | %d | %s", readingKey, r.Subject+1, r.Predicate, r.Object+1, probability))
	}
	return out
}

func isReading(comment string) bool {
	key, _ := cutComment(comment)
	return key == readingKey
}

func (s *Sentence) readings() ([]nlp.Reading, error) {
	var out []nlp.Reading
	for _, c := range s.Comments {
		key, value := cutComment(c)
		if key != readingKey {
			continue
		}
		r, err := readReading(value, len(s.Words))
		if err != nil {
			return nil, fmt.Errorf("%q: %w", c, err)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b nlp.Reading) int {
		return cmp.Or(a.Subject-b.Subject, a.Object-b.Object)
	})
	return out, nil
}

func readReading(text string, words int) (r nlp.Reading, err error) {
	fields := strings.Split(text, "|")
	if len(fields) != 4 {
		return r, fmt.Errorf("%d fields, not 4", len(fields))
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	r.Predicate = nlp.Predicate(fields[1])
	if r.Subject, err = readEnd(fields[0], words); err != nil {
		return r, err
	}
	if r.Object, err = readEnd(fields[2], words); err != nil {
		return r, err
	}
	if r.Subject == r.Object {
		return r, errors.New("subject and object are the same")
	}
	p, err := strconv.ParseFloat(fields[3], 32)
	if err != nil || !(p >= 0 && p <= 1) {
		return r, fmt.Errorf("%q is no probability", fields[3])
	}
	r.Probability = float32(p)
	return r, nil
}

// readEnd returns the end of a reading that a number stands for.
func readEnd(number string, words int) (int, error) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > words {
		return 0, fmt.Errorf("%q is no word of %d", number, words)
	}
	return n - 1, nil
}
