package claims

// appealing are verbs with which somebody calls for others to act.
var appealing = words("call push press plead appeal campaign lobby")

// appealReliability is the confidence of a call for somebody to act.
const appealReliability = 0.8

// appeals reads who is called for to act, the subject of an infinitive behind
// "for": "called for the minister to resign".
func (d *document) appeals(t *tree) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if !t.verbal(v) || t.passive(v) || !appealing[t.lemma(v)] {
			continue
		}
		for _, act := range t.children(v, "xcomp", "advcl", "ccomp") {
			asked := t.child(act, "nsubj", "nsubj:pass")
			if asked < 0 || act < v || !t.markedFor(act, asked) {
				continue
			}
			s := d.stanceOf(t, v)
			for _, who := range d.ends(t, t.subject(v), actors) {
				for _, whom := range d.ends(t, direct(asked), actors) {
					if who.Chain == whom.Chain {
						continue
					}
					out = append(out, t.candidate(v, who.End, "called_for", whom.End, s, appealReliability*who.sure*whom.sure, "for somebody to act"))
				}
			}
		}
	}
	return out
}

// markedFor reports whether "for" stands before the subject of an infinitive.
func (t *tree) markedFor(act, subject int) bool {
	for _, m := range t.children(act, "mark") {
		if m < subject && t.form(m) == "for" {
			return true
		}
	}
	return false
}
