package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// MarshalJSON writes an entity as its id, a quantity as {"value","qualifier"}
// and a text as {"text"}.
func (e End) MarshalJSON() ([]byte, error) {
	switch {
	case e.Entity != "":
		return json.Marshal(string(e.Entity))
	case e.Quantity != nil:
		return json.Marshal(e.Quantity)
	}
	return json.Marshal(struct {
		Text string `json:"text"`
	}{e.Text})
}

// UnmarshalJSON reads what [End.MarshalJSON] writes.
func (e *End) UnmarshalJSON(b []byte) error {
	*e = End{}
	if len(b) > 1 && b[0] == '"' {
		// Most ends are ids, and most ids need no decoding.
		if plain := b[1 : len(b)-1]; bytes.IndexByte(plain, '\\') < 0 && utf8.Valid(plain) {
			e.Entity = EntityID(plain)
			return nil
		}
		return json.Unmarshal(b, (*string)(&e.Entity))
	}
	var v struct {
		Text  *string  `json:"text"`
		Value *float64 `json:"value"`
		nlp.Quantity
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("end of a claim: %w", err)
	}
	switch {
	case v.Text != nil:
		e.Text = *v.Text
	case v.Value != nil:
		e.Quantity = &nlp.Quantity{Value: *v.Value, Qualifier: v.Qualifier}
	default:
		return fmt.Errorf("end of a claim is neither an id, a quantity nor a text: %s", b)
	}
	return nil
}
