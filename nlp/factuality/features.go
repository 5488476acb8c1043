package factuality

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// pathLength is how many relations of the way to the root are looked at.
const pathLength = 4

// features describe predicate i: the model's reading, the predicate itself,
// the predicate that governs it, and the way to the root.
func features(t *tree.Tree, i int) linear.Features {
	l := linear.Features{{Name: linear.Bias, Value: 1}}
	readFeatures(&l, t, i)
	clauseFeatures(&l, "", t, i)
	last := t.Len() - 1
	for last > i && t.Token(last).Form != "?" {
		last--
	}
	l.Yes("question", t.Token(last).Form == "?")
	if h := t.Head(i); h >= 0 {
		clauseFeatures(&l, "head ", t, h)
		relation, base := string(t.Token(i).Relation), string(t.Token(i).Relation.Base())
		l.Add("head "+tree.Lemma(t.Token(h))+" "+relation, 1)
		l.Add("head "+tree.Lemma(t.Token(h))+" marked "+lemmas(t, i, "mark"), 1)
		l.Add("head auxiliaries "+base+" "+lemmas(t, h, "aux"), 1)
		l.Add("head negated "+base+" "+strconv.FormatBool(negated(t, h)), 1)
	}
	path := ""
	n := 0
	for j := i; t.Head(j) >= 0 && n < pathLength; j = t.Head(j) {
		path += "<" + string(t.Token(j).Relation.Base())
		n++
		l.Add("path "+path, 1)
		if n > 2 {
			l.Add("above "+strconv.Itoa(n)+" "+tree.Lemma(t.Token(t.Head(j))), 1)
		}
	}
	l.Add("depth", float64(n))
	return l
}

// steps turn the model's reading into features, as its scale is not even.
var steps = []float32{-1, -0.7, -0.4, -0.2, 0, 0.2, 0.4, 0.7, 1}

func readFeatures(l *linear.Features, t *tree.Tree, i int) {
	read := t.Token(i).Factuality
	l.Add("read", float64(read))
	for _, s := range steps {
		l.Yes("read above "+strconv.FormatFloat(float64(s), 'f', 1, 32), read > s)
	}
	governor := i
	if h := t.Head(i); h >= 0 {
		governor = h
	}
	l.Add("read of head", float64(t.Token(governor).Factuality))
	sum, n := float32(0), 0
	for _, c := range t.Children(i) {
		if t.Token(c).UPOS == "VERB" {
			sum += t.Token(c).Factuality
			n++
		}
	}
	if n > 0 {
		l.Add("read of children", float64(sum)/float64(n))
	}
}

// clauseFeatures describe a predicate and what stands beside it; of is "" for
// the predicate asked about and names another's place.
func clauseFeatures(l *linear.Features, of string, t *tree.Tree, i int) {
	tok := t.Token(i)
	yes := func(name string) { l.Add(of+name, 1) }
	yes("relation " + string(tok.Relation))
	yes("tag " + tok.XPOS)
	yes("lemma " + tree.Lemma(tok))
	for _, name := range []string{"Mood", "Tense", "VerbForm", "Voice"} {
		if v := tok.Features.Get(name); v != "" {
			yes(name + "=" + v)
		}
	}
	subject := t.Child(i, "nsubj", "csubj")
	for _, c := range t.Children(i) {
		form := strings.ToLower(t.Token(c).Form)
		switch base := t.Token(c).Relation.Base(); base {
		case "aux", "cop":
			yes("auxiliary " + form)
		case "advmod":
			yes("adverb " + tree.Lemma(t.Token(c)))
		case "mark", "case":
			yes("mark " + tree.Lemma(t.Token(c)))
		case "obj":
			yes("object with " + lemmas(t, c, "det"))
		case "advcl":
			yes("clause with " + lemmas(t, c, "mark"))
		}
		yes("child " + string(t.Token(c).Relation.Base()))
	}
	with := "without subject"
	if subject >= 0 {
		with = "with " + t.Token(subject).UPOS
		if t.Token(subject).UPOS == "PRON" {
			with = "with " + tree.Lemma(t.Token(subject))
		}
	}
	yes(with)
	not := ""
	if negated(t, i) {
		not = " not"
		yes("negated")
	}
	auxiliaries := lemmas(t, i, "aux")
	yes("auxiliaries " + auxiliaries)
	yes("auxiliaries " + auxiliaries + " " + tok.XPOS + not)
	yes("form " + string(tok.Relation) + " " + tok.XPOS + " " + strconv.FormatBool(subject >= 0))
	if subject < 0 && tok.Relation.Base() == "root" && (tok.XPOS == "VB" || tok.XPOS == "VBP") {
		yes("imperative")
	}
}

// lemmas joins the lemmas of the children of i with a relation.
func lemmas(t *tree.Tree, i int, relation string) string {
	var out []string
	for _, c := range t.Children(i) {
		if string(t.Token(c).Relation.Base()) == relation {
			out = append(out, tree.Lemma(t.Token(c)))
		}
	}
	return strings.Join(out, " ")
}

// Words that deny the predicate they belong to.
var (
	negations   = []string{"not", "n't", "n’t", "nt", "never", "no"}
	negatedEnds = []string{"no", "few", "neither", "nobody", "none", "nothing"}
)

// negated reports whether a predicate is denied beside it: by an adverb, or by
// a subject or object that there is not.
func negated(t *tree.Tree, i int) bool {
	for _, c := range t.Children(i) {
		if slices.Contains(negations, strings.ToLower(t.Token(c).Form)) {
			return true
		}
		if base := t.Token(c).Relation.Base(); base != "nsubj" && base != "obj" {
			continue
		}
		if slices.Contains(negatedEnds, tree.Lemma(t.Token(c))) {
			return true
		}
		for _, d := range t.Children(c, "det") {
			if slices.Contains(negatedEnds, tree.Lemma(t.Token(d))) {
				return true
			}
		}
	}
	return false
}
