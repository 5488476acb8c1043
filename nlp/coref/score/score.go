// Package score compares clusters of mentions with annotated ones, as the
// CoNLL-2012 shared task does (Pradhan et al. 2012): the mean of the F1 of
// MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF
// (Luo 2005). A mention is any comparable value, such as a document with a
// span; a mention stands in at most one cluster of a side.
package score

// Value is a precision and a recall, each as a fraction.
type Value struct {
	Right, System, Gold float64 // Right over System is precision where both sides count alike
	rightGold           float64
}

// Precision returns the share of the system's decisions that are right.
func (v Value) Precision() float64 { return ratio(v.Right, v.System) }

// Recall returns the share of the annotated decisions that were found.
func (v Value) Recall() float64 { return ratio(v.rightGold, v.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (v Value) F1() float64 {
	p, r := v.Precision(), v.Recall()
	return ratio(2*p*r, p+r)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Add sums the counts of two documents.
func (v Value) Add(w Value) Value {
	return Value{v.Right + w.Right, v.System + w.System, v.Gold + w.Gold, v.rightGold + w.rightGold}
}

// Scores are the three measures.
type Scores struct{ MUC, BCubed, CEAFe Value }

// Add sums the counts of two documents.
func (s Scores) Add(t Scores) Scores {
	return Scores{s.MUC.Add(t.MUC), s.BCubed.Add(t.BCubed), s.CEAFe.Add(t.CEAFe)}
}

// CoNLL returns the mean of the three F1.
func (s Scores) CoNLL() float64 { return (s.MUC.F1() + s.BCubed.F1() + s.CEAFe.F1()) / 3 }

// Compare scores the system's clusters against the gold ones. Clusters of one
// mention count like any other; callers drop them where the annotation has none.
func Compare[M comparable](gold, system [][]M) Scores {
	return Scores{MUC: muc(gold, system), BCubed: bcubed(gold, system), CEAFe: ceaf(gold, system)}
}

func index[M comparable](clusters [][]M) map[M]int {
	of := make(map[M]int)
	for i, c := range clusters {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

func muc[M comparable](gold, system [][]M) Value {
	links := func(clusters, other [][]M) (right, total float64) {
		of := index(other)
		for _, c := range clusters {
			if len(c) < 2 {
				continue
			}
			parts, alone := make(map[int]bool), 0
			for _, m := range c {
				if k, ok := of[m]; ok {
					parts[k] = true
				} else {
					alone++
				}
			}
			total += float64(len(c) - 1)
			right += float64(len(c) - len(parts) - alone)
		}
		return right, total
	}
	var v Value
	v.rightGold, v.Gold = links(gold, system)
	v.Right, v.System = links(system, gold)
	return v
}

func bcubed[M comparable](gold, system [][]M) Value {
	mean := func(clusters, other [][]M) (right, total float64) {
		of := index(other)
		for _, c := range clusters {
			share := make(map[int]int)
			for _, m := range c {
				if k, ok := of[m]; ok {
					share[k]++
				}
			}
			for _, n := range share {
				right += float64(n) * float64(n) / float64(len(c))
			}
			total += float64(len(c))
		}
		return right, total
	}
	var v Value
	v.rightGold, v.Gold = mean(gold, system)
	v.Right, v.System = mean(system, gold)
	return v
}

func ceaf[M comparable](gold, system [][]M) Value {
	of := index(gold)
	similarity := make([][]float64, len(system))
	for i, c := range system {
		similarity[i] = make([]float64, len(gold))
		for _, m := range c {
			if k, ok := of[m]; ok {
				similarity[i][k]++
			}
		}
		for k := range similarity[i] {
			similarity[i][k] = 2 * similarity[i][k] / float64(len(c)+len(gold[k]))
		}
	}
	best := assign(similarity)
	return Value{Right: best, System: float64(len(system)), Gold: float64(len(gold)), rightGold: best}
}
