package score

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Gold is one gold file.
type Gold struct {
	Document string                `json:"document"` // file name of the article
	Entities map[string]GoldEntity `json:"entities"`
	Events   map[string]GoldEvent  `json:"events"`
	Facts    []Fact                `json:"facts"`
}

// GoldEntity is the type of an entity and the forms an article uses for it.
type GoldEntity struct {
	Type  nlp.EntityType `json:"type"`
	Names []string       `json:"names"`
}

// GoldEvent tells events of the same name apart.
type GoldEvent struct {
	Date string `json:"date"` // ISO 8601, cut to what is known
}

// Fact is one fact. Subject and Object are keys of entities joined by "|",
// or "#84" for a number, "*" for anything, "*word" for anything whose name
// contains the word.
type Fact struct {
	Subject     string          `json:"subject"`
	Predicates  []nlp.Predicate `json:"predicates"`
	Object      string          `json:"object"`
	Polarity    nlp.Polarity    `json:"polarity"`
	Modality    nlp.Modality    `json:"modality"`
	Attribution string          `json:"attribution"` // key; empty when not judged
	Tier        string          `json:"tier"`
}

// Core reports whether the fact must be found.
func (f *Fact) Core() bool { return f.Tier == "core" }

// ReadGold reads one gold file; name is used in errors.
func ReadGold(name string, r io.Reader) (*Gold, error) {
	var g Gold
	if err := json.NewDecoder(r).Decode(&g); err != nil {
		return nil, fmt.Errorf("%s: not a gold file: %w", name, err)
	}
	if g.Document == "" || len(g.Facts) == 0 {
		return nil, fmt.Errorf("%s: not a gold file: it names no document or no facts", name)
	}
	for i, f := range g.Facts {
		if f.Subject == "" || f.Object == "" || len(f.Predicates) == 0 {
			return nil, fmt.Errorf("%s: fact %d lacks a subject, a predicate or an object", name, i+1)
		}
	}
	return &g, nil
}

// normalize brings a name into the form that names are compared in: lower
// case, straight quotes, single spaces, without an article in front or a
// possessive behind.
func normalize(s string) string {
	s = strings.NewReplacer("’", "'", "“", `"`, "”", `"`).Replace(strings.ToLower(s))
	s = strings.Trim(s, " .,;:\"'\n\t")
	s = strings.TrimSuffix(s, "'s")
	s = strings.Join(strings.Fields(s), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}
