//go:build unix

// Walker makes a large graph from a seed, and answers questions about it for
// speed.py, which asks an RDF store the same:
//
//	walker make FOLDER [SEED [QUADS [QUESTIONS]]]
//	walker serve FOLDER
//
// serve reads a question a line from standard input, as JSON, with how often to
// answer it, and prints the size of the answer and the CPU and wall seconds
// that one answer took. CPU seconds are those of the whole process, garbage
// collection with them.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dispute"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/timeline"
	"github.com/kgbuild/kgbuild/graph/walk"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "walker:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	numbers := []int{1, 1_000_000, 200} // seed, quads, questions of each kind
	for i := range numbers {
		if len(args) > i+2 {
			n, err := strconv.Atoi(args[i+2])
			if err != nil {
				return err
			}
			numbers[i] = n
		}
	}
	switch {
	case len(args) >= 2 && args[0] == "make":
		return makeAll(args[1], uint64(numbers[0]), numbers[1], numbers[2])
	case len(args) == 2 && args[0] == "serve":
		return serve(args[1])
	}
	return errors.New("usage: walker make FOLDER [SEED [QUADS [QUESTIONS]]] | walker serve FOLDER")
}

func serve(folder string) error {
	r, err := store.Open(filepath.Join(folder, "kgbuild.db"))
	if err != nil {
		return err
	}
	defer r.Close()
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var q struct {
			question
			Times int `json:"times"`
		}
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return err
		}
		size := 0
		cpu, wall := cpuTime(), time.Now()
		for range q.Times {
			if size, err = answer(r, q.question); err != nil {
				return err
			}
		}
		n := float64(q.Times)
		fmt.Printf("%d %.9f %.9f\n", size, (cpuTime()-cpu).Seconds()/n, time.Since(wall).Seconds()/n)
	}
	return in.Err()
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// answer returns the size of the answer: edges, paths, steps of the shortest
// path, claims, or contradictions.
func answer(r *store.Reader, q question) (int, error) {
	ctx := context.Background()
	a, b := graph.EntityID(q.A), graph.EntityID(q.B)
	switch q.Kind {
	case "neighbours":
		steps, err := walk.Neighbours(ctx, r.Quads(), a, walk.Options{})
		n := 0
		for _, s := range steps {
			n += len(s.Edges)
		}
		return n, err
	case "claim":
		edges, err := walk.ClaimEdges(ctx, r.Quads(), graph.ClaimID(q.A))
		return len(edges), err
	case "two steps", "three steps":
		opts := walk.PathOptions{MaxSteps: 2}
		if q.Kind == "three steps" {
			opts.MaxSteps = 3
		}
		opts.Directed = true
		paths, err := walk.AllPaths(ctx, r.Quads(), a, b, opts)
		return len(paths), err
	case "shortest path":
		paths, err := walk.ShortestPaths(ctx, r.Quads(), a, b, walk.PathOptions{MaxPaths: 1})
		if len(paths) == 0 {
			return -1, err
		}
		return len(paths[0]), err
	}
	m, err := (&filter.Filter{}).On(r, r.Manifest.Predicates)
	if err != nil {
		return 0, err
	}
	switch q.Kind {
	case "timeline":
		entries, err := timeline.Of(r, m, a, r.Manifest.Predicates)
		n := 0
		for _, e := range entries {
			n += len(e.Claims)
		}
		return n, err
	case "contradictions":
		found, err := dispute.Find(ctx, r, m, r.Manifest.Predicates)
		return len(found), err
	}
	return 0, fmt.Errorf("no kind %q of question", q.Kind)
}

func sortClaims(claims []graph.Claim) {
	slices.SortFunc(claims, func(a, b graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
}
