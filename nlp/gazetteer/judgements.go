package gazetteer

import "strings"

// JudgingClass is the kind of word by which a speaker judges.
type JudgingClass string

// The classes of judging words.
const (
	JudgingAdjective JudgingClass = "adjective" // "a brilliant goal"
	JudgingNoun      JudgingClass = "noun"      // "a disgrace"
	JudgingAdverb    JudgingClass = "adverb"    // "played superbly"
	JudgingEffect    JudgingClass = "verb"      // whose object is whoever judges: "he impressed me"
	JudgingAttitude  JudgingClass = "attitude"  // a verb whose subject judges: "I admire her"
)

// Verdict is what a judging word says of something.
type Verdict struct {
	Sign int // 1 for praise, -1 for blame, 0 for neither
	// Mild words judge persons and bodies, but say of things too often only
	// what they are like.
	Mild bool
	// Grave words judge what is done or made, and say of persons and bodies
	// something else.
	Grave bool
}

func (t *tables) loadJudgements() {
	for _, line := range lines("judgements.txt") {
		head, list, _ := strings.Cut(line, ":")
		degree, class, _ := strings.Cut(head, " ")
		v := Verdict{Sign: 1, Mild: degree == "good" || degree == "bad", Grave: degree == "grave"}
		if degree == "blame" || degree == "bad" || degree == "grave" {
			v.Sign = -1
		}
		words := t.judging[JudgingClass(class)]
		if words == nil {
			words = make(map[string]Verdict)
			t.judging[JudgingClass(class)] = words
		}
		for _, w := range fields(list, ",") {
			words[w] = v
		}
	}
}

// Judgement returns what a word, given as a lower-case lemma, says when it
// judges.
func Judgement(class JudgingClass, lemma string) Verdict {
	return load().judging[class][lemma]
}
