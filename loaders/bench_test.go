package loaders

import (
	"os"
	"testing"
)

func BenchmarkPlainText(b *testing.B) {
	data, err := os.ReadFile("../testdata/articles/001_5d61a15153a72ae9.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readPlainText(nil, data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	data, err := os.ReadFile("testdata/cases/page.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readHTML(nil, data); err != nil {
			b.Fatal(err)
		}
	}
}
