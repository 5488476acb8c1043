package lexicon

// Attitude is what a word does to the clause that it governs.
type Attitude int

// The attitudes.
const (
	Neutral   Attitude = iota
	Speech             // the clause is somebody's words: stays as it is, attributed
	Thought            // somebody holds it possible: attributed and possible
	Seeming            // possible, nobody's words ("appears", "is likely")
	Wish               // desired
	Plan               // future
	Refusal            // the clause does not happen ("refuse to", "deny that")
	Attempt            // tried: possible
	Doubt              // possible, rather not
	Realising          // implies the clause: keeps everything ("manage", "begin", "know")
)

// VerbAttitudes says what verbs do to the clauses they govern.
var VerbAttitudes = attitudes(map[Attitude]string{
	Speech: `say tell state claim announce report declare add note insist maintain argue explain write assert
		confirm reveal acknowledge admit testify tweet post comment remark observe contend stress emphasize emphasise
		reiterate reply respond answer read conclude inform notify describe recount recall quote cite warn complain
		mention point charge indicate specify disclose concede attest affirm continue boast joke swear detail accuse agree
		fume rage thunder moan grumble rue enthuse gush lament quip attribute clarify repeat proclaim brief broadcast relate caution alert assure remind find reveal determine document
		rule opine counter retort lament protest echo recollect narrate bemoan confess divulge exclaim shout confide
		hold decree rant`,
	Thought: `believe think suspect assume suppose fear worry expect guess reckon consider presume imagine speculate
		suggest allege hypothesize estimate theorize interpret regard hold conjecture doubt feel predict anticipate see
		view deem judge propose hint surmise infer rumor rumour wonder ask`,
	Seeming: `seem appear look tend threaten tip`,
	Wish: `want hope wish desire urge call demand order request plead beg encourage recommend ask invite advise appeal
		implore instruct press lobby seek aim need insist prefer strive petition tell like exhort command aspire yearn vie
		dream mean pray advocate summon push convince persuade require pressure pressurise direct obligate tempt deserve`,
	Plan: `plan vow pledge promise prepare schedule set threaten agree decide commit arrange go swear undertake
		mull consider offer volunteer intend plot scheme conspire nominate authorize authorise negotiate wait`,
	Refusal:   `refuse fail decline neglect deny avoid prevent stop reject dismiss bar forbid prohibit dispute disprove rule refute cease pretend feign`,
	Attempt:   `try attempt endeavor endeavour struggle fight risk scramble`,
	Doubt:     `doubt question`,
	Realising: `manage begin start continue force help proceed make have let cause lead get come prompt know show prove realize realise find discover learn see hear remember forget demonstrate ensure use enable allow bring`,
})

func attitudes(lists map[Attitude]string) map[string]map[Attitude]bool {
	out := make(map[string]map[Attitude]bool)
	for a, list := range lists {
		for w := range Words(list) {
			if out[w] == nil {
				out[w] = make(map[Attitude]bool)
			}
			out[w][a] = true
		}
	}
	return out
}

// NounAttitudes says what nouns do to the clauses that complete them, and to
// a noun that they govern ("the theory that …", "plans for an attack").
var NounAttitudes = nounTable(map[Attitude]string{
	Speech: `claim statement report assertion announcement declaration testimony revelation admission remark comment
		message news word note confirmation`,
	Thought: `theory suspicion belief fear hypothesis allegation possibility speculation rumor rumour suggestion
		accusation assumption idea notion concern impression likelihood chance risk prospect danger opinion view`,
	Wish:    `desire call demand request order wish hope appeal plea need aim goal effort attempt recommendation bid`,
	Plan:    `plan intention threat vow pledge promise decision proposal warning readiness willingness option opportunity preparation arrangement groundwork talk talks negotiation negotiations discussion discussions position`,
	Refusal: `refusal failure denial inability`,
})

func nounTable(lists map[Attitude]string) map[string]Attitude {
	out := make(map[string]Attitude)
	for a, list := range lists {
		for w := range Words(list) {
			out[w] = a
		}
	}
	return out
}

// AdjectiveAttitudes says what predicative adjectives do to their clauses.
var AdjectiveAttitudes = nounTable(map[Attitude]string{
	Thought: `sure confident convinced adamant afraid fearful worried suspicious`,
	Seeming: `likely possible probable unclear uncertain conceivable plausible potential`,
	Doubt:   `unlikely impossible improbable doubtful`,
	Wish:    `eager keen anxious important necessary essential vital crucial desirable hopeful willing`,
	Plan:    `ready prepared set due determined poised scheduled about`,
	Refusal: `unable unwilling reluctant`,
	Realising: `quick swift slow first last able proud glad happy sad sorry surprised shocked pleased delighted relieved
		lucky fortunate right wrong wise foolish brave forced obliged honored honoured free content careful early late`,
})
