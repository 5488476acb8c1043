package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// readingRule is how claims are read that only the language model reads.
const readingRule = "reading"

// IsReading reports whether a rule is that of claims which only the language
// model reads.
func IsReading(rule string) bool { return strings.HasSuffix(rule, "/"+readingRule) }

// leastReadings are the predicates that the model's readings are taken for, those
// told in more wordings than patterns can list, with how probable a reading must
// be. They were chosen on annotated articles that the model was not trained on.
// Offices, memberships, deeds and what authorities do are told in few wordings:
// what their patterns leave over the model gets wrong as often as right.
var leastReadings = map[nlp.Predicate]float32{
	"called_for": 0.3, "located_in": 0.35, "allied": 0.4, "hostile": 0.4, "praised": 0.45,
	"accused": 0.5, "blamed": 0.5, "born_in": 0.5, "condemned": 0.5, "criticized": 0.5, "lives_in": 0.5, "met": 0.5,
	"supports": 0.5, "warned": 0.5, "works_for": 0.5, "denied": 0.55,
	"agreed": 0.6, "caused": 0.6, "founded": 0.6, "national_of": 0.6, "part_of": 0.6, "threatened": 0.6,
	"negotiated": 0.7, "owns": 0.8,
}

// readings makes claims of what the language model reads between two words of a
// sentence of which no pattern tells anything. The types of the ends, the stance
// and the speakers are those that codebook and tree give.
func (d *document) readings(t *tree, cs []candidate) []candidate {
	all := slices.Clone(cs)
	for _, r := range t.s.Readings {
		least, taken := leastReadings[r.Predicate]
		if e := d.cb.Entry(r.Predicate); e != nil && taken && r.Probability >= least {
			all = append(all, d.reading(t, r, e, all)...)
		}
	}
	return all[len(cs):]
}

func (d *document) reading(t *tree, r nlp.Reading, e *codebook.Entry, cs []candidate) []candidate {
	k := t.verbOver(t.between(r.Subject, r.Object), r)
	if t.doubtful(r, k) {
		return nil
	}
	s := d.stanceOf(t, k)
	if opines[t.lemma(k)] {
		s = d.stanceOfSubject(t, k) // "Parents blame the vaccine for the deaths": they tie the one to the other
	}
	if s.polarity == nlp.Negative {
		return nil // "never gave it a thumbs-up": the model may have read the negation, or not
	}
	subjects, speaks := d.readEnd(t, r.Subject, e.Subject, &s)
	objects, _ := d.readEnd(t, r.Object, e.Object, &s)
	if utters[r.Predicate] && !speaks && !t.couldUtter(r.Subject) {
		return nil
	}
	if e.Predicate == "national_of" && len(subjects) == 0 { // a body is in its country
		if e = d.cb.Entry("located_in"); e == nil {
			return nil
		}
		subjects, speaks = d.readEnd(t, r.Subject, organizations, &s)
	}
	var out []candidate
	for _, a := range subjects {
		for _, b := range objects {
			if a.Chain == b.Chain || tied(cs, a.Chain, b.Chain) || tied(out, a.Chain, b.Chain) ||
				uttered(cs, a.Chain, e.Predicate) || t.utteredByAnother(cs, a, b, e.Predicate) || utters[e.Predicate] && d.insideSubject(t, cs, a, b) || d.liesElsewhere(t, e.Predicate, a, b) || d.saysNothing(t, e.Predicate, a, b) {
				continue
			}
			if e.Predicate == "caused" && s.modality != nlp.Certain {
				continue // what can or should come of something
			}
			own := s
			if utters[e.Predicate] && (speaks || slices.Contains(s.by, a.Chain)) {
				own.modality = nlp.Certain // whatever is supposed in his words, he says them
			}
			own.by = slices.DeleteFunc(slices.Clone(s.by), func(c nlp.ChainID) bool { return c == a.Chain })
			out = append(out, t.candidate(k, a.End, e.Predicate, b.End, own, minConfidence+(1-minConfidence)*float64(r.Probability)*a.sure*b.sure, readingRule))
		}
	}
	return out
}

// opines are verbs whose subject ties the things that it names to each other.
var opines = words("blame attribute ascribe accuse suspect credit link tie connect associate")

// readEnd returns the ends that a word of a reading stands for; where it is the
// speaker, the stance becomes that of his words. It reports whether it is.
func (d *document) readEnd(t *tree, k int, types codebook.Types, s *stance) ([]end, bool) {
	if k != nlp.Speaker {
		if es := d.ends(t, direct(k), types); len(es) > 0 || !firstPerson[t.form(k)] {
			return es, false
		}
	}
	return d.whoSays(s, types), true
}

// verbOver returns the verb of which both ends are arguments where one is joined
// to the other by "and" below k: "mediate between the cartels and the state".
func (t *tree) verbOver(k int, r nlp.Reading) int {
	if k != r.Subject && k != r.Object || t.head(k) < 0 || !t.verbal(t.head(k)) {
		return k
	}
	if other := max(r.Subject, r.Object); t.base(other) == "conj" && t.head(other) == k && k != other {
		return t.head(k)
	}
	return k
}

// between returns the word where the ways from two words to the root meet; for
// the speaker, the other word.
func (t *tree) between(i, j int) int {
	if i == nlp.Speaker || j == nlp.Speaker {
		return max(i, j)
	}
	for k, n := i, 0; k >= 0 && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		if t.within(j, k) {
			return k
		}
	}
	return j
}
