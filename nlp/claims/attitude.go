package claims

import "github.com/kgbuild/kgbuild/nlp"

// attitude is what a word does to the clause that it governs.
type attitude int

const (
	neutral   attitude = iota
	speech             // the clause is somebody's words: stays as it is, attributed
	thought            // somebody holds it possible: attributed and possible
	seeming            // possible, nobody's words ("appears", "is likely")
	wish               // desired
	plan               // future
	refusal            // the clause does not happen ("refuse to", "deny that")
	attempt            // tried: possible
	doubt              // possible, rather not
	realising          // implies the clause: keeps everything ("manage", "begin", "know")
)

// verbAttitudes says what verbs do to the clauses they govern.
var verbAttitudes = attitudes(map[attitude]string{
	speech: `say tell state claim announce report declare add note insist maintain argue explain write assert
		confirm reveal acknowledge admit testify tweet post comment remark observe contend stress emphasize emphasise
		reiterate reply respond answer read conclude inform notify describe recount recall quote cite warn complain
		mention point charge indicate specify disclose concede attest affirm continue boast joke swear detail accuse agree
		fume rage thunder moan grumble rue enthuse gush lament quip attribute clarify repeat proclaim brief broadcast relate caution alert assure remind find reveal determine document
		rule opine counter retort lament protest echo recollect narrate bemoan confess divulge exclaim shout confide
		hold decree rant`,
	thought: `believe think suspect assume suppose fear worry expect guess reckon consider presume imagine speculate
		suggest allege hypothesize estimate theorize interpret regard hold conjecture doubt feel predict anticipate see
		view deem judge propose hint surmise infer rumor rumour wonder ask`,
	seeming: `seem appear look tend threaten tip`,
	wish: `want hope wish desire urge call demand order request plead beg encourage recommend ask invite advise appeal
		implore instruct press lobby seek aim need insist prefer strive petition tell like exhort command aspire yearn vie
		dream mean pray advocate push convince persuade require pressure pressurise direct obligate tempt`,
	plan: `plan vow pledge promise prepare schedule set threaten agree decide commit arrange go swear undertake
		mull consider offer volunteer intend plot scheme conspire nominate authorize authorise negotiate wait`,
	refusal:   `refuse fail decline neglect deny avoid prevent stop reject dismiss bar forbid prohibit dispute disprove rule refute cease pretend feign`,
	attempt:   `try attempt endeavor endeavour struggle fight risk scramble`,
	doubt:     `doubt question`,
	realising: `manage begin start continue force help proceed make have let cause lead get come prompt know show prove realize realise find discover learn see hear remember forget demonstrate ensure use enable allow bring`,
})

func attitudes(lists map[attitude]string) map[string]map[attitude]bool {
	out := make(map[string]map[attitude]bool)
	for a, list := range lists {
		for w := range words(list) {
			if out[w] == nil {
				out[w] = make(map[attitude]bool)
			}
			out[w][a] = true
		}
	}
	return out
}

// verbAttitude is what verb g does to clause c below it. Verbs with several
// readings are told apart by the form of the clause: an infinitive is wished,
// planned or tried, a finite clause said or thought.
func (t *tree) verbAttitude(g, c int) attitude {
	as := verbAttitudes[t.lemma(g)]
	if len(as) == 0 {
		return neutral
	}
	nonfinite := t.base(c) == "xcomp" || t.infinitive(c)
	if t.lemma(g) == "call" && nonfinite && !t.verbal(c) {
		return speech // "called her a friend" says what she is
	}
	order := []attitude{refusal, speech, thought, doubt, wish, plan, seeming, attempt, realising}
	if nonfinite {
		order = []attitude{refusal, wish, plan, attempt, seeming, realising, thought, speech, doubt}
	}
	for _, a := range order {
		if as[a] {
			if a == refusal && t.lemma(g) == "rule" && t.child(g, "compound:prt") < 0 {
				continue
			}
			return a
		}
	}
	return neutral
}

// nounAttitudes says what nouns do to the clauses that complete them, and to
// a noun that they govern ("the theory that …", "plans for an attack").
var nounAttitudes = nounTable(map[attitude]string{
	speech: `claim statement report assertion announcement declaration testimony revelation admission remark comment
		message news word note confirmation`,
	thought: `theory suspicion belief fear hypothesis allegation possibility speculation rumor rumour suggestion
		accusation assumption idea notion concern impression likelihood chance risk prospect danger opinion view`,
	wish:    `desire call demand request order wish hope appeal plea need aim goal effort attempt recommendation bid`,
	plan:    `plan intention threat vow pledge promise decision proposal warning readiness willingness option opportunity talk talks negotiation negotiations discussion discussions position`,
	refusal: `refusal failure denial inability`,
})

func nounTable(lists map[attitude]string) map[string]attitude {
	out := make(map[string]attitude)
	for a, list := range lists {
		for w := range words(list) {
			out[w] = a
		}
	}
	return out
}

// adjectiveAttitudes says what predicative adjectives do to their clauses.
var adjectiveAttitudes = nounTable(map[attitude]string{
	thought: `sure confident convinced adamant afraid fearful worried suspicious`,
	seeming: `likely possible probable unclear uncertain conceivable plausible potential`,
	doubt:   `unlikely impossible improbable doubtful`,
	wish:    `eager keen anxious important necessary essential vital crucial desirable hopeful willing`,
	plan:    `ready prepared set due determined poised scheduled about`,
	refusal: `unable unwilling reluctant`,
	realising: `quick swift slow first last able proud glad happy sad sorry surprised shocked pleased delighted relieved
		lucky fortunate right wrong wise foolish brave forced obliged honored honoured free content careful early late`,
})

// Words that weaken the clause or the noun they modify.
var (
	hedgeAdverbs = words(`possibly probably likely perhaps maybe allegedly reportedly apparently purportedly supposedly
		presumably seemingly potentially conceivably arguably`)
	hedgeAdjectives = words(`alleged suspected possible potential apparent purported supposed presumed likely rumored rumoured
		reported hypothetical would-be`)
	futureAdjectives = words(`planned upcoming future proposed impending forthcoming intended`)
	denyingBoth      = words(`not n't never n’t`)
	negators         = words(`not n't never neither nor hardly scarcely n’t no`)
)

// modals are the auxiliaries that change a clause's modality.
var modals = map[string]nlp.Modality{
	"may": nlp.Possible, "might": nlp.Possible, "could": nlp.Possible, "can": nlp.Possible,
	"should": nlp.Desired, "must": nlp.Desired, "ought": nlp.Desired, "shall": nlp.Future,
	"to":   nlp.Future, // of a headline: "X to buy Y"
	"will": nlp.Future, "'ll": nlp.Future, "’ll": nlp.Future, "wo": nlp.Future,
	"would": nlp.Possible, "'d": nlp.Possible,
}
