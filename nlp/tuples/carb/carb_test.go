package carb

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadGold(t *testing.T) {
	got, err := ReadGold(strings.NewReader("Rome burned .\tburned\tRome\nHe left , she said .\tleft\tHe\t\tC: she said\nRome burned .\tis\tRome\ta city\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Item{
		{"Rome burned .", []Tuple{{Relation: "burned", Arguments: []string{"Rome"}}, {Relation: "is", Arguments: []string{"Rome", "a city"}}}},
		{"He left , she said .", []Tuple{{Relation: "left", Arguments: []string{"He", ""}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("gold (-want +got):\n%s", diff)
	}
	if _, err := ReadGold(strings.NewReader("Rome burned .\tburned\n")); err == nil {
		t.Error("a line without arguments passes")
	}
}

func TestCompare(t *testing.T) {
	tuple := func(parts ...string) Tuple { return Tuple{Relation: parts[0], Arguments: parts[1:]} }
	for _, test := range []struct {
		reason          string
		gold, predicted Tuple
		want            Match
	}{
		{"the same", tuple("made", "He", "an offer"), tuple("made", "He", "an offer"), Match{1, 1}},
		{"further arguments are one slot", tuple("made", "He", "an offer", "in May"), tuple("made", "He", "an offer in May"), Match{1, 1}},
		{"words left out", tuple("made", "He", "an offer in May"), tuple("made", "He", "an offer"), Match{1, 4.0 / 6}},
		{"no common word in the relation", tuple("made", "He", "an offer"), tuple("gave", "He", "an offer"), Match{}},
		{"a word counts once", tuple("is", "the dog", "a dog"), tuple("is", "dog dog", "a dog"), Match{4.0 / 5, 4.0 / 5}},
		{"be is any form of be", tuple("was", "He", "king"), tuple("be", "He", "king"), Match{1, 1}},
		{"other forms are not", tuple("was", "He", "king"), tuple("is", "He", "king"), Match{}},
		{"one argument is too few", tuple("burned", "Rome", "down"), tuple("burned", "Rome"), Match{}},
		{"arguments of saying in either order", tuple("said", "It fails", "she"), tuple("said", "she", "It fails"), Match{1, 1}},
		{"of other verbs only in order", tuple("met", "It fails", "she"), tuple("met", "she", "It fails"), Match{1.0 / 4, 1.0 / 4}},
	} {
		if diff := cmp.Diff(test.want, Compare(test.gold, test.predicted)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// Two sentences by hand. Above 0.5 there is one tuple, wholly right, for one of
// three gold tuples. With both cuts, three tuples: the duplicate of the first
// finds no gold left in its sentence that shares its relation.
func TestScore(t *testing.T) {
	items := []Item{
		{"a", []Tuple{{Relation: "r", Arguments: []string{"x", "y"}}, {Relation: "s", Arguments: []string{"x", "z"}}}},
		{"b", []Tuple{{Relation: "r", Arguments: []string{"u", "v w"}}}},
	}
	predicted := [][]Tuple{
		{{"r", []string{"x", "y"}, 0.9}, {"r", []string{"x", "y"}, 0.5}},
		{{"r", []string{"u", "v"}, 0.5}},
	}
	got := Score(items, predicted)
	want := []Point{{0.5, 2.0 / 3, (1 + 0.75) / 3}, {0.9, 1, 1.0 / 3}}
	if diff := cmp.Diff(want, got.Curve); diff != "" {
		t.Errorf("curve (-want +got):\n%s", diff)
	}
	if got.Best != want[0] {
		t.Errorf("best cut %+v, want %+v", got.Best, want[0])
	}
	area := (1.75/3-1.0/3)*(1+2.0/3)/2 + 1.0/3
	if math.Abs(got.AUC-area) > 1e-12 {
		t.Errorf("AUC %v, want %v", got.AUC, area)
	}
}

func TestScoreOfNothing(t *testing.T) {
	if got := Score([]Item{{"a", []Tuple{{Relation: "r"}}}}, nil); got.Best.F1() != 0 || got.AUC != 0 {
		t.Errorf("no prediction scores %+v", got)
	}
}
