package resolve

import (
	"cmp"
	"math"
	"slices"
)

// story is what a document tells of, as the weights of its terms: named
// clusters, and the nouns of what it only describes. Weights grow with how
// often the document has the term and how few documents have it (tf–idf), and
// are scaled so that their squares add up to 1. Terms are in order.
type story []weightedTerm

type weightedTerm struct {
	term   int32
	weight float64
}

// Bounds of a story: how many terms it keeps, and by how many of them the
// documents of one story are looked for.
const (
	storyTerms = 60
	storyKeys  = 6
)

// nameFactor is how much more a name says of a story than a noun.
const nameFactor = 1.5

// countedTerm is a term and how often a document has it.
type countedTerm struct{ term, count int32 }

// tellStories weighs the terms of all documents.
func (r *resolver) tellStories() {
	ids := make(map[string]int32)
	var named []bool
	var documents []int32 // that have a term
	idOf := func(term string) int32 {
		id, ok := ids[term]
		if !ok {
			id = int32(len(named))
			ids[term] = id
			named, documents = append(named, false), append(documents, 0)
		}
		return id
	}
	counts := make([][]countedTerm, len(r.docs))
	var kept chunks[countedTerm]
	var here []countedTerm
	for d := range r.docs {
		here = here[:0]
		count := func(id int32, n int) { here = append(here, countedTerm{id, int32(n)}) }
		for i := range r.docs[d].units() {
			u := &r.units[i]
			switch {
			case u.unknown:
			case u.named() || u.sense.Key != "":
				id := idOf("@" + fold(r.units[r.find(i)].name))
				named[id] = true
				count(id, max(1, int(u.mentions)))
			default:
				for _, f := range u.nominals {
					if head, _ := headNoun(f.text); head != "" {
						count(idOf(head), f.count)
					}
				}
				if u.event != nil && len(u.nominals) == 0 {
					count(idOf(u.event.noun), max(1, int(u.mentions)))
				}
			}
		}
		here = addUp(here)
		for _, c := range here {
			documents[c.term]++
		}
		counts[d] = kept.keep(here)
	}
	r.stories, r.storyTerms = make([]story, len(r.docs)), make([][]int32, len(r.docs))
	for d, terms := range counts {
		r.stories[d], r.storyTerms[d] = weighTerms(terms, func(id int32) float64 {
			w := math.Log(1 + float64(len(r.docs))/float64(documents[id]))
			if named[id] {
				w *= nameFactor
			}
			return w
		})
	}
}

// addUp sorts counts by term and makes one of those of each.
func addUp(counts []countedTerm) []countedTerm {
	slices.SortFunc(counts, func(a, b countedTerm) int { return cmp.Compare(a.term, b.term) })
	out := counts[:0]
	for _, c := range counts {
		if n := len(out); n > 0 && out[n-1].term == c.term {
			out[n-1].count += c.count
		} else {
			out = append(out, c)
		}
	}
	return out
}

// weighTerms returns the story of counted terms, which come by term, and those
// that say most of it.
func weighTerms(counts []countedTerm, rarity func(int32) float64) (story, []int32) {
	s := make(story, 0, len(counts))
	for _, c := range counts {
		s = append(s, weightedTerm{c.term, (1 + math.Log(float64(c.count))) * rarity(c.term)})
	}
	slices.SortStableFunc(s, func(a, b weightedTerm) int { return cmp.Compare(b.weight, a.weight) })
	s = slices.Clone(s[:min(len(s), storyTerms)])
	var keys []int32
	sum := 0.0
	for i, t := range s {
		sum += t.weight * t.weight
		if i < storyKeys {
			keys = append(keys, t.term)
		}
	}
	for i := range s {
		s[i].weight /= math.Sqrt(sum)
	}
	slices.SortFunc(s, func(a, b weightedTerm) int { return cmp.Compare(a.term, b.term) })
	return s, keys
}

// likeness returns the cosine of two stories.
func (s story) likeness(t story) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i].term < t[j].term:
			i++
		case s[i].term > t[j].term:
			j++
		default:
			sum += s[i].weight * t[j].weight
			i++
			j++
		}
	}
	return sum
}

// storyDocuments bounds how many documents of an occurrence are compared.
const storyDocuments = 4

// sameStory returns the greatest likeness of the stories in which two
// occurrences are told.
func (r *resolver) sameStory(a, b *occurrence) float64 {
	best := 0.0
	for _, x := range a.tellings() {
		for _, y := range b.tellings() {
			if x == y {
				return 1
			}
			best = max(best, r.stories[x].likeness(r.stories[y]))
		}
	}
	return best
}

// tellings returns the first documents that tell of an occurrence.
func (o *occurrence) tellings() []int32 { return o.docs[:min(len(o.docs), storyDocuments)] }
