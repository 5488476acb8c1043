package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// naming are the verbs that give something a name or a nature, with what they
// say themselves.
var naming = map[string]int{
	"call": 0, "describe": 0, "label": 0, "brand": 0, "dub": 0, "term": 0, "deem": 0, "consider": 0, "regard": 0, "view": 0, "see": 0,
	"find": 0, "portray": 0, "characterize": 0, "characterise": 0, "depict": 0, "remember": 0, "declare": 0, "pronounce": 0, "think": 0,
	"hail": 1, "praise": 1, "dismiss": -1, "denounce": -1, "slam": -1, "blast": -1, "deride": -1, "mock": -1, "condemn": -1,
}

// judgingName reads "called X a farce", "dismissed X as 'cheap theatre'".
func (d *document) judgingName(t *tree, v int) []candidate {
	own, ok := naming[t.lemma(v)]
	if !ok {
		return nil
	}
	objects := t.object(v)
	if len(objects.tokens) == 0 {
		return nil
	}
	subject := t.subject(v)
	var verdict gazetteer.Verdict
	for _, c := range t.named(v, objects) {
		if verdict.Sign = own; own == 0 || t.base(c) == "appos" {
			verdict = t.namedAs(c) // "dismissed its secretary, Ann Lee"
		}
		if verdict.Sign != 0 {
			if t.passive(v) && len(subject.tokens) == 0 {
				subject = t.agent(c) // "hailed as a triumph by X"
				for _, n := range t.children(c, "nmod") {
					if len(subject.tokens) == 0 && t.preposition(n) == "by" {
						subject = direct(n)
					}
				}
			}
			break
		}
	}
	if verdict.Sign == 0 {
		return nil
	}
	s := d.stanceOf(t, v)
	if s.polarity == nlp.Negative {
		return nil
	}
	var out []candidate
	for _, who := range d.ends(t, subject, actors) {
		named := append(d.judgedEnds(t, objects), d.pointedAt(t, objects)...)
		if len(named) == 0 && t.pointing(objects) {
			named = d.leavingOut(d.toldBeforeSpeech(t.index, who.Chain, verdict.Sign), v) // "called it a disgrace"
		}
		for _, what := range named {
			if c, ok := d.judgement(t, v, who, what, verdict, s); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// namedAs returns what a phrase that somebody is called by says of them, also by
// what is joined to it ("one of the founders of the club and a true visionary")
// or by a role that is an honour as a name, though not as an office.
func (t *tree) namedAs(k int) gazetteer.Verdict {
	if v := t.verdict(k); v.Sign != 0 {
		return v
	}
	if honouring[t.lemma(k)] && t.is(k, "NOUN") && len(t.children(k, "amod")) == 0 {
		return gazetteer.Verdict{Sign: 1}
	}
	for i := k + 1; i < len(t.s.Tokens); i++ {
		if t.base(i) == "conj" && t.within(i, k) && t.hasDeterminer(i, "a", "an", "the") {
			if v := t.verdict(i); v.Sign != 0 {
				return v
			}
		}
	}
	return gazetteer.Verdict{}
}

// honouring are nouns that praise when somebody is called by them.
var honouring = words("ambassador champion fighter warrior conscience patriot servant father mother role-model friend pillar voice heartbeat cornerstone testament")

// named returns what a verb of naming calls its object.
func (t *tree) named(v int, objects found) []int {
	out := t.complements(v)
	out = append(out, t.oblique(v, "as").tokens...)
	for _, k := range t.children(v, "advcl", "ccomp", "advmod") {
		if t.preposition(k) == "as" && !t.verbal(k) || t.base(k) == "ccomp" && len(t.ownSubject(k)) == 0 {
			out = append(out, k)
		}
	}
	for _, o := range objects.tokens {
		if o < v || o >= len(t.s.Tokens) {
			continue
		}
		for _, k := range t.children(o, "appos", "nmod") {
			if k > o && (t.base(k) == "appos" || t.preposition(k) == "as") {
				out = append(out, k)
			}
		}
	}
	if k := v + 1; k < len(t.s.Tokens) && t.head(k) == v && t.is(k, "ADV") {
		out = append(out, k) // "a policy I consider cowardly"
	}
	return out
}
