package event

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// participants reads who did it, to whom, and in whose honour: possessors,
// compounds, "of", "by", "on", "against", and the verb it is an argument of.
func (r *reader) participants(x *Reading, c *mention.Candidate) {
	t := r.trees[c.Sentence]
	ref := func(i int) nlp.TokenRef { return nlp.TokenRef{Sentence: c.Sentence, Token: i} }
	for _, k := range t.Children(c.Head, "acl:relcl") {
		r.clauseOf(x, t, k, ref)
	}
	if k := c.Head + 1; k < t.Len() && t.Token(k).XPOS == "VBG" && t.Head(k) != c.Head {
		r.clauseOf(x, t, k, ref) // a participle right behind the noun, wherever the tree has put it
	}
	for _, k := range t.Children(c.Head, "nmod", "nmod:poss", "compound", "obl", "acl") {
		rel := t.Token(k).Relation
		switch {
		case r.timed(c.Sentence, k):
		case tree.Matches(rel, "nmod:poss"):
			if suffered[x.Type] {
				x.Patients = append(x.Patients, ref(k))
			} else {
				x.Agents = append(x.Agents, ref(k))
			}
		case tree.Matches(rel, "compound"):
			if i, ok := r.at[ref(k)]; ok && between[x.Type] && r.c[i].Name != "" { // "Peru-Chile war"
				for _, n := range t.Children(k) {
					if j, ok := r.at[ref(n)]; ok && j != i && r.c[j].Name != "" {
						x.Agents = append(x.Agents, ref(n))
					}
				}
			}
			if i, ok := r.at[ref(k)]; ok && r.c[i].Name != "" && (!r.place(i) || between[x.Type] && r.c[i].Type() == nlp.Country) {
				x.Agents = append(x.Agents, ref(k))
			}
		case tree.Matches(rel, "acl"):
			r.clauseOf(x, t, k, ref)
		default:
			switch t.Case(k) {
			case "of":
				if gazetteer.EventIsA(x.Type, "commemoration") {
					x.Honourees = append(x.Honourees, ref(k))
				} else if r.person(ref(k)) || suffered[x.Type] {
					x.Patients = append(x.Patients, ref(k))
				}
			case "by":
				x.Agents = append(x.Agents, ref(k))
			case "on", "against", "upon":
				if tree.Lemma(t.Token(k)) == "behalf" {
					continue
				}
				x.Patients = append(x.Patients, ref(k))
			case "for":
				if gazetteer.EventIsA(x.Type, "ceremony") {
					x.Honourees = append(x.Honourees, ref(k))
				}
			case "between", "with":
				x.Agents = append(x.Agents, ref(k))
			}
		}
	}
	h := t.Head(c.Head)
	if h < 0 || !tree.Matches(t.Token(c.Head).Relation, "obl") {
		return
	}
	// "who was killed in a strike": the victim of the verb is the event's.
	if harm[tree.Lemma(t.Token(h))] {
		if v, ok := r.victim(c.Sentence, h); ok {
			if !gazetteer.EventIsA(x.Type, "accident") && !hasMany(x.Type) && x.Definite != mention.Definite {
				x.Patients = append(x.Patients, v) // and no one of many
			}
		}
	}
}

// held reads whom a ceremony is for off the verb that says it takes place: "a
// service was held for X", "in honour of X".
func (r *reader) held(x *Reading, c *mention.Candidate) {
	if !gazetteer.EventIsA(x.Type, "ceremony") {
		return
	}
	t := r.trees[c.Sentence]
	h := r.clause(c.Sentence, c.Head)
	if h < 0 {
		return
	}
	for _, k := range t.Children(h, "obl") {
		switch t.Case(k) {
		case "for":
			x.Honourees = append(x.Honourees, nlp.TokenRef{Sentence: c.Sentence, Token: k})
		case "in":
			if w := tree.Lemma(t.Token(k)); w == "honor" || w == "honour" || w == "memory" || w == "commemoration" {
				if of := t.Child(k, "nmod"); of >= 0 {
					x.Honourees = append(x.Honourees, nlp.TokenRef{Sentence: c.Sentence, Token: of})
				}
			}
		}
	}
}

// clauseOf reads a participle behind the noun: "honouring X", "targeting X",
// "carried out by X".
func (r *reader) clauseOf(x *Reading, t *tree.Tree, k int, ref func(int) nlp.TokenRef) {
	lemma := tree.Lemma(t.Token(k))
	if o := t.Child(k, "obj"); o >= 0 {
		switch {
		case lemma == "honor" || lemma == "honour" || lemma == "commemorate" || lemma == "celebrate" || lemma == "mark":
			x.Honourees = append(x.Honourees, ref(o))
		case lemma == "target" || harm[lemma]:
			x.Patients = append(x.Patients, ref(o))
		}
	}
	if o := t.Child(k, "obl:agent"); o >= 0 && t.Token(k).XPOS == "VBN" {
		x.Agents = append(x.Agents, ref(o))
	}
}

// victim returns the subject or the noun that a passive verb of harm is said of.
func (r *reader) victim(sentence, verb int) (nlp.TokenRef, bool) {
	t := r.trees[sentence]
	s := t.Child(verb, "nsubj:pass")
	if s < 0 && (tree.Lemma(t.Token(verb)) == "die" || tree.Lemma(t.Token(verb)) == "perish") {
		s = t.Child(verb, "nsubj")
	}
	if s < 0 && t.Token(verb).XPOS == "VBN" && tree.Matches(t.Token(verb).Relation, "acl") {
		s = t.Head(verb)
	}
	if s < 0 {
		return nlp.TokenRef{}, false
	}
	ref := nlp.TokenRef{Sentence: sentence, Token: s}
	if i, ok := r.at[ref]; ok && r.c[i].Relative >= 0 {
		ref.Token = r.c[i].Relative
	}
	return ref, true
}

func (r *reader) person(ref nlp.TokenRef) bool {
	i, ok := r.at[ref]
	return ok && (r.c[i].Type() == nlp.Person || r.c[i].Type() == nlp.Group)
}

func (r *reader) place(i int) bool {
	switch r.c[i].Type() {
	case nlp.City, nlp.Place, nlp.Facility, nlp.Country:
		return true
	}
	return false
}

// suffered are the types whose possessor is the one it happens to.
var suffered = map[string]bool{
	"killing": true, "death": true, "kidnapping": true, "arrest": true, "trial": true, "injury": true,
	"release": true, "execution": true, "appointment": true, "bankruptcy": true, "birth": true, "verdict": true,
	"rescue": true, "accident": true,
}

var harm = words(`kill murder assassinate slay slaughter massacre behead execute injure wound hurt maim die perish
	shoot stab bomb hit destroy damage target attack strike abduct kidnap capture`)

func addRef(list []nlp.TokenRef, ref nlp.TokenRef) []nlp.TokenRef {
	if slices.Contains(list, ref) {
		return list
	}
	return append(list, ref)
}
