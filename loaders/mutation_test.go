package loaders

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// Damaged copies of the cases give documents that keep every promise, or
// errors. The damage is the same in every run.
func TestDamagedInput(t *testing.T) {
	inputs, err := filepath.Glob("testdata/cases/*[^t]")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := filepath.Glob("testdata/cases/*.[to][xd]t")
	if err != nil || len(inputs) == 0 || len(texts) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, name := range append(inputs, texts...) {
		original, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for range rounds {
			data := damage(random, original)
			r, err := NewReader(Options{Stdin: bytes.NewReader(data)})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for d, err := range r.Read(context.Background(), "-") {
				n++
				if err == nil {
					checkDocument(t, d)
				}
			}
			if n == 0 {
				t.Fatalf("neither a document nor an error for %q", data)
			}
		}
	}
}

// damage cuts, doubles, moves and overwrites pieces of data.
func damage(random *rand.Rand, data []byte) []byte {
	out := bytes.Clone(data)
	for range 1 + random.IntN(6) {
		if len(out) < 2 {
			break
		}
		from := random.IntN(len(out))
		to := from + random.IntN(min(len(out)-from, 80)+1)
		at := random.IntN(len(out))
		switch random.IntN(5) {
		case 0:
			out = append(out[:from:from], out[to:]...)
		case 1:
			piece := bytes.Clone(out[from:to])
			out = append(out[:at:at], append(piece, out[at:]...)...)
		case 2:
			out[at] = byte(random.IntN(256))
		case 3:
			out[at] = "\n\t <>\"{}[]|:.,-–"[random.IntN(15)]
		case 4:
			out = out[:max(1, at)]
		}
	}
	return out
}
