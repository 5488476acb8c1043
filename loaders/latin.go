package loaders

import (
	"strings"
	"unicode"
)

// Characters of Windows-1252 that stand on their own.
const (
	latinPunctuation = "‘’‚‹›“”„«»–—…•·†‡ˆ˜§¶©®™°¿¡¼½¾´¨\u00A0\u00AD"
	latinWithNumber  = "€£¥¢±×÷µ¹²³‰º"
	latinWords       = "àÀáéÉèÈêóÓòÒíÍåÅöÖæÆøØúÚùÙâô"
)

// plausibleLatin reports whether each character above ASCII makes sense where
// it stands, so that stray bytes do not pass as text. A letter continues a
// word, in that word's case, or is itself a word; a currency or number sign is
// next to a digit or a sign of its kind; the rest is punctuation.
func plausibleLatin(text string) bool {
	runes := []rune(text)
	for i, r := range runes {
		if r < 0x80 || strings.ContainsRune(latinPunctuation, r) {
			continue
		}
		before, after := runeAt(runes, i-1), runeAt(runes, i+1)
		if strings.ContainsRune(latinWithNumber, r) {
			if !besideNumber(runes, i) {
				return false
			}
			continue
		}
		if !unicode.IsLetter(r) && r != 'ª' {
			return false
		}
		if !plausibleLetter(runes, i, before, after) {
			return false
		}
	}
	return true
}

func plausibleLetter(runes []rune, i int, before, after rune) bool {
	r := runes[i]
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	if !inWord {
		return strings.ContainsRune(latinWords, r)
	}
	if unicode.IsUpper(r) && unicode.IsLower(before) {
		return false
	}
	// A word has some plain letters: "était", not "ÿþ".
	for _, step := range []int{-1, 1} {
		for j := i + step; ; j += step {
			c := runeAt(runes, j)
			if !unicode.IsLetter(c) {
				break
			}
			if c < 0x80 {
				return true
			}
		}
	}
	return false
}

func besideNumber(runes []rune, i int) bool {
	for _, step := range []int{-1, 1} {
		c := runeAt(runes, i+step)
		if c == ' ' || c == '\u00A0' {
			c = runeAt(runes, i+2*step)
		}
		if unicode.IsDigit(c) || strings.ContainsRune(latinWithNumber, c) {
			return true
		}
	}
	return false
}

// runeAt returns the rune at i, or a space outside.
func runeAt(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}
