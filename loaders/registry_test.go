package loaders

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRegistry(t *testing.T) {
	r, err := NewRegistry(Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{
		"application/epub+zip", "application/gzip", "application/json", "application/jsonl", "application/mbox", "application/pdf", "application/rss+xml",
		odtType, docxType, "application/warc", "application/x-tar", "application/zip", "application/zstd",
		"message/rfc822", "text/csv", "text/html", "text/markdown", "text/plain", "text/x-conllu",
	}, r.MediaTypes()); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"html", "text/html"} {
		if f, ok := r.Lookup(name); !ok || f.Name != "html" {
			t.Errorf("%s: %v", name, f)
		}
	}
}

func TestRegistryRefusesDuplicates(t *testing.T) {
	sniff, read := func(string) Confidence { return No }, func(context.Context, *Input, Yield) {}
	a := Format{MediaType: "a/a", Name: "a", Extensions: []string{".a"}, Sniff: sniff, Read: read}
	for reason, b := range map[string]Format{
		"media type": {MediaType: "a/a", Name: "b", Sniff: sniff, Read: read},
		"name":       {MediaType: "b/b", Name: "a", Sniff: sniff, Read: read},
		"extension":  {MediaType: "b/b", Name: "b", Extensions: []string{".a"}, Sniff: sniff, Read: read},
		"no name":    {MediaType: "b/b", Sniff: sniff, Read: read},
		"no sniffer": {MediaType: "b/b", Name: "b", Read: read},
	} {
		if _, err := NewRegistry(a, b); err == nil {
			t.Errorf("%s: no error", reason)
		}
	}
}

// Content decides; the name only where content leaves it open.
func TestDetect(t *testing.T) {
	r, err := NewRegistry(Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ head, ext, want string }{
		{"Plain words.", ".txt", "text/plain"},
		{"Plain words.", "", "text/plain"},
		{"Plain words.", ".md", "text/markdown"},
		{"Plain words.", ".html", "text/plain"},
		{"<!doctype html><p>x", ".txt", "text/html"},
		{"\n<!-- x --><html lang=en>", "", "text/html"},
		{"<p>a</p><p>b</p><p>c</p>", ".txt", "text/html"},
		{"<3 is what they wrote", "", "text/plain"},
		{"{\"text\": 1}\n", ".txt", "application/jsonl"},
		{"{ \"text\": ", "", "application/jsonl"},
		{"{sic} he wrote", "", "text/plain"},
		{"# Title\n\nSome **bold** words", "", "text/markdown"},
		{"# 1 in the charts", "", "text/plain"},
		{"# a comment\n1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n", ".txt", "text/x-conllu"},
		{"1\ttab\tseparated\n", ".conllu", "text/plain"},
		{"[{\"text\": \"x\"}]", ".jsonl", "application/json"},
		{"{\n  \"text\": \"x\"\n}\n", "", "application/json"},
		{"{\"text\":\n{\"text\": \"x\"}\n", "", "application/jsonl"},
		{"id,text,date\n1,\"Words, and more\",2020\n", ".txt", "text/csv"},
		{"a;b\n1;2\n", ".csv", "text/csv"},
		{"a;b\n1;2\n", ".txt", "text/plain"},
		{"Title, date\n\nHe came, she saw, they won.\n", "", "text/plain"},
		{"From: Ann\nDate: 1 May 2020\nSubject: Hello\n\nDear Bo,\n", "", "message/rfc822"},
		{"From: Ann\nShe writes.\n", ".eml", "text/plain"},
		{"From here on nobody spoke at 10:00 in 2020.\n\nThe end.\n", "", "text/plain"},
		{"From ann@x Thu Apr  6 22:15:00 2023\nSubject: x\n\ny\n", "", "application/mbox"},
		{"<?xml version='1.0'?><!-- a --><rss version='2.0'><channel>", ".html", "application/rss+xml"},
		{"<feed xmlns='http://www.w3.org/2005/Atom'>", "", "application/rss+xml"},
		{"<feed>me</feed>", "", "text/plain"},
	} {
		f, ok := r.Detect(c.head, c.ext)
		if !ok || f.MediaType != c.want {
			t.Errorf("%q %s: got %s, want %s", c.head, c.ext, f.MediaType, c.want)
		}
	}
}
