package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// plurals gives a plural whose lemma no list knows the singular that the lists
// do know: lemmas of rare words are guessed, and now and then wrongly.
func (m *mender) plurals() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "NOUN" || len(gazetteer.NounTypes(tree.Lemma(t))) > 0 {
			continue
		}
		if stem, ok := strings.CutSuffix(strings.ToLower(t.Form), "ies"); ok && len(gazetteer.NounTypes(stem+"y")) > 0 {
			t.Lemma = stem + "y"
			continue
		}
		if man, ok := strings.CutSuffix(strings.ToLower(t.Form), "men"); ok && man != "" && t.XPOS == "NNS" {
			t.Lemma = man + "man"
			continue
		}
		single, plural := strings.CutSuffix(strings.ToLower(t.Form), "s")
		if plural && single != tree.Lemma(t) && len(gazetteer.NounTypes(single)) > 0 {
			t.Lemma = single
		}
	}
}

// formerHolders gives an "ex-mayor", or a "then-mayor", the lemma of who holds the
// office, as "former mayor" has it.
func (m *mender) formerHolders() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		lemma := strings.ToLower(t.Lemma)
		for _, prefix := range []string{"ex-", "then-"} {
			if office, ok := strings.CutPrefix(lemma, prefix); ok && personLemma(office) {
				t.Lemma = office
			}
		}
	}
}

// makers gives the last part of "film-maker" and its like the lemma of the word
// written in one: it is a person, and no maker of goods.
func (m *mender) makers() {
	for i := 2; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if t.UPOS != "NOUN" || tree.Lemma(t) != "maker" || m.tok(i-1).Form != "-" || m.tok(i-1).SpaceAfter {
			continue
		}
		if whole := tree.Lemma(m.tok(i-2)) + "maker"; personLemma(whole) {
			t.Lemma = whole
		}
	}
}

// opposition is a noun, whatever taggers make of it before another noun
// ("opposition lawmaker X").
func (m *mender) opposition() {
	for i := range m.s.Tokens {
		if t := m.tok(i); t.UPOS == "ADJ" && strings.EqualFold(t.Form, "opposition") {
			t.UPOS, t.XPOS, t.Lemma = "NOUN", "NN", "opposition"
			if t.Relation == "amod" {
				t.Relation = "compound"
			}
		}
	}
}

// verbs gives verbs the lemma that their form has. "helped found" is of
// "found": behind "help" stands no past.
func (m *mender) verbs() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "VERB" {
			continue
		}
		t.Lemma = tree.VerbLemma(t)
		if t.Form == "found" && (t.XPOS == "VB" || t.Relation == "xcomp" && i > 0 && m.tok(t.Head).Lemma == "help" || i > 0 && m.tok(i-1).XPOS == "TO") {
			t.XPOS, t.Lemma = "VB", "found"
		}
	}
}

// shortTitles are titles and ranks that news writes short before a name.
var shortTitles = map[string]string{
	"gov.": "governor", "sen.": "senator", "sens.": "senator", "rep.": "representative", "reps.": "representative",
	"pres.": "president", "amb.": "ambassador", "prof.": "professor", "atty.": "attorney", "dep.": "deputy",
	"lt.": "lieutenant", "sgt.": "sergeant", "col.": "colonel", "gen.": "general", "maj.": "major",
	"cpl.": "corporal", "const.": "constable", "insp.": "inspector", "supt.": "superintendent", "det.": "detective",
	"adm.": "admiral", "sgt": "sergeant", "lt": "lieutenant", "supt": "superintendent",
}

// abbreviations gives titles written short before a name the lemma of the title.
func (m *mender) abbreviations() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if long := shortTitles[strings.ToLower(t.Form)]; long != "" && (t.UPOS == "PROPN" || t.UPOS == "NOUN") && m.capital(i+1) {
			t.Lemma = long
		}
	}
}
