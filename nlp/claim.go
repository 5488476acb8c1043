package nlp

// Predicate names the relation that a claim states: one of the codebook's, or
// "open:" and a lower-case lemma phrase.
type Predicate string

// OpenPrefix begins the predicates that are not in the codebook.
const OpenPrefix = "open:"

// Polarity says whether a claim affirms or denies.
type Polarity string

// The polarities.
const (
	Positive Polarity = "positive"
	Negative Polarity = "negative"
)

// Modality says how sure a claim is stated to be.
type Modality string

// The modalities.
const (
	Certain  Modality = "certain"
	Possible Modality = "possible"
	Desired  Modality = "desired"
	Future   Modality = "future"
)

// Claim is one statement of a document.
type Claim struct {
	Subject   End       `json:"subject"`
	Predicate Predicate `json:"predicate"`
	Object    End       `json:"object"`
	Polarity  Polarity  `json:"polarity"`
	Modality  Modality  `json:"modality"`
	// Attribution holds those whose words the claim is, outermost first;
	// empty for the document's own voice.
	Attribution []ChainID `json:"attribution,omitempty"`
	Time        Interval  `json:"time,omitzero"`
	Confidence  float64   `json:"confidence"` // 0 to 1
	Sentence    int       `json:"sentence"`
	Evidence    Span      `json:"evidence"` // the sentence, or the sentences, it stands in
	Trigger     Span      `json:"trigger"`  // the words that carry the predicate
	Rule        string    `json:"rule"`     // codebook entry and pattern that matched
}

// End is a subject or an object: exactly one of a chain, a quantity and a text.
type End struct {
	Chain    ChainID   `json:"chain"` // NoChain when the end is no chain
	Quantity *Quantity `json:"quantity,omitempty"`
	Text     string    `json:"text,omitempty"`
}

// ChainEnd returns the end that is chain c.
func ChainEnd(c ChainID) End { return End{Chain: c} }

// QuantityEnd returns the end that is quantity q.
func QuantityEnd(q Quantity) End { return End{Chain: NoChain, Quantity: &q} }

// TextEnd returns the end that is a text, as in the object of "said".
func TextEnd(s string) End { return End{Chain: NoChain, Text: s} }

// Quantity is a number as a text states it.
type Quantity struct {
	Value     float64   `json:"value"`
	Qualifier Qualifier `json:"qualifier"`
}

// Qualifier says how exact a quantity is.
type Qualifier string

// The qualifiers.
const (
	Exactly  Qualifier = "exactly"
	AtLeast  Qualifier = "at least"
	MoreThan Qualifier = "more than"
	Nearly   Qualifier = "nearly"
	About    Qualifier = "about"
	AtMost   Qualifier = "at most"
	LessThan Qualifier = "less than"
)

// Silence says why an article sentence gave no claim.
type Silence struct {
	Sentence int           `json:"sentence"`
	Reason   SilenceReason `json:"reason"`
}

// SilenceReason is why a sentence gave nothing.
type SilenceReason string

// The reasons for silence.
const (
	NoPredicate SilenceReason = "no predicate of the codebook and no clause with two ends"
	NoEnds      SilenceReason = "a predicate, but an end is missing or not known"
	Fragment    SilenceReason = "no clause"
	NotEnglish  SilenceReason = "not English"
)
