package model

import (
	"strings"
	"unicode/utf8"
)

// A lexicon is the lemmas that the treebanks show. It is asked before the
// lemma head: by a word's form and its Penn tag, the form as it is for proper
// nouns and lower-cased for all others.
type lexicon struct {
	entries map[string]string // "form\ttag" to lemma
	known   map[string]bool   // all lemmas
}

// The lemma head's best scripts are weighed where the lexicon has no entry:
// a script whose lemma is known gains knownBonus.
const (
	weighedScripts = 6
	knownBonus     = 3
)

// loadLexicon reads two texts with an entry a line: form, tag and lemma; and
// lemma.
func loadLexicon(f *file) (*lexicon, error) {
	l := new(lexicon)
	entries, err := f.text("lexicon.entries")
	if err != nil {
		return nil, err
	}
	l.entries = make(map[string]string, strings.Count(entries, "\n")+1)
	for line := range strings.Lines(entries) {
		line = strings.TrimSuffix(line, "\n")
		if tab := strings.LastIndexByte(line, '\t'); tab >= 0 {
			l.entries[line[:tab]] = line[tab+1:]
		}
	}
	lemmas, err := f.text("lexicon.lemmas")
	if err != nil {
		return nil, err
	}
	l.known = make(map[string]bool, strings.Count(lemmas, "\n")+1)
	for line := range strings.Lines(lemmas) {
		l.known[strings.TrimSuffix(line, "\n")] = true
	}
	return l, nil
}

// lemmaOf returns the lemma of a word. scores are those of the lemma head, and
// are changed.
func (l *labels) lemmaOf(x *lexicon, form, xpos string, scores []float32) string {
	var buf [96]byte
	key := buf[:0]
	if xpos == "NNP" || xpos == "NNPS" {
		key = append(key, form...)
	} else {
		key = appendLower(key, form)
	}
	key = append(append(key, '\t'), xpos...)
	if lemma, ok := x.entries[string(key)]; ok {
		return lemma
	}
	best, bestScore := form, float32(impossible)
	for range min(weighedScripts, len(scores)) {
		i := argmax(scores)
		score := scores[i]
		if score+knownBonus <= bestScore {
			break // no later script can win
		}
		lemma := l.lemma[i].apply(form)
		if x.known[lemma] {
			score += knownBonus
		}
		if score > bestScore {
			best, bestScore = lemma, score
		}
		scores[i] = impossible
	}
	return best
}

// appendLower appends the lower-cased form.
func appendLower(dst []byte, form string) []byte {
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= utf8.RuneSelf {
			return append(dst[:len(dst)-i], strings.ToLower(form)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}
