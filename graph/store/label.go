package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
)

// Label returns how people read a node or value: the name of an entity, the
// title of a document, a claim as a short sentence, a text or number as it is,
// and anything else as its IRI.
func (r *Reader) Label(v quad.Value) (string, error) {
	label, err := r.label(v)
	if errors.Is(err, ErrNotFound) {
		return plainValue(v), nil
	}
	return label, err
}

func (r *Reader) label(v quad.Value) (string, error) {
	if id, ok := quadstore.EntityOf(v); ok {
		return r.entityName(id)
	}
	if id, ok := quadstore.DocumentOf(v); ok {
		d, err := r.Document(id)
		if err != nil {
			return "", err
		}
		if d.Title != "" {
			return d.Title, nil
		}
		return d.Path, nil
	}
	if id, ok := quadstore.ClaimOf(v); ok {
		c, err := r.Claim(id)
		if err != nil {
			return "", err
		}
		return r.Sentence(c)
	}
	return plainValue(v), nil
}

func (r *Reader) entityName(id graph.EntityID) (string, error) {
	e, err := r.Entity(id)
	if err != nil {
		return "", err
	}
	return e.Name, nil
}

// Sentence returns a claim as a short sentence: who says it, how, and what.
func (r *Reader) Sentence(c *graph.Claim) (string, error) {
	var words []string
	for _, id := range c.Attribution {
		name, err := r.entityName(id)
		if err != nil {
			return "", err
		}
		words = append(words, name+":")
	}
	subject, err := r.endLabel(c.Subject)
	if err != nil {
		return "", err
	}
	object, err := r.endLabel(c.Object)
	if err != nil {
		return "", err
	}
	words = append(words, subject)
	if c.Modality != nlp.Certain {
		words = append(words, "("+string(c.Modality)+")")
	}
	if c.Polarity == nlp.Negative {
		words = append(words, "not")
	}
	words = append(words, string(c.Predicate), object)
	return strings.Join(words, " "), nil
}

func (r *Reader) endLabel(e graph.End) (string, error) {
	switch {
	case e.Entity != "":
		return r.entityName(e.Entity)
	case e.Quantity != nil:
		n := strconv.FormatFloat(e.Quantity.Value, 'f', -1, 64)
		if q := e.Quantity.Qualifier; q != "" && q != nlp.Exactly {
			return string(q) + " " + n, nil
		}
		return n, nil
	}
	return strconv.Quote(e.Text), nil
}

func plainValue(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.Int, quad.Float, quad.Bool:
		return fmt.Sprint(v.Native())
	}
	return quad.StringOf(v)
}
