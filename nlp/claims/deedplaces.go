package claims

import "github.com/kgbuild/kgbuild/nlp/gazetteer"

// charges are nouns behind which stands what someone is held for.
var charges = words("suspicion charge count allegation accusation connection relation offence offense role part involvement")

// detaining are verbs behind which stands what someone is said to have done.
var detaining = words("arrest detain jail imprison charge convict sentence indict prosecute extradite apprehend fine try condemn accuse hold rearrest acquit")

// reasonsFor are prepositions of what a deed is about or the reason for.
var reasonsFor = words("for over about against because_of due_to despite on_account_of as_a_result_of as_result_of owing_to")

// wounding are verbs of deeds that come "through" a window or a fence, which is not
// where they happen.
var wounding = words("stab knife shoot kill hack spear")

// sustaining are participles behind injuries that say where those were come by:
// "died of wounds suffered in Leeds" is no death in Leeds.
var sustaining = words("sustain suffer receive incur contract")

// otherDeed reports whether the place at token k belongs to another deed that the
// phrase of the event at token i names as its reason: "arrested on suspicion of
// stabbing a guard in Bergen", "marched against the killings in Sudan".
func (t *tree) otherDeed(k, i int) bool {
	held := t.is(i, "VERB") && detaining[t.lemma(i)]
	for n, h := 0, k; n < maxControl && h >= 0 && t.head(h) >= 0; n, h = n+1, t.head(h) {
		if t.base(h) == "acl" && sustaining[t.lemma(h)] {
			return true
		}
		if t.head(h) != i {
			continue
		}
		if h == k {
			return held && t.behindCharge(k, i)
		}
		p := t.preposition(h)
		_, deed := gazetteer.EventType(t.lemma(h))
		deed = deed || t.is(h, "VERB")
		return held && (charges[t.lemma(h)] || deed && p == "of") || deed && reasonsFor[p]
	}
	return false
}

// behindCharge reports whether the deed that someone is held for is told by a verb
// between token i and the place at token k, which then is where that was.
func (t *tree) behindCharge(k, i int) bool {
	for h := i + 1; h < k; h++ {
		if t.tok(h).XPOS != "VBG" || !t.within(h, i) {
			continue
		}
		if p := t.form(h - 1); p == "for" || p == "of" {
			return true
		}
	}
	return false
}
