// Performance measures kgbuild from end to end on corpora of several sizes, and
// writes its section of docs/performance.md.
//
//	KGBUILD_DATA=… go run ./cmd/kgbuild/performance -o docs/performance.md
//
// The corpora are public news texts (re3d, MEANTIME), repeated with other names
// and dates until there are enough. The program is built and run as users run
// it; CPU time and peak memory are what the system counts for its process, the
// shares of the stages come from a CPU profile of that run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	output := flag.String("o", "", "put the section into `FILE` instead of writing it to standard output")
	sizes := flag.String("sizes", "100,1000,10000", "numbers of documents")
	data := flag.String("data", os.Getenv("KGBUILD_DATA"), "`FOLDER` with re3d and meantime; $KGBUILD_DATA by default")
	flag.Parse()
	if err := run(*data, *sizes, *output); err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		os.Exit(1)
	}
}

func run(data, sizes, output string) error {
	base, err := baseArticles(data)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "kgbuild-performance-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	b, err := newBench(folder)
	if err != nil {
		return err
	}
	var all []measurement
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return fmt.Errorf("-sizes: %w", err)
		}
		corpus := filepath.Join(folder, size+".jsonl")
		if err := writeCorpus(corpus, base, n); err != nil {
			return err
		}
		m, err := b.measure(corpus, n)
		if err != nil {
			return err
		}
		all = append(all, *m)
		fmt.Fprintf(os.Stderr, "%d documents: %.0f s CPU, rebuilt in %.1f s CPU\n", n, m.ingest.cpu.Seconds(), m.rebuild.cpu.Seconds())
	}
	page := write(all, len(base))
	if output == "" {
		_, err = os.Stdout.WriteString(page)
		return err
	}
	before, err := os.ReadFile(output)
	if err != nil {
		return err
	}
	after, err := replaceSection(string(before), page)
	if err != nil {
		return fmt.Errorf("%s: %w", output, err)
	}
	return os.WriteFile(output, []byte(after), 0o644)
}

// The section stands between these lines.
const (
	sectionBegins = "<!-- written by cmd/kgbuild/performance -->\n"
	sectionEnds   = "<!-- end of what is written by cmd/kgbuild/performance -->\n"
)

func replaceSection(page, section string) (string, error) {
	before, rest, begins := strings.Cut(page, sectionBegins)
	_, after, ends := strings.Cut(rest, sectionEnds)
	if !begins || !ends {
		return "", errors.New("there is no place for the section")
	}
	return before + sectionBegins + section + sectionEnds + after, nil
}
