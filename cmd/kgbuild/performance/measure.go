package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// cost is what one run of the program took.
type cost struct {
	cpu, wall time.Duration
	memory    int64 // bytes, the most that was resident
}

// measurement is what was measured on one corpus.
type measurement struct {
	documents, tokens, claims int
	quads                     int64
	analysis, ingest, again   cost // no analysis of a large corpus, whose speed is that of a small one
	rebuild                   cost
	shares                    map[string]float64 // of the ingest's CPU, by stage
	logBytes, graphBytes      int64
}

// analysedAlone is the largest corpus that is analysed alone.
const analysedAlone = 1000

// bench runs the program.
type bench struct {
	folder, program string
}

func newBench(folder string) (*bench, error) {
	b := &bench{folder, filepath.Join(folder, "kgbuild")}
	out, err := exec.Command("go", "build", "-o", b.program, "./cmd/kgbuild").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("build: %w\n%s", err, out)
	}
	return b, nil
}

// run runs a command of the program and returns what it took. Its output is
// thrown away unless it fails.
func (b *bench) run(profile string, args ...string) (cost, error) {
	var stderr bytes.Buffer
	cmd := exec.CommandContext(context.Background(), b.program, args...)
	cmd.Stderr = &stderr
	cmd.Env = os.Environ()
	if profile != "" {
		cmd.Env = append(cmd.Env, "KGBUILD_CPUPROFILE="+profile)
	}
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("kgbuild %s: %w\n%s", strings.Join(args, " "), err, stderr.String())
	}
	s := cmd.ProcessState
	c := cost{cpu: s.UserTime() + s.SystemTime(), wall: time.Since(began)}
	if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
		c.memory = usage.Maxrss * 1024 // Linux counts in kibibytes
	}
	return c, nil
}

func (b *bench) measure(corpus string, n int) (*measurement, error) {
	dir := filepath.Join(b.folder, strconv.Itoa(n)+".db")
	profile := filepath.Join(b.folder, "profile")
	m := &measurement{documents: n}
	for _, step := range []struct {
		cost    *cost
		profile string
		args    []string
	}{
		{&m.analysis, "", []string{"annotate", corpus}},
		{&m.ingest, profile, []string{"ingest", "--quiet", "--store", dir, corpus}},
		{&m.again, "", []string{"ingest", "--quiet", "--store", dir, corpus}},
		{&m.rebuild, "", []string{"rebuild", "--store", dir}},
	} {
		if step.cost == &m.analysis && n > analysedAlone {
			continue
		}
		var err error
		if *step.cost, err = b.run(step.profile, step.args...); err != nil {
			return nil, err
		}
	}
	var err error
	if m.shares, err = b.stages(profile); err != nil {
		return nil, err
	}
	return m, m.count(dir)
}

// stage is a part of an ingest: the functions whose time, with all that they
// call, is the stage's.
type stage struct {
	name      string
	functions []string
}

var stages = []stage{
	{"reading and decoding input", []string{"main.(*ingestRun).readStage"}},
	{"analysis, without the model", []string{"main.(*analyser).observe"}},
	{"writing the log", []string{"graph/obslog.(*Log).Replace"}},
	{"joining entities and events", []string{"graph/resolve.Derive"}},
	{"writing the graph", []string{
		"graph/store.(*generationWriter).Document", "graph/store.(*generationWriter).Entity",
		"graph/store.(*generationWriter).Claim", "graph/store.(*generationWriter).close",
	}},
	{"collecting garbage", []string{"runtime.gcBgMarkWorker"}},
}

var profileLine = regexp.MustCompile(`^\s*\S+\s+\S+%\s+\S+%\s+\S+\s+(\S+)%\s+(?:github\.com/kgbuild/kgbuild/)?(\S+)`)

// stages reads the share of each stage from a profile.
func (b *bench) stages(profile string) (map[string]float64, error) {
	out, err := exec.Command("go", "tool", "pprof", "-top", "-cum", "-nodecount=100000", "-nodefraction=0", b.program, profile).Output()
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	share := make(map[string]float64)
	for line := range strings.Lines(string(out)) {
		if found := profileLine.FindStringSubmatch(line); found != nil {
			percent, err := strconv.ParseFloat(found[1], 64)
			if err != nil {
				return nil, fmt.Errorf("profile: %w", err)
			}
			share[found[2]] = percent / 100
		}
	}
	shares := make(map[string]float64)
	for _, s := range stages {
		for _, f := range s.functions {
			shares[s.name] += share[f]
		}
	}
	// What is joined is handed to the writer from inside.
	shares["joining entities and events"] -= shares["writing the graph"] - share["graph/store.(*generationWriter).close"]
	return shares, nil
}

// count looks at the store that a run left.
func (m *measurement) count(dir string) error {
	r, err := store.Open(dir)
	if err != nil {
		return err
	}
	m.claims, m.quads = r.Manifest.Claims, r.Manifest.Quads
	if err := r.Close(); err != nil {
		return err
	}
	log, err := obslog.OpenRead(store.LogPath(dir))
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	m.logBytes = log.Size()
	for o, err := range log.All(context.Background()) {
		if err != nil {
			return err
		}
		m.tokens += o.Tokens
	}
	return filepath.WalkDir(filepath.Join(dir, "graph"), func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			m.graphBytes += info.Size()
		}
		return err
	})
}
