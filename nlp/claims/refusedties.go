package claims

import "github.com/kgbuild/kgbuild/nlp"

// mutual are the predicates of ties that two have with each other.
var mutual = map[nlp.Predicate]bool{"hostile": true, "allied": true, "agreed": true, "negotiated": true, "met": true}

// onlyListed reports whether the ends of a reading of a tie are joined by "and" and
// nothing says that they do something to each other: "Yemen and Sudan had no
// telephone", "wars against the Turks and the Tatars". Token k is where they meet.
func (t *tree) onlyListed(r nlp.Reading, k int) bool {
	if !mutual[r.Predicate] || r.Subject < 0 || r.Object < 0 || t.first(r.Subject) != t.first(r.Object) || r.Subject == r.Object {
		return false
	}
	first := t.first(r.Subject)
	switch t.preposition(first) {
	case "between", "among", "of":
		return false
	}
	h := t.head(first)
	if h < 0 || t.base(first) != "nsubj" {
		return true
	}
	for _, c := range append(t.children(h, "obj", "xcomp", "obl", "nmod", "ccomp"), h, r.Subject, r.Object) {
		if ties[t.lemma(c)] || t.eachOther(c) {
			return false
		}
	}
	return !t.hasDeterminer(h, "together", "jointly")
}

// ties are verbs and nouns of what two do to each other.
var ties = words(`agree ally argue battle clash collaborate compete compromise confer confront conflict cooperate co-operate deal debate discuss
	disagree dispute duel face feud fight haggle join meet merge negotiate part partner play quarrel reconcile row settle sign skirmish spar
	speak split talk team unite wrangle agreement accord alliance ceasefire coalition conflict contract deal discussion dispute enemy ally
	feud friend friendship link negotiation odds pact partnership rival rivalry relation relationship row talk tie treaty truce war venture
	exchange swap conversation loggerhead tension battle force contact letter cooperation peace terms standoff summit meeting commitment share`)
