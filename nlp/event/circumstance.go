package event

import (
	"slices"
	"strconv"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// occurrence are verbs whose clause is about the event itself.
var occurrence = set(`occur happen take strike hit rock kill injure wound leave carry conduct commit launch hold
	begin start end erupt follow target claim destroy damage devastate cause mark come stage perpetrate execute
	shake tear rip break see organize organise mount unfold explode detonate die prompt trigger spark play win
	schedule plan open celebrate commemorate attack bomb shoot stab murder assassinate slay massacre
	host attend gather include involve result send disrupt affect suffer survive witness do be`)

// where collects the places of an event: in its phrase, as a compound before
// the noun, and in the clause of an occurrence verb.
func (r *reader) where(x *Reading, c *mention.Candidate) {
	t := r.trees[c.Sentence]
	add := func(i int) {
		ref := nlp.TokenRef{Sentence: c.Sentence, Token: i}
		if j, ok := r.at[ref]; ok && r.place(j) {
			x.Places = addRef(x.Places, ref)
			for _, k := range t.Children(i, "appos", "nmod", "conj") { // "Springfield, Ohio"
				if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && r.place(j) && (r.c[j].Place || t.Case(k) == "") && !tree.Matches(t.Token(k).Relation, "nmod:poss") {
					x.Places = addRef(x.Places, nlp.TokenRef{Sentence: c.Sentence, Token: k})
				}
			}
		}
	}
	for _, k := range t.Children(c.Head, "nmod", "obl", "compound", "nmod:poss") {
		j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]
		if !ok {
			continue
		}
		switch {
		case tree.Matches(t.Token(k).Relation, "compound"):
			// A country before an attack is whose it is or where it was; a city
			// is where.
			if k < c.Head && r.c[j].Name != "" && (r.c[j].Type() == nlp.City || r.c[j].Type() == nlp.Place || r.c[j].Type() == nlp.Facility ||
				r.c[j].Type() == nlp.Country && !adjectival(t.Token(k).Form) && !between[x.Type]) {
				add(k)
			}
		case tree.Matches(t.Token(k).Relation, "nmod:poss"):
			if r.c[j].Type() == nlp.City && !suffered[x.Type] {
				add(k)
			}
		case r.c[j].Place:
			add(k)
		}
	}
	clauses := append(r.relatives(t, c.Head), r.clause(c.Sentence, c.Head))
	for _, h := range clauses {
		if h < 0 {
			continue
		}
		for _, k := range t.Children(h, "obl") {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && r.c[j].Place && k != c.Head {
				add(k)
			}
			for _, n := range r.deeper(c.Sentence, k) {
				add(n)
			}
		}
	}
}

// deeper returns the places inside the phrase of i: "amid a crowd gathered at
// the station in Rome". Finite clauses and other events bound the search.
func (r *reader) deeper(sentence, i int) []int {
	t := r.trees[sentence]
	var out []int
	stop := func(k int) bool {
		if tree.Matches(t.Token(k).Relation, "acl:relcl", "ccomp", "parataxis", "nmod:poss", "compound", "appos") {
			return true
		}
		j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: k}]
		return ok && r.c[j].Type() == nlp.Event
	}
	if stop(i) {
		return nil
	}
	for _, k := range t.Phrase(i, stop) {
		if j, ok := r.at[nlp.TokenRef{Sentence: sentence, Token: k}]; ok && r.c[j].Place && r.c[j].Head == k && k != i {
			out = append(out, k)
		}
	}
	return out
}

// relatives returns the occurrence verbs of relative clauses and participles
// behind the event: "the blast that occurred in", "the attack launched on".
func (r *reader) relatives(t *tree.Tree, i int) []int {
	var out []int
	for _, k := range t.Children(i, "acl:relcl", "acl") {
		if occurrence[tree.Lemma(t.Token(k))] {
			out = append(out, k)
		}
	}
	return out
}

// timed reports whether the token stands in a time expression.
func (r *reader) timed(sentence, i int) bool {
	for _, x := range r.times[sentence] {
		if x.Tokens.Contains(i) {
			return true
		}
	}
	return false
}

// between are the types that a country before the noun takes part in ("Peru
// talks") rather than houses.
var between = map[string]bool{"conflict": true, "meeting": true, "agreement": true, "match": true, "invasion": true}

// adjectival reports whether a country's short form stands for its adjective
// ("U.S. strike" is a strike by the United States).
func adjectival(form string) bool {
	switch form {
	case "U.S.", "US", "U.S", "USA", "UK", "U.K.", "UAE", "UN", "EU":
		return true
	}
	return false
}

// clause returns the verb whose clause is about the event at the token, or -1:
// an occurrence verb of which it is subject, object or circumstance.
func (r *reader) clause(sentence, i int) int {
	t := r.trees[sentence]
	tok := t.Token(i)
	for tree.Matches(tok.Relation, "conj", "appos") && t.Head(i) >= 0 {
		i = t.Head(i)
		tok = t.Token(i)
	}
	h := t.Head(i)
	if h < 0 {
		return -1
	}
	up := t.Token(h)
	switch {
	case tree.Matches(tok.Relation, "nsubj:pass") && reporting[tree.Lemma(up)]:
		return -1 // "the attack was claimed on Thursday"
	case tree.Matches(tok.Relation, "nsubj", "obj"):
	case tree.Matches(tok.Relation, "obl"):
		switch t.Case(i) {
		case "in", "by", "during", "with", "after", "":
		default:
			return -1
		}
		if t.Case(i) == "after" || t.Case(i) == "" {
			return -1
		}
	default:
		return -1
	}
	lemma := tree.Lemma(up)
	if occurrence[lemma] && (lemma != "claim" || tree.Matches(tok.Relation, "nsubj")) || t.Child(h, "cop") >= 0 {
		return h
	}
	return -1
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
var ending = set("end finish conclude stop cease close")

// reporting are verbs whose clause tells of an event and has a time of its own.
var reporting = set(`claim take deny condemn denounce announce report say confirm admit acknowledge blame praise
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
