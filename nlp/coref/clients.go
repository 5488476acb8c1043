package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// clients joins "my client" in the words of a lawyer with the one whose lawyer the
// text calls the speaker.
func (r *resolver) clients() {
	spoken := r.quotationSpeakers()
	for i := range r.c {
		c := &r.c[i]
		if c.Kind != nlp.NominalMention || c.Noun != "client" || c.Number == mention.Plural || c.Possessor < 0 || !firstPersons[c.Determiner] || r.members[r.cluster[i]][0] != i {
			continue
		}
		speaker, ok := spoken(c)
		if !ok {
			continue
		}
		if j := r.defended(r.cluster[speaker]); j >= 0 && r.cluster[j] != r.cluster[i] {
			r.join(i, j, ClientReason)
		}
	}
}

// defended returns a mention of the person whose lawyer the members of a cluster are
// called, or -1.
func (r *resolver) defended(cluster int) int {
	for _, m := range r.members[cluster] {
		c := &r.c[m]
		if !lexicon.Counsel[c.Noun] {
			continue
		}
		t := r.trees[c.Sentence]
		whose := []int{c.Possessor}
		for _, k := range t.Children(c.Head, "nmod") {
			if p := t.Child(k, "case"); p >= 0 && (t.Token(p).Form == "for" || t.Token(p).Form == "of") {
				whose = append(whose, k)
			}
		}
		for _, k := range whose {
			if j, ok := r.at[nlp.TokenRef{Sentence: c.Sentence, Token: k}]; ok && k >= 0 && r.c[j].Type() == nlp.Person && !tree.Matches(t.Token(k).Relation, "conj") && t.Child(k, "conj") < 0 {
				return j
			}
		}
	}
	return -1
}

var firstPersons = words("my our")
