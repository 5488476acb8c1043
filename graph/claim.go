package graph

import "github.com/kgbuild/kgbuild/nlp"

// Claim is one statement that one document makes about entities. The same
// statement made twice in a document is one claim with two pieces of evidence;
// made in two documents, it is two claims.
type Claim struct {
	ID          ClaimID       `json:"id"`
	Document    DocumentID    `json:"document"`
	Subject     End           `json:"subject"`
	Predicate   nlp.Predicate `json:"predicate"`
	Object      End           `json:"object"`
	Polarity    nlp.Polarity  `json:"polarity"`
	Modality    nlp.Modality  `json:"modality"`
	Attribution []EntityID    `json:"attribution"` // outermost first
	Time        nlp.Interval  `json:"time,omitzero"`
	Confidence  float64       `json:"confidence"` // 0 to 1, two decimals
	Evidence    []Evidence    `json:"evidence"`   // by offset
	Rule        string        `json:"rule"`
}

// Fact reports whether the claim is stated as a fact, and so stands in the
// graph as a direct edge.
func (c *Claim) Fact() bool { return c.Polarity == nlp.Positive && c.Modality == nlp.Certain }

// Asserted reports whether the claim says what is or may be so, rather than what
// is wished or planned.
func (c *Claim) Asserted() bool { return c.Modality == nlp.Certain || c.Modality == nlp.Possible }

// Start returns where the first evidence of the claim begins, and 0 if it has none.
func (c *Claim) Start() nlp.Offset {
	if len(c.Evidence) == 0 {
		return 0
	}
	return c.Evidence[0].Start
}

// End is a claim's subject or object: exactly one of an entity, a quantity and
// a text.
type End struct {
	Entity   EntityID
	Quantity *nlp.Quantity
	Text     string
}

// Evidence is where a claim stands.
type Evidence struct {
	Document DocumentID `json:"document"`
	Start    nlp.Offset `json:"start"`
	End      nlp.Offset `json:"end"`
	Text     string     `json:"text"`
}
