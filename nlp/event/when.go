package event

import (
	"slices"
	"strconv"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// timed reports whether the token stands in a time expression.
func (r *reader) timed(sentence, i int) bool {
	for _, x := range r.times[sentence] {
		if x.Tokens.Contains(i) {
			return true
		}
	}
	return false
}

// timeOf returns when the event of a mention is told to be.
func (r *reader) timeOf(c *mention.Candidate) nlp.Interval {
	ref := c.Ref()
	if at := r.when(ref); !at.IsZero() {
		return at
	}
	if at := r.year(c); !at.IsZero() {
		return at
	}
	if at := r.remembered[ref]; !at.IsZero() || c.Definite == mention.Definite {
		return at
	}
	return r.whenTime(ref)
}

// when returns the event's own time: a time expression in its phrase, then
// one in the clause that is about it, then a month or year of the clause that
// reports it, which is too long for report and event to differ.
func (r *reader) when(ref nlp.TokenRef) nlp.Interval {
	t := r.trees[ref.Sentence]
	h := r.clause(ref.Sentence, ref.Token)
	relatives := r.relatives(t, ref.Token)
	best, rank := nlp.Interval{}, 0
	for _, x := range r.times[ref.Sentence] {
		if x.Value.IsZero() {
			continue
		}
		head := timeHead(t, x.Tokens)
		n := 0
		switch up := t.Head(head); {
		case x.Tokens.Contains(ref.Token):
		case boundary[t.Case(head)]:
		case t.Head(ref.Token) == head && t.Child(head, "cop") >= 0:
			n = 4 // "the last quake was in February"
		case up == ref.Token && !tree.Matches(t.Token(head).Relation, "appos", "conj"):
			if head < ref.Token || coarse(x.Value) || !r.reported(t, ref.Token) {
				n = 4
			}
		case h >= 0 && ending[tree.Lemma(t.Token(h))]:
		case h >= 0 && (up == h || up >= 0 && t.Head(up) == h && tree.Matches(t.Token(up).Relation, "conj")), slices.Contains(relatives, up):
			n = 3
		case coarse(x.Value) && up >= 0 && t.Dominates(up, ref.Token) && reporting[tree.Lemma(t.Token(up))]:
			n = 1
		}
		if n > rank {
			best, rank = x.Value, n
		}
	}
	return best
}

// coarse reports whether an interval is known to a month or less.
func coarse(i nlp.Interval) bool { return i.Start.Day == 0 && !i.Start.IsZero() }

// timeHead returns the token of a time expression from which the others hang.
func timeHead(t *tree.Tree, r nlp.Range) int {
	for i := r.First; i < r.End && i < t.Len(); i++ {
		if h := t.Head(i); (h < 0 || !r.Contains(h)) && t.Token(i).UPOS != "ADP" && t.Token(i).UPOS != "DET" && t.Token(i).UPOS != "PUNCT" {
			return i
		}
	}
	return min(r.First, t.Len()-1)
}

// boundary prepositions give a time that is not the event's.
var boundary = map[string]bool{"since": true, "until": true, "till": true, "before": true, "after": true, "by": true, "prior to": true}

// ending verbs give the time at which the event was over.
var ending = words("end finish conclude stop cease close")

// reporting are verbs whose clause tells of an event and has a time of its own.
var reporting = words(`claim take deny condemn denounce announce report say confirm admit acknowledge blame praise
	criticize criticise discuss investigate label call describe mention apologize apologise assume`)

// reported reports whether the event stands inside the object of a verb of
// reporting: a day at the end of "claimed credit for the attacks on Thursday"
// may be that of the claim, whatever the tree says.
func (r *reader) reported(t *tree.Tree, i int) bool {
	for n := t.Head(i); n >= 0; n = t.Head(n) {
		if u := t.Token(n).UPOS; u == "VERB" || u == "AUX" {
			return reporting[tree.Lemma(t.Token(n))]
		}
	}
	return false
}

// year returns the year that stands before the noun as a number: "the 2017
// attack".
func (r *reader) year(c *mention.Candidate) nlp.Interval {
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "nummod", "compound", "nmod:unmarked", "nmod:desc") {
		if k > c.Head || t.Token(k).UPOS != "NUM" {
			continue
		}
		if y, err := strconv.Atoi(t.Token(k).Form); err == nil && y >= 1000 && y <= 2100 {
			return nlp.On(nlp.Date{Year: y})
		}
	}
	return nlp.Interval{}
}
