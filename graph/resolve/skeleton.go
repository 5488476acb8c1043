package resolve

import "strings"

// digraphs are letter groups that one sound is spelled with in romanisations,
// longest first; each becomes one letter that the others share.
var digraphs = strings.NewReplacer(
	"tsch", "c", "tch", "c", "dzh", "j", "sch", "s", "shch", "s",
	"kh", "h", "gh", "g", "sh", "s", "ch", "c", "zh", "j", "dj", "j",
	"ph", "f", "th", "t", "dh", "d", "ck", "k", "cz", "c", "ts", "c", "tz", "c",
	"ou", "u", "oo", "u", "ee", "i",
)

// letters maps single letters to the one that stands for their sound.
var letters = map[byte]byte{
	'q': 'k', 'w': 'v', 'z': 's', 'x': 's', 'p': 'p', 'b': 'b',
}

// skeleton reduces a folded token to what differing romanisations of one name
// share: its consonants, with vowels and half-vowels dropped, doubled letters
// once, and letters that stand for one sound made equal. A leading vowel stays
// as "a". "Muhammad", "Mohamed" and "Mohammed" are all "mhmd".
func skeleton(token string) string {
	s := digraphs.Replace(token)
	var b strings.Builder
	var last byte
	for i := range len(s) {
		c := s[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if i == 0 {
				b.WriteByte('a')
			}
			last = 0
			continue
		}
		if c == 'c' && (i+1 == len(s) || !strings.ContainsRune("eiyh", rune(s[i+1]))) && s == token {
			c = 'k'
		}
		if m, ok := letters[c]; ok {
			c = m
		}
		if c == last {
			continue
		}
		b.WriteByte(c)
		last = c
	}
	return b.String()
}
