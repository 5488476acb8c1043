package obslog

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
)

// A compact log holds what the log holds, in less room, and goes on from there.
func TestWriteCompact(t *testing.T) {
	folder := t.TempDir()
	l, err := Open(filepath.Join(folder, "log"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	all := make([]*graph.Observation, 5)
	for i := range all {
		all[i] = newObservation(i)
	}
	for _, o := range all[:3] {
		if _, err := l.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	if l.Waste() != 0 {
		t.Errorf("%d bytes of a log without withdrawals are waste", l.Waste())
	}
	if _, err := l.Withdraw(all[0].Document.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Replace(all[3], all[1].Document.ID); err != nil {
		t.Fatal(err)
	}
	small := filepath.Join(folder, "small")
	if err := l.WriteCompact(small); err != nil {
		t.Fatal(err)
	}
	if err := l.WriteCompact(small); err == nil {
		t.Error("a file was overwritten")
	}
	c, err := Open(small, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if c.Size() != l.Size()-l.Waste() || c.Waste() != 0 || c.Cut() != 0 {
		t.Errorf("the compact log has %d bytes, %d of them waste, of %d", c.Size(), c.Waste(), l.Size())
	}
	contents := func(l *Log) (out []*graph.Observation) {
		for o, err := range l.All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, o)
		}
		return out
	}
	if diff := cmp.Diff(contents(l), contents(c)); diff != "" {
		t.Error(diff)
	}
	if _, err := c.Append(all[4]); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Append(all[0]); err != nil || c.Len() != 4 {
		t.Errorf("%d documents, %v", c.Len(), err)
	}
}
