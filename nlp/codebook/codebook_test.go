package codebook

import "testing"

func TestBuiltinLoads(t *testing.T) {
	cb, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(cb.Entries()); n != 56 {
		t.Errorf("%d predicates, want 56", n)
	}
}
