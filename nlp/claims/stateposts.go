package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// statePosts gives those who come into, hold or leave an office that states have
// and others have too, without a word of whose it is, the state that an article
// on politics is about: "was sworn in as president", "stepped down as minister",
// "won the presidency".
func (d *document) statePosts(t *tree, cs, found []candidate) []candidate {
	if !d.reportsPolitics() {
		return nil
	}
	var out []candidate
	for h := range t.s.Tokens {
		role, bearer := t.statePost(h)
		if role == "" {
			continue
		}
		for _, e := range d.ends(t, bearer, codebook.Types{nlp.Person: true}) {
			before := slices.Concat(found, out)
			if !d.a.Chains[e.Chain].Named() || d.office(e.Chain, cs) != nlp.NoChain || d.office(e.Chain, before) != nlp.NoChain {
				continue
			}
			ti := title{Range: nlp.Range{First: h, End: h + 1}, noun: h, role: role}
			if state := d.stateOfOffice(t, ti, d.a.Chains[e.Chain].Name); state != nlp.NoChain {
				out = append(out, d.impliedOffice(t, h, e, "leads", state, "state office"))
			}
		}
	}
	return out
}

// statePost returns the role that token h says somebody comes into, has or leaves,
// and who that is; "" when it is none that states have.
func (t *tree) statePost(h int) (role string, bearer found) {
	if !t.is(h, "NOUN") || t.plural(h) || t.bodyNamed(h) || t.inBody(h) {
		return "", found{}
	}
	v := t.head(h)
	if v < 0 || !t.verbal(v) {
		return "", found{}
	}
	if role := presidencies[t.lemma(h)]; role != "" {
		if t.base(h) == "obj" && takingPosts[t.phrasal(v)] && !t.passive(v) {
			return role, t.subject(v)
		}
		return "", found{}
	}
	role = t.lemma(h)
	if role != "president" && role != "minister" && role != "chancellor" || !t.headless(h) {
		return "", found{}
	}
	if t.base(h) == "xcomp" || t.base(h) == "obl" && (t.preposition(h) == "as" || t.preposition(h) == "to") {
		if changingPosts[t.phrasal(v)] {
			return role, t.bearer(h)
		}
	}
	return "", found{}
}

// headless reports whether nothing before a role noun says what kind of office it
// is, but that it is new or only for a time.
func (t *tree) headless(h int) bool {
	return !slices.ContainsFunc(t.children(h, "amod", "compound", "nmod:poss", "nmod:desc"), func(k int) bool {
		return !formerly[t.form(k)] && t.form(k) != "first" && t.form(k) != "new" && t.form(k) != "next"
	})
}

// presidencies are nouns for the office of a head of state or government.
var presidencies = map[string]string{"presidency": "president", "premiership": "minister", "chancellorship": "chancellor"}

var (
	// takingPosts are verbs whose subject gets or has the office that is their object.
	takingPosts = words("win assume take gain clinch secure retain hold resign leave relinquish vacate quit capture regain reclaim")
	// changingPosts are verbs of coming into an office of state, serving in it and leaving it.
	changingPosts = words(`swear swear_in inaugurate elect re-elect reelect install resign quit step_down stand_down step_aside stand_aside
		serve oust remove depose sack dismiss fire impeach succeed replace take_over appoint reappoint`)
)
