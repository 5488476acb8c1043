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
	JudgingFeeling   JudgingClass = "feeling"   // an adjective whose subject judges: "we are appalled"
	JudgingEmotion   JudgingClass = "emotion"   // a noun of what is felt: "reacted with fury"
)

// Verdict is what a judging word says of something.
type Verdict struct {
	Sign int // 1 for praise, -1 for blame, 0 for neither
	// Mild words judge persons and bodies, but say of things too often only
	// what they are like.
	Mild bool
	// Deed words judge what is done or made, and say of persons and bodies
	// something else.
	Deed bool
	// Sad words blame what somebody decided, and say of all else only that it
	// is hard to bear.
	Sad bool
}

// verdictOf returns the verdict of a degree as the lists name them.
func verdictOf(degree string) Verdict {
	v := Verdict{Sign: 1, Mild: degree == "good" || degree == "bad", Deed: degree == "grave" || degree == "sound", Sad: degree == "sad"}
	switch degree {
	case "blame", "bad", "grave", "sad":
		v.Sign = -1
	}
	return v
}

func (t *tables) loadJudgements() {
	for _, line := range lines("judgements.txt") {
		head, list, _ := strings.Cut(line, ":")
		degree, class, _ := strings.Cut(head, " ")
		words := t.judging[JudgingClass(class)]
		if words == nil {
			words = make(map[string]Verdict)
			t.judging[JudgingClass(class)] = words
		}
		for _, w := range fields(list, ",") {
			words[w] = verdictOf(degree)
		}
	}
	for _, line := range lines("judging-phrases.txt") {
		degree, list, _ := strings.Cut(line, ":")
		for _, s := range fields(list, ",") {
			p := JudgingPhrase{Verdict: verdictOf(degree)}
			for _, w := range strings.Fields(s) {
				p.Words = append(p.Words, strings.Split(w, "|"))
			}
			for _, w := range p.Words[0] {
				t.phrases[w] = append(t.phrases[w], p)
			}
		}
	}
}

// Judgement returns what a word, given as a lower-case lemma, says when it
// judges.
func Judgement(class JudgingClass, lemma string) Verdict {
	return load().judging[class][lemma]
}

// JudgingPhrase is a phrase by which speakers judge its subject, or what stands
// at its [JudgingSlot].
type JudgingPhrase struct {
	Words   [][]string // lower-case alternatives at each place, the negation as "not"
	Verdict Verdict
}

// Places of a [JudgingPhrase] that no word fills.
const (
	JudgingSlot = "_" // what is judged
	JudgingGap  = "~" // a few words of any kind
)

// JudgingPhrases returns the phrases that begin with a lower-case word.
func JudgingPhrases(word string) []JudgingPhrase { return load().phrases[word] }
