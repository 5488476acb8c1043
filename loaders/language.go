package loaders

import (
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// Language detection needs some text to be right; below this many letters it
// is not asked, and more than languageSample bytes change nothing.
const (
	languageLetters = 60
	languageSample  = 4 << 10
)

// detectLanguage returns the ISO 639-1 code of the text's language, or "" when
// the detector is not sure.
func detectLanguage(text string) string {
	letters, end := 0, len(text)
	for i, r := range text {
		if i > languageSample {
			end = i
			break
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < languageLetters {
		return ""
	}
	info := whatlanggo.Detect(text[:end])
	if info.Confidence < 0.5 {
		return ""
	}
	return info.Lang.Iso6391()
}
