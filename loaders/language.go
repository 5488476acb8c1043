package loaders

import (
	"fmt"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// Language detection needs some text to be right; below this many letters it
// is not asked, and more than languageSample bytes change nothing.
const (
	languageLetters = 60
	languageSample  = 4 << 10
)

// surely is the confidence from which the detector is believed. None of 3,088
// beginnings of English news items (150 letters and more, ECB+) is taken for
// another language at it.
const surely = 0.5

// contradicted is how many letters of text it takes to believe the detector
// rather than the document: templates of pages declare English for all.
const contradicted = 200

// detectLanguage returns the ISO 639-1 code of the text's language, or "" when
// the detector is not sure, and how many letters of the text it saw.
func detectLanguage(text string) (code string, letters int) {
	end := len(text)
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
		return "", letters
	}
	info := whatlanggo.Detect(text[:end])
	if info.Confidence < surely {
		return "", letters
	}
	return info.Lang.Iso6391(), letters
}

// setLanguage settles the language of a document: what it declares; what the
// user says, or else its text shows, when it declares none. Where one of
// declaration and text is English and the other clearly is not, the text
// counts, since it decides whether the document can be analysed.
func (d *Document) setLanguage(byUser string) {
	if d.Language == "" && byUser != "" {
		d.Language = byUser
		return
	}
	detected, letters := detectLanguage(d.Text)
	switch {
	case detected == "" || detected == d.Language:
	case d.Language == "":
		d.Language = detected
	case letters >= contradicted && (detected == "en" || d.Language == "en"):
		d.Notes = append(d.Notes, fmt.Sprintf("the language is declared as %s, the text is in %s", d.Language, detected))
		d.Language = detected
	}
}
