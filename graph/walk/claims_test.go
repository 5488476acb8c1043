package walk_test

import (
	"context"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/walk"
)

func TestClaimsWith(t *testing.T) {
	for name, s := range map[string]*quadstore.Store{
		"disk":   onDisk(t, quadstoretest.News(), quadstoretest.Predicates),
		"memory": inMemory(t, quadstoretest.News(), quadstoretest.Predicates),
	} {
		for _, c := range []struct {
			property quad.IRI
			value    quad.Value
			want     []graph.ClaimID
		}{
			{quadstore.Predicate, quadstore.PredicateIRI("claimed"), []graph.ClaimID{"claim/0001", "claim/0002"}},
			{quadstore.Polarity, quad.String("negative"), []graph.ClaimID{"claim/0008"}},
			{quadstore.Qualifier, nil, []graph.ClaimID{"claim/0009"}},
			{quadstore.Attribution, quad.IRI("entity/vera-holt"), []graph.ClaimID{"claim/0007"}},
			{quadstore.Object, quad.IRI("entity/red-tide"), []graph.ClaimID{"claim/0005"}}, // not its edge
			{quadstore.Polarity, quad.String("doubtful"), nil},
			{quad.IRI("unheard_of"), nil, nil},
			{quadstore.Name, nil, nil}, // of entities
		} {
			got, err := walk.ClaimsWith(context.Background(), s, c.property, c.value)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("%s: claims with %s %v differ (-want +got):\n%s", name, c.property, c.value, d)
			}
		}
		people, err := walk.EntitiesWith(context.Background(), s, quadstore.MentionedIn, quad.IRI("doc/0000000000000001"))
		if err != nil {
			t.Fatal(err)
		}
		want := []graph.EntityID{"entity/marlow", "entity/northern-union", "entity/red-tide", "entity/southern-union", blast}
		if d := cmp.Diff(want, people); d != "" {
			t.Errorf("%s: entities of a document differ (-want +got):\n%s", name, d)
		}
		done, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := walk.ClaimsWith(done, s, quadstore.Qualifier, nil); err == nil {
			t.Errorf("%s: a search that was stopped has an answer", name)
		}
	}
}
