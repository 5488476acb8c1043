package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// zones are the names of time zones that mean little else.
var zones = words("est edt cdt mst mdt pst pdt cet cest bst aest aedt hkt sgt wib msk jst")

// zonesBehindHours are names of time zones that mean other things, too, unless
// an hour stands before them.
var zonesBehindHours = words("et ct mt pt cst ist eat wat kst")

// numbered are words in capitals that only say what the number behind them
// counts.
var numbered = words("nr. vol. ch. sec. fig. p. pp. art. article section paragraph page chapter week round figure table appendix")

// label reports whether a name names nothing: a time zone, the word before a
// number, a letter that stands alone. "X" is the name of a company.
func label(s *nlp.Sentence, n name, inTime []bool) bool {
	if n.tokens.Len() != 1 {
		return false
	}
	i := n.tokens.First
	if nothing(s, i, inTime) || !n.given && (creed(s, i) || opening(s, i)) {
		return true
	}
	form := strings.ToLower(s.Tokens[i].Form)
	if numbered[form] {
		return i+1 < len(s.Tokens) && s.Tokens[i+1].UPOS == "NUM"
	}
	return utf8.RuneCountInString(strings.TrimSuffix(form, ".")) == 1 && form != "x" &&
		(n.kind == "" || n.kind == nlp.Concept || n.kind == nlp.Country || n.kind == nlp.Place)
}

// creed reports whether the token at i only says of which faith or people something is
// that is told of for the first time: "an Islamist party".
func creed(s *nlp.Sentence, i int) bool {
	if _, ok := gazetteer.PeopleName(s.Tokens[i].Form); !ok || i == 0 || i+1 >= len(s.Tokens) {
		return false
	}
	article, noun := strings.ToLower(s.Tokens[i-1].Form), s.Tokens[i+1]
	return (article == "a" || article == "an") && noun.UPOS == "NOUN" && s.Tokens[i].Head == i+1
}

// opening reports whether the token at i has its capital only from the start of the
// sentence: "Rights groups called it a setback".
func opening(s *nlp.Sentence, i int) bool {
	if i != 0 || i+1 >= len(s.Tokens) || s.Tokens[i].Form == strings.ToUpper(s.Tokens[i].Form) || gazetteer.NameType(s.Tokens[i].Form) != "" {
		return false
	}
	noun := s.Tokens[i+1]
	return noun.UPOS == "NOUN" && s.Tokens[i].Head == i+1 && strings.HasSuffix(s.Tokens[i].XPOS, "S") && s.Tokens[i].Relation == "compound"
}

// nothing reports whether the token at i stands for no thing at all: a time zone
// or the abbreviation of "number".
func nothing(s *nlp.Sentence, i int, inTime []bool) bool {
	form := strings.ToLower(s.Tokens[i].Form)
	switch {
	case form == "no.", form == "nos.":
		return true
	case s.Tokens[i].Form != strings.ToUpper(form):
		return false
	case zonesBehindHours[form]:
		return i > 0 && (inTime[i-1] || inTime[i] || s.Tokens[i-1].UPOS == "NUM")
	}
	return zones[form]
}
