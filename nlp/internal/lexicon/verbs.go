package lexicon

// Judging are verbs of judging, whose gerund with a preposition tells what the
// object did: "accused X of attacking".
var Judging = Words(`accuse blame criticize criticise condemn praise thank suspect charge arrest punish
	convict commend fault attack denounce fine sentence sanction honor honour apologize
	jail imprison remand detain prosecute indict try sue execute hang behead deport expel suspend dismiss sack fire rebuke reprimand
	scold chide slam lambast laud applaud hail reward decorate extradite penalise penalize discipline book flog whip lash exile banish
	berate castigate mock investigate forgive pardon ridicule acquit clear absolve exonerate ` + hindering + " " + cautioning)

// Addressing are verbs whose object is whom something is told.
var Addressing = Words("tell inform remind assure warn")

// Hindering are verbs of keeping somebody from a deed, Cautioning those of
// advising somebody against one.
var (
	Hindering  = Words(hindering)
	Cautioning = Words(cautioning)
)

const (
	hindering  = "prevent stop keep block bar ban deter discourage dissuade exclude disqualify preclude restrain hinder prohibit forbid"
	cautioning = "warn caution advise counsel"
)
