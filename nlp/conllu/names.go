package conllu

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// foreignTypes gives the claim model's types for labels that other tools use:
// CoNLL-2003 and OntoNotes. Those not listed, such as DATE, are no names.
var foreignTypes = map[string]nlp.EntityType{
	"PER": nlp.Person, "PERSON": nlp.Person,
	"ORG": nlp.Organization, "ORGANIZATION": nlp.Organization,
	"LOC": nlp.Place, "LOCATION": nlp.Place, "GPE": nlp.Place,
	"FAC": nlp.Facility, "NORP": nlp.Group, "PRODUCT": nlp.Product, "EVENT": nlp.Event,
	"MISC": nlp.Concept, "WORK_OF_ART": nlp.Concept, "LAW": nlp.Concept, "LANGUAGE": nlp.Concept,
}

// EntityType returns the type that a label stands for: one of the claim
// model's own, or a usual label of other tools; "" when it is neither.
func EntityType(label string) nlp.EntityType {
	if t := nlp.EntityType(label); t.Valid() {
		return t
	}
	return foreignTypes[strings.ToUpper(label)]
}

// readNames returns the names that the words' NER fields mark in IOB2 or
// BIOES, and whether any word has such a field. Stanza writes the key in small
// letters; both are read.
func readNames(words []Word) (names []nlp.Name, marked bool) {
	var open string // label of the name that the word before belongs to
	for i := range words {
		tag := words[i].Misc.Get("NER")
		if tag == "" {
			tag = words[i].Misc.Get("ner")
		}
		marked = marked || tag != ""
		prefix, label, _ := strings.Cut(tag, "-")
		typ := EntityType(label)
		switch {
		case typ == "":
			open = ""
		case (prefix == "I" || prefix == "E") && open == label:
			names[len(names)-1].Tokens.End = i + 1
		default:
			names = append(names, nlp.Name{Tokens: nlp.Range{First: i, End: i + 1}, Type: typ, Score: 1})
			open = label
		}
		if prefix == "E" || prefix == "S" {
			open = ""
		}
	}
	return names, marked
}

// nameTags returns the IOB2 tag of every token, "" outside of names.
func nameTags(s *nlp.Sentence) []string {
	tags := make([]string, len(s.Tokens))
	for _, n := range s.Names {
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			tags[i] = "I-" + string(n.Type)
		}
		if n.Tokens.Len() > 0 {
			tags[n.Tokens.First] = "B-" + string(n.Type)
		}
	}
	return tags
}
