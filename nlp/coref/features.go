package coref

import (
	"math"
	"slices"
	"strconv"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// weigh gives every antecedent of pronoun i its features and returns those of
// having none.
func (r *resolver) weigh(i int, options []antecedent) linear.Features {
	v := view{resolver: r, i: i, c: &r.c[i], t: r.trees[r.c[i].Sentence], salient: 1}
	v.own = roleOf(v.t, v.c.Head)
	v.previous = r.previousPronoun(i)
	known := make([]standing, len(options))
	for n := range options {
		known[n] = r.standing(i, options[n].cluster)
		v.salient = max(v.salient, known[n].salience)
		v.most = max(v.most, known[n].mentions)
		v.introduced = v.introduced || kindOf(v.c) == hePronoun && v.own == subjectRole && !v.c.Quoted && r.introducedHere(i, options[n].cluster)
	}
	nearer := 0
	for n := range options {
		switch o := &options[n]; {
		case o.group != nil:
			o.features = v.ofGroup(o, &known[n])
		case o.near > i:
			o.features = v.ofLater(o, &known[n])
		default:
			o.features = v.ofEarlier(o, &known[n], nearer)
			if v.c.Quoted || !r.c[o.near].Quoted {
				nearer++
			}
		}
	}
	return v.ofNone(options)
}

// view is a pronoun with what is the same for all of its antecedents.
type view struct {
	*resolver
	i        int
	c        *candidate
	t        *tree.Tree
	own      role
	previous int     // the pronoun before of the same gender and number, or -1
	salient  float64 // the greatest salience of an antecedent
	most     int     // the greatest number of mentions of an antecedent
	// introduced is true for "he" or "she" as a subject when an antecedent was
	// introduced in its own paragraph.
	introduced bool
}

// standing is how a cluster stands in the text before a pronoun.
type standing struct {
	facts
	salience float64
	mentions int
	subject  bool // of a clause in the pronoun's sentence
	topic    bool // subject of the main clause in the sentence before
	speaks   bool // subject of a verb of speech, not far before
}

func (r *resolver) standing(i, cluster int) standing {
	s := standing{facts: r.facts(cluster), salience: r.salience(cluster, i)}
	for _, m := range r.members[cluster] {
		if m >= i {
			break
		}
		d := &r.c[m]
		if d.Kind == nlp.PronounMention && d.Relative >= 0 {
			continue
		}
		s.mentions++
		switch {
		case d.Sentence == r.c[i].Sentence:
			s.subject = s.subject || roleOf(r.trees[d.Sentence], d.Head) == subjectRole
		case r.back(&r.c[i], d) == 1:
			s.topic = s.topic || r.mainSubject(d)
		}
		s.speaks = s.speaks || r.c[i].Sentence-d.Sentence <= pronounsBack && r.speaks(m)
	}
	return s
}

// ofEarlier are the features of a cluster mentioned before the pronoun; so
// many others stand nearer.
func (v *view) ofEarlier(o *antecedent, s *standing, nearer int) linear.Features {
	var l linear.Features
	near := v.apposed(o.near)
	d := &v.resolver.c[near]
	t := v.trees[d.Sentence]
	theirs := roleOf(t, d.Head)
	back := v.resolver.back(v.c, d)
	first := &v.resolver.c[v.members[o.cluster][0]]

	l.Add(linear.Bias, 1)
	l.Add("back "+bucket(back), 1)
	l.Add("nearer "+bucket(nearer), 1)
	l.Add("between", math.Log1p(float64(v.i-near)))
	l.Add("salience", math.Log1p(s.salience)-math.Log1p(v.salient))
	l.Yes("most salient", s.salience == v.salient)
	l.Add("roles "+theirs.String()+" "+v.own.String(), 1)
	l.Add("role "+theirs.String(), 1)
	if d.Sentence == v.c.Sentence {
		l.Add("nearer here "+bucket(nearer), 1)
		l.Add("here "+theirs.String()+" "+v.own.String(), 1)
		l.Add("clause "+governs(v.t, d.Head, v.c.Head), 1)
	}
	if back == 1 && d.Sentence < v.c.Sentence && v.mainSubject(d) {
		l.Add("main subject before", 1)
		l.Yes("main subject before the first word", v.c.Tokens.First <= 1)
	}
	l.Yes("subject here", s.subject)
	l.Yes("subject before", s.topic)
	l.Yes("subject before and here", s.topic && back == 0)
	l.Add("mentions", math.Log1p(float64(s.mentions)))
	l.Add("share of mentions", float64(s.mentions)/float64(max(v.most, 1)))
	l.Yes("most mentioned", s.mentions == v.most && v.most > 1)
	l.Yes("mentioned once", s.mentions == 1)
	l.Yes("mentioned in the first sentence", first.Sentence == 0)
	l.Yes("mentioned in the title", v.inTitle(first))
	l.Yes("quoted alike", v.c.Quoted == d.Quoted)
	l.Yes("quoted", v.c.Quoted && !d.Quoted)
	l.Yes("theirs quoted", !v.c.Quoted && d.Quoted)
	relation := t.Token(d.Head).Relation
	l.Yes("conjunct", tree.Matches(relation, "conj"))
	l.Yes("coordinated", len(d.Coordinates) > 1)
	l.Yes("apposed", tree.Matches(relation, "appos"))
	l.Yes("passive", relation == "nsubj:pass")
	l.Add("kind "+string(d.Kind), 1)
	if d.Kind == nlp.NominalMention {
		l.Add("determined "+strconv.Itoa(int(d.Definite)), 1)
	}
	l.Yes("named", s.named)
	l.Yes("pronouns only", s.bare)
	l.Add("type "+string(s.kind), 1)
	if v.own == possessorRole {
		l.Add("owner "+string(s.kind), 1)
		l.Yes("a body as owner", kindOf(v.c) == itPronoun && s.kind == nlp.Organization)
	}
	l.Yes("a body as several", kindOf(v.c) == theyPronoun && s.named && s.kind == nlp.Organization)
	l.Yes("of one type", len(s.types) == 1)
	l.Yes("of any number", s.number == mention.UnknownNumber)
	l.Yes("taken up in the other number", v.otherNumber(v.i, o.cluster))
	if kindOf(v.c) == hePronoun {
		v.person(&l, o, s)
	} else if v.previous >= 0 && v.cluster[v.previous] == o.cluster {
		l.Add("chain "+bucket(v.c.Sentence-v.resolver.c[v.previous].Sentence), 1)
	}
	v.speech(&l, o, s)
	return l
}

// back is how many sentences back d stands from pronoun c: of those between, the
// writer's own when the pronoun is in the writer's words.
func (r *resolver) back(c, d *candidate) int {
	n := c.Sentence - d.Sentence
	if c.Quoted || d.Quoted {
		return n
	}
	for s := d.Sentence + 1; s < c.Sentence; s++ {
		if r.inQuotation(s) {
			n--
		}
	}
	return n
}

// inQuotation reports whether the whole of sentence s is quoted.
func (r *resolver) inQuotation(s int) bool {
	tokens := r.a.Sentences[s].Tokens
	if len(tokens) == 0 {
		return false
	}
	middle := tokens[len(tokens)/2].Span
	words := nlp.Span{Start: tokens[min(1, len(tokens)-1)].Span.Start, End: tokens[max(0, len(tokens)-3)].Span.End}
	return slices.ContainsFunc(r.a.Quotations, func(q nlp.Quotation) bool {
		return q.Span.Contains(middle) && (q.Span.Contains(words) || words.Empty())
	})
}

// apposed returns the mention that mention m stands in apposition to, when both
// are of one cluster; else m.
func (r *resolver) apposed(m int) int {
	c := &r.c[m]
	t := r.trees[c.Sentence]
	if h := t.Head(c.Head); h >= 0 && tree.Matches(t.Token(c.Head).Relation, "appos") {
		if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: h}]; ok && r.cluster[j] == r.cluster[m] {
			return j
		}
	}
	return m
}

// person adds what only tells of those whom "he" and "she" stand for.
func (v *view) person(l *linear.Features, o *antecedent, s *standing) {
	switch {
	case s.gender != gazetteer.UnknownGender && s.sure:
		l.Add("gender sure", 1)
	case s.gender != gazetteer.UnknownGender:
		l.Add("gender by name", 1)
	case s.named && s.kind == nlp.Person:
		l.Add("gender unknown", 1)
	}
	l.Yes("noun for a person", !s.named && !s.bare && s.kind == nlp.Person)
	l.Yes("role", !s.bare && v.asRole(o.cluster))
}

// speech adds who speaks, for whom, and of whom a clause goes on to tell.
func (v *view) speech(l *linear.Features, o *antecedent, s *standing) {
	l.Yes("both speak", s.speaks && v.speaks(v.i))
	l.Yes("utters after", s.speaks && v.utters(v.i))
	l.Yes("possessor above", v.possessorOf(v.i, o.cluster))
	l.Yes("reports", v.reports(v.i, o.cluster))
	l.Yes("client", v.clientOf(v.i, o.cluster))
	l.Yes("bearer's body", v.topicOf(v.i, o.cluster))
	l.Yes("source behind", kindOf(v.c) == itPronoun && v.sourceBehind(v.i, o.cluster))
	l.Yes("other paragraph", v.introduced && !v.besides(v.i, o.near))
	judged, judges := v.judgedBefore(v.i, o.cluster)
	l.Yes("judged before", judged)
	l.Yes("judges before", judges && !judged)
	if v.spokeBefore(v.i, o.cluster) {
		l.Add("spoke before", 1)
		l.Yes("speaks again", v.reportsBeside(v.i))
		l.Yes("quoted before", v.c.Tokens.First == 0 && v.own == subjectRole && s.named && v.quotedBefore(v.i, o.cluster))
	}
}

// ofLater are the features of a cluster mentioned only behind the pronoun.
func (v *view) ofLater(o *antecedent, s *standing) linear.Features {
	var l linear.Features
	l.Add("later", 1)
	l.Add("later, from "+string(branch(v.t, v.c.Head, v.resolver.c[o.near].Head)), 1)
	l.Add("later, "+v.own.String(), 1)
	l.Yes("later, person", s.kind == nlp.Person)
	l.Yes("later, gender", s.gender != gazetteer.UnknownGender)
	return l
}

// ofGroup are the features of a coordination.
func (v *view) ofGroup(o *antecedent, s *standing) linear.Features {
	var l linear.Features
	d := &v.resolver.c[o.near]
	l.Add("group", 1)
	l.Add("group back "+bucket(v.c.Sentence-d.Sentence), 1)
	l.Add("group salience", s.salience/v.salient)
	l.Add("group role "+roleOf(v.trees[d.Sentence], d.Head).String(), 1)
	l.Yes("group of persons", s.kind == nlp.Person)
	return l
}

// ofNone are the features of having no antecedent.
func (v *view) ofNone(options []antecedent) linear.Features {
	var l linear.Features
	l.Add("none", 1)
	l.Add("none, "+v.own.String(), 1)
	l.Yes("none in the first sentence", v.c.Sentence == 0)
	l.Yes("none of several", len(options) > 5)
	l.Yes("none, quoted", v.c.Quoted)
	if h := v.t.Head(v.c.Head); h >= 0 && v.own == subjectRole {
		l.Yes("none, copula", v.t.Child(h, "cop") >= 0)
		l.Yes("none, clause", v.t.Child(h, "csubj", "ccomp", "xcomp", "advcl") >= 0)
	}
	return l
}

// bucket makes a number a word, the greater the coarser.
func bucket(n int) string {
	switch {
	case n <= 2:
		return strconv.Itoa(n)
	case n <= 4:
		return "3"
	case n <= 8:
		return "5"
	}
	return "9"
}

// inTitle reports whether a candidate stands in the title.
func (r *resolver) inTitle(c *candidate) bool {
	b := r.a.Sentences[c.Sentence].Block
	return r.a.Document.KindOf(b) == nlp.TitleBlock
}

// previousPronoun returns the last personal pronoun before i of the same gender
// and number, or -1.
func (r *resolver) previousPronoun(i int) int {
	c := &r.c[i]
	for j := i - 1; j >= 0 && c.Sentence-r.c[j].Sentence <= pronounsBack; j-- {
		d := &r.c[j]
		if d.Kind == nlp.PronounMention && d.Relative < 0 && d.Person == 3 && d.Gender == c.Gender && d.Number == c.Number && d.Definite == mention.Definite {
			return j
		}
	}
	return -1
}

// governs says how the clause of token a stands to that of token b: the same,
// above it by a relation, further above, below, or beside.
func governs(t *tree.Tree, a, b int) string {
	above, below := t.Clause(a), t.Clause(b)
	if above == below {
		return "same"
	}
	for n, steps := below, 0; steps < 4; steps++ {
		up := t.Clause(n)
		if up == n {
			break
		}
		if up == above {
			return "above " + string(t.Token(n).Relation.Base())
		}
		n = up
	}
	switch {
	case t.Dominates(above, below):
		return "far above"
	case t.Dominates(below, above):
		return "below"
	}
	return "beside"
}

// branch returns the relation by which the part of the sentence that holds
// token i hangs from the predicate of the subject s.
func branch(t *tree.Tree, i, s int) nlp.Relation {
	for n := i; n >= 0; n = t.Head(n) {
		if t.Head(n) == t.Head(s) {
			return t.Token(n).Relation.Base()
		}
	}
	return ""
}
