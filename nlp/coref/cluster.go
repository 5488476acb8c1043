package coref

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/event"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Reason names a rule that joins a mention to a chain.
type Reason = string

// The reasons.
const (
	RelativeReason    Reason = "relative pronoun"
	SettlementReason  Reason = "place named by its kind"
	AppositionReason  Reason = "apposition"
	IdentifiedReason  Reason = "told to bear the name"
	BracketReason     Reason = "acronym in brackets"
	AliasReason       Reason = "alias"
	SameNameReason    Reason = "same name"
	KnownFormReason   Reason = "known form of the name"
	SurnameReason     Reason = "surname"
	GivenNameReason   Reason = "given name"
	PartOfNameReason  Reason = "part of the name"
	AcronymReason     Reason = "acronym"
	SameNounReason    Reason = "same noun"
	KindReason        Reason = "noun that fits the name"
	TitleReason       Reason = "title"
	SynonymReason     Reason = "noun of the same kind"
	AgeReason         Reason = "age"
	PronounReason     Reason = "pronoun"
	CataphoraReason   Reason = "pronoun before its noun"
	ReflexiveReason   Reason = "reflexive pronoun"
	SpeakerReason     Reason = "speaker of the quotation"
	ClientReason      Reason = "client of the lawyer who speaks"
	CoordinatedReason Reason = "coordination"
	EventReason       Reason = "same event"
)

// resolver holds a document while its chains are made. Candidates are known
// by their index, clusters by the index of one of their candidates.
type resolver struct {
	a        *nlp.Analysis
	trees    []*tree.Tree
	c        []mention.Candidate
	at       map[nlp.TokenRef]int
	cluster  []int   // candidate → cluster
	members  [][]int // cluster → candidates in text order; nil when merged away
	because  []Reason
	groups   map[int][]int // cluster for several → candidates it stands for
	readings []event.Reading
	// choose returns the index of the antecedent that a pronoun takes, or -1.
	choose func(r *resolver, i int, options []antecedent) int
}

func newResolver(a *nlp.Analysis, trees []*tree.Tree, scope mention.Scope) *resolver {
	r := &resolver{a: a, trees: trees, c: mention.Find(a, trees, scope), at: make(map[nlp.TokenRef]int), groups: make(map[int][]int), choose: builtIn.choose}
	r.cluster = make([]int, len(r.c))
	r.members = make([][]int, len(r.c))
	r.because = make([]Reason, len(r.c))
	for i := range r.c {
		r.cluster[i] = i
		r.members[i] = []int{i}
		// A parser may hang the words of a name from different heads: all of
		// them lead to it, unless they head a mention of their own.
		if c := &r.c[i]; c.Kind == nlp.NameMention {
			for t := c.Tokens.First; t < c.Tokens.End; t++ {
				r.at[nlp.TokenRef{Sentence: c.Sentence, Token: t}] = i
			}
		}
	}
	for i := range r.c {
		r.at[r.c[i].Ref()] = i
	}
	return r
}

// join puts candidate i, with all that is joined to it, into j's cluster. It
// reports whether they were apart.
func (r *resolver) join(i, j int, why Reason) bool {
	x, y := r.cluster[i], r.cluster[j]
	if x == y {
		return false
	}
	for _, m := range r.members[x] {
		r.cluster[m] = y
	}
	r.members[y] = append(r.members[y], r.members[x]...)
	slices.Sort(r.members[y])
	r.members[x] = nil
	if r.because[i] == "" {
		r.because[i] = why
	} else if r.because[j] == "" {
		r.because[j] = why
	}
	if g, ok := r.groups[x]; ok {
		r.groups[y] = append(r.groups[y], g...)
		delete(r.groups, x)
	}
	return true
}

// facts are what is known of a cluster from all its mentions.
type facts struct {
	kind     nlp.EntityType
	types    []nlp.EntityType // types all mentions allow; nil for any
	number   mention.Number
	gender   gazetteer.Gender
	sure     bool // gender is certain
	named    bool
	person   int
	nouns    []string // head nouns and titles
	names    []string
	quantity int
	bare     bool // nothing but pronouns
}

func (r *resolver) facts(cluster int) facts {
	var f facts
	f.person, f.bare = 3, true
	first := true
	for _, i := range r.members[cluster] {
		c := &r.c[i]
		if c.Kind == nlp.PronounMention && c.Relative >= 0 {
			continue
		}
		if len(c.Types) > 0 {
			if first || f.types == nil {
				f.types = slices.Clone(c.Types)
			} else if both := intersect(f.types, c.Types); len(both) > 0 {
				f.types = both
			} else if c.Kind == nlp.NominalMention && c.Type() != nlp.Concept {
				f.types = slices.Clone(c.Types) // "the ship X": the noun knows better than the looks of X
			}
			first = false
		}
		if c.Number != mention.UnknownNumber && f.number == mention.UnknownNumber && c.Kind != nlp.PronounMention {
			f.number = c.Number
		}
		if c.Gender != gazetteer.UnknownGender && (f.gender == gazetteer.UnknownGender || c.GenderSure && !f.sure) {
			f.gender, f.sure = c.Gender, c.GenderSure
		}
		if c.Kind == nlp.PronounMention && c.Person < 3 {
			f.person = c.Person
		}
		if c.Name != "" {
			f.named = true
			f.names = append(f.names, c.Name)
		}
		f.bare = f.bare && c.Kind == nlp.PronounMention
		if c.Kind != nlp.PronounMention {
			if c.Noun != "" {
				f.nouns = append(f.nouns, c.Noun)
			}
			f.nouns = append(f.nouns, c.Titles...)
		}
		f.quantity = max(f.quantity, c.Count)
	}
	if len(f.types) > 0 {
		f.kind = f.types[0]
	}
	return f
}

func intersect(a, b []nlp.EntityType) []nlp.EntityType {
	var out []nlp.EntityType
	for _, t := range a {
		if slices.Contains(b, t) {
			out = append(out, t)
		}
	}
	return out
}

// compatible reports whether two sets of types have one in common; an empty
// set allows any.
func compatible(a, b []nlp.EntityType) bool {
	return len(a) == 0 || len(b) == 0 || len(intersect(a, b)) > 0
}

// candidate shortens the signatures of this package.
type candidate = mention.Candidate
