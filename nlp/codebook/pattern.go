package codebook

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/kgbuild/kgbuild/nlp"
)

func (r *reader) pattern(n ast.Node, of nlp.Predicate) (Pattern, bool) {
	p := Pattern{Line: lineOf(n)}
	before := len(r.mistakes)
	ends := false
	for _, f := range r.fields(n, "a pattern") {
		switch f.key {
		case "verb", "noun", "adjective", "word":
			if p.Class != "" {
				r.wrong(f.line, "a pattern hangs on one word: %s and %s given", p.Class, f.key)
			}
			p.Class, p.Lemmas = Class(f.key), r.texts(f.value, f.key)
		case "light":
			p.Light = r.texts(f.value, f.key)
		case "particle":
			p.Particle = r.text(f.value, f.key)
		case "voice":
			p.Voice = Voice(r.text(f.value, f.key))
			if p.Voice != Active && p.Voice != Passive {
				r.wrong(f.line, "voice %q: want active or passive", p.Voice)
			}
		case "with":
			p.With = r.conditions(f)
		case "without":
			p.Without = r.conditions(f)
		case "subject":
			p.Subject = r.types(f)
		case "object":
			p.Object = r.types(f)
		case "ends":
			ends = true
			var err error
			if p.SubjectAt, p.ObjectAt, err = parseEnds(r.text(f.value, f.key)); err != nil {
				r.wrong(f.line, "%v", err)
			}
		case "reads":
			r.reads(&p, f)
		case "confidence":
			if p.Confidence = r.number(f.value, f.key); p.Confidence <= 0 || p.Confidence > 1 {
				r.wrong(f.line, "confidence %v: want more than 0 and at most 1", p.Confidence)
			}
		default:
			r.wrong(f.line, "unknown key %q in a pattern", f.key)
		}
	}
	if p.Class == "" || len(p.Lemmas) == 0 {
		r.wrong(p.Line, "a pattern without a word (verb, noun, adjective or word)")
	}
	if !ends {
		r.wrong(p.Line, "a pattern without ends")
	}
	if len(r.mistakes) > before {
		return p, false
	}
	if p.Confidence == 0 {
		p.Confidence = defaultConfidence[p.Class]
	}
	p.Name = patternName(of, &p)
	return p, true
}

// patternName is what a claim's rule shows: predicate, class and first lemma.
func patternName(of nlp.Predicate, p *Pattern) string {
	name := fmt.Sprintf("%s/%s:%s", of, p.Class, p.Lemmas[0])
	if p.Particle != "" {
		name += "_" + p.Particle
	}
	if len(p.Light) > 0 {
		name += "+" + p.Light[0]
	}
	return fmt.Sprintf("%s@%d", name, p.Line)
}

// reads sets how the wording itself states the claim.
func (r *reader) reads(p *Pattern, f field) {
	for _, w := range r.texts(f.value, f.key) {
		switch w {
		case string(nlp.Negative), string(nlp.Positive):
			p.Polarity = nlp.Polarity(w)
		case string(nlp.Certain), string(nlp.Possible), string(nlp.Desired), string(nlp.Future):
			p.Modality = nlp.Modality(w)
		default:
			r.wrong(f.line, "reads %q: want positive, negative, certain, possible, desired or future", w)
		}
	}
}

// conditions reads a mapping of places to lemmas or to "any".
func (r *reader) conditions(f field) []Condition {
	var out []Condition
	for _, c := range r.fields(f.value, f.key) {
		at, err := parsePlace(c.key)
		if err != nil {
			r.wrong(c.line, "%v", err)
			continue
		}
		cond := Condition{At: at}
		words := r.texts(c.value, f.key)
		if len(words) != 1 || words[0] != "any" {
			cond.Lemmas = make(map[string]bool)
			for _, w := range words {
				cond.Lemmas[strings.ToLower(w)] = true
			}
		}
		out = append(out, cond)
	}
	return out
}
