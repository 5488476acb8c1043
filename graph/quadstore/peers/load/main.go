// Load is kgbuild's side of a comparison of stores; see load.py beside it.
//
//	load write N FILE      writes about N quads as N-Quads
//	load load FILE STORE   loads N-Quads into a new quad store
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("want write N FILE, or load FILE STORE")
	}
	switch args[0] {
	case "write":
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return write(n, args[2])
	case "load":
		return load(args[1], args[2])
	}
	return fmt.Errorf("no such command: %s", args[0])
}

func load(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := quadstore.Create(to)
	if err != nil {
		return err
	}
	defer w.Abort()
	r := nquads.NewReader(bufio.NewReaderSize(f, 1<<20), false)
	for {
		q, err := r.ReadQuad()
		if errors.Is(err, io.EOF) {
			return w.Close()
		}
		if err != nil {
			return err
		}
		if err := w.Add(q); err != nil {
			return err
		}
	}
}

// write writes documents of 12 claims each until there are n quads.
func write(n int, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	g := &generator{random: rand.New(rand.NewPCG(1, 1)), known: make(map[uint64]bool), schema: quadstore.NewSchema(nil)}
	g.zipf = rand.NewZipf(g.random, 1.15, 1, 200_000)
	for d := 0; g.written < n; d++ {
		if err := g.document(out, d); err != nil {
			return err
		}
	}
	return errors.Join(out.Flush(), f.Close())
}

type generator struct {
	random  *rand.Rand
	zipf    *rand.Zipf
	known   map[uint64]bool
	schema  *quadstore.Schema
	written int
}

// entity returns an entity, and writes what is known of one that is new.
func (g *generator) entity(out io.Writer) (graph.EntityID, error) {
	n := g.zipf.Uint64()
	id := graph.EntityID(fmt.Sprintf("entity/thing-%d", n))
	if g.known[n] {
		return id, nil
	}
	g.known[n] = true
	e := &graph.Entity{ID: id, Type: nlp.Person, Name: fmt.Sprintf("Thing %d", n), Aliases: []string{fmt.Sprintf("Th. %d", n)}}
	return id, g.emit(out, g.schema.Entity(e))
}

func (g *generator) document(out io.Writer, d int) error {
	id := graph.DocumentID("doc/" + graph.HashID(strconv.Itoa(d)))
	day, err := nlp.ParseDate(fmt.Sprintf("20%02d-%02d-%02d", d%20, 1+d%12, 1+d%28))
	if err != nil {
		return err
	}
	if err := g.emit(out, g.schema.Document(&graph.Document{ID: id, Title: fmt.Sprintf("Article %d", d), Date: day})); err != nil {
		return err
	}
	for i := range 12 {
		subject, err := g.entity(out)
		if err != nil {
			return err
		}
		object, err := g.entity(out)
		if err != nil {
			return err
		}
		speaker, err := g.entity(out)
		if err != nil {
			return err
		}
		c := &graph.Claim{
			ID: graph.ClaimID("claim/" + graph.HashID(strconv.Itoa(d), strconv.Itoa(i))), Document: id,
			Subject: graph.End{Entity: subject}, Object: graph.End{Entity: object}, Attribution: []graph.EntityID{speaker},
			Predicate: nlp.Predicate(fmt.Sprintf("predicate-%d", g.random.IntN(20))), Polarity: nlp.Positive, Modality: nlp.Certain,
			Confidence: float64(g.random.IntN(100)) / 100, Time: nlp.On(day),
			Evidence: []graph.Evidence{{Document: id, Start: nlp.Offset(100 * i), End: nlp.Offset(100*i + 90), Text: g.sentence()}},
		}
		if err := g.emit(out, g.schema.Claim(c)); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) sentence() string {
	words := make([]string, 15)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", g.random.IntN(5000))
	}
	return strings.Join(words, " ")
}

// emit writes quads as every store can read them: with absolute IRIs.
func (g *generator) emit(out io.Writer, quads []quad.Quad) error {
	for _, q := range quads {
		for _, d := range quad.Directions {
			if iri, ok := q.Get(d).(quad.IRI); ok {
				q.Set(d, "http://example.org/"+iri)
			}
			switch v := q.Get(d).(type) {
			case quad.Int, quad.Float:
				q.Set(d, quad.String(fmt.Sprint(v.Native())))
			}
		}
		g.written++
		if _, err := fmt.Fprintln(out, q.NQuad()); err != nil {
			return err
		}
	}
	return nil
}
