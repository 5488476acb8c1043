package coref

import (
	"math"
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Weights of the factors of salience, after Lappin and Leass (1994), table 1.
const (
	recencyWeight     = 100.0
	subjectWeight     = 80.0
	existentialWeight = 70.0
	objectWeight      = 50.0
	obliqueWeight     = 40.0
	headWeight        = 80.0 // not inside another noun phrase
	argumentWeight    = 50.0 // not in an adverbial phrase
	nameWeight        = 30.0 // names are taken up more often than descriptions
)

// role is the grammatical function of a mention.
type role int

const (
	otherRole role = iota
	subjectRole
	objectRole
	obliqueRole
	possessorRole
	nestedRole
)

func (r role) String() string {
	return [...]string{"other", "subject", "object", "oblique", "possessor", "nested"}[r]
}

// roleOf returns the function of the token in its clause. A conjunct has the
// function of the coordination, an apposition that of its head.
func roleOf(t *tree.Tree, i int) role {
	for range t.Len() {
		tok := t.Token(i)
		switch {
		case tree.Matches(tok.Relation, "nsubj", "csubj"):
			return subjectRole
		case tree.Matches(tok.Relation, "obj"):
			return objectRole
		case tree.Matches(tok.Relation, "obl:agent"):
			return obliqueRole
		case tree.Matches(tok.Relation, "iobj", "obl"):
			return obliqueRole
		case tree.Matches(tok.Relation, "nmod:poss"):
			return possessorRole
		case tree.Matches(tok.Relation, "nmod", "compound"):
			return nestedRole
		case tree.Matches(tok.Relation, "conj", "appos", "flat"):
			if i = t.Head(i); i < 0 {
				return otherRole
			}
			continue
		case tree.Matches(tok.Relation, "root"):
			// A title without verb, or the predicate of "X is a Y".
			if t.Child(i, "nsubj") >= 0 {
				return otherRole
			}
			return subjectRole
		}
		return otherRole
	}
	return otherRole
}

// adverbial reports whether the token's clause is an adverbial or a relative one.
func adverbial(t *tree.Tree, i int) bool {
	return tree.Matches(t.Token(t.Clause(i)).Relation, "advcl", "acl", "acl:relcl")
}

// weightOf is the salience that one mention gives in its own sentence.
func (r *resolver) weightOf(m int) float64 {
	c := &r.c[m]
	t := r.trees[c.Sentence]
	w := recencyWeight
	switch roleOf(t, c.Head) {
	case subjectRole:
		w += subjectWeight + headWeight + argumentWeight
	case objectRole:
		w += objectWeight + headWeight + argumentWeight
	case obliqueRole:
		w += obliqueWeight + headWeight
	case possessorRole:
		w += obliqueWeight
	case otherRole:
		w += headWeight
	}
	if adverbial(t, c.Head) {
		w -= argumentWeight
	}
	if c.Kind == nlp.NameMention {
		w += nameWeight
	}
	return w
}

// forgotten is the number of sentences after which a mention counts no more: of
// its weight less than a thousandth would be left.
const forgotten = 10

// salience is how much a cluster stands out at candidate i: the weights of its
// mentions before i, halved with every sentence between, the strongest of each
// sentence counted once.
func (r *resolver) salience(cluster, i int) float64 {
	total, sentence, strongest := 0.0, -1, 0.0
	members := r.members[cluster]
	end, _ := slices.BinarySearch(members, i)
	for n := end - 1; n >= 0; n-- {
		m := members[n]
		back := r.c[i].Sentence - r.c[m].Sentence
		if back > forgotten {
			break
		}
		w := r.weightOf(m) * math.Pow(0.5, float64(back))
		if r.c[m].Sentence != sentence {
			total += strongest
			sentence, strongest = r.c[m].Sentence, 0
		}
		strongest = max(strongest, w)
	}
	return total + strongest
}
