package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// killsVariable asks for the long version of TestKilledIngest: how many kills.
const killsVariable = "KGBUILD_KILLS"

// A kill at any moment of an ingest leaves a store without a fault that holds
// every document whose line had been printed; the ingests after it complete it
// to what an undisturbed one gives.
func TestKilledIngest(t *testing.T) {
	kills, editions := 4, 2
	if s := os.Getenv(killsVariable); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
		editions = 16
	}
	corpus := manyArticles(t, editions)
	undisturbed := t.TempDir()
	began := time.Now()
	output(t, undisturbed, "ingest", corpus)
	took := time.Since(began)
	want := output(t, undisturbed, "export", "--format", "jsonl")

	random := rand.New(rand.NewPCG(1, 2))
	for killed := 0; killed < kills; {
		dir := t.TempDir()
		acknowledged := make(map[string]bool)
		// A third of the time, so that several kills hit one store.
		for done := false; !done && killed < kills; {
			done = killedIngest(t, dir, corpus, time.Duration(random.Int64N(int64(took)/3+1)), acknowledged)
			if !done {
				killed++
			}
			soundAfterKill(t, dir, acknowledged)
		}
		output(t, dir, "ingest", "-q", corpus)
		if diff := cmp.Diff(want, output(t, dir, "export", "--format", "jsonl")); diff != "" {
			t.Fatalf("the export after kills differs (-undisturbed +killed):\n%s", diff)
		}
		if out := output(t, dir, "check"); !strings.HasPrefix(out, "no fault in ") {
			t.Fatalf("check after the last ingest:\n%s", out)
		}
	}
}

// manyArticles makes a folder of the five articles in several editions, each a
// document of its own.
func manyArticles(t *testing.T, editions int) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(articles(t), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	dir := t.TempDir()
	for n := range editions {
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b = fmt.Appendf(b, "\nThis was edition %d of the newspaper.\n", n)
			name := fmt.Sprintf("%d-%s", n, filepath.Base(file))
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// killedIngest kills an ingest after a while, notes the documents that it had
// told of, and reports whether it was done by then.
func killedIngest(t *testing.T, dir, corpus string, after time.Duration, acknowledged map[string]bool) (done bool) {
	t.Helper()
	cmd := program(t, dir, "ingest", corpus)
	told, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	lines := bufio.NewScanner(told)
	for lines.Scan() {
		if path, _, ok := strings.Cut(lines.Text(), ": "); ok && strings.HasPrefix(path, corpus) {
			acknowledged[path] = true
		}
	}
	err = cmd.Wait()
	kill.Stop()
	return err == nil
}

// soundAfterKill fails the test unless the store has no fault and every
// document that it acknowledged, or the kill came before there was a store.
func soundAfterKill(t *testing.T, dir string, acknowledged map[string]bool) {
	t.Helper()
	out, err := program(t, dir, "check").CombinedOutput()
	if text := string(out); err != nil && (len(acknowledged) > 0 || !strings.Contains(text, "there is no store")) {
		t.Fatalf("check after a kill: %v\n%s", err, text)
	}
	if len(acknowledged) == 0 {
		return
	}
	log, err := obslog.OpenRead(store.LogPath(filepath.Join(dir, "kgbuild.db")))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	for path := range acknowledged {
		if ids, err := log.Named(path); err != nil || len(ids) != 1 {
			t.Errorf("%s was acknowledged and is not in the log: %v, %v", path, ids, err)
		}
	}
}
