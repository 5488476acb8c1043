package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// bodyBetween reports whether a common noun of a body stands between a role and what
// is before it: "the Leipzig museum chief" heads no town.
func (t *tree) bodyBetween(role int) bool {
	for k := role - 1; k >= 0 && (t.is(k, "NOUN") || t.is(k, "ADJ")) && t.tok(k).Form == t.form(k); k-- {
		if kind := gazetteer.NounType(t.lemma(k)); t.is(k, "NOUN") && !localBodies[t.lemma(k)] && (kind == nlp.Organization || kind == nlp.Facility) {
			return true
		}
	}
	return false
}

// localBodies are those whose head is that of their town as well.
var localBodies = words("police city town state government county party opposition council army force police-force fire")
