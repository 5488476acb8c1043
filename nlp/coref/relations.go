package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// reportsBeside reports whether pronoun i is the subject of a reporting clause
// that stands beside or behind what it reports.
func (r *resolver) reportsBeside(i int) bool {
	t := r.trees[r.c[i].Sentence]
	h := t.Head(r.c[i].Head)
	if !r.speaks(i) {
		return false
	}
	told := t.Child(h, "ccomp")
	return tree.Matches(t.Token(h).Relation, "parataxis") || told >= 0 && told < h
}

// quotedBefore reports whether words of cluster k end the text before the
// sentence of pronoun i.
func (r *resolver) quotedBefore(i, k int) bool {
	for _, q := range r.a.Quotations {
		if !q.Known {
			continue
		}
		if j, ok := r.at[q.Speaker]; ok && r.cluster[j] == k && q.Speaker.Sentence == r.c[i].Sentence-1 {
			return true
		}
	}
	return false
}

// spokeBefore reports whether cluster k is the subject of a verb of speech in
// the sentence before pronoun i.
func (r *resolver) spokeBefore(i, k int) bool {
	for _, m := range r.members[k] {
		if m < i && r.c[i].Sentence-r.c[m].Sentence == 1 && r.speaks(m) {
			return true
		}
	}
	return false
}

// topicOf reports whether cluster k is the subject of the sentence before
// pronoun i, which begins its sentence as the possessor of who bears a role.
func (r *resolver) topicOf(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	if c.Tokens.First > 1 || c.Quoted || h < 0 || c.Gender != gazetteer.UnknownGender || !tree.Matches(t.Token(c.Head).Relation, "nmod:poss") || !r.bearsRole(t, h) {
		return false
	}
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m < i && c.Sentence-d.Sentence == 1 && !d.Quoted && d.Relative < 0 && r.mainSubject(d) {
			return true
		}
	}
	return false
}

// bearsRole reports whether token h heads the subject of its sentence and names
// a role or an office.
func (r *resolver) bearsRole(t *tree.Tree, h int) bool {
	lemma := tree.Lemma(t.Token(h))
	return tree.Matches(t.Token(h).Relation, "nsubj", "nsubj:pass", "nmod:desc") && (gazetteer.IsTitle(lemma) || gazetteer.NounType(lemma) == nlp.Person)
}

// mainSubject reports whether a candidate is the subject of the main clause of
// its sentence, or of what is said there.
func (r *resolver) mainSubject(c *candidate) bool {
	t := r.trees[c.Sentence]
	if roleOf(t, c.Head) != subjectRole {
		return false
	}
	clause := t.Clause(c.Head)
	return clause >= 0 && tree.Matches(t.Token(clause).Relation, "root", "conj") && !adverbial(t, c.Head)
}

// clientOf reports whether pronoun i stands in what is said by one who speaks
// for cluster k.
func (r *resolver) clientOf(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	if c.Gender == gazetteer.UnknownGender {
		return false
	}
	for n := t.Clause(c.Head); n >= 0 && tree.Matches(t.Token(n).Relation, "ccomp", "conj", "advcl", "xcomp"); n = t.Head(n) {
		verb := t.Head(n)
		if verb < 0 || !speech[tree.Lemma(t.Token(verb))] || !tree.Matches(t.Token(n).Relation, "ccomp") {
			continue
		}
		s := t.Child(verb, "nsubj")
		if s < 0 || !speaksFor[tree.Lemma(t.Token(s))] {
			return false
		}
		for _, p := range t.Children(s, "nmod:poss", "nmod") {
			if !tree.Matches(t.Token(p).Relation, "nmod:poss") && t.Case(p) != "for" && t.Case(p) != "of" {
				continue
			}
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: p}]; ok && r.cluster[j] == k {
				return true
			}
		}
		return false
	}
	return false
}

// speaksFor are those whose words are about the one they speak for.
var speaksFor = words(`lawyer attorney solicitor barrister counsel advocate spokesman spokeswoman spokesperson agent publicist
	representative manager doctor physician aide`)

// asRole reports whether a cluster is only a role that somebody has: "as head
// of the office".
func (r *resolver) asRole(k int) bool {
	for _, m := range r.members[k] {
		if c := &r.c[m]; c.Kind != nlp.PronounMention && r.trees[c.Sentence].Case(c.Head) != "as" {
			return false
		}
	}
	return true
}

// reports reports whether cluster k is who says what pronoun i is the subject of.
func (r *resolver) reports(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	clause := t.Head(c.Head)
	if clause < 0 || !tree.Matches(t.Token(c.Head).Relation, "nsubj", "nsubj:pass") || !tree.Matches(t.Token(clause).Relation, "ccomp") {
		return false
	}
	verb := t.Head(clause)
	if verb < 0 || !speech[tree.Lemma(t.Token(verb))] {
		return false
	}
	s := t.Child(verb, "nsubj")
	if s < 0 || s > c.Head {
		return false
	}
	j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: s}]
	return ok && r.cluster[j] == k
}

// possessorOf reports whether cluster k is the possessor of the noun on which
// pronoun i depends: "Ann's quarrel with her father".
func (r *resolver) possessorOf(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	for n := t.Head(c.Head); n >= 0; n = t.Head(n) {
		if p := t.Child(n, "nmod:poss"); p >= 0 && p < c.Head && p != c.Head {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: p}]; ok && r.cluster[j] == k {
				return true
			}
		}
		if !tree.Matches(t.Token(n).Relation, "nmod", "conj") {
			break
		}
	}
	return false
}

// otherNumber reports whether the sentence, or the one before, takes up a
// collective in the other number: who has just been "they" is hardly "it".
func (r *resolver) otherNumber(i, k int) bool {
	c := &r.c[i]
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m < i && d.Kind == nlp.PronounMention && d.Relative < 0 && d.Person == 3 && c.Sentence-d.Sentence <= 1 && clash(c.Number, d.Number) {
			return true
		}
	}
	return false
}

// lastBefore returns the last mention of cluster k before i.
func (r *resolver) lastBefore(k, i int) int {
	last := r.members[k][0]
	for _, m := range r.members[k] {
		if m >= i {
			break
		}
		if r.c[m].Kind != nlp.PronounMention || r.c[m].Relative < 0 {
			last = m
		}
	}
	return last
}

// judgedBefore reports whether the sentences right before a quotation that holds
// pronoun i say that somebody praised or blamed cluster k, and whether they say that
// it did so of others: in "Survivors accused the firm. 'They lied,' said one" they
// are the firm.
func (r *resolver) judgedBefore(i, k int) (judged, judges bool) {
	c := &r.c[i]
	if !c.Quoted || kindOf(c) == itPronoun {
		return false, false
	}
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m < i && d.Quoted && c.Sentence-d.Sentence <= judgedBack {
			return false, false // the words themselves name it
		}
		if m >= i || d.Quoted || d.Relative >= 0 || c.Sentence-d.Sentence > judgedBack {
			continue
		}
		t := r.trees[d.Sentence]
		h := t.Head(d.Head)
		if h < 0 || !judgingOthers[tree.Lemma(t.Token(h))] || t.Token(h).UPOS != "VERB" {
			continue
		}
		switch t.Token(d.Head).Relation {
		case "obj", "nsubj:pass":
			judged = true
		case "nsubj":
			judges = true
		}
	}
	return judged, judges
}

// judgedBack is how many sentences before a quotation may say of whom it is.
const judgedBack = 2

// judgingOthers are verbs of praising and blaming somebody.
var judgingOthers = words(`accuse blame criticize criticise condemn denounce slam blast lambast lambaste attack praise hail applaud commend
	salute thank laud mock ridicule rebuke chide berate defend congratulate welcome`)
