package conllu

import "strings"

// Word is one syntactic word as a line gives it. Empty columns are "_" in the
// file and "" here, except that a form or lemma may really be "_".
type Word struct {
	Form     string
	Lemma    string
	UPOS     string
	XPOS     string
	Features string
	Head     int // number of the head, 0 for the root, NoHead when not given
	Relation string
	Enhanced string
	Misc     Misc
}

// NoHead is the head of a word whose line gives none.
const NoHead = -1

// Multiword is an orthographic token that stands for the words First to Last
// (numbers from 1, both included).
type Multiword struct {
	First, Last int
	Form        string
	Misc        Misc
}

// Sentence is the words of one sentence with its comments.
type Sentence struct {
	Line       int      // of its first line in the file, from 1; 0 when not read
	Comments   []string // without "#" and the white space after it
	Words      []Word
	Multiwords []Multiword // in order, without overlap
}

// Comment returns the value of the first comment "key = value", and whether
// there is a comment that is the key alone or has it on the left side.
func (s *Sentence) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		k, v := cutComment(c)
		if k == key || strings.HasPrefix(k, key+" ") {
			return v, true
		}
	}
	return "", false
}

func cutComment(comment string) (key, value string) {
	key, value, _ = strings.Cut(comment, "=")
	return strings.TrimSpace(key), strings.TrimSpace(value)
}

// surface is an orthographic token: a multiword, or a word that is in none.
type surface struct {
	first, last int // indices of words, from 0, both included
	form        string
	spaceAfter  bool
}

// surfaces lists the orthographic tokens of the sentence.
func (s *Sentence) surfaces() []surface {
	out := make([]surface, 0, len(s.Words))
	next := 0
	for i := 0; i < len(s.Words); i++ {
		if next < len(s.Multiwords) && s.Multiwords[next].First == i+1 {
			m := s.Multiwords[next]
			out = append(out, surface{i, m.Last - 1, m.Form, m.Misc.SpaceAfter()})
			i = m.Last - 1
			next++
			continue
		}
		out = append(out, surface{i, i, s.Words[i].Form, s.Words[i].Misc.SpaceAfter()})
	}
	return out
}

// Misc is the last column: fields "Key=Value" parted by "|", "" when empty.
type Misc string

// Get returns the value of a field, or "".
func (m Misc) Get(key string) string {
	for part := range strings.SplitSeq(string(m), "|") {
		if v, ok := strings.CutPrefix(part, key+"="); ok {
			return v
		}
	}
	return ""
}

// With returns m with a field set; it takes the place of an older value or
// goes to the end. An empty value removes the field.
func (m Misc) With(key, value string) Misc {
	var parts []string
	done := value == ""
	for part := range strings.SplitSeq(string(m), "|") {
		switch {
		case part == "":
		case strings.HasPrefix(part, key+"="):
			if !done {
				parts = append(parts, key+"="+value)
				done = true
			}
		default:
			parts = append(parts, part)
		}
	}
	if !done {
		parts = append(parts, key+"="+value)
	}
	return Misc(strings.Join(parts, "|"))
}

// SpaceAfter reports whether white space follows, which is so unless the field
// SpaceAfter=No denies it.
func (m Misc) SpaceAfter() bool { return m.Get("SpaceAfter") != "No" }
