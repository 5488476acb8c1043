package lexicon

// Quantifiers are nouns and numerals that only say how much of the noun behind "of".
var Quantifiers = Words(`one two three four five six seven eight nine ten some many most several all both each none few
	tens dozen dozens hundred hundreds thousand thousands million millions number group series string lot pair couple handful
	majority half rest part round rounds wave waves bout bouts`)

// RelativePronouns stand for the noun that a relative clause modifies.
var RelativePronouns = Words("who whom which that whose")

// ReportNouns are what somebody's words are called; the words are their author's.
var ReportNouns = Words(`claim statement report account source announcement testimony message note post tweet
	document letter release filing website site version text word paper study survey poll figure analysis
	complaint indictment affidavit memo memorandum dossier communique communiqué interview speech editorial
	essay blog email e-mail petition lawsuit ruling verdict judgment judgement finding allegation accusation
	review audit summary submission deposition transcript`)

// RegionNouns are nouns of places that hold towns, or are larger than one.
var RegionNouns = Words("province region district county island state suburb neighbourhood neighborhood prefecture department governorate territory peninsula valley parish borough commune emirate part")

// Counsel are nouns of those who speak for somebody before a court.
var Counsel = Words("lawyer attorney solicitor barrister counsel advocate")
